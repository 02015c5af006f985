#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""The commands of inloop-kiosk that end by themselves: check-assets, make-demo-site and render.

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

    def test_without_a_folder_it_checks_its_own_or_the_one_of_the_environment(self) -> None:
        done = run("check-assets")
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
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


class Render(unittest.TestCase):
    def setUp(self) -> None:
        self.top = Path(tempfile.mkdtemp(prefix="inloop-render-"))
        self.addCleanup(shutil.rmtree, self.top)
        self.page = self.top / "site/pages/nl/pilot.md"
        self.page.parent.mkdir(parents=True)
        self.text = (ASSETS / "pages/nl/pilot.md").read_text(encoding="utf-8")

    def render(self, out: str, *arguments: str, site: bool = True) -> subprocess.CompletedProcess:
        where = ["--data", str(self.top / "site")] if site else []
        return run("render", *where, "--out", str(self.top / out), *arguments, assets=str(ASSETS))

    def pictures(self, folder: str) -> list[bytes]:
        return [file.read_bytes() for file in sorted((self.top / folder).glob("*.png"))]

    def test_the_page_of_the_site_is_drawn_to_its_end_and_the_shipped_one_without_it(self) -> None:
        self.page.write_text(self.text.replace("Over deze plek", "Van ons"), encoding="utf-8")
        own = self.render("own", "--page", "pilot")
        shipped = self.render("shipped", "--page", "pilot", site=False)
        self.assertEqual((own.returncode, shipped.returncode), (0, 0), own.stderr + shipped.stderr)
        self.assertEqual(own.stdout.splitlines(), shipped.stdout.splitlines())
        self.assertEqual(own.stdout.splitlines()[:2], ["picture\t1.png", "picture\t2.png"])
        self.assertNotEqual(self.pictures("own")[0], self.pictures("shipped")[0])
        self.page.write_text(self.text, encoding="utf-8")
        self.assertEqual(self.render("same", "--page", "pilot").returncode, 0)
        self.assertEqual(self.pictures("same"), self.pictures("shipped"), "the same page, drawn twice")

    def test_the_numbers_of_the_site_are_drawn_and_the_shipped_ones_where_they_are_faulty(self) -> None:
        facts = (ASSETS / "facts.toml").read_text(encoding="utf-8")
        drawn = []
        for number, text in enumerate(["", facts.replace("0900-8844", "0900-1234"), facts + "[[", facts]):
            (self.top / "site/facts.toml").write_text(text, encoding="utf-8")
            done = self.render(str(number), "--page", "numbers")
            self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
            drawn.append(self.pictures(str(number)))
        self.assertNotEqual(drawn[0], drawn[1])
        self.assertEqual(drawn[0], drawn[2])
        self.assertEqual(drawn[0], drawn[3], "the same list")

    def test_every_size_and_view_is_another_picture(self) -> None:
        views = [[], ["--large"], ["--contrast"], ["--size=800x480"], ["--size=720x1280"], ["--language=en"]]
        for number, view in enumerate(views):
            done = self.render(str(number), "--page", "your-message", *view, site=False)
            self.assertEqual((done.returncode, "finding" in done.stdout), (0, False), done.stdout + done.stderr)
        self.assertEqual(len({self.pictures(str(number))[0] for number in range(len(views))}), len(views))

    def test_a_faulty_page_is_told_with_its_line_and_draws_nothing(self) -> None:
        self.page.write_text(self.text + "\n<b>nee</b>\n", encoding="utf-8")
        done = self.render("out", "--page", "pilot")
        self.assertEqual(done.returncode, 65)
        self.assertIn(f"fault\t{len(self.text.splitlines()) + 2}\t", done.stdout)
        self.assertEqual(self.pictures("out"), [])

    def test_what_does_not_fit_is_told(self) -> None:
        self.page.write_text(self.text.replace("Over deze plek", "W" * 40), encoding="utf-8")
        done = self.render("out", "--page", "pilot")
        self.assertEqual(done.returncode, 0)
        self.assertIn("finding\t1.png\t", done.stdout)

    def test_a_page_that_is_not_there_is_named(self) -> None:
        done = self.render("out", "--page", "nowhere")
        self.assertEqual(done.returncode, 64)
        self.assertIn("'nowhere'", done.stderr)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
