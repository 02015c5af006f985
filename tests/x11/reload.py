#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""The real program takes changed assets over while it runs, and keeps the last good ones.

What is seen is the first screen, on a display in memory: a file strings/CODE.toml more is a language more to touch.
"""

import argparse
import shutil
import sys
import tempfile
import time
from pathlib import Path

from kiosk import Kiosk, Program
from waiting import Failure, wait_for

# What the README promises, of the quickest of a few changes: a busy machine may be late now and then.
PROMISED_SECONDS = 2.0
# Longer than this something is broken, not late.
PATIENCE_SECONDS = 60


class Case:
    def __init__(self, program: Program, scratch: Path) -> None:
        self.assets = program.assets
        self.scratch = scratch
        self.kiosk = Kiosk(program, program.make_site(scratch / "site"), scratch, ["--window=headless"], {})

    def offers(self, language: str) -> bool:
        return self.kiosk.widget(f"attract.language.{language}") is not None

    def await_language(self, language: str) -> None:
        wait_for(lambda: self.offers(language), f"the language {language} on the screen", PATIENCE_SECONDS)

    def add_language(self, code: str) -> None:
        """As an editor saves: into another file, which then gets the name."""
        text = (self.assets / "strings/en.toml").read_text(encoding="utf-8")
        part = self.scratch / "part"
        part.write_text(text.replace('own_name = "English"', f'own_name = "{code}"'), encoding="utf-8")
        part.rename(self.assets / f"strings/{code}.toml")

    def changes_are_shown_in_time(self) -> None:
        took = []
        for code in ("aa", "ab", "ac", "ad", "ae"):
            if self.offers(code):
                raise Failure(f"{code} is offered before there is such a language")
            began = time.monotonic()
            self.add_language(code)
            self.await_language(code)
            took.append(time.monotonic() - began)
        print("a changed file was on the screen after", ", ".join(f"{seconds:.2f}" for seconds in took), "s")
        if min(took) > PROMISED_SECONDS:
            raise Failure(f"a change takes {min(took):.2f} s at the least, not {PROMISED_SECONDS} s")

    def broken_files_are_named_and_refused(self) -> None:
        strings = self.assets / "strings/nl.toml"
        good = strings.read_text(encoding="utf-8")
        strings.write_text(good.replace("[home]", "[home"), encoding="utf-8")
        log = self.kiosk.log
        wait_for(lambda: "not taken over" in log.read_text(encoding="utf-8"), "the refusal in the log", PATIENCE_SECONDS)
        if f"{strings}:" not in log.read_text(encoding="utf-8"):
            raise Failure("the log does not name the broken file and its line")
        refused = log.read_text(encoding="utf-8").count("not taken over")
        self.add_language("af")
        wait_for(lambda: log.read_text(encoding="utf-8").count("not taken over") > refused, "another refusal",
                 PATIENCE_SECONDS)
        if self.offers("af") or not self.offers("ae"):
            raise Failure("with a broken file beside it a change was taken, or the old ones are gone")
        strings.write_text(good, encoding="utf-8")  # the control: mended, it is taken
        self.await_language("af")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kiosk", type=Path, required=True)
    parser.add_argument("--assets", type=Path, required=True)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="inloop-reload-") as folder:
        scratch = Path(folder)
        assets = scratch / "assets"
        shutil.copytree(arguments.assets, assets)
        try:
            case = Case(Program(arguments.kiosk, assets), scratch)
            with case.kiosk:
                case.await_language("nl")
                case.changes_are_shown_in_time()
                case.broken_files_are_named_and_refused()
                case.kiosk.end()
        except Failure as failure:
            print(f"reload.py: {failure}", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
