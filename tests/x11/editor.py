#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""A volunteer changes a page in a browser, and a visitor reads it on a kiosk: the real log over TLS, a real window.

    editor.py --kiosk PROGRAM --log PROGRAM --assets DIR --web DIR --editor FILE.mjs --node PROGRAM --packages DIR
              --chromium PROGRAM --artifacts DIR

What the window of the kiosk shows is compared with the preview that the volunteer saw, pixel by pixel; after the undo with what it
showed at first. Then the log and the kiosk do without each other: pages go on a stick.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Callable

from PIL import Image, ImageChops

from kiosk import Kiosk, Program
from log import Log
from screen import Pixels, Screen
from visitor import Visitor
from waiting import Failure, wait_for

SIZE = (1280, 800)
SYNC_SECONDS = 60
EDITOR_SECONDS = 240
STILL_SECONDS = 30
PAGE = "pages/nl/pilot.md"
CARRIED = "pages/nl/when.md"  # what an officer put on the screen with four eyes


class Case:
    def __init__(self, arguments: argparse.Namespace, log: Log, kiosk: Kiosk, screen: Screen, site: Path) -> None:
        self.arguments = arguments
        self.log = log
        self.kiosk = kiosk
        self.screen = screen
        self.page = site / PAGE
        self.visitor = Visitor(screen, kiosk)
        kiosk.await_screen("attract")

    def in_browser(self, act: str) -> None:
        place = self.arguments
        done = subprocess.run(
            [place.node, place.editor, "--act", act, "--url", self.log.url.replace("127.0.0.1", "localhost"), "--login",
             self.log.login, "--packages", place.packages, "--chromium", place.chromium, "--pictures", place.artifacts],
            capture_output=True, text=True, check=False, timeout=EDITOR_SECONDS)
        if done.returncode != 0:
            raise Failure(f"{act} in the browser: {done.stdout}{done.stderr}")

    def read_page(self, name: str) -> Image.Image:
        """What a visitor sees of the page, when nothing moves any more; afterwards the kiosk is as he found it."""
        self.visitor.go("attract.start", "home")
        self.visitor.go("home.information", "pages")
        self.visitor.go("pages.pilot", "information")
        shown = self.still()
        file = self.arguments.artifacts / f"page-{name}.png"
        shown.save_png(file)
        self.visitor.go("bar.wipe", "attract")
        return Image.open(file).convert("RGB")

    def still(self) -> Pixels:
        seen = self.screen.pixels()
        since = time.monotonic()

        def look() -> bool:
            nonlocal seen, since
            now = self.screen.pixels()
            if now != seen:
                seen, since = now, time.monotonic()
            return time.monotonic() - since > 0.5
        wait_for(look, "the page to come to rest", STILL_SECONDS)
        return seen

    def await_page(self, has: bool) -> float:
        """Until the kiosk has the page of the site, or has none any more; how long that took."""
        began = time.monotonic()
        wait_for(lambda: (self.page.exists() and self.page.stat().st_size > 0) == has, "the page to reach the kiosk", SYNC_SECONDS)
        return time.monotonic() - began

    def play(self) -> None:
        before = self.read_page("before")
        self.in_browser("publish")
        took = self.await_page(True)
        published = self.read_page("published")
        preview = Image.open(self.arguments.artifacts / "preview-published.png").convert("RGB")
        if differ(published, preview):
            raise Failure("the page on the kiosk is not what the preview showed: see page-published.png and preview-published.png")
        if not differ(published, before):
            raise Failure("publishing changed nothing on the kiosk")
        self.in_browser("undo")
        self.await_page(False)
        if differ(self.read_page("undone"), before):
            raise Failure("after the undo the kiosk does not show what it showed before: see page-undone.png")
        wait_for((self.page.parents[2] / CARRIED).exists, "the page of the officer to reach the kiosk", SYNC_SECONDS)
        print(f"the page was on the kiosk {took:.1f} s after the browser was done; preview and window are the same")


def carry(program: Program, log: Log, site: Path, scratch: Path) -> None:
    """The same on a stick: what the log exports is taken by its kiosk and by another log, unless somebody changed it."""
    stick, changed, other = scratch / "stick", scratch / "changed stick", scratch / "log of another town"
    said = log.run("pages", "export", "--data", log.data, stick)
    carried = (stick / CARRIED).read_bytes()
    shutil.copytree(stick, changed)
    (changed / CARRIED).write_bytes(carried.replace(b"Wanneer", b"Waarom?", 1))
    (site / CARRIED).unlink()
    refused(lambda: program.run("take-pages", "--data", site, changed), "a kiosk takes pages that somebody changed")
    program.run("take-pages", "--data", site, stick)
    if (site / CARRIED).read_bytes() != carried:
        raise Failure("the kiosk did not take the page from the stick")
    log.run("init", "--data", other, "--site", "Elders", "--lead", "Anna", "--demo-login", scratch / "other login")
    refused(lambda: log.run("pages", "import", "--data", other, stick), "a log takes pages of another log without its key")
    print(said, "; another log:", log.run("pages", "import", "--data", other, stick, "--signed-by", said.split()[-1]))


def refused(work: Callable[[], object], what: str) -> None:
    try:
        work()
    except Failure:
        return
    raise Failure(what)


def differ(one: Image.Image, other: Image.Image) -> bool:
    return one.size != other.size or ImageChops.difference(one, other).getbbox() is not None


def play(arguments: argparse.Namespace, scratch: Path) -> None:
    program = Program(arguments.kiosk, arguments.assets)
    site = scratch / "site"
    options = ["--window=sdl2", "--draw=painter", "--size=1280x800", "--pixels-per-mm=5.9"]
    with Log(arguments.log, arguments.assets, arguments.web, scratch) as log:
        log.pair(program, site)
        with Screen(scratch, *SIZE) as screen, Kiosk(program, site, scratch, options, screen.environment) as kiosk:
            Case(arguments, log, kiosk, screen, site).play()
            kiosk.end()
    carry(program, log, site, scratch)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("kiosk", "log", "assets", "web", "editor", "node", "packages", "chromium", "artifacts"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="inloop-editor-") as folder:
        try:
            play(arguments, Path(folder))
        except Failure as failure:
            print(f"editor.py: {failure}", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
