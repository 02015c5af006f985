#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""A visitor asks, an officer answers, the visitor reads: the real kiosk in a window, the real log over TLS, a real browser.

    answer.py --kiosk PROGRAM --log PROGRAM --assets DIR --web DIR --officer FILE.mjs --node PROGRAM --packages DIR
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

QUESTION = "Wie loopt er door de Rolderstraat?"
ANSWER = "Elke donderdag loop ik er zelf. Kom gerust naar mij toe; ik ben er van 13 tot 16 uur. Één tip: vraag naar Henk."
QR_SECONDS = 20
SYNC_SECONDS = 60
OFFICER_SECONDS = 180


def ask(screen: Screen, kiosk: Kiosk, artifacts: Path) -> str:
    """Leaves a question; returns the digits of the code, read from the picture of the receipt as a phone does."""
    kiosk.await_screen("attract")
    Visitor(screen, kiosk).ask(QUESTION)
    picture = artifacts / "answer-receipt.png"

    def digits() -> str:
        screen.pixels().save_png(picture)
        read = subprocess.run(["zbarimg", "--raw", "-q", picture], capture_output=True, text=True, check=False)
        return read.stdout.strip()
    code = wait_for(digits, "the QR code of the receipt", QR_SECONDS)
    if len(code) != 20 or not code.isdigit():
        raise Failure(f"the receipt's QR code holds {code!r}")
    return code


def look_up(visitor: Visitor, kiosk: Kiosk, code: str) -> list[int]:
    """Types the code by its digits; the sizes of the answers that are shown, none when there is none yet."""
    visitor.go("home.code", "code_entry")
    if kiosk.widget("code.by_digits") and not kiosk.widget("code.by_digits")["chosen"]:
        visitor.tap("code.by_digits")
    for digit in code:
        visitor.tap(f"key.{digit}")
    visitor.go("code.look", "code_result")
    return kiosk.state()["answers"]


def read_answer(screen: Screen, kiosk: Kiosk, code: str, artifacts: Path) -> None:
    kiosk.await_screen("attract")
    visitor = Visitor(screen, kiosk)

    def once() -> list[int]:
        visitor.go("attract.start", "home")
        answers = look_up(visitor, kiosk, code)
        if not answers:
            visitor.go("code_result.done", "attract")
        return answers
    answers = wait_for(once, "the answer", SYNC_SECONDS)
    screen.pixels().save_png(artifacts / "answer-read.png")
    if answers != [len(ANSWER.encode("utf-8"))]:
        raise Failure(f"the kiosk shows answers of {answers} bytes, the officer sent {len(ANSWER.encode('utf-8'))}")
    visitor.go("code_result.done", "attract")
    if kiosk.state()["answers"]:
        raise Failure("the answer is still there after the visitor has left")


def officer(arguments: argparse.Namespace, log: Log) -> None:
    done = subprocess.run(
        [arguments.node, arguments.officer, "--url", log.url.replace("127.0.0.1", "localhost"), "--login",
         log.login, "--sees", QUESTION, "--answer", ANSWER,
         "--packages", arguments.packages, "--chromium", arguments.chromium, "--pictures", arguments.artifacts],
        capture_output=True, text=True, check=False, timeout=OFFICER_SECONDS)
    if done.returncode != 0:
        raise Failure(f"the officer: {done.stdout}{done.stderr}")


def play(arguments: argparse.Namespace, scratch: Path) -> None:
    program = Program(arguments.kiosk, arguments.assets)
    site = scratch / "site"
    window = ["--window=sdl2", "--draw=painter", "--size=1280x800"]
    with Log(arguments.log, arguments.assets, arguments.web, scratch) as log:
        log.pair(program, site)
        with Screen(scratch, 1280, 800) as screen:
            with Kiosk(program, site, scratch, window, screen.environment) as kiosk:
                code = ask(screen, kiosk, arguments.artifacts)
                wait_for(lambda: list((site / "letterbox/sent").glob("*.pkb")), "the letter to arrive", SYNC_SECONDS)
                kiosk.end()
            officer(arguments, log)
            # A kiosk that starts asks its log at once, and knows its letters of before.
            with Kiosk(program, site, scratch, window, screen.environment) as kiosk:
                read_answer(screen, kiosk, code, arguments.artifacts)
                kiosk.end()
        log.run("backup", "--data", log.data)
    print(log.run("verify-audit", "--data", log.data))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("kiosk", "log", "assets", "web", "officer", "node", "packages", "chromium", "artifacts"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="inloop-answer-") as folder:
        try:
            play(arguments, Path(folder))
        except Failure as failure:
            print(f"answer.py: {failure}", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
