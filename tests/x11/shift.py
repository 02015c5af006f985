#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Two letters of a real kiosk, and the shift in which they are read: the real log over TLS, all its pages in a real browser.

    shift.py --kiosk PROGRAM --log PROGRAM --assets DIR --web DIR --shift FILE.mjs --node PROGRAM --packages DIR
             --chromium PROGRAM --artifacts DIR
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from kiosk import Kiosk, Program
from log import Log
from screen import Screen
from visitor import Visitor
from waiting import Failure, wait_for

LETTERS = ("Mag dit?", "Wie is dat?")
SYNC_SECONDS = 60
SHIFT_SECONDS = 240


def leave_letters(program: Program, log: Log, scratch: Path) -> None:
    site = scratch / "site"
    log.pair(program, site)
    with Screen(scratch, 1280, 800) as screen:
        with Kiosk(program, site, scratch, ["--window=sdl2", "--draw=painter", "--size=1280x800"], screen.environment) as kiosk:
            for number, letter in enumerate(LETTERS, 1):
                kiosk.await_screen("attract")
                visitor = Visitor(screen, kiosk)
                visitor.ask(letter)
                visitor.go("bar.wipe", "attract")
                wait_for(lambda n=number: len(list((site / "letterbox/sent").glob("*.pkb"))) == n, "the letter to arrive",
                         SYNC_SECONDS)
            kiosk.end()


def work(arguments: argparse.Namespace, log: Log) -> None:
    letters = [word for letter in LETTERS for word in ("--letter", letter)]
    done = subprocess.run(
        [arguments.node, arguments.shift, "--url", log.url.replace("127.0.0.1", "localhost"), "--login", log.login, *letters,
         "--packages", arguments.packages, "--chromium", arguments.chromium, "--pictures", arguments.artifacts],
        capture_output=True, text=True, check=False, timeout=SHIFT_SECONDS)
    if done.returncode != 0:
        raise Failure(f"the shift: {done.stdout}{done.stderr}")


def play(arguments: argparse.Namespace, scratch: Path) -> None:
    with Log(arguments.log, arguments.assets, arguments.web, scratch) as log:
        leave_letters(Program(arguments.kiosk, arguments.assets), log, scratch)
        work(arguments, log)
        log.run("backup", "--data", log.data)
    print(log.run("verify-audit", "--data", log.data))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("kiosk", "log", "assets", "web", "shift", "node", "packages", "chromium", "artifacts"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="inloop-shift-") as folder:
        try:
            play(arguments, Path(folder))
        except Failure as failure:
            print(f"shift.py: {failure}", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
