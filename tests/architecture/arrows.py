#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Which folder may include from which, and whether the include paths that CMake made say the same.

    arrows.py LISTING        LISTING, written by CMake: one library a line, "folder|include directory;include directory..."
    arrows.py --self-test

A library sees another one if a header of it is found in one of its include directories, as the compiler would look it up.
Every pair of libraries is tried. forbidden/ proves a few of them with the compiler itself. A library in a folder below
another one's is always found by that one; there the includes themselves are read.
"""

import os
import sys
import tempfile
from pathlib import Path

BASE = {"kiosk/base"}
# kiosk/ may know the machine by its interfaces only.
API = BASE | {"platform/api"}
ENTRIES = BASE | {"kiosk/entries"}
PAGES = ENTRIES | {"kiosk/pages"}
SEAL = API | ENTRIES | {"kiosk/seal"}
DATABASE = BASE | {"kiosk/database"}
KEEPING = SEAL | {"kiosk/terminal/letterbox", "kiosk/terminal/memory"}
WIRE = SEAL | {"kiosk/wire"}
RECORDS = WIRE | DATABASE | {"kiosk/officerlog/records"}
VAULT = RECORDS | {"kiosk/officerlog/vault"}
DESK = VAULT | PAGES | {"kiosk/officerlog/desk"}
FLOW = ENTRIES | {"kiosk/terminal/flow"}
TEXT = API | PAGES | {"kiosk/terminal/text"}
UI = FLOW | PAGES | TEXT | {"kiosk/terminal/ui"}
DRAWING = API | {"platform/painter", "platform/gl"}

MAY_SEE = {
    "kiosk/base": BASE,
    "kiosk/entries": ENTRIES | API,
    "kiosk/pages": PAGES | API,
    "kiosk/seal": SEAL,
    "kiosk/terminal/letterbox": SEAL | {"kiosk/terminal/letterbox"},
    "kiosk/database": DATABASE,
    "kiosk/terminal/memory": SEAL | DATABASE | {"kiosk/terminal/memory"},
    "kiosk/wire": WIRE,
    "kiosk/terminal/sync": KEEPING | WIRE | {"kiosk/terminal/sync"},
    "kiosk/terminal/doctor": KEEPING | WIRE | {"kiosk/terminal/sync", "kiosk/terminal/doctor"},
    "kiosk/officerlog/records": RECORDS,
    "kiosk/officerlog/vault": VAULT - {"kiosk/database"},
    "kiosk/officerlog/desk": DESK - {"kiosk/database"},
    "kiosk/officerlog/editing": (VAULT | PAGES | {"kiosk/officerlog/editing"}) - {"kiosk/database"},
    "kiosk/officerlog/web/templates": BASE | {"kiosk/officerlog/web/templates"},
    "kiosk/officerlog/web": DESK - {"kiosk/database"}
    | {"kiosk/officerlog/editing", "kiosk/officerlog/web", "kiosk/officerlog/web/templates"},
    "kiosk/terminal/sending": KEEPING | FLOW | {"kiosk/terminal/sending"},
    "kiosk/terminal/loop": UI | {"kiosk/terminal/ui/screens", "kiosk/terminal/loop"},
    "kiosk/terminal/rehearsal": UI | {"kiosk/terminal/ui/screens", "kiosk/terminal/loop", "kiosk/terminal/rehearsal"},
    "kiosk/terminal/flow": FLOW,
    "kiosk/terminal/text": TEXT,
    "kiosk/terminal/ui": UI,
    "kiosk/terminal/ui/screens": UI | {"kiosk/terminal/ui/screens"},
    "platform/api": API,
    "platform/linux": API | {"platform/linux"},
    "platform/net": API | {"platform/net"},
    "platform/pictures": API | {"platform/pictures"},
    "platform/painter": API | {"platform/painter"},
    "platform/gl": API | {"platform/gl"},
    "platform/headless": DRAWING | {"platform/headless"},
    "platform/turned": API | {"platform/turned"},
    "platform/sdl2": DRAWING | {"platform/sdl2"},
    "platform/glfw": DRAWING | {"platform/glfw"},
}
# The programs and what wires them: they see everything but the other program.
PROGRAMS = {"kiosk/terminal": "kiosk/officerlog", "kiosk/officerlog": "kiosk/terminal"}


def allowed(folder: str, other: str) -> bool:
    """Whether `folder` may include from `other`. An unknown folder may include from nothing."""
    if folder in PROGRAMS:
        return not other.startswith((PROGRAMS[folder], "tests/"))
    # What stands below kiosk/terminal without a line of its own above belongs to nobody: it is not allowed.
    return other == folder or other in MAY_SEE.get(folder, set())


def sees(root: Path, folder: str, include_directories: list[str], header: str) -> bool:
    if header.startswith(folder + "/"):
        sources = [*(root / folder).glob("*.h"), *(root / folder).glob("*.cpp")]
        below = f'#include "{os.path.dirname(header)}/'
        return any(below in source.read_text(encoding="utf-8", errors="replace") for source in sources)
    return any(os.path.isfile(os.path.join(directory, header)) for directory in include_directories)


def headers_of(root: Path, folder: str) -> list[str]:
    return sorted(f"{folder}/{path.name}" for path in (root / folder).glob("*.h"))


def read_listing(listing: str) -> list[tuple[str, list[str]]]:
    libraries = []
    for line in listing.splitlines():
        folder, _, directories = line.partition("|")
        libraries.append((folder, [directory for directory in directories.split(";") if directory]))
    return libraries


def violations(root: Path, libraries: list[tuple[str, list[str]]]) -> list[str]:
    found = []
    folders = sorted({folder for folder, _ in libraries})
    for folder, directories in libraries:
        if folder.startswith("tests/"):
            continue
        if folder not in MAY_SEE and folder not in PROGRAMS:
            found.append(f"{folder}: has no line in MAY_SEE: say in {Path(__file__).name} what it may include from")
            continue
        for other in folders:
            headers = headers_of(root, other)
            if headers and not allowed(folder, other) and sees(root, folder, directories, headers[0]):
                found.append(
                    f"{folder}/CMakeLists.txt:1: a file here can include \"{headers[0]}\", an arrow that is not allowed: "
                    f"take the library of {other} out of its link line (or out of a PUBLIC one it links)"
                )
    return found


def self_test() -> int:
    """A good pair passes; a forbidden link, the checkout as an include directory and an unknown folder are caught."""
    with tempfile.TemporaryDirectory(prefix="inloop-arrows-") as name:
        root = Path(name)
        folders = ("kiosk/base", "kiosk/terminal/flow", "kiosk/terminal/ui", "kiosk/terminal/ui/screens", "kiosk/new")
        for folder in folders:
            (root / folder).mkdir(parents=True)
            (root / folder / "a.h").touch()
            link = root / "include" / folder.rsplit("/", 1)[1] / folder
            link.parent.mkdir(parents=True)
            link.symlink_to(root / folder)
        base, flow, ui = (str(root / "include" / library) for library in ("base", "flow", "ui"))
        good = [("kiosk/base", [base]), ("kiosk/terminal/flow", [flow, base]), ("kiosk/terminal/ui", [ui, flow, base])]
        cases = [
            ("good", good, 0),
            ("flow links ui", [good[0], ("kiosk/terminal/flow", [flow, base, ui]), good[2]], 1),
            ("base sees the whole checkout", [("kiosk/base", [str(root)]), *good[1:]], 2),
            ("a folder nobody knows", [*good, ("kiosk/new", [base])], 1),
            ("screens below ui", [*good, ("kiosk/terminal/ui/screens", [ui, flow, base])], 0),
        ]
        wrong = 0
        for label, libraries, expected in cases:
            count = len(violations(root, libraries))
            print(f"{label}: {count} found, {expected} planted")
            wrong += count != expected

        (root / "kiosk/terminal/ui/a.h").write_text('#include "kiosk/terminal/ui/screens/a.h"\n', encoding="utf-8")
        count = len(violations(root, cases[-1][1]))
        print(f"ui includes from the screens below it: {count} found, 1 planted")
        wrong += count != 1
        return 1 if wrong else 0


def main() -> int:
    if sys.argv[1:] == ["--self-test"]:
        return self_test()
    libraries = read_listing(Path(sys.argv[1]).read_text(encoding="utf-8"))
    found = violations(Path(__file__).resolve().parents[2], libraries)
    print("\n".join(found) or f"{len(libraries)} libraries, every pair tried: no arrow that is not allowed")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
