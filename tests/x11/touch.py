#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Real fingers, several at once, on the real kiosk: Xorg tells them as a touch panel does (XInput 2), SDL takes them.

    touch.py --kiosk PROGRAM --assets DIR [--portrait]
"""

import argparse
import os
import sys
import tempfile
from pathlib import Path
from typing import Callable, Optional

from kiosk import STATE_SECONDS, Kiosk, Program
from touch_screen import BEGIN, END, UPDATE, TouchScreen
from waiting import Failure, wait_for

Place = tuple[float, float]
STEPS = 12
# Xorg asks for it even with a display that is not there; some containers, and people who are not root, have none.
CONSOLE = "/dev/tty0"
SKIPPED = 77  # as CMakeLists.txt tells ctest


class Case:
    def __init__(self, screen: TouchScreen, kiosk: Kiosk) -> None:
        self.screen = screen
        self.kiosk = kiosk
        kiosk.await_screen("attract")

    def place(self, name: str) -> Place:
        widget = wait_for(lambda: self.kiosk.widget(name), f"'{name}' to touch", STATE_SECONDS)
        left, top, width, height = widget["touch"]
        return left + width / 2, top + height / 2

    def tell(self, finger: int, phase: int, place: Place) -> None:
        """Until a frame has shown it: two changes within one frame are another matter than a finger that rests."""
        frame = self.kiosk.frame()
        self.screen.finger(finger, phase, place)
        if phase != UPDATE:
            self.kiosk.await_frame_after(frame, f"finger {finger} at {place}")

    def tap(self, name: str, finger: int = 0) -> None:
        place = self.place(name)
        self.tell(finger, BEGIN, place)
        self.tell(finger, END, place)

    def drag(self, begin: Place, end: Place) -> None:
        self.screen.finger(0, BEGIN, begin)
        for step in range(1, STEPS + 1):
            self.screen.finger(0, UPDATE, tuple(a + (b - a) * step / STEPS for a, b in zip(begin, end)))
        self.screen.finger(0, END, end)

    def shows(self, name: str) -> bool:
        return self.kiosk.widget(name) is not None

    def rests_at(self, screen: str, what: str) -> None:
        """Still there after something else was done with a result: there is no time after which nothing can come."""
        state = self.kiosk.state()
        if not state or state["screen"] != screen:
            raise Failure(f"{what}: the kiosk shows {state['screen'] if state else 'nothing'}, not {screen}")

    def expect(self, look: Callable[[], Optional[object]], what: str) -> None:
        wait_for(look, what, STATE_SECONDS)

    def first_touch_only_wakes(self) -> None:
        self.tap("attract.start")
        self.kiosk.await_screen("home")

    def second_finger_does_not_press(self) -> None:
        """A palm or a child beside the finger: the first one counts, and lets go of what it pressed."""
        first, second = self.place("home.idea"), self.place("home.information")
        self.tell(0, BEGIN, first)
        self.screen.finger(1, BEGIN, second)
        self.screen.finger(1, END, second)
        self.tell(0, END, first)
        self.expect(lambda: self.kiosk.state()["screen"] != "home", "the first finger to press")
        if self.kiosk.state()["screen"] == "pages":
            raise Failure("the second finger pressed")
        self.tap("bar.wipe")
        self.kiosk.await_screen("attract")
        self.tap("attract.start")
        self.kiosk.await_screen("home")

    def sliding_off_does_not_press(self) -> None:
        left, top = self.place("home.information")
        self.drag((left, top), (left, top - 250))
        self.tap("home.information")
        self.kiosk.await_screen("pages")  # the control: the same tile, tapped

    def dragging_scrolls_and_does_not_press(self) -> None:
        self.tap("pages.privacy-more")
        self.kiosk.await_screen("information")
        self.expect(lambda: self.shows("information.more"), "more to read")
        if self.shows("information.previous"):
            raise Failure("there is something above the first line")
        width, height = self.screen.size
        self.drag((width * 0.3, height * 0.45), (width * 0.3, height * 0.2))
        self.expect(lambda: self.shows("information.previous"), "the text to follow the finger")
        self.rests_at("information", "after the drag")

    def swipes_from_the_edges_do_nothing(self) -> None:
        width, height = self.screen.size
        middle = (width / 2, height / 2)
        for edge in ((0.0, height / 2), (width - 1.0, height / 2), (width / 2, 0.0), (width / 2, height - 1.0)):
            self.drag(edge, middle)
            self.rests_at("information", f"after a swipe from {edge}")
        for finger, place in enumerate(((100.0, 100.0), (200.0, 100.0), (300.0, 100.0), (400.0, 100.0))):
            self.screen.finger(finger, BEGIN, place)
        for finger, place in enumerate(((100.0, 100.0), (200.0, 100.0), (300.0, 100.0), (400.0, 100.0))):
            self.screen.finger(finger, END, place)
        self.tap("bar.wipe")  # the control: one finger goes on working
        self.kiosk.await_screen("attract")

    def play(self) -> None:
        self.first_touch_only_wakes()
        self.second_finger_does_not_press()
        self.sliding_off_does_not_press()
        self.dragging_scrolls_and_does_not_press()
        self.swipes_from_the_edges_do_nothing()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kiosk", type=Path, required=True)
    parser.add_argument("--assets", type=Path, required=True)
    parser.add_argument("--portrait", action="store_true")
    arguments = parser.parse_args()
    if not os.access(CONSOLE, os.R_OK | os.W_OK):
        print(f"touch.py: no {CONSOLE} for this user: Xorg has nowhere to start", file=sys.stderr)
        return SKIPPED
    width, height, per_mm = (720, 1280, 8.1) if arguments.portrait else (1280, 800, 5.9)
    program = Program(arguments.kiosk, arguments.assets)
    options = ["--window=sdl2", "--draw=painter", f"--size={width}x{height}", f"--pixels-per-mm={per_mm}", "--fullscreen"]
    with tempfile.TemporaryDirectory(prefix="inloop-touch-") as folder:
        scratch = Path(folder)
        site = program.make_site(scratch / "site")
        try:
            with TouchScreen(scratch, width, height) as screen, Kiosk(program, site, scratch, options, screen.environment) as kiosk:
                Case(screen, kiosk).play()
                kiosk.end()
        except Failure as failure:
            print(f"touch.py: {failure}", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
