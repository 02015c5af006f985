# SPDX-License-Identifier: EUPL-1.2
"""A kiosk in the virtual machine and its twin in a window here: the twin says where to touch, and what must then be seen."""

from contextlib import ExitStack
from pathlib import Path
from typing import Callable, Optional

from machine import STATE_SECONDS, Machine
from PIL import Image, ImageChops

from kiosk import Kiosk, Program
from screen import Pixels, Screen
from visitor import Visitor
from waiting import Failure, wait_for


THANKED = "receipt.done"  # a button that only the receipt has


def image_of(pixels: Pixels) -> Image.Image:
    return Image.frombytes("RGB", (pixels.width, pixels.height), b"".join(pixels.rows), "raw", "BGRX")


def part_that_differs(one: Image.Image, other: Image.Image) -> float:
    """Of all pixels, 0 to 1; what only an eye with a loupe sees does not count."""
    if one.size != other.size:
        return 1.0
    difference = ImageChops.difference(one, other).convert("L").point(lambda level: 255 if level > 24 else 0)
    return difference.histogram()[255] / (one.width * one.height)


class Twins:
    """One finger on both. `tolerance`: how much of the pictures may differ, for other versions of the libraries that draw."""

    def __init__(self, machine: Machine, screen: Screen, kiosk: Kiosk, pictures: Path, tolerance: float) -> None:
        self.machine = machine
        self.screen = screen
        self.kiosk = kiosk
        self.visitor = Visitor(screen, kiosk)
        self.pictures = pictures
        self.tolerance = tolerance
        self.count = 0
        self.upside_down = False  # how the machine's display hangs

    def expected(self) -> Image.Image:
        """What the twin shows, once two looks see the same."""
        def settled() -> Optional[Pixels]:
            before, after = self.screen.pixels(), self.screen.pixels()
            return after if after == before else None
        return image_of(wait_for(settled, "the twin's picture to stand still", STATE_SECONDS))

    def same(self, what: str, seconds: float = STATE_SECONDS, only: Optional[str] = None) -> Image.Image:
        """Waits until the machine shows what the twin shows; `only`: where that widget is, for the rest is chance."""
        box = self.box(only) if only else (0, 0, *self.machine.size)
        last: list[float] = [1.0]

        def look() -> Optional[Image.Image]:
            shown = self.picture()
            last[0] = part_that_differs(shown.crop(box), self.expected().crop(box))
            return shown if last[0] <= self.tolerance else None
        try:
            return wait_for(look, what, seconds)
        except Failure as failure:
            self.keep(self.picture(), "wrong")
            self.keep(self.expected(), "expected")
            raise Failure(f"{failure}; {last[0]:.2%} of the picture differs, see {self.pictures}") from None

    def box(self, name: str) -> tuple[int, int, int, int]:
        widget = wait_for(lambda: self.kiosk.widget(name), f"'{name}' on the twin", STATE_SECONDS)
        left, top, width, height = map(int, widget["touch"])
        return left, top, left + width, top + height

    def keep(self, picture: Image.Image, name: str) -> None:
        self.count += 1
        self.pictures.mkdir(parents=True, exist_ok=True)
        picture.save(self.pictures / f"{self.count:02}-{name}.png")

    def place(self, name: str) -> tuple[float, float]:
        left, top, right, bottom = self.box(name)
        return (left + right) / 2, (top + bottom) / 2

    def picture(self) -> Image.Image:
        """What somebody before the machine sees."""
        return self.machine.picture().rotate(180) if self.upside_down else self.machine.picture()

    def touch_machine(self, place: tuple[float, float]) -> None:
        if self.upside_down:
            place = (self.machine.size[0] - 1 - place[0], self.machine.size[1] - 1 - place[1])
        self.machine.finger(0, "begin", place)
        self.machine.finger(0, "end", place)

    def tap(self, name: str) -> None:
        place = self.place(name)
        self.touch_machine(place)
        self.visitor.tap(name)

    def go(self, name: str, screen: str, only: Optional[str] = None) -> None:
        self.tap(name)
        self.kiosk.await_screen(screen)
        self.keep(self.same(f"the machine to show '{screen}'", only=only), screen)

    def send(self) -> None:
        """From the summary to the receipt, whose words are others on both."""
        self.tap("summary.send")
        self.kiosk.await_screen("receipt")
        self.keep(self.same("the receipt on the machine", only=THANKED), "receipt")

    def type(self, text: str) -> None:
        """Each letter is seen before the next: a machine this slow would take two quick ones for a bounce."""
        for letter in text:
            self.tap("key.space" if letter == " " else f"key.{letter}")
            self.same(f"'{letter}' on the machine")


class TwinKiosk:
    """The twin with its X server, on a site of its own that `prepare` makes in a folder."""

    def __init__(self, program: Program, scratch: Path, size: tuple[int, int], options: list[str],
                 prepare: Callable[[Path], object]) -> None:
        scratch.mkdir(parents=True, exist_ok=True)
        self.screen = Screen(scratch, *size)
        site = scratch / "site"
        words = ["--window=sdl2", "--draw=painter", f"--size={size[0]}x{size[1]}", "--fullscreen", *options]
        with ExitStack() as on_failure:
            on_failure.push(self.screen)
            prepare(site)
            self.kiosk = Kiosk(program, site, scratch, words, {**self.screen.environment, "TZ": "Europe/Amsterdam"})
            on_failure.push(self.kiosk)
            self.kiosk.await_screen("attract")
            on_failure.pop_all()

    def __enter__(self) -> "TwinKiosk":
        return self

    def __exit__(self, *_: object) -> None:
        self.kiosk.__exit__()
        self.screen.__exit__()


