#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""A visitor's whole way, by real X input in front of the real program.

    journey.py --kiosk PROGRAM --assets DIR --artifacts DIR --window sdl2 --draw painter
    journey.py --kiosk PROGRAM --assets DIR --artifacts DIR --replay
"""

import argparse
import sys
import tempfile
from pathlib import Path

import traces
from kiosk import Kiosk, Program
from screen import Pixels, Screen
from visitor import Visitor
from waiting import Failure, wait_for

# A word that stands nowhere else, so that a part of the sentence is found as well.
ODD_WORD = "kwibusvink"
SENTENCE = f"Is de Rolderstraat 21 open? Een {ODD_WORD} zingt er: één café."
SIZE = "1280x800"
# What the display is told, so that a replay on a display in memory has the very same keys at the same places.
PIXELS_PER_MM = "5.9"


class Case:
    """One journey with its folders; `with` removes them."""

    def __init__(self, arguments: argparse.Namespace) -> None:
        self.program = Program(arguments.kiosk, arguments.assets)
        self.artifacts: Path = arguments.artifacts
        self.looks_at_memory: bool = not arguments.no_memory
        self.window = [f"--window={arguments.window}", f"--draw={arguments.draw}", f"--size={SIZE}"]
        self.name = f"{arguments.window}-{arguments.draw}"

    def expect_traces(self, found: dict[str, int], there: bool, where: str) -> None:
        if there != bool(found):
            raise Failure(f"what was typed is {'not ' if there else ''}{where}: {found}")

    def look_at_memory(self, kiosk: Kiosk, there: bool, when: str) -> None:
        if self.looks_at_memory:
            found = traces.in_memory(kiosk.process.pid, [SENTENCE, ODD_WORD])
            self.expect_traces(found, there, f"in memory {when}")

    def keep_picture(self, screen: Screen, before: Pixels, name: str) -> None:
        """Once the server shows something else than before: it draws in a process of its own."""
        pixels = wait_for(lambda: shown if (shown := screen.pixels()) != before else None, "another picture", 10)
        while pixels != (again := screen.pixels()):
            pixels = again
        pixels.save_png(self.artifacts / f"{name}.png")

    def leave_letter(self, screen: Screen, kiosk: Kiosk) -> None:
        """From the first touch to the last."""
        kiosk.await_screen("attract")
        visitor = Visitor(screen, kiosk)
        visitor.go("attract.start", "home")
        visitor.go("home.question", "happening")
        visitor.go("happening.no", "subjects")
        visitor.go("subject.officer", "write")
        visitor.type(SENTENCE)
        self.look_at_memory(kiosk, True, "while it is typed")  # the control of what comes below
        visitor.go("write.next", "contact")
        visitor.go("contact.by_code", "summary")
        before = screen.pixels()
        visitor.go("summary.send", "receipt")
        self.look_at_memory(kiosk, False, "after it was sealed")
        self.keep_picture(screen, before, f"receipt-{self.name}")
        visitor.go("receipt.done", "afterwards")
        visitor.go("afterwards.skip", "afterwards")
        visitor.go("afterwards.skip", "afterwards")
        visitor.go("afterwards.done", "attract")
        self.look_at_memory(kiosk, False, "after the visitor has left")

    def check_site(self, site: Path, scratch: Path) -> None:
        texts = self.program.read_letters(site, scratch)
        if texts != [SENTENCE]:
            raise Failure(f"the letters say {texts}")
        self.expect_traces(traces.in_files(site, [SENTENCE, ODD_WORD]), False, "in a file of the site")
        control = scratch / "control"
        control.mkdir(exist_ok=True)
        (control / "file").write_text(SENTENCE, encoding="utf-16")
        self.expect_traces(traces.in_files(control, [ODD_WORD]), True, "in the file of the control")

    def visit(self, scratch: Path, site: Path, *options: str) -> None:
        width, height = map(int, SIZE.split("x"))
        with Screen(scratch, width, height) as screen:
            with Kiosk(self.program, site, scratch, [*self.window, *options], screen.environment) as kiosk:
                self.leave_letter(screen, kiosk)
                kiosk.end()
                self.expect_traces(traces.count_in(kiosk.log.read_bytes(), [SENTENCE, ODD_WORD]), False, "in the log")
        self.check_site(site, scratch)

    def replay(self, scratch: Path) -> None:
        """A journey that was recorded leaves the same letter again, on a display in memory."""
        recording = scratch / "recording"
        display = ("--pixels-per-mm", PIXELS_PER_MM)
        self.visit(scratch, self.program.make_site(scratch / "recorded"), *display, "--record", str(recording))
        site = self.program.make_site(scratch / "replayed")
        if self.program.read_letters(site, scratch):
            raise Failure("a new site has letters")
        milliseconds = int(recording.read_text(encoding="ascii").splitlines()[-1].split()[0])
        self.program.run("--replay", recording, "--window", "headless", "--size", SIZE, *display, "--data", site,
                         seconds=milliseconds / 1000 + 30)
        self.check_site(site, scratch)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kiosk", type=Path, required=True)
    parser.add_argument("--assets", type=Path, required=True)
    parser.add_argument("--artifacts", type=Path, required=True, help="where the picture of the receipt goes")
    parser.add_argument("--window", choices=("sdl2", "glfw"), default="sdl2")
    parser.add_argument("--draw", choices=("painter", "gl"), default="painter")
    parser.add_argument("--replay", action="store_true", help="record the journey, then replay it into another site")
    parser.add_argument("--no-memory", action="store_true", help="do not look into the memory of the kiosk")
    arguments = parser.parse_args()
    case = Case(arguments)
    with tempfile.TemporaryDirectory(prefix="inloop-x11-") as folder:
        scratch = Path(folder)
        try:
            if arguments.replay:
                case.replay(scratch)
            else:
                case.visit(scratch, case.program.make_site(scratch / "site"))
        except Failure as failure:
            print(f"journey.py: {failure}", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
