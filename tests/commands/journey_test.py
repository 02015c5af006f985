#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""inloop-kiosk --journey: with the real inloop-log, and with one that lets it down.

    journey_test.py KIOSK LOG ASSETS PICTURES [unittest's arguments]

The pictures of the journey that went well are left in PICTURES.
"""

import os
import shlex
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path
from typing import Optional

KIOSK, LOG, ASSETS, PICTURES = map(Path, sys.argv[1:5])
SECONDS = 300
SCREENS = ("first-screen", "home", "is-it-happening-now", "subjects", "written", "where", "how-to-hear-back",
           "is-this-right", "receipt", "receipt-arrived", "thanks", "code-typed", "answer", "left-again")


def size_of(png: Path) -> tuple[int, int]:
    """Width and height, from the header that begins every PNG."""
    head = png.read_bytes()[:24]
    assert head[:8] == b"\x89PNG\r\n\x1a\n", png
    return struct.unpack(">II", head[16:24])


class Journey(unittest.TestCase):
    def setUp(self) -> None:
        self.top = Path(tempfile.mkdtemp(prefix="inloop-journey-test-"))
        self.addCleanup(shutil.rmtree, self.top)
        self.temporary = self.top / "temporary"
        self.temporary.mkdir()
        self.pictures = self.top / "pictures"

    def command(self, *options: object, log: Optional[Path] = LOG) -> tuple[list[str], dict[str, str]]:
        program = ["--log-program", str(log)] if log else []
        # A proxy that is not there must not matter: all happens on loopback.
        return ([str(KIOSK), "--journey", str(self.pictures), *program, *map(str, options)],
                {"INLOOP_ASSETS": str(ASSETS), "TMPDIR": str(self.temporary), "PATH": os.environ["PATH"],
                 "https_proxy": "http://127.0.0.1:9", "ASAN_OPTIONS": "detect_leaks=0"})

    def take(self, *options: object, log: Optional[Path] = LOG) -> subprocess.CompletedProcess:
        words, environment = self.command(*options, log=log)
        return subprocess.run(words, env=environment, capture_output=True, text=True, check=False, timeout=SECONDS)

    def log_that(self, case: str) -> Path:
        """The real log, but for what `case` (of a shell) does for some of its commands."""
        file = self.top / "inloop-log"
        real = shlex.quote(str(LOG))
        file.write_text(f"#!/bin/sh\ncd {shlex.quote(str(self.top))}\ncase $1 in\n{case}\nesac\nexec {real} \"$@\"\n",
                        encoding="utf-8")
        file.chmod(0o755)
        return file

    def assert_nothing_left(self) -> None:
        self.assertEqual(list(self.temporary.iterdir()), [])

    def test_a_visitor_reads_what_an_officer_answered(self) -> None:
        self.pictures = PICTURES
        shutil.rmtree(PICTURES, ignore_errors=True)
        done = self.take()
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        lines = done.stdout.splitlines()
        self.assertEqual([line for line in lines if line.startswith("8 of 10: ")], ["8 of 10: the officer answers"])
        self.assertIn("The answer on the screen is the one that was typed.", lines[-1])
        self.assertIn(str(PICTURES), lines[-1])
        self.assertNotIn("scooter", done.stdout + done.stderr)
        pictures = sorted(PICTURES.iterdir())
        self.assertEqual([file.name[:3] for file in pictures], [f"{n:02}-" for n in range(1, len(pictures) + 1)])
        for screen in SCREENS:
            self.assertTrue(any(file.name[3:] == f"{screen}.png" for file in pictures), screen)
        self.assertEqual({size_of(file) for file in pictures}, {(1280, 800)})
        self.assert_nothing_left()

    def test_a_log_that_is_gone_before_the_answer_is_named_with_its_step(self) -> None:
        log = self.log_that("serve) echo $$ >serving ;;\ndemo-code) kill -KILL $(cat serving) ;;")
        done = self.take(log=log)
        self.assertEqual(done.returncode, 70, done.stdout + done.stderr)
        self.assertIn("step 6 of 10, the officer logs in: ", done.stderr)
        self.assertNotIn("The answer on the screen", done.stdout)
        self.assert_nothing_left()

    def test_a_login_that_is_wrong_is_named_with_its_step(self) -> None:
        done = self.take(log=self.log_that("demo-code) echo 000000; exit 0 ;;"))
        self.assertEqual(done.returncode, 70, done.stdout + done.stderr)
        self.assertIn("step 6 of 10, the officer logs in: the log does not take name, passphrase and code", done.stderr)
        self.assert_nothing_left()

    def test_words_that_are_not_those_of_the_log_end_it(self) -> None:
        swapped = f'confirm) exec {shlex.quote(str(LOG))} confirm "$2" "$3" "$5" "$4" "$6" "$7" "$8" ;;'
        done = self.take(log=self.log_that(swapped))
        self.assertEqual(done.returncode, 70, done.stdout + done.stderr)
        self.assertIn("step 2 of 10, kiosk and log are paired: inloop-log confirm ended", done.stderr)
        self.assert_nothing_left()

    def test_what_a_log_complains_of_is_told(self) -> None:
        done = self.take(log=self.log_that("serve) echo the port is taken >&2; exit 69 ;;"))
        self.assertEqual(done.returncode, 70, done.stdout + done.stderr)
        self.assertIn("step 1 of 10, a log of its own starts: inloop-log serve ended: the port is taken", done.stderr)
        self.assert_nothing_left()

    def test_being_asked_to_end_ends_the_log_too(self) -> None:
        log = self.log_that("serve) echo $$ >serving ;;\ndemo-code) kill -TERM $PPID; exit 1 ;;")
        words, environment = self.command(log=log)
        with subprocess.Popen(words, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as kiosk:
            kiosk.communicate(timeout=SECONDS)
        self.assertEqual(kiosk.returncode, 70)
        serving = int((self.top / "serving").read_text(encoding="utf-8"))
        with self.assertRaises(ProcessLookupError):
            os.kill(serving, signal.SIG_DFL)
        self.assert_nothing_left()

    def test_without_a_log_it_says_what_to_name(self) -> None:
        done = self.take(log=self.top / "nowhere")
        self.assertEqual(done.returncode, 69, done.stdout + done.stderr)
        self.assertIn("--log-program", done.stderr)
        alone = self.top / "bin" / "inloop-kiosk"
        alone.parent.mkdir()
        shutil.copy(KIOSK, alone)
        _, environment = self.command()
        done = subprocess.run([alone, "--journey", self.pictures], env=environment, capture_output=True, text=True, check=False,
                              timeout=SECONDS)
        self.assertEqual(done.returncode, 69, done.stdout + done.stderr)
        self.assertIn(f"{alone.parent}/inloop-log: no such program", done.stderr)

    def test_it_is_not_taken_with_a_site_or_with_the_tour(self) -> None:
        for option in ("--data", "--tour"):
            self.assertEqual(self.take(option, self.top).returncode, 64)

    def test_a_folder_that_cannot_be_made_is_told(self) -> None:
        self.pictures = self.top / "file" / "pictures"
        (self.top / "file").touch()
        done = self.take()
        self.assertEqual(done.returncode, 73, done.stdout + done.stderr)
        self.assertIn("name a folder", done.stderr)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[5:]])
