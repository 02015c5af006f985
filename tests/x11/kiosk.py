# SPDX-License-Identifier: EUPL-1.2
"""The kiosk as a process: started, watched, ended and read after."""

import json
import subprocess
from pathlib import Path
from typing import Optional

from waiting import Failure, wait_for

STATE_SECONDS = 30
END_SECONDS = 3


class Program:
    """The program inloop-kiosk and the assets it shows."""

    def __init__(self, file: Path, assets: Path) -> None:
        self.file = file
        self.assets = assets

    def run(self, *words: object, seconds: float = STATE_SECONDS) -> str:
        """Runs a command to its end and returns what it printed."""
        done = subprocess.run([self.file, *map(str, words)], capture_output=True, text=True, check=False,
                              timeout=seconds, env={"INLOOP_ASSETS": str(self.assets)}, encoding="utf-8")
        if done.returncode != 0:
            raise Failure(f"{words[0]} ended with {done.returncode}: {done.stderr}")
        return done.stdout

    def make_site(self, folder: Path) -> Path:
        self.run("make-demo-site", folder)
        return folder

    def read_letters(self, site: Path, scratch: Path) -> list[str]:
        """What the letters of a demo site say, opened with a copy of its key that has another name."""
        key = scratch / "key of the demo"
        key.write_bytes((site / "demo-log.key").read_bytes())
        texts = []
        for letter in sorted((site / "letterbox" / "new").glob("*")):
            head, text = self.run("open-demo", "--key", key, letter).split("\n\n", 1)
            name, facts = head.split("\n", 1)
            if name != letter.name or not facts.startswith("  question, nl, ") or not text.endswith("\n"):
                raise Failure(f"open-demo does not print name, facts and text: {name!r} {facts!r}")
            texts.append(text[:-1])
        return texts


class Kiosk:
    """A kiosk that runs and says in its registry file what can be touched; killed when the `with` ends."""

    def __init__(self, program: Program, site: Path, scratch: Path, options: list[str], environment: dict[str, str],
                 tells: bool = True) -> None:
        """`tells`: writes the registry file, which only a test build can."""
        self.registry = scratch / "registry.json"
        self.log = scratch / "log"
        self.process = subprocess.Popen(
            [program.file, "--data", site, *(["--registry", self.registry] if tells else []), *options],
            env={**environment, "INLOOP_ASSETS": str(program.assets)}, stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=self.log.open("wb"),
        )

    def __enter__(self) -> "Kiosk":
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()

    def state(self) -> Optional[dict]:
        """What the last frame showed; None before the first one."""
        if self.process.poll() is not None:
            raise Failure(f"the kiosk ended with {self.process.returncode}: {self.log.read_text(errors='replace')}")
        try:
            return json.loads(self.registry.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return None

    def frame(self) -> int:
        state = self.state()
        return state["frame"] if state else 0

    def await_frame_after(self, frame: int, what: str) -> None:
        wait_for(lambda: self.frame() > frame, f"a frame after {what}", STATE_SECONDS)

    def await_screen(self, screen: str) -> dict:
        def look() -> Optional[dict]:
            state = self.state()
            return state if state and state["screen"] == screen and state["overlay"] == "none" else None
        return wait_for(look, f"the screen '{screen}'", STATE_SECONDS)

    def widget(self, name: str) -> Optional[dict]:
        """The topmost widget of this id that can be touched."""
        state = self.state()
        found = [w for w in state["widgets"] if w["id"] == name and w["enabled"]] if state else []
        return found[-1] if found else None

    def end(self) -> None:
        """Asks it to end as systemd does."""
        self.process.terminate()
        try:
            code = self.process.wait(END_SECONDS)
        except subprocess.TimeoutExpired:
            raise Failure(f"still there {END_SECONDS} s after SIGTERM") from None
        if code != 0:
            raise Failure(f"ended with {code} after SIGTERM: {self.log.read_text(errors='replace')}")
