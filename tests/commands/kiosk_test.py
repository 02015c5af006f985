#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""The commands of inloop-kiosk that end by themselves: check-assets and make-demo-site.

    kiosk_test.py KIOSK ASSETS [unittest's arguments]
"""

import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

KIOSK = Path(sys.argv[1])
ASSETS = Path(sys.argv[2])


def run(*arguments: str, assets: str = "") -> subprocess.CompletedProcess:
    environment = {"PATH": os.environ.get("PATH", "/usr/bin:/bin"), **({"INLOOP_ASSETS": assets} if assets else {})}
    # Leaks are not looked for: what is tested here is what is said.
    environment["ASAN_OPTIONS"] = "detect_leaks=0"
    return subprocess.run([KIOSK, *arguments], env=environment, capture_output=True, text=True, check=False, timeout=500)


class CheckAssets(unittest.TestCase):
    def setUp(self) -> None:
        self.top = Path(tempfile.mkdtemp(prefix="inloop-assets-"))
        self.addCleanup(shutil.rmtree, self.top)
        self.assets = self.top / "assets"
        shutil.copytree(ASSETS, self.assets)

    def spoil(self, name: str, old: str, new: str) -> int:
        """Replaces `old`, which must be there once, and returns the line it stood on."""
        file = self.assets / name
        text = file.read_text(encoding="utf-8")
        self.assertEqual(text.count(old), 1, f"{old} in {name}")
        file.write_text(text.replace(old, new), encoding="utf-8")
        return text[: text.index(old)].count("\n") + 1

    def check(self) -> subprocess.CompletedProcess:
        return run("check-assets", str(self.assets))

    def test_every_fault_of_a_folder_is_told_with_its_line(self) -> None:
        number = self.spoil("strings/nl.toml", 'own_name = "Nederlands"', 'own_name = "Nederlands"\nnobody_knows = "x"') + 1
        page = self.spoil("pages/nl/pilot.md", "(street.png)", "(nowhere.png)")
        done = self.check()
        self.assertEqual(done.returncode, 65, done.stdout + done.stderr)
        self.assertIn(f"{self.assets}/strings/nl.toml:{number}: ", done.stdout)
        self.assertIn(f"{self.assets}/pages/nl/pilot.md:{page}: ", done.stdout)
        self.assertIn("Mend: ", done.stdout)
        self.assertIn("The screens were not walked", done.stdout)

    def test_a_remark_alone_is_counted_and_fine(self) -> None:
        """One test for both ends: the shipped assets with one hard sentence more, else as they are."""
        long = "Dit is een zin " + "die maar niet ophoudt en " * 6 + "dan toch."
        page = self.assets / "pages/nl/pilot.md"
        before = self.check()
        page.write_text(page.read_text(encoding="utf-8") + f"\n{long}\n", encoding="utf-8")
        done = self.check()
        self.assertEqual((before.returncode, done.returncode), (0, 0), before.stdout + done.stdout)
        self.assertIn("remark: " + str(page), done.stdout)
        self.assertNotIn("remark: " + str(page), before.stdout)

    def test_a_text_too_long_for_the_smallest_display_is_told_with_its_key(self) -> None:
        long = "Ik heb een vraag over iets wat ik gisteren heb gezien " * 4
        line = self.spoil("strings/nl.toml", 'question = "Ik heb een vraag"', f'question = "{long}"')
        done = self.check()
        self.assertEqual(done.returncode, 65, done.stdout + done.stderr)
        told = [one for one in done.stdout.splitlines() if one.startswith(f"{self.assets}/strings/nl.toml:{line}: home.question: ")]
        self.assertTrue(told, done.stdout)
        self.assertIn("Mend: ", told[0])

    def test_a_folder_that_is_none_is_a_fault(self) -> None:
        done = run("check-assets", str(self.top / "nowhere"))
        self.assertEqual(done.returncode, 65, done.stdout + done.stderr)

    def test_without_a_folder_it_says_what_to_name(self) -> None:
        done = run("check-assets")
        self.assertEqual(done.returncode, 64, done.stdout + done.stderr)
        self.assertIn("INLOOP_ASSETS", done.stderr)
        (self.assets / "place.toml").unlink()
        by_environment = run("check-assets", assets=str(self.assets))
        self.assertEqual(by_environment.returncode, 65)
        self.assertIn(f"{self.assets}/place.toml", by_environment.stdout)

    def test_help_is_there(self) -> None:
        done = run("check-assets", "--help")
        self.assertEqual(done.returncode, 0)
        self.assertIn("DIR", done.stdout)
        self.assertIn("65", done.stdout)


class MakeDemoSite(unittest.TestCase):
    def setUp(self) -> None:
        self.site = Path(tempfile.mkdtemp(prefix="inloop-site-"))
        self.addCleanup(shutil.rmtree, self.site)

    def test_it_has_a_roster_and_news_that_say_they_are_samples(self) -> None:
        self.assertEqual(run("make-demo-site", str(self.site)).returncode, 0)
        roster = (self.site / "roster.toml").read_text(encoding="utf-8")
        news = (self.site / "news.toml").read_text(encoding="utf-8")
        self.assertIn("DEMO", roster.splitlines()[0])
        self.assertIn("DEMO", news.splitlines()[0])
        self.assertIn('day = "thursday"', roster)
        self.assertIn("Voorbeeld", news)

    def test_what_is_there_is_left_alone(self) -> None:
        (self.site / "roster.toml").write_text("# mine\n", encoding="utf-8")
        self.assertEqual(run("make-demo-site", str(self.site)).returncode, 0)
        (self.site / "news.toml").unlink()
        self.assertEqual(run("make-demo-site", str(self.site)).returncode, 0)
        self.assertEqual((self.site / "roster.toml").read_text(encoding="utf-8"), "# mine\n")
        self.assertTrue((self.site / "news.toml").exists())


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
