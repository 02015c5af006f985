#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Plants one fault per rule of check_tree.py in a good little tree and expects exactly that fault to be found."""

import shutil
import tempfile
import unittest
from pathlib import Path

import check_tree

SPDX = "// SPDX-License-Identifier: EUPL-1.2\n"
GOOD = {
    "README.md": "# Good\n\n## Where to start\n\n[here](kiosk/base/README.md) and [above](#where-to-start)\n",
    "kiosk/base/README.md": "Up: [readme](../../README.md#good)\n",
    "kiosk/base/CMakeLists.txt": "# SPDX-License-Identifier: EUPL-1.2\n",
    "kiosk/base/good.h": SPDX + "#pragma once\n\nint good();\n",
    "kiosk/base/good.cpp": SPDX + '#include "kiosk/base/good.h"\n\nint good() {\n    return 1;\n}\n',
    "tests/base/good_test.cpp": SPDX + '#include "kiosk/base/good.h"\n\n' + "int tested = good();\n" * 8,
    "platform/script": "#!/bin/sh\n# SPDX-License-Identifier: EUPL-1.2\necho hello\n",
}


class CheckTree(unittest.TestCase):
    def setUp(self) -> None:
        self.root = Path(tempfile.mkdtemp(prefix="inloop-check-tree-"))
        self.addCleanup(shutil.rmtree, self.root)
        for path, text in GOOD.items():
            self.plant(path, text)
        shutil.copy(Path(__file__).resolve().parents[2] / ".clang-format", self.root)
        self.listed = ["tests/base/good_test.cpp"]

    def plant(self, path: str, text: str) -> None:
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_text(text, encoding="utf-8")

    def found(self, rule: str) -> list[str]:
        listing = self.root / "build" / "list.txt"
        listing.parent.mkdir(exist_ok=True)
        listing.write_text("\n".join(str(self.root / path) for path in self.listed), encoding="utf-8")
        tree = check_tree.Tree(self.root, listing)
        try:
            return [f"{problem.path}:{problem.line}" for problem in check_tree.RULES[rule](tree)]
        except check_tree.ToolMissing as missing:
            self.skipTest(str(missing))

    def test_a_good_tree_has_no_problem(self) -> None:
        for rule in check_tree.RULES:
            with self.subTest(rule):
                self.assertEqual(self.found(rule), [])

    def test_every_rule_has_its_fault_here(self) -> None:
        faults = {name.removeprefix("test_catches_") for name in dir(self) if name.startswith("test_catches_")}
        self.assertEqual(faults, set(check_tree.RULES))

    def test_catches_parent_includes(self) -> None:
        self.plant("kiosk/base/bad.cpp", SPDX + '#include "../seal/envelope.h"\n')
        self.assertEqual(self.found("parent_includes"), ["kiosk/base/bad.cpp:2"])

    def test_catches_test_files_listed(self) -> None:
        self.plant("tests/base/forgotten_test.cpp", SPDX)
        self.assertEqual(self.found("test_files_listed"), ["tests/base/forgotten_test.cpp:1"])

    def test_catches_spdx_line(self) -> None:
        self.plant("kiosk/base/bad.h", "#pragma once\n")
        self.plant("platform/bad", "#!/bin/sh\necho hello\n")
        self.plant("tests/base/CMakeLists.txt", "inloop_test(base)\n")
        self.assertEqual(self.found("spdx_line"), ["kiosk/base/bad.h:1", "platform/bad:1", "tests/base/CMakeLists.txt:1"])

    def test_catches_readme_per_folder(self) -> None:
        self.plant("kiosk/seal/envelope.h", SPDX)
        self.plant("tests/crash/crash_test.cpp", SPDX)
        self.assertEqual(self.found("readme_per_folder"), ["kiosk/seal/README.md:1", "tests/crash/README.md:1"])

    def test_catches_markdown_links(self) -> None:
        self.plant("kiosk/README.md", "[gone](base/gone.md)\n[no heading](../README.md#gone)\n[out](../../x.md)\n")
        self.assertEqual(self.found("markdown_links"), [f"kiosk/README.md:{line}" for line in (1, 2, 3)])

    def test_catches_file_length(self) -> None:
        self.plant("kiosk/base/long.cpp", SPDX + "\n" * check_tree.MAX_FILE_LINES)
        self.assertEqual(self.found("file_length"), [f"kiosk/base/long.cpp:{check_tree.MAX_FILE_LINES + 1}"])

    def test_catches_function_length(self) -> None:
        body = "    work();\n" * check_tree.MAX_FUNCTION_LINES
        self.plant("kiosk/base/long.cpp", SPDX + "int fine() {\n    return 1;\n}\nvoid Long::run() {\n" + body + "}\n")
        self.plant("kiosk/base/long.h", SPDX + "struct Long {\n    void run() {\n" + body + "    }\n};\n")
        self.plant("tests/base/long_test.cpp", SPDX + "TEST(Long, Runs) {\n" + body + "}\n")
        self.plant("tests/long.py", "def long():\n" + body.replace(";", ""))
        self.assertEqual(
            sorted(self.found("function_length")),
            ["kiosk/base/long.cpp:5", "kiosk/base/long.h:3", "tests/base/long_test.cpp:2", "tests/long.py:1"],
        )

    def test_catches_sql_in_stores_only(self) -> None:
        statements = ['"SELECT id FROM letter"', '"INSERT OR IGNORE INTO letter"', '"PRAGMA user_version"',
                      '"UPDATE letter SET state = 1"', '"CREATE TABLE letter (id)"']
        text = SPDX + "#pragma once\n" + "".join(f"auto a = {statement};\n" for statement in statements)
        self.plant("kiosk/base/bad.h", text)
        self.plant("kiosk/terminal/memory/store.cpp", text)
        self.plant("kiosk/base/CMakeLists.txt", "target_link_libraries(inloop_base PRIVATE SQLiteCpp)\n")
        self.plant("kiosk/terminal/memory/CMakeLists.txt", "target_link_libraries(inloop_memory PRIVATE SQLiteCpp)\n")
        lines = [f"kiosk/base/bad.h:{line}" for line in range(3, 8)]
        self.assertEqual(self.found("sql_in_stores_only"), lines + ["kiosk/base/CMakeLists.txt:1"])

    def test_catches_machine_paths(self) -> None:
        self.plant("kiosk/README.md", "see " + "/home" + "/anna/notes.txt\nbut https://example.org/home/page is fine\n")
        self.assertEqual(self.found("machine_paths"), ["kiosk/README.md:1"])

    def test_catches_test_share(self) -> None:
        self.plant("kiosk/base/untested.cpp", SPDX + "int line;\n" * 30)
        self.assertEqual(self.found("test_share"), ["tests:1"])

    def test_catches_formatted(self) -> None:
        self.plant("kiosk/base/bad.cpp", SPDX + "int  bad( ) {return 1;}\n")
        self.assertEqual(self.found("formatted"), ["kiosk/base/bad.cpp:2"])


if __name__ == "__main__":
    unittest.main()
