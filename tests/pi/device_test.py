#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""A machine is locked, looked at and unlocked, in a made-up root; systemctl and udev are real where they need no boot.

    device_test.py PLATFORM_PI [unittest's arguments]
"""

import os
import shutil
import subprocess
import sys
import unittest
from pathlib import Path
from tempfile import mkdtemp

PI = Path(sys.argv[1])
DEBIAN = PI.parent / "debian"
UNITS = [*(f"getty@tty{n}.service" for n in range(1, 7)), "autovt@.service", "ctrl-alt-del.target"]
# What the real machine would answer where a test says nothing: a root on a card, ssh for keys only.
ANSWERS = {
    "findmnt": 'case $* in *FSTYPE*) echo ext4 ;; *) echo /dev/mmcblk0p2 ;; esac',
    "lsblk": "echo mmcblk0p2; echo mmcblk0",
    "sshd": "echo passwordauthentication no; echo kbdinteractiveauthentication no",
    "udevadm": 'echo udevadm "$@" >>"$RECORD"',
}
# What udev says of a line that it does not understand.
COMPLAINT = r"inloop-usb\S*:\d+:? (Invalid|.*dropping|.*ignoring)"


class Machine(unittest.TestCase):
    def setUp(self) -> None:
        self.top = Path(mkdtemp(prefix="inloop-device-"))
        self.addCleanup(shutil.rmtree, self.top)
        self.root, self.sys, self.programs = self.top / "root", self.top / "sys", self.top / "bin"
        self.record = self.top / "record"
        self.record.touch()
        for folder in (self.sys / "bus/usb/devices", self.sys / "class/block", self.programs, self.root / "proc/sys/kernel",
                       self.root / "usr/lib/systemd/system"):
            folder.mkdir(parents=True)
        shutil.copy(DEBIAN / "inloop-kiosk.service", self.root / "usr/lib/systemd/system")
        self.kernel("0", "|/bin/false")
        for name, text in ANSWERS.items():
            self.program(name, text)
        self.controller()

    def kernel(self, sysrq: str, core_pattern: str) -> None:
        (self.root / "proc/sys/kernel/sysrq").write_text(sysrq + "\n")
        (self.root / "proc/sys/kernel/core_pattern").write_text(core_pattern + "\n")

    def program(self, name: str, text: str) -> None:
        (self.programs / name).write_text(f"#!/bin/sh\n{text}\n")
        (self.programs / name).chmod(0o755)

    def with_systemd(self) -> None:
        """As on a running machine; systemctl is written down and does nothing else."""
        (self.root / "run/systemd/system").mkdir(parents=True)
        self.program("systemctl", 'echo systemctl "$@" >>"$RECORD"')

    def usb(self, place: str, number: str, **attributes: str) -> Path:
        folder = self.sys / "devices/usb1" / place if place != "usb1" else self.sys / "devices/usb1"
        folder.mkdir(parents=True)
        vendor, product = number.split(":")
        for name, value in {"idVendor": vendor, "idProduct": product, "bDeviceClass": "00", "authorized": "1",
                            "uevent": "DEVTYPE=usb_device", **attributes}.items():
            (folder / name).write_text(value + "\n")
        (folder / "subsystem").symlink_to(os.path.relpath(self.sys / "bus/usb", folder))
        (self.sys / "bus/usb/devices" / place).symlink_to(os.path.relpath(folder, self.sys / "bus/usb/devices"))
        return folder

    def controller(self) -> None:
        self.usb("usb1", "1d6b:0002", bDeviceClass="09", authorized_default="1")

    def root_on_usb(self, stick: Path) -> None:
        block = stick / "1-4:1.0/host0/block/sda/sda2"
        block.mkdir(parents=True)
        (self.sys / "class/block/sda2").symlink_to(block)
        self.program("findmnt", "echo /dev/sda2")
        self.program("lsblk", "echo sda2; echo sda")

    def run_it(self, *words: str) -> subprocess.CompletedProcess:
        return subprocess.run([PI / "inloop-device", *words], capture_output=True, text=True, timeout=60, env={
            "PATH": f"{self.programs}:{os.environ['PATH']}", "RECORD": str(self.record), "INLOOP_ROOT": str(self.root),
            "INLOOP_SYS": str(self.sys), "INLOOP_LOCK": str(PI / "lock")})

    def done(self, *words: str) -> str:
        result = self.run_it(*words)
        self.assertEqual(result.returncode, 0, result.stdout + result.stderr)
        return result.stdout

    def laid(self) -> dict[str, str]:
        """Every file and link under /etc, and what is in it or where it leads."""
        found = {}
        for file in sorted((self.root / "etc").rglob("*")):
            if file.is_symlink():
                found[str(file.relative_to(self.root))] = "-> " + os.readlink(file)
            elif file.is_file():
                found[str(file.relative_to(self.root))] = file.read_text()
        return found

    def status(self) -> dict[str, str]:
        lines = self.run_it("status").stdout.splitlines()[:-1]
        return {line.split()[1]: line for line in lines}


class Lock(Machine):
    def test_it_masks_every_prompt_and_starts_the_kiosk(self) -> None:
        self.done("lock")
        laid = self.laid()
        for unit in UNITS:
            self.assertEqual(laid[f"etc/systemd/system/{unit}"], "-> /dev/null")
        self.assertIn("etc/systemd/system/multi-user.target.wants/inloop-kiosk.service", laid)
        self.assertEqual(laid["etc/sysctl.d/90-inloop.conf"], f"-> {PI}/lock/sysctl.conf")

    def test_again_it_changes_nothing(self) -> None:
        self.done("lock")
        once = self.laid()
        self.done("lock")
        self.assertEqual(self.laid(), once)

    def test_unlock_leaves_only_the_list_of_the_site(self) -> None:
        self.done("lock")
        self.assertGreater(len(self.laid()), 10)
        self.done("unlock")
        self.assertEqual(list(self.laid()), ["etc/inloop/usb-allowed"])
        self.done("unlock")

    def test_print_says_the_same_steps_and_does_none(self) -> None:
        said = self.done("--print", "lock")
        self.assertFalse((self.root / "etc").exists())
        self.assertEqual(said, self.done("lock"))

    def test_on_a_running_machine_the_screen_is_last(self) -> None:
        self.with_systemd()
        self.done("lock")
        did = self.record.read_text().splitlines()
        self.assertIn("systemctl restart systemd-sysctl.service", did)
        self.assertIn("udevadm trigger --action=add --subsystem-match=usb", did)
        self.assertEqual(did[-2:], ["systemctl start inloop-kiosk.service", f"systemctl stop {' '.join(UNITS[:6])}"])

    def test_unlock_gives_back_usb_and_the_prompt(self) -> None:
        self.with_systemd()
        panel = self.usb("1-1", "0eef:0001", authorized="0")
        (self.sys / "devices/usb1/authorized_default").write_text("0\n")
        self.done("unlock")
        self.assertEqual((panel / "authorized").read_text(), "1\n")
        self.assertEqual((self.sys / "devices/usb1/authorized_default").read_text(), "1\n")
        self.assertIn("systemctl start getty@tty1.service", self.record.read_text())

    def test_a_step_that_fails_ends_it(self) -> None:
        (self.root / "usr/lib/systemd/system/inloop-kiosk.service").unlink()
        result = self.run_it("lock")
        self.assertNotEqual(result.returncode, 0)
        self.assertNotIn("Locked", result.stdout)

    def test_it_warns_of_what_would_shut_somebody_out_or_not_last(self) -> None:
        self.with_systemd()
        self.assertNotIn("NOTE", self.done("lock"))
        self.program("systemctl", "exit 1")
        self.program("findmnt", "echo overlay")
        said = self.run_it("--print", "lock").stdout
        self.assertIn("NOTE: ssh is off", said)
        self.assertIn("NOTE: the root is in memory", said)

    def test_who_is_not_root_is_told_so(self) -> None:
        self.program("id", "echo 1000")
        result = subprocess.run([PI / "inloop-device", "lock"], capture_output=True, text=True, timeout=60,
                                env={"PATH": f"{self.programs}:{os.environ['PATH']}", "INLOOP_LOCK": str(PI / "lock")})
        self.assertEqual((result.returncode, result.stdout), (77, ""))
        self.assertIn("sudo inloop-device lock", result.stderr)

    def test_words_it_does_not_know(self) -> None:
        for words in ([], ["open"], ["lock", "unlock"], ["allow", "0eef:0001"], ["allow", "panel", "touch"]):
            self.assertEqual(self.run_it(*words).returncode, 64, words)
        self.assertIn("USB", self.done("--help"))


class Usb(Machine):
    def test_it_lists_what_is_there_and_what_is_allowed(self) -> None:
        self.usb("1-1", "0eef:0001", manufacturer="D-WAV", product="eGalaxTouch")
        self.usb("1-2", "046d:c31c", product="Keyboard\x1b[2J")
        self.usb("1-3", "2109:3431", bDeviceClass="09")
        self.done("allow", "0EEF:0001", "touch", "panel")
        said = self.done("usb")
        self.assertRegex(said, r"on +0eef:0001 +1-1 +D-WAV eGalaxTouch +allowed: on the list: touch panel")
        self.assertRegex(said, r"on +046d:c31c +1-2 +Keyboard\[2J +not allowed")
        self.assertRegex(said, r"2109:3431.*allowed: a hub")
        self.assertNotIn("1d6b", said)

    def test_a_device_is_written_down_once(self) -> None:
        self.done("allow", "0eef:0001", "touch panel")
        self.assertIn("already", self.done("allow", "0eef:0001", "again"))
        self.assertEqual((self.root / "etc/inloop/usb-allowed").read_text().count("\n0eef:0001 # touch panel\n"), 1)

    def test_a_line_that_is_none_is_named_and_nothing_is_locked(self) -> None:
        for line in ("0eef:00", "0eef:0001 touch", "0eef-0001", '0eef:000"'):
            (self.root / "etc/inloop").mkdir(parents=True, exist_ok=True)
            (self.root / "etc/inloop/usb-allowed").write_text(f"# fine\n{line}\n")
            result = self.run_it("lock")
            self.assertEqual(result.returncode, 78, line)
            self.assertIn("usb-allowed:2:", result.stderr)
            self.assertEqual(list(self.laid()), ["etc/inloop/usb-allowed"])

    def test_the_disk_with_the_root_is_allowed_by_its_serial_number(self) -> None:
        self.with_systemd()
        self.root_on_usb(self.usb("1-4", "152d:0583", serial="DD564198838B8"))
        self.usb("1-5", "152d:0583", serial="another")
        self.done("lock")
        rules = (self.root / "etc/udev/rules.d/59-inloop-usb-allowed.rules").read_text()
        self.assertIn('ATTR{idProduct}=="0583", ATTR{serial}=="DD564198838B8", ', rules)
        said = self.done("usb")
        self.assertRegex(said, "1-4 .*allowed: a disk in use")
        self.assertRegex(said, "1-5 .*not allowed")

    def test_the_network_is_not_cut(self) -> None:
        self.with_systemd()
        adapter = self.usb("1-1", "0424:7800") / "1-1:1.0/net/eth0"
        adapter.mkdir(parents=True)
        (adapter / "device").symlink_to("../..")
        (self.sys / "class/net").mkdir()
        (self.sys / "class/net/eth0").symlink_to(adapter)
        result = self.run_it("lock")
        self.assertEqual(result.returncode, 65)
        self.assertIn("sudo inloop-device allow 0424:7800 network", result.stderr)
        self.assertEqual(self.laid(), {})
        self.done("allow", "0424:7800", "network")
        self.done("lock")

    def test_a_serial_number_cannot_write_rules(self) -> None:
        self.with_systemd()
        self.root_on_usb(self.usb("1-4", "152d:0583", serial='*", RUN+="/bin/sh'))
        self.done("lock")
        self.assertNotRegex((self.root / "etc/udev/rules.d/59-inloop-usb-allowed.rules").read_text(), "serial|RUN")


class Rules(Machine):
    """The real udev, with the made-up /sys in the place of the real one."""

    def obey(self) -> str:
        """Lets udev meet each device as when it appears, controllers first; what it says of the rules."""
        script = ('mount --bind "$1" /etc/udev/rules.d && mount --bind "$2" /sys && mount -t tmpfs none /run && '
                  'mkdir /run/udev && mount -t tmpfs none /dev || exit 125; shift 2; for device; do '
                  'udevadm test --action=add "$device" 2>&1; done')
        devices = sorted("/sys/" + os.path.relpath(device.resolve(), self.sys)
                         for device in (self.sys / "bus/usb/devices").iterdir())
        user = [] if os.geteuid() == 0 else ["--map-root-user"]
        done = subprocess.run(
            ["unshare", "--mount", *user, "sh", "-c", script, "sh", self.root / "etc/udev/rules.d", self.sys, *devices],
            capture_output=True, text=True, timeout=60, env={**os.environ, "SYSTEMD_DEVICE_VERIFY_SYSFS": "0"})
        return done.stdout if done.returncode != 125 else ""

    def setUp(self) -> None:
        super().setUp()
        if not shutil.which("unshare") or not os.path.isdir("/etc/udev/rules.d"):
            self.skipTest("no unshare or no udev here")
        control = self.usb("1-9", "ffff:ffff")
        (self.root / "etc/udev/rules.d").mkdir(parents=True)
        rule = self.root / "etc/udev/rules.d/50-control.rules"
        rule.write_text('ATTR{idVendor}=="ffff", ATTR{authorized}="0"\n')
        self.obey()
        if (control / "authorized").read_text().strip() != "0":
            self.skipTest("udev cannot be tried here: it needs a mount namespace, and a systemd older than 257")
        rule.unlink()
        shutil.rmtree(control)
        (self.sys / "bus/usb/devices/1-9").unlink()

    def test_only_what_is_allowed_is_on(self) -> None:
        hub = self.usb("1-3", "2109:3431", bDeviceClass="09", authorized="0")
        panel, keyboard = self.usb("1-1", "0eef:0001", authorized="0"), self.usb("1-3.1", "046d:c31c")
        self.done("allow", "0eef:0001", "touch panel")
        self.done("lock")
        self.assertNotRegex(self.obey(), COMPLAINT)
        states = {name: (device / "authorized").read_text().strip()
                  for name, device in {"hub": hub, "panel": panel, "keyboard": keyboard}.items()}
        self.assertEqual(states, {"hub": "1", "panel": "1", "keyboard": "0"})
        self.assertEqual((self.sys / "devices/usb1/authorized_default").read_text().strip(), "0")
        self.assertEqual((self.sys / "devices/usb1/authorized").read_text().strip(), "1")

    def test_a_rule_that_udev_does_not_understand_is_noticed(self) -> None:
        (self.root / "etc/udev/rules.d/61-inloop-usb-wrong.rules").write_text('ATTR{authorized}=="0", OFF="yes"\n')
        self.assertRegex(self.obey(), COMPLAINT)

    def test_of_two_disks_alike_only_the_one_in_use_is_on(self) -> None:
        self.with_systemd()
        disk, other = self.usb("1-4", "152d:0583", serial="A1"), self.usb("1-5", "152d:0583", serial="B2")
        self.root_on_usb(disk)
        self.done("lock")
        # The real one, no recorder.
        (self.programs / "udevadm").unlink()
        self.obey()
        self.assertEqual([(d / "authorized").read_text().strip() for d in (disk, other)], ["1", "0"])

    def test_an_unlocked_machine_takes_what_comes(self) -> None:
        keyboard = self.usb("1-2", "046d:c31c")
        self.done("lock")
        self.done("unlock")
        self.obey()
        self.assertEqual((keyboard / "authorized").read_text().strip(), "1")


class Status(Machine):
    def locked(self) -> None:
        self.with_systemd()
        self.done("lock")
        for unit in UNITS:
            link = self.root / "etc/systemd/system" / unit
            link.parent.mkdir(parents=True, exist_ok=True)
            link.symlink_to("/dev/null")
        (self.sys / "devices/usb1/authorized_default").write_text("0\n")

    def mended(self, about: str, words: str) -> None:
        """That line alone is MEND, and says these words."""
        status = self.status()
        self.assertEqual([name for name, line in status.items() if line.startswith("MEND")], [about], status)
        self.assertIn(words, status[about])
        self.assertEqual(self.run_it("status").returncode, 69)

    def test_a_locked_machine_is_well(self) -> None:
        self.locked()
        said = self.done("status")
        self.assertRegex(said, r"(?m)^ok    usb        off but for what is allowed: 0 on, 0 off$")
        self.assertTrue(said.endswith("Nothing is to be mended.\n"), said)

    def test_on_a_new_machine_all_is_to_mend_but_ssh(self) -> None:
        self.kernel("438", "core")
        self.program("systemctl", "exit 1")
        status = self.status()
        self.assertEqual(len(status), 7)
        self.assertEqual([name for name, line in status.items() if line.startswith("ok")], ["ssh"])

    def test_a_prompt_that_came_back(self) -> None:
        self.locked()
        (self.root / "etc/systemd/system/getty@tty3.service").unlink()
        self.mended("console", "getty@tty3.service")

    def test_keys_to_the_kernel(self) -> None:
        self.locked()
        self.kernel("438", "|/bin/false")
        self.mended("keys", "restart the machine")

    def test_a_crash_that_would_be_written(self) -> None:
        self.locked()
        self.kernel("0", "core")
        self.mended("memory", "restart the machine")

    def test_a_list_that_was_changed_and_not_taken_up(self) -> None:
        self.locked()
        self.done("allow", "0eef:0001", "touch panel")
        self.mended("usb", "changed: sudo inloop-device lock")

    def test_usb_that_is_on_and_should_not_be(self) -> None:
        self.locked()
        self.usb("1-2", "046d:c31c")
        self.mended("usb", "inloop-device usb")
        (self.sys / "devices/usb1/1-2/authorized").write_text("0\n")
        self.assertTrue(self.status()["usb"].endswith("0 on, 1 off"))
        (self.sys / "devices/usb1/authorized_default").write_text("1\n")
        self.mended("usb", "comes on by itself")

    def test_ssh_with_a_password(self) -> None:
        self.locked()
        self.program("sshd", "echo passwordauthentication yes")
        self.mended("ssh", "PasswordAuthentication no")
        self.program("sshd", "exit 1")
        self.mended("ssh", "sudo inloop-device status")

    def test_a_kiosk_that_does_not_run(self) -> None:
        self.locked()
        self.program("systemctl", 'case $* in *is-active*) exit 3 ;; esac')
        self.mended("kiosk", "is not running")


class Settings(unittest.TestCase):
    """Each setting is one that the program which reads it knows; a wrong one would be passed over in silence."""

    PROGRAMS = {"logind.conf": ("Login", "/lib/systemd/systemd-logind"),
                "journald.conf": ("Journal", "/lib/systemd/systemd-journald"),
                "system.conf": ("", "/lib/systemd/systemd")}

    def unknown(self, text: str, section: str, program: str) -> list[str]:
        known = Path(program).read_bytes()
        keys = [line.split("=")[0] for line in text.splitlines() if "=" in line and not line.startswith("#")]
        self.assertTrue(keys)
        return [key for key in keys if f"{section}.{key}".strip(".").encode() + b"\0" not in known]

    def test_each_is_known(self) -> None:
        for name, (section, program) in self.PROGRAMS.items():
            if not os.path.exists(program):
                self.skipTest("no systemd here")
            self.assertEqual(self.unknown((PI / "lock" / name).read_text(), section, program), [])

    def test_one_that_nobody_knows_is_seen(self) -> None:
        if not os.path.exists(self.PROGRAMS["logind.conf"][1]):
            self.skipTest("no systemd here")
        self.assertEqual(self.unknown("NAutoVTs=0\nNoVTs=1\n", *self.PROGRAMS["logind.conf"]), ["NoVTs"])


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]])
