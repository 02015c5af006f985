# SPDX-License-Identifier: EUPL-1.2
"""A person in front of the screen, who only has a finger and what can be seen."""

import math
import time
from typing import Protocol

from kiosk import STATE_SECONDS, Kiosk
from screen import Screen
from waiting import Failure, wait_for

# Between two touches of one place, as a person does it; faster is a bouncing finger to the kiosk, which drops it
# (kBounceTime and kBounceMm in kiosk/terminal/ui/tuning.h).
BETWEEN_TOUCHES_SECONDS = 0.1
BOUNCE_PX = 40
LAYERS = ("letters", "digits", "accents")


class Finger(Protocol):
    """What finds its way by the ids of widgets and screens."""

    def go(self, name: str, screen: str) -> None: ...
    def type(self, text: str) -> None: ...


def ask_up_to_the_summary(finger: Finger, question: str) -> None:
    """From the first screen to the summary of a question for the officer."""
    finger.go("attract.start", "home")
    finger.go("home.question", "happening")
    finger.go("happening.no", "subjects")
    finger.go("subject.officer", "write")
    finger.type(question)
    finger.go("write.next", "contact")
    finger.go("contact.by_code", "summary")


class Visitor:
    def __init__(self, screen: Screen, kiosk: Kiosk) -> None:
        self.screen = screen
        self.kiosk = kiosk
        self.window = screen.window("Inloop")
        self.last = ((0, 0), 0.0)  # where the last touch was, and when

    def tap(self, name: str) -> None:
        """Presses the middle of a widget and lets go, and waits until the kiosk has shown each."""
        frame = self.touch(name)
        self.kiosk.await_frame_after(frame, f"letting '{name}' go")

    def touch(self, name: str) -> int:
        """The same without waiting for what comes of it; returns the last frame before it."""
        widget = wait_for(lambda: self.kiosk.widget(name), f"'{name}' to touch", STATE_SECONDS)
        left, top, width, height = widget["touch"]
        place = (int(left + width / 2), int(top + height / 2))
        if math.dist(place, self.last[0]) < BOUNCE_PX:
            time.sleep(max(0.0, self.last[1] + BETWEEN_TOUCHES_SECONDS - time.monotonic()))
        frame = self.kiosk.frame()
        self.screen.hand("mousemove", "--window", self.window, str(place[0]), str(place[1]), "mousedown", "1")
        self.kiosk.await_frame_after(frame, f"pressing '{name}'")
        frame = self.kiosk.frame()
        self.screen.hand("mouseup", "1")
        self.last = (place, time.monotonic())
        return frame

    def go(self, name: str, screen: str) -> None:
        self.tap(name)
        self.kiosk.await_screen(screen)

    def ask(self, question: str) -> None:
        """From the first screen to the receipt of a question for the officer."""
        ask_up_to_the_summary(self, question)
        self.go("summary.send", "receipt")

    def type(self, text: str) -> None:
        for letter in text:
            self.type_letter(letter)

    def type_letter(self, letter: str) -> None:
        key = "key.space" if letter == " " else f"key.{letter.lower()}"
        self.find_layer(key)
        shift = self.kiosk.widget("key.shift")
        if letter.isalpha() and shift and shift["chosen"] != letter.isupper():
            self.tap("key.shift")
        before = self.typed_bytes()
        self.tap(key)
        expected = before + len(letter.encode("utf-8"))
        wait_for(lambda: self.typed_bytes() == expected, f"'{key}' to be typed", STATE_SECONDS)

    def find_layer(self, key: str) -> None:
        """Changes the keyboard until it has that key."""
        for layer in LAYERS:
            if self.kiosk.widget(key):
                return
            if self.kiosk.widget(f"key.{layer}"):
                self.tap(f"key.{layer}")
                wait_for(lambda shown=layer: not self.kiosk.widget(f"key.{shown}"), f"the {layer}", STATE_SECONDS)
        if not self.kiosk.widget(key):
            raise Failure(f"the keyboard has no '{key}'")

    def typed_bytes(self) -> int:
        state = self.kiosk.state()
        return state["typed_bytes"] if state else 0
