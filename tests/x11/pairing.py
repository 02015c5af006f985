#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Who looks after a new kiosk links it with the log on its own screen, and it follows that log without a restart.

    pairing.py --kiosk PROGRAM --log PROGRAM --assets DIR --web DIR
"""

import argparse
import sys
import tempfile
from pathlib import Path

from kiosk import Kiosk, Program
from log import LOG_SECONDS, Log
from screen import Screen
from visitor import Visitor
from waiting import Failure, wait_for

SIZE = (1280, 800)
MARK = (SIZE[0] - 30, 30)  # in the strip at the top
WRONG_CODE = "0000000000"
NEWS = '[[news]]\nkind = "notice"\nfrom = 2026-11-23\nuntil = 2026-11-29\nwords = { nl = "Koffie", en = "Coffee" }\n'
SYNC_SECONDS = 60


def open_service(screen: Screen, kiosk: Kiosk, visitor: Visitor, mark: tuple[int, int]) -> None:
    kiosk.await_screen("attract")
    screen.hand("mousemove", "--window", visitor.window, str(mark[0]), str(mark[1]), "mousedown", "1")
    kiosk.await_screen("service")
    screen.hand("mouseup", "1")


def type_code(visitor: Visitor, code: str) -> None:
    for sign in code.replace("-", "").lower():
        visitor.tap(f"key.{sign}")
    visitor.go("pairing.look", "linking")


def words_of(kiosk: Kiosk) -> list[str]:
    return wait_for(lambda: kiosk.state()["pairing_words"], "five words on the screen", LOG_SECONDS)


def link(screen: Screen, kiosk: Kiosk, log: Log, site: Path) -> None:
    visitor = Visitor(screen, kiosk)
    open_service(screen, kiosk, visitor, MARK)
    visitor.go("service.pair", "pairing_code")
    log.run("pair", "--data", log.data)
    type_code(visitor, WRONG_CODE)
    visitor.go("pairing.again", "pairing_code")
    type_code(visitor, log.run("pair", "--data", log.data))
    words_of(kiosk)
    visitor.tap("pairing.differ")
    if (site / "log-link.toml").exists():
        raise Failure("the kiosk follows a log whose words were other ones")
    visitor.go("pairing.again", "pairing_code")
    type_code(visitor, log.run("pair", "--data", log.data))
    log.run("confirm", "--data", log.data, *words_of(kiosk))
    visitor.tap("pairing.same")
    wait_for(lambda: kiosk.widget("pairing.done"), "the kiosk to be linked", LOG_SECONDS)
    visitor.go("pairing.done", "service")
    linked = visitor.touch("service.done")
    # It counts its frames from the start when it begins anew with the log.
    wait_for(lambda: 0 < kiosk.frame() < linked, "the kiosk to begin anew", LOG_SECONDS)
    kiosk.await_screen("attract")


def play(arguments: argparse.Namespace, scratch: Path) -> None:
    site = scratch / "site"
    with Log(arguments.log, arguments.assets, arguments.web, scratch) as log, Screen(scratch, *SIZE) as screen:
        options = ["--window=sdl2", "--draw=painter", f"--size={SIZE[0]}x{SIZE[1]}", "--name=Nieuw", f"--log={log.url}"]
        with Kiosk(Program(arguments.kiosk, arguments.assets), site, scratch, options, screen.environment) as kiosk:
            link(screen, kiosk, log, site)
            Visitor(screen, kiosk).ask("Hoi")
            wait_for(lambda: list((site / "letterbox/sent").glob("*.pkb")), "the letter to arrive", SYNC_SECONDS)
            (site / "news.toml").write_text(NEWS, encoding="utf-8")
            wait_for(lambda: "news.toml taken over" in kiosk.log.read_text(encoding="utf-8"), "the news", LOG_SECONDS)
            kiosk.end()
        told = (scratch / "log").read_text(encoding="utf-8")
        if f"linked with {log.url}" not in told:
            raise Failure(f"the kiosk does not say that it was linked: {told}")
    print("linked on the screen; a letter arrived")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("kiosk", "log", "assets", "web"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="inloop-pairing-") as scratch:
        try:
            play(arguments, Path(scratch))
        except Failure as failure:
            print(f"pairing.py: {failure}", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
