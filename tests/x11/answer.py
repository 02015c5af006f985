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
from screen import Screen
from visitor import Visitor
from waiting import Failure, wait_for

QUESTION = "Wie loopt er door de Rolderstraat?"
ANSWER = "Elke donderdag loop ik er zelf. Kom gerust naar mij toe; ik ben er van 13 tot 16 uur. Één tip: vraag naar Henk."
LOG_SECONDS = 20
SYNC_SECONDS = 60
OFFICER_SECONDS = 180


class Log:
    """A log that serves, ended when the `with` ends."""

    def __init__(self, arguments: argparse.Namespace, folder: Path) -> None:
        self.file = arguments.log
        self.data = folder / "log of the officers"
        self.login = folder / "login"
        self.environment = {"INLOOP_ASSETS": str(arguments.assets), "INLOOP_WEB": str(arguments.web)}
        self.run("init", "--data", self.data, "--site", "Proef", "--lead", "Henk", "--demo-login", self.login)
        self.process = subprocess.Popen([self.file, "serve", "--data", self.data, "--port", "0"], env=self.environment)
        console = self.data / "console"
        wait_for(console.exists, "the log to serve", LOG_SECONDS)
        self.url = console.read_text(encoding="utf-8").split("\n")[0]

    def run(self, *words: object) -> str:
        done = subprocess.run([self.file, *map(str, words)], env=self.environment, capture_output=True, text=True,
                              check=False, timeout=LOG_SECONDS)
        if done.returncode != 0:
            raise Failure(f"inloop-log {words[0]} ended with {done.returncode}: {done.stderr}")
        return done.stdout.strip()

    def __enter__(self) -> "Log":
        return self

    def __exit__(self, *_: object) -> None:
        self.process.terminate()
        self.process.wait(LOG_SECONDS)


def pair(program: Program, log: Log, site: Path) -> None:
    """The five words that the kiosk prints are the ones the log knows, else it does not confirm."""
    words = program.run("pair", "--data", site, "--log", log.url, "--name", "Proef", "--compared-later",
                        log.run("pair", "--data", log.data))
    log.run("confirm", "--data", log.data, *words.split())


def ask(screen: Screen, kiosk: Kiosk, artifacts: Path) -> str:
    """Leaves a question; returns the digits of the code, read from the picture of the receipt as a phone does."""
    kiosk.await_screen("attract")
    visitor = Visitor(screen, kiosk)
    visitor.go("attract.start", "home")
    visitor.go("home.question", "happening")
    visitor.go("happening.no", "subjects")
    visitor.go("subject.officer", "write")
    visitor.type(QUESTION)
    visitor.go("write.next", "contact")
    visitor.go("contact.by_code", "summary")
    visitor.go("summary.send", "receipt")
    picture = artifacts / "answer-receipt.png"

    def digits() -> str:
        screen.pixels().save_png(picture)
        read = subprocess.run(["zbarimg", "--raw", "-q", picture], capture_output=True, text=True, check=False)
        return read.stdout.strip()
    code = wait_for(digits, "the QR code of the receipt", LOG_SECONDS)
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
    name, passphrase, _ = log.login.read_text(encoding="utf-8").split("\n", 2)
    done = subprocess.run(
        [arguments.node, arguments.officer, "--url", log.url.replace("127.0.0.1", "localhost"), "--name", name,
         "--passphrase", passphrase, "--code", log.run("demo-code", log.login), "--sees", QUESTION, "--answer", ANSWER,
         "--packages", arguments.packages, "--chromium", arguments.chromium, "--pictures", arguments.artifacts],
        capture_output=True, text=True, check=False, timeout=OFFICER_SECONDS)
    if done.returncode != 0:
        raise Failure(f"the officer: {done.stdout}{done.stderr}")


def play(arguments: argparse.Namespace, scratch: Path) -> None:
    program = Program(arguments.kiosk, arguments.assets)
    site = scratch / "site"
    window = ["--window=sdl2", "--draw=painter", "--size=1280x800"]
    with Log(arguments, scratch) as log:
        pair(program, log, site)
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
