# SPDX-License-Identifier: EUPL-1.2
"""Looks for what a visitor typed: in the memory of a process and in files."""

from pathlib import Path
from typing import Iterator

CHUNK = 4 << 20
# Memory that nobody may read is looked at as well, but not the gigabytes that libraries only reserve.
LARGEST_UNREADABLE = 1 << 20


def encodings(text: str) -> dict[str, bytes]:
    """The text as programs keep texts in memory and on disk."""
    return {name: text.encode(name) for name in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")}


def count_in(content: bytes, texts: list[str]) -> dict[str, int]:
    found = {f"{text!r} in {name}": content.count(needle) for text in texts for name, needle in encodings(text).items()}
    return {where: count for where, count in found.items() if count}


def regions(pid: int) -> Iterator[tuple[int, int]]:
    """Begin and end of what the process has mapped."""
    for line in Path(f"/proc/{pid}/maps").read_text(encoding="utf-8").splitlines():
        place, rights, *rest = line.split(maxsplit=5)
        begin, end = (int(number, 16) for number in place.split("-"))
        special = rest and rest[-1] in ("[vvar]", "[vsyscall]")
        if not special and (rights.startswith("r") or end - begin <= LARGEST_UNREADABLE):
            yield begin, end


def in_memory(pid: int, texts: list[str]) -> dict[str, int]:
    """How often each text stands in the memory of the process, by encoding; only what was found."""
    overlap = 4 * max(len(text) for text in texts)
    found: dict[str, int] = {}
    with open(f"/proc/{pid}/mem", "rb", buffering=0) as memory:
        for begin, end in regions(pid):
            for at in range(begin, end, CHUNK):
                try:
                    memory.seek(at)
                    content = memory.read(min(CHUNK + overlap, end - at))
                except (OSError, ValueError, OverflowError):  # a guard page, or gone by now
                    continue
                for where, count in count_in(content, texts).items():
                    found[where] = found.get(where, 0) + count
    return found


def in_files(folder: Path, texts: list[str]) -> dict[str, int]:
    """The same for every file below the folder, with its name."""
    found: dict[str, int] = {}
    for file in folder.rglob("*"):
        if file.is_file():
            found.update({f"{file}: {where}": count for where, count in count_in(file.read_bytes(), texts).items()})
    return found
