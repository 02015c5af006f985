#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""inloop-kiosk doctor: the real program on a machine of made folders, with a real site and a real log.

    doctor_test.py KIOSK LOG ASSETS WEB [unittest's arguments]
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
from typing import Optional

from served_log import ServedLog

KIOSK, LOG, ASSETS, WEB = sys.argv[1:5]
ENVIRONMENT = {"PATH": os.environ.get("PATH", "/usr/bin:/bin"), "INLOOP_ASSETS": ASSETS, "INLOOP_WEB": WEB,
               "ASAN_OPTIONS": "detect_leaks=0"}
SECONDS = 60
CHECKS = ["display", "touch", "light", "fonts", "disk", "clock", "network", "log", "letterbox", "service"]
FORGETFUL = ("tmpfs", "ramfs", "overlayfs")


def run(*words: object) -> str:
    return subprocess.run([str(word) for word in words], env=ENVIRONMENT, capture_output=True, text=True, check=True,
                          timeout=SECONDS).stdout


def file_system_of(path: Path) -> str:
    return run("stat", "-f", "-c", "%T", path).strip()


def tree(top: Path) -> dict[str, tuple]:
    return {str(one.relative_to(top)): (one.stat().st_mode, one.stat().st_mtime_ns, one.is_file() and one.read_bytes())
            for one in sorted(top.rglob("*"))}


class Running:
    """A kiosk that shows its screens in memory until stop()."""

    def __init__(self, data: Path, *options: str) -> None:
        self.top = Path(tempfile.mkdtemp(prefix="inloop-running-"))
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as notices:
            notices.bind(str(self.top / "notify"))
            self.process = subprocess.Popen([KIOSK, "--window", "headless", "--data", str(data), *options],
                                            env={**ENVIRONMENT, "NOTIFY_SOCKET": str(self.top / "notify")},
                                            stderr=subprocess.PIPE, text=True)
            notices.settimeout(SECONDS)
            assert notices.recv(512).startswith(b"READY=1")

    def stop(self) -> tuple[int, str]:
        self.process.send_signal(signal.SIGTERM)
        _, said = self.process.communicate(timeout=SECONDS)
        shutil.rmtree(self.top)
        return self.process.returncode, said


class Doctor(unittest.TestCase):
    """A kiosk that lacks nothing, paired with a log that serves; each test takes something away."""

    @classmethod
    def setUpClass(cls) -> None:
        cls.shared = Path(tempfile.mkdtemp(prefix="inloop-doctor-log-"))
        cls.addClassCleanup(shutil.rmtree, cls.shared)
        if file_system_of(cls.shared) in FORGETFUL:
            raise unittest.SkipTest(f"{cls.shared} itself lies in memory")
        run(LOG, "init", "--data", cls.shared / "log", "--assets", ASSETS, "--site", "Proef", "--lead", "Henk",
            "--demo-login", cls.shared / "login")
        cls.log = ServedLog(LOG, cls.shared / "log", ENVIRONMENT)
        cls.addClassCleanup(cls.log.stop)
        code = run(LOG, "pair", "--data", cls.shared / "log").strip()
        words = run(KIOSK, "pair", "--data", cls.shared / "site", "--log", f"https://localhost:{cls.log.port}",
                    "--name", "Proef", "--compared-later", code).split()
        run(LOG, "confirm", "--data", cls.shared / "log", *words)

    def setUp(self) -> None:
        self.top = Path(tempfile.mkdtemp(prefix="inloop-doctor-"))
        self.addCleanup(shutil.rmtree, self.top)
        self.site = self.top / "site"
        shutil.copytree(self.shared / "site", self.site)
        self.site.chmod(0o700)
        self.make_machine()

    def write(self, name: str, text: str) -> Path:
        file = self.top / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
        return file

    def make_machine(self) -> None:
        self.write("sys/class/drm/card1-DSI-1/status", "connected\n")
        self.write("sys/class/drm/card1-DSI-1/modes", "720x1280\n")
        self.write("dev/dri/card1", "")
        self.write("sys/class/input/event4/device/name", "FT5406\n")
        # ABS_MT_POSITION_X is bit 53 of words of the size of a long.
        self.write("sys/class/input/event4/device/capabilities/abs",
                   "20000000000000\n" if sys.maxsize > 2**32 else "200000 0\n")
        self.write("dev/input/event4", "").chmod(0o600)
        self.write("sys/class/backlight/10-0045/brightness", "31\n")
        self.write("sys/class/backlight/10-0045/max_brightness", "31\n")
        self.write("proc/net/route", "Iface\tDestination\tGateway\tFlags\tRefCnt\tUse\tMetric\tMask\n"
                                     "lo\t00000000\t0100007F\t0003\t0\t0\t0\t00000000\n")
        (self.top / "run/systemd/system").mkdir(parents=True)
        self.systemctl("loaded", "active", "enabled")

    def systemctl(self, loaded: str, active: str, enabled: str) -> None:
        self.write("systemctl", f"#!/bin/sh\necho LoadState={loaded}\necho ActiveState={active}\n"
                                f"echo UnitFileState={enabled}\n").chmod(0o755)

    def run_it(self, *options: object, user: Optional[str] = None, **more: str) -> subprocess.CompletedProcess:
        places = {"INLOOP_SYS": "sys", "INLOOP_PROC": "proc", "INLOOP_DEV": "dev", "INLOOP_RUN": "run",
                  "INLOOP_SYSTEMCTL": "systemctl"}
        environment = {**ENVIRONMENT, **{name: str(self.top / place) for name, place in places.items()}, **more}
        # Where the package is installed its user would count for root.
        usual = {"--data": str(self.site), "--user": run("id", "-un").strip()}
        words = [KIOSK, "doctor", *map(str, options)]
        words += [word for name, value in usual.items() if name not in options for word in (name, value)]
        return subprocess.run(words, env=environment, capture_output=True, text=True, check=False, timeout=SECONDS,
                              user=user)

    def findings(self, *options: object, **more: str) -> dict[str, tuple[str, str]]:
        done = self.run_it(*options, **more)
        lines = done.stdout.splitlines()
        self.assertEqual(done.stderr, "")
        found = [re.fullmatch(r"(ok|note|MEND) +(\w+) +(.*)", line) for line in lines[:-1]]
        self.assertEqual([one and one.group(2) for one in found], CHECKS, done.stdout)
        result = {one.group(2): (one.group(1), one.group(3)) for one in found if one}
        to_mend = [name for name, (state, _) in result.items() if state == "MEND"]
        self.assertEqual(done.returncode, 69 if to_mend else 0, done.stdout)
        self.assertIn(", ".join(to_mend) if to_mend else "Nothing is to be mended", lines[-1])
        return result

    def assert_only(self, check: str, state: str, words: str, *options: object, **more: str) -> None:
        """`check` says so, and every other one is as on a kiosk that lacks nothing."""
        found = self.findings(*options, **more)
        self.assertEqual(found[check][0], state, found)
        self.assertIn(words, found[check][1])
        others = {name: one for name, (one, _) in found.items() if name not in (check, "clock")}
        self.assertEqual(set(others.values()), {"ok"}, found)

    def test_a_kiosk_that_lacks_nothing_is_green(self) -> None:
        before = tree(self.site)
        found = self.findings()
        self.assertEqual({name: state for name, (state, _) in found.items() if name != "clock"},
                         {name: "ok" for name in CHECKS if name != "clock"}, found)
        self.assertIn(found["clock"][0], ("ok", "note"))  # as this machine's is
        self.assertEqual(found["display"][1], "DSI-1, 720x1280, on card1")
        self.assertEqual(found["touch"][1], f"FT5406, {self.top}/dev/input/event4")
        self.assertEqual(found["network"][1].split(", ")[:2], ["lo", "127.0.0.1"])
        self.assertEqual(tree(self.site), before, "it changed something")

    def test_columns_stand_below_each_other_and_colours_are_for_terminals(self) -> None:
        said = self.run_it().stdout
        for line, check in zip(said.splitlines(), CHECKS):
            self.assertRegex(line, rf"^(ok  |note|MEND)  {check:<11}\S")
        self.assertNotIn("\033", said)

    def test_the_display(self) -> None:
        self.write("sys/class/drm/card1-DSI-1/status", "disconnected\n")
        self.assert_only("display", "MEND", "cable")
        self.assert_only("display", "note", "window", DISPLAY=":0")

    def test_the_touch_screen(self) -> None:
        self.write("sys/class/input/event4/device/capabilities/abs", "3\n")
        self.assert_only("touch", "MEND", "no touch screen among /dev/input")

    def test_the_light(self) -> None:
        shutil.rmtree(self.top / "sys/class/backlight")
        self.assert_only("light", "note", "no backlight")

    @unittest.skipUnless(os.geteuid() == 0, "only root can look with another's eyes")
    def test_the_rights_are_those_of_the_kiosks_user(self) -> None:
        found = self.findings("--user", "nobody")
        for check in ("display", "touch", "light", "disk"):
            self.assertEqual(found[check][0], "MEND", found)
            self.assertIn("nobody", found[check][1])
        self.assertEqual(self.run_it("--user", "no-such-user").returncode, 67)

    def test_fonts_and_texts(self) -> None:
        assets = self.top / "assets"
        shutil.copytree(ASSETS, assets)
        with (assets / "pages/nl/pilot.md").open("a") as page:
            page.write("\n<b>no</b>\n")
        self.assert_only("fonts", "MEND", f"check-assets {assets}", "--assets", assets)
        fonts = assets / "fonts.toml"
        fonts.write_text(fonts.read_text().replace("/usr/share/fonts", "/nowhere"))
        self.assert_only("fonts", "MEND", "the kiosk does not start", "--assets", assets)

    def test_the_folder_of_the_data(self) -> None:
        self.site.chmod(0o755)
        self.assert_only("disk", "MEND", "sudo chmod 700")

    def test_data_in_memory_is_told(self) -> None:
        forgetful = Path(tempfile.mkdtemp(prefix="inloop-doctor-", dir="/dev/shm"))
        self.addCleanup(shutil.rmtree, forgetful)
        shutil.copytree(self.site, forgetful, dirs_exist_ok=True)
        forgetful.chmod(0o700)
        self.assert_only("disk", "MEND", "lies on tmpfs, in memory", "--data", forgetful)

    def test_the_network(self) -> None:
        self.write("proc/net/route", "")
        self.assert_only("network", "note", "Letters wait here")

    def test_another_server_than_the_pinned_one(self) -> None:
        link = self.site / "log-link.toml"
        text = link.read_text()
        link.write_text(re.sub(r'server_key = ".', 'server_key = "' + ("1" if 'server_key = "0' in text else "0"), text))
        self.assert_only("log", "MEND", "another than the log that was pinned")

    def test_a_log_that_is_away(self) -> None:
        link = self.site / "log-link.toml"
        with socket.socket() as nobody:  # bound, so that nobody else takes the port; it does not listen
            nobody.bind(("127.0.0.1", 0))
            link.write_text(re.sub(r"localhost:\d+", f"localhost:{nobody.getsockname()[1]}", link.read_text()))
            self.assert_only("log", "note", "is not reached")

    def test_a_kiosk_without_a_log(self) -> None:
        demo = self.top / "demo"
        run(KIOSK, "make-demo-site", demo)
        self.assert_only("log", "note", "stay here", "--data", demo)
        (demo / "policy.pkp").unlink()
        self.assert_only("log", "MEND", "inloop-kiosk pair", "--data", demo)

    def test_letters(self) -> None:
        self.write("site/letterbox/new/0000000001-x.pkb", "a visitor's words")
        self.assert_only("letterbox", "note", "1 damaged letter ")
        self.assertNotIn("visitor's words", self.run_it().stdout)

    def test_the_service(self) -> None:
        self.systemctl("loaded", "failed", "enabled")
        self.assert_only("service", "MEND", "journalctl")
        self.systemctl("loaded", "active", "disabled")
        self.assert_only("service", "MEND", "after a power cut")

    def test_no_key_is_printed(self) -> None:
        running = Running(self.site)  # makes the device key where it is not there
        running.stop()
        said = self.run_it().stdout.lower()
        for key in re.findall(r"[0-9a-f]{64}", (self.site / "log-link.toml").read_text()):
            self.assertNotIn(key[:16], said)
        self.assertNotIn((self.site / "device.key").read_bytes()[4:36].hex()[:16], said)

    def test_it_may_be_asked_while_the_kiosk_runs(self) -> None:
        kiosk = Running(self.site)
        found = self.findings()
        code, said = kiosk.stop()
        self.assertEqual(code, 0, said)
        self.assertEqual({state for name, (state, _) in found.items() if name != "clock"}, {"ok"}, found)
        self.assertNotIn("refused", said)

    @unittest.skipUnless(os.geteuid() == 0, "only root can become somebody else")
    def test_somebody_else_is_told_to_use_sudo(self) -> None:
        os.chmod(self.top, 0o755)
        try:
            done = self.run_it(user="nobody")
        except PermissionError:
            self.skipTest("nobody else may run what was built")
        self.assertEqual(done.returncode, 77, done.stdout + done.stderr)
        self.assertIn("sudo inloop-kiosk doctor", done.stderr)
        self.assertEqual(done.stdout, "")

    def test_help_describes_each_option(self) -> None:
        text = self.run_it("--help").stdout
        for word in ("--data", "--assets", "--user", "69", "INLOOP_SYS"):
            self.assertIn(word, text)
        self.assertIn("--data-must-last", run(KIOSK, "--help"))


class DataMustLast(unittest.TestCase):
    """--data-must-last on the real program: on a disk in memory no letterbox is opened, and it says why."""

    def site_in(self, folder: Optional[str]) -> Path:
        top = Path(tempfile.mkdtemp(prefix="inloop-lasting-", dir=folder))
        self.addCleanup(shutil.rmtree, top)
        run(KIOSK, "make-demo-site", top / "site")
        return top / "site"

    def opens(self, site: Path, *options: str) -> tuple[bool, str]:
        code, said = Running(site, *options).stop()
        self.assertEqual(code, 0, said)
        return (site / "letterbox").exists(), said

    def test_in_memory_letters_are_refused(self) -> None:
        site = self.site_in("/dev/shm")
        opened, said = self.opens(site, "--data-must-last")
        self.assertFalse(opened)
        self.assertIn("letters are refused", said)
        self.assertIn("lies on tmpfs", said)
        # Control: the same folder without the option.
        opened, said = self.opens(site)
        self.assertTrue(opened)
        self.assertNotIn("letters are refused", said)

    def test_on_a_disk_letters_are_taken(self) -> None:
        site = self.site_in(None)
        if file_system_of(site) in FORGETFUL:
            self.skipTest(f"{site} itself lies in memory")
        opened, said = self.opens(site, "--data-must-last")
        self.assertTrue(opened, said)
        self.assertNotIn("letters are refused", said)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[5:]])
