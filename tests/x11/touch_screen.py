# SPDX-License-Identifier: EUPL-1.2
"""A touch panel that is not there: Xorg with its dummy display, and fingers through its input driver for tests (inputtest(4))."""

import os
import socket
import struct
import subprocess
from pathlib import Path

from waiting import Failure, wait_for

SERVER_SECONDS = 30
# xf86-input-inputtest-protocol.h of the X server, version 1.1; XI2.h of its extension for the phases.
VERSION, SYNC, TOUCH = 0, 1, 6
BEGIN, UPDATE, END = 18, 19, 20
AXES = 64
MOST_FINGERS = 5

CONFIGURATION = """
Section "ServerFlags"
    Option "AutoAddDevices" "false"
EndSection
Section "Device"
    Identifier "no card"
    Driver "dummy"
    VideoRam 16384
EndSection
Section "Monitor"
    Identifier "panel"
    HorizSync 5-1000
    VertRefresh 5-200
    Modeline "panel" 83.50 {width} {w1} {w2} {w3} {height} {h1} {h2} {h3}
EndSection
Section "Screen"
    Identifier "screen"
    Device "no card"
    Monitor "panel"
    DefaultDepth 24
    SubSection "Display"
        Depth 24
        Modes "panel"
        Virtual {width} {height}
    EndSubSection
EndSection
Section "InputDevice"
    Identifier "fingers"
    Driver "inputtest"
    Option "SocketPath" "{fingers}"
    Option "DeviceType" "Touch"
    Option "TouchCount" "{count}"
EndSection
Section "ServerLayout"
    Identifier "layout"
    Screen "screen"
    InputDevice "fingers" "CorePointer"
EndSection
"""


class TouchScreen:
    """Xorg on a display number that it chooses itself, gone when the `with` ends."""

    def __init__(self, scratch: Path, width: int, height: int) -> None:
        self.size = (width, height)
        fingers = scratch / "fingers"
        file = scratch / "xorg.conf"
        file.write_text(CONFIGURATION.format(
            width=width, w1=width + 72, w2=width + 200, w3=width + 400, height=height, h1=height + 3, h2=height + 9, h3=height + 23,
            fingers=fingers, count=MOST_FINGERS), encoding="utf-8")
        reading, writing = os.pipe()
        self.server = subprocess.Popen(
            ["Xorg", "-displayfd", str(writing), "-config", file, "-logfile", scratch / "xorg.log", "-novtswitch", "-sharevts",
             "-noreset", "-nolisten", "tcp", "-dpi", "150"],
            pass_fds=[writing], stderr=subprocess.DEVNULL)
        os.close(writing)
        with os.fdopen(reading) as pipe:
            number = pipe.readline().strip()  # ends when the server ends, too
        if not number:
            raise Failure(f"Xorg does not start: {(scratch / 'xorg.log').read_text(errors='replace')[-2000:]}")
        self.environment = {**os.environ, "DISPLAY": f":{number}"}
        self.environment.pop("WAYLAND_DISPLAY", None)
        wait_for(fingers.exists, "the driver of the fingers", SERVER_SECONDS)
        self.driver = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.driver.settimeout(SERVER_SECONDS)
        self.driver.connect(str(fingers))
        self.driver.sendall(struct.pack("<IIHH", 12, VERSION, 1, 1))
        self.answer()

    def __enter__(self) -> "TouchScreen":
        return self

    def __exit__(self, *_: object) -> None:
        self.driver.close()
        self.server.terminate()
        self.server.wait(SERVER_SECONDS)

    def answer(self) -> None:
        head = self.driver.recv(8, socket.MSG_WAITALL)
        self.driver.recv(struct.unpack("<II", head)[0] - len(head), socket.MSG_WAITALL)

    def finger(self, number: int, phase: int, place: tuple[float, float]) -> None:
        """Finger `number` (from 0) begins, moves or ends at `place`, in pixels; returns when the server has told it on."""
        where = [RANGE * at / size for at, size in zip(place, self.size)] + [0.0] * (AXES - 2)
        axes = struct.pack(f"<I8B4x{AXES}d{AXES}d", 0, 0b11, *[0] * 7, *where, *[0.0] * AXES)
        self.driver.sendall(struct.pack("<IIII", 16 + len(axes), TOUCH, number, phase) + axes)
        self.driver.sendall(struct.pack("<II", 8, SYNC))
        self.answer()


# What the driver calls the far end of its axes.
RANGE = 65_535.0
