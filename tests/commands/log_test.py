#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""The drill: a log that was lost is put back from its backup, and an officer reads on.

    log_test.py LOG MAKE_LOG ASSETS WEB [unittest's arguments]
"""

import http.client
import os
import shutil
import ssl
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path
from urllib.parse import urlencode

from served_log import ServedLog

LOG, MAKE_LOG, ASSETS, WEB = sys.argv[1:5]
ENVIRONMENT = {"PATH": os.environ.get("PATH", "/usr/bin:/bin"), "INLOOP_ASSETS": ASSETS, "INLOOP_WEB": WEB,
               "ASAN_OPTIONS": "detect_leaks=0"}
SECONDS = 60


class Served(ServedLog):
    """What a browser asks of it."""

    def __init__(self, data: Path) -> None:
        super().__init__(LOG, data, ENVIRONMENT)
        self.cookie = ""

    def connect(self) -> http.client.HTTPSConnection:
        context = ssl.create_default_context()
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE  # its own certificate; compared below
        return http.client.HTTPSConnection("127.0.0.1", self.port, context=context, timeout=SECONDS)

    def certificate(self) -> bytes:
        connection = self.connect()
        connection.connect()
        found = connection.sock.getpeercert(binary_form=True)
        connection.close()
        return found

    def ask(self, method: str, path: str, **fields: str) -> tuple[int, str]:
        connection = self.connect()
        headers = {"Cookie": self.cookie, "Host": "log", "Origin": "https://log",
                   "Content-Type": "application/x-www-form-urlencoded"}
        connection.request(method, path, urlencode(fields) if method == "POST" else None, headers)
        answer = connection.getresponse()
        if answer.getheader("Set-Cookie"):
            self.cookie = answer.getheader("Set-Cookie").split(";")[0]
        text = answer.read().decode("utf-8")
        connection.close()
        return answer.status, text

    def log_in(self, login: Path) -> int:
        name, passphrase, _ = login.read_text(encoding="utf-8").split("\n", 2)
        code = run("demo-code", login).stdout.strip()
        return self.ask("POST", "/login", csrf="", name=name, passphrase=passphrase, code=code)[0]


def run(*words: object) -> subprocess.CompletedProcess:
    return subprocess.run([LOG, *map(str, words)], env=ENVIRONMENT, capture_output=True, text=True, check=False,
                          timeout=SECONDS)


class Drill(unittest.TestCase):
    def setUp(self) -> None:
        self.top = Path(tempfile.mkdtemp(prefix="inloop-drill-"))
        self.addCleanup(shutil.rmtree, self.top)
        made = subprocess.run([MAKE_LOG, self.top], env=ENVIRONMENT, capture_output=True, text=True, check=True,
                              timeout=SECONDS)
        self.letters = dict(line.split(" ", 1) for line in made.stdout.splitlines())
        self.data = self.top / "data"
        self.login = self.top / "login-Ilse"

    def back_up(self) -> Path:
        done = run("backup", "--data", self.data)
        self.assertEqual(done.returncode, 0, done.stderr)
        kept = self.top / "kept elsewhere"
        shutil.copytree(done.stdout.strip(), kept)
        return kept

    def lose(self) -> None:
        shutil.rmtree(self.data)

    def test_a_log_that_was_lost_is_read_again_from_its_backup(self) -> None:
        with Served(self.data) as log:
            before = log.certificate()
            kept = self.back_up()
        rows = run("verify-audit", "--data", self.data).stdout
        self.lose()
        self.assertEqual(run("verify-audit", "--data", self.data).stdout, "0 rows, whole\n", "the control")
        self.lose()

        restored = run("restore", "--data", self.data, kept)

        self.assertEqual(restored.returncode, 0, restored.stderr)
        with Served(self.data) as log:
            self.assertEqual(log.certificate(), before, "kiosks know the log by its key")
            self.assertEqual(log.log_in(self.login), 303)
            for letter, text in self.letters.items():
                status, page = log.ask("GET", f"/entries/{letter}")
                self.assertEqual(status, 200)
                self.assertIn(text, page)
            self.assertIn("Donderdag ben ik er.", page, "the officers' copy of the answer")
        verified = run("verify-audit", "--data", self.data)
        self.assertEqual(verified.returncode, 0, verified.stderr)
        self.assertGreater(int(verified.stdout.split()[0]), int(rows.split()[0]))

    def test_a_backup_with_one_byte_flipped_is_refused_by_name(self) -> None:
        kept = self.back_up()
        self.lose()
        for name in ("log.db", "keys.db", "sums"):
            whole = (kept / name).read_bytes()
            for at in (0, len(whole) // 3, len(whole) - 1):
                (kept / name).write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1:])
                done = run("restore", "--data", self.data, kept)
                self.assertEqual(done.returncode, 65, f"{name} at {at}: {done.stderr}")
                # A sum that is another one is told of the file that it is of.
                self.assertRegex(done.stderr, f"{kept}/({name}|log.db|keys.db)" if name == "sums" else f"{kept}/{name}")
                self.assertFalse(self.data.exists(), "nothing was put there")
            (kept / name).write_bytes(whole)
        self.assertEqual(run("restore", "--data", self.data, kept).returncode, 0, "the control")

    def test_a_backup_that_lacks_a_file_is_refused_by_name(self) -> None:
        kept = self.back_up()
        self.lose()
        for name in ("keys.db", "log.db", "sums"):
            (kept / name).rename(self.top / name)
            done = run("restore", "--data", self.data, kept)
            self.assertEqual(done.returncode, 65, done.stderr)
            self.assertIn(f"{kept}/{name}", done.stderr)
            (self.top / name).rename(kept / name)
        self.assertEqual(run("restore", "--data", self.data, kept).returncode, 0, "the control")

    def test_a_backup_is_not_mixed_with_what_is_there(self) -> None:
        kept = self.back_up()
        done = run("restore", "--data", self.data, kept)
        self.assertEqual(done.returncode, 73, done.stderr)
        self.assertIn(f"{self.data}/log.db", done.stderr)

    def test_keys_leave_backups_after_seven_days(self) -> None:
        """What the page says beside the button that erases."""
        old = self.data / "backups" / "20200101T000000Z"
        old.mkdir(parents=True)
        for name in ("log.db", "keys.db", "keys.db.part", "certificate.key", "certificate.pem"):
            (old / name).write_text("of a backup", encoding="utf-8")
        kept = self.back_up()
        self.assertEqual(sorted(file.name for file in old.iterdir()), ["certificate.pem", "log.db"])
        self.assertTrue((kept / "keys.db").exists(), "the control")

    def test_the_sums_are_what_b2sum_checks(self) -> None:
        kept = self.back_up()
        checked = subprocess.run(["b2sum", "--quiet", "-c", "sums"], cwd=kept, capture_output=True, text=True, check=False)
        self.assertEqual(checked.returncode, 0, checked.stdout + checked.stderr)


class Monitoring(unittest.TestCase):
    def test_the_token_that_was_made_opens_health_while_the_log_serves(self) -> None:
        with tempfile.TemporaryDirectory(prefix="inloop-monitoring-") as folder:
            subprocess.run([MAKE_LOG, folder], env=ENVIRONMENT, capture_output=True, check=True, timeout=SECONDS)
            data = Path(folder) / "data"
            first = run("monitoring-token", "--data", data).stdout.strip()
            with Served(data) as log:
                self.assertEqual(self.health(log, first), 200)
                second = run("monitoring-token", "--data", data).stdout.strip()
                self.assertEqual((self.health(log, first), self.health(log, second)), (401, 200))

    def health(self, log: Served, token: str) -> int:
        connection = log.connect()
        connection.request("GET", "/health.json", headers={"Authorization": f"Bearer {token}"})
        status = connection.getresponse().status
        connection.close()
        return status


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[5:]])
