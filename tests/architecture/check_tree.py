#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Rules of the tree that no compiler holds, one function each.

    check_tree.py --list
    check_tree.py --rule NAME [--root DIR] [--test-files FILE]

Every problem is printed as `file:line: cause: mend`. Exit 0: none; 1: some; 77: the tool for the rule is not there, so
that ctest reports the case as skipped. check_tree_test.py plants one fault per rule and expects it to be found.
"""

import argparse
import ast
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Callable, Iterator, Optional

MAX_FILE_LINES = 500
MAX_FUNCTION_LINES = 60
# Lines of test for each line of code.
MIN_TEST_SHARE = 0.5
# The keys in .clang-format are those of this version; another one formats differently.
CLANG_FORMAT_VERSION = 14
SKIPPED = 77

CPP = (".h", ".cpp")
# Only these hold SQL and link its library.
# Tests may: they tamper with databases, and type as an attacker does.
STORES = ("kiosk/terminal/memory/", "kiosk/officerlog/records/", "kiosk/database/", "tests/")


class ToolMissing(Exception):
    """The program that a rule needs is not installed."""


@dataclass(frozen=True)
class Problem:
    path: str
    line: int
    cause: str
    mend: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.cause}: {self.mend}"


class Tree:
    """The files of a checkout: those git tracks and new ones it does not ignore; without git, all but build folders."""

    def __init__(self, root: Path, test_files: Optional[Path] = None) -> None:
        self.root = root
        self.test_files = test_files
        self.files = sorted(set(self._from_git() or self._from_walk()))

    def _from_git(self) -> list[str]:
        if not (self.root / ".git").exists() or not shutil.which("git"):
            return []
        # safe.directory: CI often checks out as another user than the one that runs.
        listing = subprocess.run(
            ["git", "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
            cwd=self.root, capture_output=True, text=True, check=False,
        )
        return [name for name in listing.stdout.split("\0") if name and (self.root / name).is_file()]

    def _from_walk(self) -> list[str]:
        found = []
        for folder, folders, names in os.walk(self.root):
            folders[:] = [f for f in folders if f not in (".git", "build", "node_modules")]
            found += [(Path(folder) / name).relative_to(self.root).as_posix() for name in names]
        return found

    def ending(self, *suffixes: str, under: tuple[str, ...] = ("",)) -> list[str]:
        return [f for f in self.files if f.endswith(suffixes) and f.startswith(under)]

    @lru_cache(maxsize=None)
    def text(self, path: str) -> str:
        return (self.root / path).read_text(encoding="utf-8", errors="replace")

    def lines(self, path: str) -> Iterator[tuple[int, str]]:
        yield from enumerate(self.text(path).splitlines(), start=1)


def parent_includes(tree: Tree) -> Iterator[Problem]:
    """An include is spelled from the root: "../" would walk around the arrows."""
    for path in tree.ending(*CPP):
        for number, line in tree.lines(path):
            if re.match(r'\s*#\s*include\s*["<][^">]*\.\./', line):
                yield Problem(path, number, "include goes through '../'", "spell it from the root, \"kiosk/...\"")


def test_files_listed(tree: Tree) -> Iterator[Problem]:
    """A test that CMake does not know is a test that never runs."""
    if tree.test_files is None:
        raise SystemExit("test_files_listed needs --test-files, the list that CMake writes")
    listed = {os.path.realpath(line) for line in tree.test_files.read_text(encoding="utf-8").splitlines() if line}
    for path in tree.ending("_test.cpp", under=("tests/",)):
        if os.path.realpath(tree.root / path) not in listed:
            yield Problem(path, 1, "no inloop_test() names this file", "add it to the CMakeLists.txt beside it")


def spdx_line(tree: Tree) -> Iterator[Problem]:
    """Each source says its licence, so that a copied file keeps it."""
    for path in tree.files:
        source = path.endswith((*CPP, ".cmake", ".py", ".sh")) or Path(path).name == "CMakeLists.txt"
        source = source or ("." not in Path(path).name and is_script(tree, path))
        if source and "SPDX-License-Identifier: EUPL-1.2" not in "\n".join(tree.text(path).splitlines()[:3]):
            yield Problem(path, 1, "no SPDX line", "begin with 'SPDX-License-Identifier: EUPL-1.2' in a comment")


def is_script(tree: Tree, path: str) -> bool:
    with open(tree.root / path, "rb") as file:
        return file.read(2) == b"#!"


def readme_per_folder(tree: Tree) -> Iterator[Problem]:
    """Each folder with code says what it is for. A folder of tests that mirrors a folder of code needs no words."""
    mirrored = {part for f in tree.ending(*CPP, under=("kiosk/", "platform/")) for part in f.split("/")[:-1]}
    folders = {os.path.dirname(f) for f in tree.ending(*CPP, under=("kiosk/", "platform/"))}
    for path in tree.ending(*CPP, ".py", under=("tests/",)):
        top = path.split("/")[1]
        if path.count("/") > 1 and top not in mirrored:
            folders.add(f"tests/{top}")
    for folder in sorted(folders):
        if f"{folder}/README.md" not in tree.files:
            yield Problem(f"{folder}/README.md", 1, "a folder with code and no README.md",
                          "write 5-20 true lines: what it is, what it may depend on, threads, where to start")


def slug(heading: str) -> str:
    """The anchor a Markdown viewer makes of a heading."""
    kept = re.sub(r"[^\w\- ]", "", heading.strip().lower())
    return kept.replace(" ", "-")


def markdown_links(tree: Tree) -> Iterator[Problem]:
    """Links and pictures between the texts about the code lead somewhere. Pages in assets/ have their own check."""
    for path in [f for f in tree.ending(".md") if not f.startswith("assets/pages/")]:
        fenced = False
        for number, line in tree.lines(path):
            fenced ^= line.lstrip().startswith("```")
            for target in [] if fenced else re.findall(r"\]\(<?([^)>\s]+)", re.sub(r"`[^`]*`", "", line)):
                if not re.match(r"[a-z]+:", target) and not leads_somewhere(tree, path, target):
                    yield Problem(path, number, f"dead link '{target}'", "name a file or a heading that exists")


def leads_somewhere(tree: Tree, path: str, target: str) -> bool:
    name, _, anchor = target.partition("#")
    goal = os.path.normpath(os.path.join(os.path.dirname(path), name)) if name else path
    if goal.startswith("..") or not (tree.root / goal).exists():
        return False
    if not anchor:
        return True
    headings = [line.lstrip("#") for _, line in tree.lines(goal) if line.startswith("#")]
    return anchor in {slug(heading) for heading in headings}


def file_length(tree: Tree) -> Iterator[Problem]:
    """A file that nobody can hold in mind is two files."""
    for path in tree.ending(*CPP, ".py", ".cmake", "CMakeLists.txt"):
        count = len(tree.text(path).splitlines())
        if count > MAX_FILE_LINES:
            yield Problem(path, count, f"{count} lines, {MAX_FILE_LINES} at most", "split it by what it is about")


def function_length(tree: Tree) -> Iterator[Problem]:
    """Long functions are what makes a codebase hard to live in."""
    for path, line, end, name in [*cpp_functions(tree), *python_functions(tree)]:
        length = end - line + 1
        if length > MAX_FUNCTION_LINES:
            yield Problem(path, line, f"{name} has {length} lines, {MAX_FUNCTION_LINES} at most",
                          "give its parts names of their own")


def cpp_functions(tree: Tree) -> Iterator[tuple[str, int, int, str]]:
    sources = tree.ending(*CPP)
    if not sources:
        return
    if not shutil.which("ctags"):
        raise ToolMissing("universal-ctags is not installed (platform/install-packages test)")
    tags = subprocess.run(
        ["ctags", "--options=NONE", "--languages=C++", "--langmap=C++:+.h", "--kinds-C++=f", "--fields=+ne",
         "--excmd=number", "-o", "-", *sources],
        cwd=tree.root, capture_output=True, text=True, check=True,
    ).stdout
    for tag in tags.splitlines():
        if not tag.startswith("!"):
            name, path, _ = tag.split("\t")[:3]
            fields = dict(part.split(":", 1) for part in tag.split("\t")[3:] if ":" in part)
            if "end" in fields:
                yield path, int(fields["line"]), int(fields["end"]), name


def python_functions(tree: Tree) -> Iterator[tuple[str, int, int, str]]:
    for path in tree.ending(".py"):
        for node in ast.walk(ast.parse(tree.text(path))):
            if isinstance(node, ast.FunctionDef) and node.end_lineno:
                yield path, node.lineno, node.end_lineno, node.name


SQL = re.compile(
    r"\b(SELECT\s|INSERT\s+(OR\s+\w+\s+)?INTO\b|REPLACE\s+INTO\b|UPDATE\s+\w+\s+SET\b|DELETE\s+FROM\b"
    r"|(CREATE|DROP|ALTER)\s+(TABLE|INDEX)\b|PRAGMA\s+\w)"
)


def sql_in_stores_only(tree: Tree) -> Iterator[Problem]:
    """Who may change a table can be seen from the folder."""
    for path in [f for f in tree.ending(*CPP) if not f.startswith(STORES)]:
        for number, line in tree.lines(path):
            if SQL.search(line):
                yield Problem(path, number, "SQL outside a store", f"move it to {STORES[0]}")
    for path in tree.ending("/CMakeLists.txt"):
        for number, line in tree.lines(path):
            if re.search(r"\bSQLite(Cpp|::)", line) and not path.startswith(STORES):
                yield Problem(path, number, "links SQLite outside a store", "link inloop::memory or inloop::records")


def machine_paths(tree: Tree) -> Iterator[Problem]:
    """A path of somebody's own machine means nothing on another one."""
    for path in tree.ending(*CPP, ".py", ".cmake", ".txt", ".md", ".json", ".toml", ".yml") + scripts(tree):
        for number, line in tree.lines(path):
            if re.search(r"(?<![\w.~/-])/(home|work|Users)/\w", line):
                yield Problem(path, number, "path of one machine", "say it from the root of the checkout")


def scripts(tree: Tree) -> list[str]:
    return [f for f in tree.files if "." not in Path(f).name and is_script(tree, f)]


def test_share(tree: Tree) -> Iterator[Problem]:
    """At least half a line of test for each line of code."""
    def count(*folders: str) -> int:
        return sum(1 for f in tree.ending(*CPP, under=folders) for line in tree.text(f).splitlines() if line.strip())

    code, tests = count("kiosk/", "platform/"), count("tests/")
    print(f"{tests} lines of test for {code} lines of code: {tests / max(code, 1):.2f}")
    if tests < code * MIN_TEST_SHARE:
        yield Problem("tests", 1, f"{tests} lines of test for {code} lines of code, {MIN_TEST_SHARE} at least a line",
                      "write the tests that are missing")


def find_clang_format() -> str:
    for name in (f"clang-format-{CLANG_FORMAT_VERSION}", "clang-format"):
        program = shutil.which(name)
        if program:
            version = subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout
            if re.search(rf"\bversion {CLANG_FORMAT_VERSION}\.", version):
                return program
    raise ToolMissing(f"clang-format {CLANG_FORMAT_VERSION} is not installed (on Debian 12: platform/install-packages test)")


def formatted(tree: Tree) -> Iterator[Problem]:
    """clang-format has nothing to change."""
    program = find_clang_format()
    sources = tree.ending(*CPP)
    if not sources:
        return
    complaints = subprocess.run(
        [program, "--dry-run", *sources], cwd=tree.root, capture_output=True, text=True, check=False
    ).stderr
    seen = set()
    for path, line in re.findall(r"^(\S+?):(\d+):\d+: (?:warning|error): ", complaints, re.MULTILINE):
        if path not in seen:
            seen.add(path)
            yield Problem(path, int(line), "not as clang-format writes it", f"run clang-format -i {path}")


RULES: dict[str, Callable[[Tree], Iterator[Problem]]] = {
    rule.__name__: rule
    for rule in (
        parent_includes, test_files_listed, spdx_line, readme_per_folder, markdown_links, file_length, function_length,
        sql_in_stores_only, machine_paths, test_share, formatted,
    )
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parents[2])
    parser.add_argument("--test-files", type=Path, help="one file a line, written by CMake")
    parser.add_argument("--rule", choices=RULES)
    parser.add_argument("--list", action="store_true", help="name the rules and say what each is for")
    arguments = parser.parse_args()
    if arguments.list or not arguments.rule:
        for name, rule in RULES.items():
            print(f"{name}: {rule.__doc__}")
        return 0
    try:
        problems = list(RULES[arguments.rule](Tree(arguments.root, arguments.test_files)))
    except ToolMissing as missing:
        print(missing)
        return SKIPPED
    for problem in problems:
        print(problem)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
