#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Kiosk and log as systemd runs them: what they tell it, and what their units allow.

    service_test.py KIOSK LOG SOURCE WEB [unittest's arguments]
"""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

KIOSK, LOG, SOURCE, WEB = sys.argv[1:5]
ASSETS = f"{SOURCE}/assets"
DEBIAN = Path(SOURCE, "platform/debian")
SECONDS = 60  # what surely comes
GRANTED = 1.0  # seconds of the watchdog


class Service(unittest.TestCase):
    def setUp(self) -> None:
        self.top = Path(tempfile.mkdtemp(prefix="inloop-service-"))
        self.addCleanup(shutil.rmtree, self.top)
        self.notices = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.addCleanup(self.notices.close)
        self.notices.bind(str(self.top / "notify"))

    def start(self, *command: str) -> subprocess.Popen:
        environment = {"PATH": os.environ["PATH"], "INLOOP_ASSETS": ASSETS, "INLOOP_WEB": WEB, "ASAN_OPTIONS": "detect_leaks=0",
                       "NOTIFY_SOCKET": str(self.top / "notify"), "WATCHDOG_USEC": str(int(GRANTED * 1_000_000))}
        process = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        return process

    def told(self, seconds: float) -> str:
        self.notices.settimeout(seconds)
        return self.notices.recv(512).decode()

    def check(self, *command: str) -> None:
        process = self.start(*command)
        self.assertTrue(self.told(SECONDS).startswith("READY=1\n"))
        self.assertEqual([self.told(SECONDS) for _ in range(3)], ["WATCHDOG=1"] * 3)
        # One that stands still is not fed; what was on its way may still come.
        process.send_signal(signal.SIGSTOP)
        with self.assertRaises(TimeoutError):
            for _ in range(10):
                self.told(2 * GRANTED)
        process.send_signal(signal.SIGCONT)
        self.assertEqual(self.told(SECONDS), "WATCHDOG=1")
        process.send_signal(signal.SIGTERM)
        self.assertEqual(process.wait(SECONDS), 0)
        last = ""
        while not last.startswith("STOPPING=1"):
            last = self.told(SECONDS)

    def test_the_kiosk_tells_that_it_is_ready_alive_and_ending(self) -> None:
        site = str(self.top / "site")
        subprocess.run([KIOSK, "make-demo-site", site], check=True, env={"INLOOP_ASSETS": ASSETS}, capture_output=True)
        self.check(KIOSK, "--window", "headless", "--data", site)

    def test_the_log_tells_that_it_is_ready_alive_and_ending(self) -> None:
        data = str(self.top / "log")
        subprocess.run([LOG, "init", "--data", data, "--assets", ASSETS, "--site", "Proef", "--lead", "Henk",
                        "--demo-login", str(self.top / "login")], check=True, capture_output=True)
        self.check(LOG, "serve", "--data", data, "--port", "0")


def groups_of(rules: str) -> set[str]:
    lines = [line for line in rules.splitlines() if not line.startswith("#")]
    return {group for line in lines for pair in re.findall(r'GROUP="(\w+)"|chgrp (\w+)', line) for group in pair if group}


class Units(unittest.TestCase):
    """systemd looks at the units without running them."""

    def test_what_a_program_on_a_console_says_goes_to_the_journal(self) -> None:
        unit = (DEBIAN / "inloop-kiosk.service").read_text(encoding="utf-8")
        self.assertIn("StandardInput=tty", unit)
        for stream in ("Output", "Error"):
            self.assertIn(f"\nStandard{stream}=journal\n", unit)

    @unittest.skipUnless(shutil.which("systemd-analyze"), "no systemd here")
    def test_they_are_valid(self) -> None:
        with tempfile.TemporaryDirectory(prefix="inloop-units-") as top:
            for unit in DEBIAN.glob("*.service"):
                # The programs are not installed here: a line each that is.
                text = re.sub(r"(?m)^ExecStart=\S+", "ExecStart=/bin/true", unit.read_text())
                text = re.sub(r"(?m)^Documentation=.*\n", "", text)
                Path(top, unit.name).write_text(text)
                done = subprocess.run(["systemd-analyze", "verify", "--man=no", str(Path(top, unit.name))],
                                      capture_output=True, text=True)
                complaints = [line for line in done.stderr.splitlines() if unit.name in line]
                self.assertEqual(complaints, [], done.stderr)

    @unittest.skipUnless(shutil.which("systemd-analyze"), "no systemd here")
    def test_they_leave_little_open(self) -> None:
        for unit in DEBIAN.glob("*.service"):
            done = subprocess.run(["systemd-analyze", "security", "--offline=true", "--threshold=20", str(unit)],
                                  capture_output=True, text=True)
            level = re.search(r"exposure level for .*: ([0-9.]+)", done.stdout)
            assert level, done.stdout + done.stderr
            self.assertLessEqual(float(level.group(1)), 2.0, done.stdout)

    def test_the_kiosk_may_do_what_the_udev_rule_grants(self) -> None:
        rule = (DEBIAN / "inloop-kiosk.udev").read_text()
        unit = (DEBIAN / "inloop-kiosk.service").read_text()
        users = (DEBIAN / "inloop-kiosk.sysusers").read_text()
        granted = groups_of(rule)
        self.assertEqual(granted, {"video", "gpio"})
        made = set(re.findall(r"(?m)^g (\S+)", users))
        member = set(re.findall(r"(?m)^m inloop-kiosk (\S+)", users))
        extra = set(re.search(r"(?m)^SupplementaryGroups=(.*)$", unit).group(1).split())
        for groups in (made, member, extra):
            self.assertEqual(granted - groups, set())
        # What is written by way of files of the kernel has to be open although the rest is not.
        self.assertIn("ProtectKernelTunables=yes", unit)
        self.assertRegex(unit, r"(?m)^ReadWritePaths=-/sys/devices/platform$")

    def test_a_group_that_is_missing_is_noticed(self) -> None:
        self.assertEqual(groups_of('KERNEL=="x", GROUP="dialout", RUN+="/bin/chgrp audio $sys$devpath/y"\n# chgrp no'),
                         {"dialout", "audio"})

    def test_an_open_unit_is_noticed(self) -> None:
        if not shutil.which("systemd-analyze"):
            self.skipTest("no systemd here")
        with tempfile.TemporaryDirectory(prefix="inloop-units-") as top:
            unit = Path(top, "open.service")
            unit.write_text("[Service]\nExecStart=/bin/true\n")
            done = subprocess.run(["systemd-analyze", "security", "--offline=true", str(unit)], capture_output=True, text=True)
            level = re.search(r"exposure level for .*: ([0-9.]+)", done.stdout)
            assert level, done.stdout + done.stderr
            self.assertGreater(float(level.group(1)), 9.0)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[5:]])
