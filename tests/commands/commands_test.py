#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""platform/start, platform/test and platform/install-packages with stand-ins for what they call."""

import os
import shutil
import stat
import subprocess
import tempfile
import unittest
from pathlib import Path

PLATFORM = Path(__file__).resolve().parents[2] / "platform"

# Says how it was called, one line a call.
ECHO = '#!/bin/sh\nprintf \'%s\' "$(basename "$0")"; printf \' <%s>\' "$@"; echo\n'
KIOSK = ECHO + """case $1 in
make-demo-site) mkdir -p "$2/letterbox/new" ;;
--data) mkdir -p "$2/letterbox/new" && touch "$2/letterbox/new/letter of today" && exit ${KIOSK_RESULT:-0} ;;
esac
"""
# A log that makes its folder, serves until it is killed, and knows a code and a login.
LOG = ECHO + """
data=$3
case $1 in
init) mkdir -p "$data" && touch "$data/log.db" && printf 'Henk\\nsix words of the demo here\\n' >"${11}" ;;
serve) touch "$data/console" && exec sleep 60 ;;
esac
"""
# Knows of one package that is there, and leaves a note when asked to install.
DPKG_QUERY = "#!/bin/sh\necho 'installed there'\necho 'not-installed absent'\nexit 1\n"


class Commands(unittest.TestCase):
    def setUp(self) -> None:
        self.top = Path(tempfile.mkdtemp(prefix="inloop-commands-"))
        self.addCleanup(shutil.rmtree, self.top)
        for name in ("start", "test", "install-packages"):
            self.program(f"platform/{name}", (PLATFORM / name).read_text(encoding="utf-8"))
        for purpose in ("build", "run", "test"):
            self.packages(purpose, "there # a reason\n")
        self.program("build/release/kiosk/terminal/inloop-kiosk", KIOSK)
        self.program("build/release/kiosk/officerlog/inloop-log", LOG)
        for name in ("cmake", "ctest", "apt-get"):
            self.program(f"bin/{name}", ECHO)
        self.program("bin/sudo", '#!/bin/sh\nexec "$@"\n')
        self.program("bin/dpkg-query", DPKG_QUERY)

    def program(self, path: str, text: str) -> None:
        file = self.top / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        file.chmod(file.stat().st_mode | stat.S_IXUSR)

    def packages(self, purpose: str, text: str) -> None:
        (self.top / "platform/packages").mkdir(parents=True, exist_ok=True)
        (self.top / f"platform/packages/{purpose}.txt").write_text(text, encoding="utf-8")

    def run_command(self, name: str, *arguments: str, **environment: str) -> subprocess.CompletedProcess:
        """With the environment of a bare service: no HOME, no display, no stdin."""
        path = f"{self.top}/bin:{os.environ.get('PATH', '/usr/bin:/bin')}"
        return subprocess.run(
            [self.top / "platform" / name, *arguments], cwd="/", env={"PATH": path, **environment},
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False, timeout=60,
        )

    def test_start_without_a_display_makes_pictures(self) -> None:
        done = self.run_command("start", "--data", f"{self.top}/demo site", "--size=800x480")
        self.assertEqual(done.returncode, 0, done.stdout)
        self.assertIn(f"inloop-kiosk <--journey> <{self.top}/demo site/journey> <--log-program> "
                      f"<{self.top}/build/release/kiosk/officerlog/inloop-log> <--size> <800x480>", done.stdout)
        self.assertIn(f"inloop-kiosk <make-demo-site> <{self.top}/demo site>", done.stdout)
        self.assertIn(f"inloop-kiosk <--data> <{self.top}/demo site> <--tour> <{self.top}/demo site/tour> <--size> <800x480>",
                      done.stdout)
        self.assertIn(f"The pictures are in {self.top}/demo site/journey and {self.top}/demo site/tour", done.stdout)
        self.assertIn(f"open-demo --key '{self.top}/demo site/demo-log.key' '{self.top}/demo site'/letterbox/new/*", done.stdout)

    def test_start_with_a_display_serves_the_log_pairs_once_and_opens_a_window(self) -> None:
        for display in ("DISPLAY", "WAYLAND_DISPLAY"):
            done = self.run_command("start", "--data", f"{self.top}/demo", "--fullscreen", "--draw", "painter", **{display: "x"})
            self.assertEqual(done.returncode, 0, done.stdout)
            self.assertIn(f"<--data> <{self.top}/demo/kiosk> <--window> <sdl2> <--fullscreen> <--draw> <painter>", done.stdout)
            self.assertIn(f"inloop-log <serve> <--data> <{self.top}/demo/log> <--port> <8443>", done.stdout)
            self.assertIn("six words of the demo here", done.stdout)

    def test_start_pairs_a_kiosk_that_is_not_and_compares_the_words_it_printed(self) -> None:
        words = "#!/bin/sh\n[ $1 != pair ] || echo een twee drie vier vijf\n"
        self.program("build/release/kiosk/terminal/inloop-kiosk", words)
        done = self.run_command("start", "--data", f"{self.top}/demo", DISPLAY="x")
        self.assertIn("both showed: een twee drie vier vijf", done.stdout)
        wrong = LOG + '[ $1 != confirm ] || exit 67\n'
        self.program("build/release/kiosk/officerlog/inloop-log", wrong)
        refused = self.run_command("start", "--data", f"{self.top}/other", DISPLAY="x")
        self.assertEqual(refused.returncode, 67, refused.stdout)

    def test_start_hands_on_the_kiosks_exit_code(self) -> None:
        done = self.run_command("start", "--data", f"{self.top}/demo", DISPLAY="x", KIOSK_RESULT="74")
        self.assertEqual(done.returncode, 74, done.stdout)

    def test_start_tries_a_window_that_was_asked_for_and_makes_pictures_that_were_asked_for(self) -> None:
        window = self.run_command("start", "--data", f"{self.top}/demo", "--window", "glfw")
        self.assertIn("<--window> <glfw>", window.stdout)
        pictures = self.run_command("start", "--data", f"{self.top}/demo", "--window", "headless", DISPLAY="x")
        self.assertIn("<--tour>", pictures.stdout)

    def test_start_says_nothing_of_pictures_or_letters_that_are_not_there(self) -> None:
        self.program("build/release/kiosk/terminal/inloop-kiosk", ECHO + "[ $1 = make-demo-site ] || exit 70\n")
        done = self.run_command("start", "--data", f"{self.top}/demo")
        self.assertEqual(done.returncode, 70, done.stdout)
        self.assertNotIn("The pictures are in", done.stdout)
        self.assertNotIn("open-demo", done.stdout)

    def test_start_ends_where_the_story_does_not_come_to_its_end(self) -> None:
        self.program("build/release/kiosk/terminal/inloop-kiosk", ECHO + "[ $1 != --journey ] || exit 70\n")
        done = self.run_command("start", "--data", f"{self.top}/demo")
        self.assertEqual(done.returncode, 70, done.stdout)
        self.assertNotIn("The pictures are in", done.stdout)

    def test_start_ends_where_the_demo_site_cannot_be_made(self) -> None:
        self.program("build/release/kiosk/terminal/inloop-kiosk", ECHO + "exit 65\n")
        done = self.run_command("start", "--data", f"{self.top}/demo")
        self.assertEqual(done.returncode, 65, done.stdout)
        self.assertNotIn("<--data>", done.stdout)

    def test_what_start_tells_opens_letters_in_a_folder_with_any_name(self) -> None:
        """The command that is printed can be typed as it is, whatever the folder is called."""
        folder = f"{self.top}/it's a demo"
        done = self.run_command("start", "--data", folder)
        command = next(line for line in done.stdout.splitlines() if "open-demo" in line)
        opened = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False)
        self.assertEqual(opened.stdout, f"inloop-kiosk <open-demo> <--key> <{folder}/demo-log.key> "
                                        f"<{folder}/letterbox/new/letter of today>\n", opened.stderr)

    def test_start_finds_a_place_for_the_demo_site(self) -> None:
        given = self.run_command("start", XDG_DATA_HOME=f"{self.top}/data", HOME=f"{self.top}/home")
        self.assertIn(f"<make-demo-site> <{self.top}/data/inloop-demo>", given.stdout)
        home = self.run_command("start", HOME=f"{self.top}/home")
        self.assertIn(f"<make-demo-site> <{self.top}/home/.local/share/inloop-demo>", home.stdout)

    def test_test_ends_with_ctest(self) -> None:
        done = self.run_command("test", "--", "-R", "Letterbox", CI="true")
        self.assertEqual(done.stdout.splitlines()[-1], "ctest <--preset> <dev> <-R> <Letterbox>")
        sanitized = self.run_command("test", "--sanitize", "asan")
        self.assertEqual(sanitized.stdout.splitlines()[-1], "ctest <--preset> <asan>")

    def test_wrong_words_are_usage_errors_and_do_nothing(self) -> None:
        for words in (["start", "--window", "tv"], ["start", "--data"], ["start", "now"], ["test", "--sanitize"],
                      ["test", "all"], ["install-packages"], ["install-packages", "fun"]):
            done = self.run_command(*words)
            self.assertEqual(done.returncode, 64, f"{words}: {done.stdout}")
            self.assertNotIn("cmake <", done.stdout)
            self.assertNotIn("apt-get <", done.stdout)

    def test_help_is_there(self) -> None:
        for name in ("start", "test", "install-packages"):
            done = self.run_command(name, "--help")
            self.assertEqual(done.returncode, 0, done.stdout)
            self.assertIn("Usage:", done.stdout)

    def test_packages_that_are_there_are_left_alone(self) -> None:
        done = self.run_command("install-packages", "build", "run")
        self.assertEqual((done.returncode, "apt-get" in done.stdout), (0, False), done.stdout)

    def test_only_missing_packages_are_installed(self) -> None:
        self.packages("run", "there\nabsent # not-installed is not installed\nunheard-of\n")
        done = self.run_command("install-packages", "build", "run")
        self.assertEqual(done.returncode, 0, done.stdout)
        self.assertTrue(done.stdout.splitlines()[-1].endswith(" <absent> <unheard-of>"), done.stdout)


if __name__ == "__main__":
    unittest.main()
