# SPDX-License-Identifier: EUPL-1.2
"""An X server without a screen, the hand in front of it, and the picture it shows."""

import os
import struct
import subprocess
import zlib
from pathlib import Path

from waiting import Failure, wait_for

# A display that is not there needs a moment; a busy machine needs some more.
SERVER_SECONDS = 30
COMMAND_SECONDS = 20


class Screen:
    """Xvfb on a display number that it chooses itself, gone when the `with` ends."""

    def __init__(self, scratch: Path, width: int, height: int) -> None:
        self.folder = scratch / "xvfb"
        self.folder.mkdir()
        reading, writing = os.pipe()
        # 150 dots per inch are the 5.9 pixels per millimetre of the 10 inch panel. -noreset: else the server starts
        # anew when its last window closes.
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{width}x{height}x24", "-dpi", "150", "-noreset",
             "-nolisten", "tcp", "-fbdir", str(self.folder)],
            pass_fds=[writing], stderr=subprocess.DEVNULL,
        )
        os.close(writing)
        with os.fdopen(reading) as pipe:
            number = pipe.readline().strip()  # ends when the server ends, too
        if not number:
            raise Failure("Xvfb does not start: run it by hand to see why")
        self.environment = {**os.environ, "DISPLAY": f":{number}"}
        self.environment.pop("WAYLAND_DISPLAY", None)

    def __enter__(self) -> "Screen":
        return self

    def __exit__(self, *_: object) -> None:
        self.server.terminate()
        self.server.wait(SERVER_SECONDS)

    def hand(self, *words: str) -> str:
        """xdotool, which moves and presses as the X server's own mouse."""
        done = subprocess.run(
            ["xdotool", *words], env=self.environment, capture_output=True, text=True, check=False, timeout=COMMAND_SECONDS
        )
        return done.stdout if done.returncode == 0 else ""

    def window(self, title: str) -> str:
        """The number of the window with this title."""
        found = wait_for(lambda: self.hand("search", "--onlyvisible", "--name", f"^{title}$").split(),
                         f"a window called {title}", SERVER_SECONDS)
        return found[-1]

    def pixels(self) -> "Pixels":
        return Pixels((self.folder / "Xvfb_screen0").read_bytes())


class Pixels:
    """What the server shows, read from the XWD file that it keeps (XWDFile.h of the X protocol)."""

    def __init__(self, xwd: bytes) -> None:
        words = struct.unpack(">25I", xwd[:100])
        self.width, self.height, line, colours = words[4], words[5], words[12], words[19]
        at = words[0] + 12 * colours
        self.rows = [xwd[at + y * line: at + y * line + 4 * self.width] for y in range(self.height)]  # B G R x

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Pixels) and self.rows == other.rows

    def save_png(self, file: Path) -> None:
        rgb = bytearray()
        for row in self.rows:
            line = bytearray(3 * self.width)
            line[0::3], line[1::3], line[2::3] = row[2::4], row[1::4], row[0::4]
            rgb += b"\0" + line
        head = struct.pack(">2I5B", self.width, self.height, 8, 2, 0, 0, 0)
        chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(bytes(rgb))), (b"IEND", b""))
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"\x89PNG\r\n\x1a\n" + b"".join(
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
        ))
