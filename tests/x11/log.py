# SPDX-License-Identifier: EUPL-1.2
"""The officers' log as a process: made, served, paired with a kiosk and ended."""

import subprocess
from pathlib import Path

from kiosk import Program
from waiting import Failure, wait_for

LOG_SECONDS = 20


class Log:
    """A log that serves, ended when the `with` ends."""

    def __init__(self, file: Path, assets: Path, web: Path, folder: Path) -> None:
        self.file = file
        self.data = folder / "log of the officers"
        self.login = folder / "login"
        self.environment = {"INLOOP_ASSETS": str(assets), "INLOOP_WEB": str(web)}
        self.run("init", "--data", self.data, "--site", "Proef", "--lead", "Henk", "--demo-login", self.login)
        self.process = subprocess.Popen([self.file, "serve", "--data", self.data, "--port", "0"], env=self.environment)
        console = self.data / "console"
        wait_for(console.exists, "the log to serve", LOG_SECONDS)
        self.url = console.read_text(encoding="utf-8").split("\n")[0]

    def run(self, *words: object) -> str:
        done = subprocess.run([self.file, *map(str, words)], env=self.environment, capture_output=True, text=True,
                              check=False, timeout=LOG_SECONDS)
        if done.returncode != 0:
            raise Failure(f"inloop-log {words[0]} ended with {done.returncode}: {done.stderr}")
        return done.stdout.strip()

    def pair(self, program: Program, site: Path) -> None:
        """The five words that the kiosk prints are the ones the log knows, else it does not confirm."""
        words = program.run("pair", "--data", site, "--log", self.url, "--name", "Proef", "--compared-later",
                            self.run("pair", "--data", self.data))
        self.run("confirm", "--data", self.data, *words.split())

    def __enter__(self) -> "Log":
        return self

    def __exit__(self, *_: object) -> None:
        self.process.terminate()
        self.process.wait(LOG_SECONDS)
