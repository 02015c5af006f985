#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Which display the kiosk is started on, and how.

    kiosk_screen_test.py KIOSK_SCREEN [unittest's arguments]
"""

import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

KIOSK_SCREEN = sys.argv[1]
PI_4, PI_5 = "Raspberry Pi 4 Model B Rev 1.5\0", "Raspberry Pi 5 Model B Rev 1.0\0"


class KioskScreen(unittest.TestCase):
    def setUp(self) -> None:
        self.top = Path(tempfile.mkdtemp(prefix="inloop-screen-"))
        self.addCleanup(shutil.rmtree, self.top)
        self.sys = self.top / "sys"
        (self.sys / "class/drm").mkdir(parents=True)
        self.programs = self.top / "bin"
        self.programs.mkdir()
        self.program("chvt", "")  # whoever sits at a console stays there

    def connector(self, name: str, status: str) -> None:
        folder = self.sys / "class/drm" / name
        folder.mkdir()
        (folder / "status").write_text(status + "\n")

    def model(self, text: str) -> None:
        folder = self.sys / "firmware/devicetree/base"
        folder.mkdir(parents=True)
        (folder / "model").write_text(text)

    def program(self, name: str, text: str) -> Path:
        file = self.programs / name
        file.write_text("#!/bin/sh\n" + text)
        file.chmod(0o755)
        return file

    def run_it(self, *options: str, **environment: str) -> subprocess.CompletedProcess:
        return subprocess.run([KIOSK_SCREEN, *options], capture_output=True, text=True, timeout=60,
                              env={"PATH": f"{self.programs}:{os.environ['PATH']}", "INLOOP_SYS": str(self.sys),
                                   "INLOOP_SCREEN_WAIT": "0", "INLOOP_SDL_VERSION": "2.26.5+dfsg-1", **environment})

    def words(self, *options: str, **environment: str) -> list[str]:
        done = self.run_it("--print", *options, **environment)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout.splitlines()

    def test_on_a_pi_4_it_draws_on_the_panel_itself(self) -> None:
        self.model(PI_4)
        self.connector("card0-HDMI-A-1", "connected")
        self.connector("card1-DSI-1", "connected")
        self.assertEqual(self.words("--data", "/x y"),
                         ["env", "SDL_VIDEODRIVER=kmsdrm", "SDL_KMSDRM_DEVICE_INDEX=1", "/usr/bin/inloop-kiosk", "--fullscreen",
                          "--data", "/x y"])

    def test_a_panel_that_is_not_connected_is_passed_over(self) -> None:
        self.connector("card0-DSI-1", "disconnected")
        self.connector("card1-HDMI-A-1", "disconnected")
        self.connector("card1-HDMI-A-2", "connected")
        self.assertIn("SDL_KMSDRM_DEVICE_INDEX=1", self.words())

    def test_a_display_of_another_kind_will_do(self) -> None:
        self.connector("card0-Virtual-1", "connected")
        self.assertIn("SDL_KMSDRM_DEVICE_INDEX=0", self.words())

    def test_on_a_pi_5_with_an_old_sdl_it_uses_cage(self) -> None:
        self.program("cage", "")
        self.model(PI_5)
        self.connector("card2-DSI-2", "connected")
        words = self.words()
        self.assertEqual(words[:6], ["env", "LIBSEAT_BACKEND=seatd", "WLR_DRM_DEVICES=/dev/dri/card2", "cage", "-d", "--"])

    def test_in_cage_it_is_the_printed_command_that_runs(self) -> None:
        self.program("cage", 'printf "%s\\n" "$LIBSEAT_BACKEND" "$WLR_DRM_DEVICES" "$@"\n')
        self.connector("card2-HDMI-A-1", "connected")
        done = self.run_it("--data", "/x y", INLOOP_SCREEN="cage")
        self.assertEqual(done.stdout.splitlines(), ["seatd", "/dev/dri/card2", "-d", "--", "/usr/bin/inloop-kiosk", "--fullscreen",
                                                    "--data", "/x y"], done.stderr)

    def test_on_a_pi_5_with_a_newer_sdl_it_draws_itself(self) -> None:
        self.model(PI_5)
        self.connector("card2-DSI-2", "connected")
        self.assertIn("SDL_VIDEODRIVER=kmsdrm", self.words(INLOOP_SDL_VERSION="2.32.4+dfsg-1"))

    def test_the_way_can_be_chosen(self) -> None:
        self.program("cage", "")
        self.connector("card0-HDMI-A-1", "connected")
        self.assertIn("cage", self.words(INLOOP_SCREEN="cage"))
        self.model(PI_5)
        self.assertNotIn("cage", self.words(INLOOP_SCREEN="direct"))
        done = self.run_it("--print", INLOOP_SCREEN="both")
        self.assertEqual(done.returncode, 78)
        self.assertIn("/etc/default/inloop-kiosk", done.stderr)

    def test_what_a_person_must_mend_is_not_tried_again_at_once(self) -> None:
        self.connector("card0-HDMI-A-1", "connected")
        slept = self.top / "slept"
        self.program("sleep", f'echo "$1" >>{slept}\n')
        self.assertEqual(self.run_it("--print", INLOOP_SCREEN="both").returncode, 78)
        self.assertFalse(slept.exists(), "who only asks does not wait")
        self.assertEqual(self.run_it(INLOOP_SCREEN="both").returncode, 78)
        self.assertEqual(slept.read_text(), "10\n")

    def test_without_a_display_it_says_so(self) -> None:
        self.connector("card0-HDMI-A-1", "disconnected")
        done = self.run_it("--print")
        self.assertEqual(done.returncode, 69)
        self.assertIn("no display is connected", done.stderr)

    def test_it_waits_for_a_driver_that_is_late(self) -> None:
        waiting = subprocess.Popen([KIOSK_SCREEN, "--print"], stdout=subprocess.PIPE, text=True,
                                   env={"PATH": os.environ["PATH"], "INLOOP_SYS": str(self.sys)})
        self.connector("card0-DSI-1", "connected")
        out, _ = waiting.communicate(timeout=60)
        self.assertEqual(waiting.returncode, 0)
        self.assertIn("SDL_KMSDRM_DEVICE_INDEX=0", out)

    def test_the_fifth_crash_within_a_minute_is_told_to_visitors(self) -> None:
        self.connector("card0-DSI-1", "connected")
        kiosk = self.program("kiosk", "exit 70\n")
        console, run = self.top / "console", self.top / "run"
        run.mkdir()
        around = {"INLOOP_KIOSK": str(kiosk), "INLOOP_CONSOLE": str(console), "INLOOP_PAUSE": "0",
                  "RUNTIME_DIRECTORY": str(run), "INLOOP_UPTIME": str(self.top / "uptime")}
        (self.top / "uptime").write_text("100.25 180.50\n")
        for start in range(1, 6):
            self.assertFalse(console.exists(), f"after {start - 1} starts")
            self.assertEqual(self.run_it(**around).returncode, 70)
        told = console.read_text()
        for words in ("EVEN GEDULD", "112", "0900-8844"):
            self.assertIn(words, told)
        # A minute later it counts anew.
        console.unlink()
        (self.top / "uptime").write_text("160.25 280.50\n")
        self.assertEqual(self.run_it(**around).returncode, 70)
        self.assertFalse(console.exists())

    def test_help_is_there(self) -> None:
        done = self.run_it("--help")
        self.assertEqual(done.returncode, 0)
        self.assertIn("INLOOP_SCREEN", done.stdout)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]])
