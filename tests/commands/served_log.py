# SPDX-License-Identifier: EUPL-1.2
"""The real log as a process that serves."""

import re
import subprocess
from pathlib import Path

END_SECONDS = 60


class ServedLog:
    """Serves on a port that it chooses itself until stop(), or until the `with` ends."""

    def __init__(self, program: str, data: Path, environment: dict[str, str]) -> None:
        self.process = subprocess.Popen([program, "serve", "--data", data, "--port", "0"], env=environment, stderr=subprocess.PIPE, text=True)
        assert self.process.stderr
        for line in self.process.stderr:  # until it says that it serves
            found = re.search(r"serves https://[^:]+:(\d+)", line)
            if found:
                self.port = int(found.group(1))
                return
        raise AssertionError("the log does not serve")

    def stop(self) -> None:
        self.process.terminate()
        self.process.communicate(timeout=END_SECONDS)

    def __enter__(self):
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()
