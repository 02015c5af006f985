# SPDX-License-Identifier: EUPL-1.2
"""The ten steps of platform/pi/README.md, as somebody follows them who has never done so: what they say is typed, as it stands.

That the five words on the kiosk are those in the log, a person sees: they are the name of the picture in which they stand.
"""

import os
import re
import select
import shutil
import socket
import subprocess
import time
from pathlib import Path
from typing import Callable

from guest import USER
from machine import BOOT_SECONDS, STATE_SECONDS, Machine
from scenarios import HOST, Stage, await_kiosk
from twin import Twins

from log import Log
from pairing import open_service, type_code, words_of
from waiting import Failure, wait_for

INSTALL_SECONDS = 1800  # of a Debian's graphics on an emulated processor
ADDRESS, PLACE = "https://log.example:8443", "Rolderstraat 21"  # as in the README
APT_ASKS = "[Y/n]"
FINE = ("ok ", "note ", "Nothing is to be mended")
COLOURS = re.compile(r"\033\[[0-9;]*m")


def spans(readme: Path) -> dict[int, list[str]]:
    """What stands between backticks in each numbered step of the first list."""
    text = readme.read_text(encoding="utf-8").split("\n## ", 2)[1]
    steps = re.split(r"^(\d+)\. ", text, flags=re.MULTILINE)[1:]
    return {int(number): [" ".join(span.split()) for span in re.findall(r"`([^`]+)`", body)] for number, body in zip(steps[::2], steps[1::2])}


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


class Newcomer:
    """At a computer of his own, with the two files and a key; his ssh knows where `kiosk.local` is."""

    def __init__(self, folder: Path, port: int) -> None:
        self.folder = folder
        folder.mkdir(parents=True)
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder / "key"], check=True)
        settings = folder / "ssh"
        settings.write_text(f"Host kiosk.local\nHostName 127.0.0.1\nPort {port}\nIdentityFile {folder}/key\nUserKnownHostsFile {folder}/known\n"
                            "StrictHostKeyChecking accept-new\nConnectTimeout 60\nServerAliveInterval 15\nBatchMode yes\nLogLevel ERROR\n")
        self.programs = folder / "bin"
        self.programs.mkdir()
        for name in ("ssh", "scp"):
            (self.programs / name).write_text(f'#!/bin/sh\nexec /usr/bin/{name} -F {settings} "$@"\n')
            (self.programs / name).chmod(0o755)
        self.around = {"PATH": f"{self.programs}:/usr/bin:/bin", "HOME": str(folder)}

    def at_home(self, command: str) -> subprocess.CompletedProcess:
        try:
            return subprocess.run(["sh", "-c", command], cwd=self.folder, stdin=subprocess.DEVNULL, capture_output=True, text=True,
                                  check=False, timeout=BOOT_SECONDS, env=self.around)
        except subprocess.TimeoutExpired:
            return subprocess.CompletedProcess(command, 124, "", "it did not end")

    def boot(self) -> str:
        """A name that the kiosk gives itself at each start; none while it does not answer."""
        return self.at_home(f"ssh {USER}@kiosk.local cat /proc/sys/kernel/random/boot_id").stdout.strip()

    def on_kiosk(self, command: str, asks: str = "", seconds: float = BOOT_SECONDS) -> str:
        """In a terminal, where what asks waits for Enter."""
        process = subprocess.Popen(["ssh", "-tt", f"{USER}@kiosk.local", command], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                   stderr=subprocess.STDOUT, env=self.around)
        assert process.stdin and process.stdout
        said = b""
        until = time.monotonic() + seconds
        try:
            while select.select([process.stdout], [], [], max(0.0, until - time.monotonic()))[0]:
                if not (more := os.read(process.stdout.fileno(), 65536)):
                    break
                said += more
                if asks and asks.encode() in said:
                    asks = ""
                    process.stdin.write(b"\n")
                    process.stdin.flush()
            code = process.wait(max(1.0, until - time.monotonic()))
        except subprocess.TimeoutExpired:
            code = 124
        finally:
            process.kill()
            process.wait()
        text = COLOURS.sub("", said.decode(errors="replace").replace("\r", ""))
        if code != 0 or asks:
            raise Failure(f"'{command}' ended with {code}: {text[-3000:]}")
        return text


class Lead:
    """At the log's pages, in a browser; gone when the `with` ends."""

    def __init__(self, log: Log, command: list[object], pictures: Path) -> None:
        pictures.mkdir(parents=True, exist_ok=True)
        words = [*command, "--url", log.url.replace("127.0.0.1", "localhost"), "--login", log.login, "--pictures", pictures]
        self.process = subprocess.Popen([str(word) for word in words], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def __enter__(self) -> "Lead":
        return self

    def __exit__(self, *_: object) -> None:
        self.process.terminate()  # Playwright ends its browser
        try:
            self.process.wait(STATE_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def says(self, what: str) -> str:
        assert self.process.stdout
        if not select.select([self.process.stdout], [], [], BOOT_SECONDS)[0]:
            raise Failure(f"the log's pages give no {what}")
        line = self.process.stdout.readline()
        if not line.startswith(what):
            raise Failure(f"the log's pages give no {what}: {line}")
        return line[len(what):].strip()

    def agrees(self) -> None:
        assert self.process.stdin
        self.process.stdin.write("the same\n")
        self.process.stdin.flush()
        self.says("linked")
        if self.process.wait(BOOT_SECONDS) != 0:
            raise Failure("the log's pages are not as they should be")


def pair(log: Log, lead: Lead, twins: Twins) -> None:
    """Step 9, on both; two kiosks need two codes, and show other words."""
    mark = (twins.machine.size[0] - 30, 30)
    twins.machine.finger(0, "begin", mark)
    open_service(twins.screen, twins.kiosk, twins.visitor, mark)
    twins.keep(twins.same("the page of who looks after it", only="service.pair"), "service")
    twins.machine.finger(0, "end", mark)
    twins.go("service.pair", "pairing_code")
    code = lead.says("code").replace("-", "").lower()
    twins.type(code)
    twins.keep(twins.picture(), "code")
    twins.touch_machine(twins.place("pairing.look"))
    words = lead.says("words")
    for _ in code:
        twins.visitor.tap("key.backspace")
    type_code(twins.visitor, log.run("pair", "--data", log.data))
    of_the_twin = words_of(twins.kiosk)
    twins.keep(twins.same("the question whether the words are the same", only="pairing.same"), "words-" + words.replace(" ", "-"))
    lead.agrees()
    log.run("confirm", "--data", log.data, *of_the_twin)
    twins.tap("pairing.same")
    twins.keep(twins.same("that it is linked", seconds=BOOT_SECONDS, only="pairing.done"), "linked")
    twins.go("pairing.done", "service", only="service.done")
    twins.touch_machine(twins.place("service.done"))
    twins.visitor.touch("service.done")
    twins.kiosk.await_screen("attract")


def follow(stage: Stage, readme: Path, make_machine: Callable[[Path, int], Machine], packages: list[Path], lead: list[object]) -> None:
    """`make_machine`: from a card on which this public key may come in, with ssh at this port."""
    steps = spans(readme)
    port = free_port()
    you = Newcomer(stage.scratch / "newcomer", port)
    for package in packages:
        shutil.copy(package, you.folder)

    def done(step: int, what: str) -> None:
        stage.say(f"step {step}: {what}")

    with Log(stage.log_program, stage.program.assets, stage.web, stage.scratch) as log, make_machine(you.folder / "key.pub", port) as machine:
        url = f"https://{HOST}:{log.url.rsplit(':', 1)[1]}"
        first = wait_for(you.boot, "ssh to answer", BOOT_SECONDS)
        done(2, "it started, and ssh answers")
        if (copied := you.at_home(steps[3][0])).returncode != 0:
            raise Failure(f"{steps[3][0]}: {copied.stderr}")
        done(3, steps[3][0])
        said = you.on_kiosk("echo $(whoami)@$(hostname)").strip()
        if steps[4][0] != f"ssh {USER}@kiosk.local" or said != f"{USER}@kiosk":
            raise Failure(f"{steps[4][0]}: {said}")
        done(4, said)
        said = you.on_kiosk(steps[5][0], APT_ASKS, INSTALL_SECONDS)
        if re.search(r"^E:", said, re.MULTILINE):
            raise Failure(f"apt: {said[-3000:]}")
        done(5, said.splitlines()[-1])
        line = steps[6][0].replace(ADDRESS, url)
        if (said := you.on_kiosk(line).strip()) != line.split("'")[1]:
            raise Failure(f"{line} says {said}")
        done(6, said)
        done(7, you.on_kiosk(steps[7][0]).strip().replace("\n", "; "))
        if "Locked." not in (said := you.on_kiosk(steps[8][0])):
            raise Failure(f"{steps[8][0]}: {said}")
        with stage.twin("steps", lambda site: None, (f"--log={log.url}", f"--name={PLACE}")) as twin:
            twins = stage.twins(machine, twin, "steps")
            twins.keep(twins.picture(), "unlinked")
            done(8, "Locked., and the first screen is there")
            with Lead(log, lead, stage.pictures / "steps") as somebody:
                pair(log, somebody, twins)
            twins.keep(twins.same("the first screen of a linked kiosk"), "attract")
            done(9, "linked, by a finger on the kiosk and a lead in a browser")
            you.at_home(f"{steps[4][0]} {steps[10][0]}")  # ssh ends with the machine
            wait_for(lambda: you.boot() not in ("", first), "it to start anew", BOOT_SECONDS)
            machine.await_agent()
            await_kiosk(machine)
            twins.keep(twins.same("the first screen after a restart", seconds=BOOT_SECONDS), "after-restart")
            said = you.on_kiosk(steps[10][2])
            if not said.strip() or any(not line.startswith(FINE) for line in said.splitlines() if line):
                raise Failure(f"{steps[10][2]}: {said}")
            done(10, "back by itself; " + said.splitlines()[-1])
