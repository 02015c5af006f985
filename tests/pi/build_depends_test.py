#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""What the programs are built with is said twice: platform/packages for a checkout, platform/debian/control for packages.

    build_depends_test.py CHECKOUT
"""

import re
import sys
import unittest
from pathlib import Path

TOP = Path(sys.argv[1])
# Brought along by every build of a package, or called otherwise there.
ALIKE = {"g++": None, "pkg-config": "pkgconf"}


def listed(text: str) -> set[str]:
    names = {line.split("#")[0].strip() for line in text.splitlines()} - {""}
    return {ALIKE.get(name, name) for name in names} - {None}


def build_depends(control: str) -> set[str]:
    field = re.search(r"^Build-Depends:\n((?: .*\n)+)", control, re.MULTILINE)
    return {re.split(r"[ :(]", line.strip())[0] for line in field.group(1).strip().rstrip(",").split(",\n")}


class BuildDepends(unittest.TestCase):
    def test_name_all_that_the_list_names(self) -> None:
        wanted = listed((TOP / "platform/packages/build.txt").read_text(encoding="utf-8"))
        there = build_depends((TOP / "platform/debian/control").read_text(encoding="utf-8"))
        self.assertGreater(len(wanted), 20)
        self.assertEqual(wanted - there, set())

    def test_one_that_is_missing_is_seen(self) -> None:
        there = build_depends("Source: x\nBuild-Depends:\n libfmt-dev,\n npm:native,\nRules: no\n")
        self.assertEqual(listed("libfmt-dev # words\nnpm\nlibwebp-dev\ng++\n") - there, {"libwebp-dev"})


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]])
