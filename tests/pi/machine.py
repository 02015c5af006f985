# SPDX-License-Identifier: EUPL-1.2
"""A computer that is not there: QEMU with a display, a touch panel and a disk that can lose its power at any moment."""

import base64
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, Callable, Optional

from PIL import Image

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "x11"))
from waiting import Failure, wait_for  # noqa: E402

# Everything is emulated, on cores that do other things too: what surely comes, comes within this.
BOOT_SECONDS = 600
STATE_SECONDS = 180
ANSWER_SECONDS = 60
# The agent writes into the journal each time that it is asked whether a command has ended.
ASK_AGENT_EVERY_SECONDS = 0.5
DISKS = ("root", "data")
PANEL = 32_767  # what QEMU calls the far end of the panel's axes


class Channel:
    """Requests and answers, a line of JSON each, over a socket of QEMU."""

    def __init__(self, path: Path, what: str) -> None:
        self.what = what
        self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.socket.settimeout(ANSWER_SECONDS)
        self.socket.connect(str(path))
        self.lines = self.socket.makefile("rb")

    def tell(self, request: dict) -> None:
        self.socket.sendall(json.dumps(request).encode() + b"\n")

    def answer(self) -> dict:
        line = self.lines.readline()
        if not line:
            raise Failure(f"{self.what} is gone")
        return json.loads(line.replace(b"\xff", b""))

    def ask(self, command: str, **arguments: Any) -> Any:
        self.tell({"execute": command, **({"arguments": arguments} if arguments else {})})
        while "return" not in (answer := self.answer()):
            if "error" in answer:
                raise Failure(f"{self.what} refuses {command}: {answer['error']['desc']}")
        return answer["return"]


class Machine:
    """Runs until its power is cut or the `with` ends. Its files lie in `folder`, which is also the root of QEMU."""

    def __init__(self, room: Path, arch: str, size: tuple[int, int], load: Optional[str], disks: tuple[str, ...] = DISKS,
                 ssh: Optional[int] = None) -> None:
        """`load`: the snapshot to go on from. `ssh`: the port here that leads to ssh there; such a machine may start anew."""
        self.room = room
        self.size = size
        self.arch = arch
        self.disks = disks
        self.ssh = ssh
        self.finger_number = 0
        for name in ("qmp", "agent"):
            (room / "machine" / name).unlink(missing_ok=True)
        self.log = (room / "machine/serial.txt")
        command = ["chroot", str(room), *self.command(), *(["-loadvm", load] if load else [])]
        self.errors = (room / "machine/qemu.txt").open("wb")
        self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=self.errors, stderr=self.errors)
        wait_for(lambda: self.alive() and (room / "machine/qmp").exists() and (room / "machine/agent").exists(), "QEMU", ANSWER_SECONDS)
        self.qmp = Channel(room / "machine/qmp", "QEMU")
        self.qmp.answer()  # its greeting
        self.qmp.ask("qmp_capabilities")
        self.agent: Optional[Channel] = None

    def command(self) -> list[str]:
        width, height = self.size
        kinds = {
            # A named model: with `max` the JIT compiler of Mesa aborts.
            "amd64": ["qemu-system-x86_64", "-M", "q35", "-cpu", "Haswell-noTSX"],
            "arm64": ["qemu-system-aarch64", "-M", "virt", "-cpu", "cortex-a72"],
        }
        console = {"amd64": "ttyS0", "arm64": "ttyAMA0"}[self.arch]
        disks = [part for name in self.disks
                 for part in ("-drive", f"file=/machine/{name}.qcow2,if=virtio,format=qcow2")]
        return [
            *kinds[self.arch], "-accel", "tcg,thread=multi", "-smp", "2", "-m", "1024", "-nodefaults", "-display", "none",
            *([] if self.ssh else ["-no-reboot"]),
            "-kernel", "/machine/vmlinuz", "-initrd", "/machine/initrd",
            "-append", f"root=/dev/vda rw console={console} quiet consoleblank=0 vt.global_cursor_default=0 fbcon=font:TER16x32", *disks,
            "-device", f"virtio-gpu-pci,xres={width},yres={height}", "-device", "virtio-multitouch-pci", "-device", "virtio-keyboard-pci",
            "-device", "qemu-xhci",
            "-netdev", "user,id=net" + (f",hostfwd=tcp:127.0.0.1:{self.ssh}-:22" if self.ssh else ""), "-device", "virtio-net-pci,netdev=net,id=card",
            "-device", "virtio-serial-pci", "-chardev", "socket,id=agent,path=/machine/agent,server=on,wait=off",
            "-device", "virtserialport,chardev=agent,name=org.qemu.guest_agent.0",
            "-serial", "file:/machine/serial.txt", "-qmp", "unix:/machine/qmp,server=on,wait=off",
        ]

    def __enter__(self) -> "Machine":
        return self

    def __exit__(self, *_: object) -> None:
        self.cut_power()

    def alive(self) -> bool:
        if self.process.poll() is not None:
            self.errors.flush()
            raise Failure(f"QEMU ended with {self.process.returncode}: {(self.room / 'machine/qemu.txt').read_text(errors='replace')[-800:]}")
        return True

    def cut_power(self) -> None:
        """At once: what the guest did not flush to its disk is gone."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        self.errors.close()

    # What is done to it from outside.

    def snapshot(self, name: str) -> None:
        said = self.qmp.ask("human-monitor-command", **{"command-line": f"savevm {name}"})
        if said:
            raise Failure(f"no snapshot: {said}")

    def finger(self, slot: int, phase: str, place: tuple[float, float]) -> None:
        """`phase`: begin, update or end. Place in pixels of the glass."""
        if phase == "begin":
            self.finger_number += 1
        touch = {"slot": slot, "tracking-id": -1 if phase == "end" else self.finger_number + slot}
        events: list[dict] = [{"type": "mtt", "data": {"type": phase, "axis": "x", "value": 0, **touch}}]
        if phase != "end":
            for axis, at, extent in zip("xy", place, self.size):
                value = round(at * PANEL / (extent - 1)) if extent > 1 else 0
                events.append({"type": "mtt", "data": {"type": "data", "axis": axis, "value": min(value, PANEL), **touch}})
        if slot == 0 and phase != "update":
            events.append({"type": "btn", "data": {"button": "touch", "down": phase == "begin"}})
        self.qmp.ask("input-send-event", events=events)

    def picture(self) -> Image.Image:
        self.qmp.ask("screendump", filename="/machine/screen.png", format="png")
        with Image.open(self.room / "machine/screen.png") as picture:
            return picture.convert("RGB")

    def press(self, *keys: str) -> None:
        """At once, on the keyboard."""
        self.qmp.ask("send-key", keys=[{"type": "qcode", "data": key} for key in keys])

    def plug_in(self, driver: str, name: str) -> None:
        self.qmp.ask("device_add", driver=driver, id=name)

    def network(self, there: bool) -> None:
        self.qmp.ask("set_link", name="card", up=there)

    # What is asked of it inside.

    def agent_answers(self) -> bool:
        """Connects anew: after a boot or a snapshot the agent knows nothing of what was said before."""
        self.alive()
        try:
            self.agent = Channel(self.room / "machine/agent", "the agent in the machine")
            self.agent.socket.settimeout(2)
            token = time.monotonic_ns() % 2**31
            self.agent.socket.sendall(b"\xff")
            self.agent.tell({"execute": "guest-sync-delimited", "arguments": {"id": token}})
            while self.agent.answer().get("return") != token:
                pass
            self.agent.socket.settimeout(ANSWER_SECONDS)
            return True
        except (OSError, ValueError, Failure):
            if self.agent:
                self.agent.socket.close()
            self.agent = None
            return False

    def await_agent(self, seconds: float = BOOT_SECONDS) -> None:
        wait_for(self.agent_answers, "the machine to answer", seconds)

    def set_clock(self) -> None:
        """A machine from a snapshot thinks that it is still then."""
        assert self.agent
        self.agent.ask("guest-set-time", time=time.time_ns())

    def run(self, command: str, allowed: tuple[int, ...] = (0,), seconds: float = STATE_SECONDS) -> str:
        """What a shell in it printed, as root."""
        assert self.agent
        pid = self.agent.ask("guest-exec", path="/bin/sh", arg=["-c", command], **{"capture-output": True})["pid"]
        done = wait_for(lambda: (state := self.agent.ask("guest-exec-status", pid=pid))["exited"] and state, f"'{command}' to end",
                        seconds, ASK_AGENT_EVERY_SECONDS)
        said = base64.b64decode(done.get("out-data", "")).decode(errors="replace")
        if done.get("exitcode", -1) not in allowed:
            wrong = base64.b64decode(done.get("err-data", "")).decode(errors="replace")
            raise Failure(f"'{command}' ended with {done.get('exitcode')} in the machine: {said}{wrong}")
        return said

    def await_run(self, command: str, expected: Callable[[str], object], what: str, seconds: float = STATE_SECONDS) -> str:
        return wait_for(lambda: said if expected(said := self.run(command, allowed=tuple(range(256)))) else None, what, seconds)


def tool(room: Path, *words: str) -> str:
    """A program of the room, with its paths."""
    done = subprocess.run(["chroot", str(room), *words], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise Failure(f"{' '.join(words)} ended with {done.returncode}: {done.stderr}")
    return done.stdout


def read_data_disk(room: Path, to: Path) -> list[str]:
    """Copies out what lies on the data disk once its file system has recovered, as it does at the next start; what it mended."""
    raw = room / "machine/after.raw"
    tool(room, "qemu-img", "convert", "-O", "raw", "/machine/data.qcow2", "/machine/after.raw")
    checked = subprocess.run(["e2fsck", "-fy", str(raw)], capture_output=True, text=True, check=False)
    if checked.returncode not in (0, 1):
        raise Failure(f"the data disk cannot be mended: {checked.stdout}{checked.stderr}")
    shutil.rmtree(to, ignore_errors=True)
    to.mkdir(parents=True)
    subprocess.run(["debugfs", "-R", f"rdump / {to}", str(raw)], capture_output=True, check=True)
    os.remove(raw)
    return checked.stdout.splitlines()
