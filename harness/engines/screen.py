"""A screen that nobody sees, and a finger on it: Xorg with a graphics card that is none, and its driver for touches.

A browser gets these touches as it gets those of a hand, and scrolls by them. Drivers of browsers do less: that of
WebKit turns a touch into a mouse, that of Firefox leaves the page where it is.
"""

import os
import shutil
import socket
import struct
import time
from collections.abc import Sequence
from pathlib import Path
from subprocess import DEVNULL, PIPE, Popen, run

from harness.engines.programs import FOCUS, SCREEN

WIDTH, HEIGHT = 1400, 1200
"""In pixels, all of them for one window: there is no window manager."""
SETTINGS = f"""
Section "ServerFlags"
  Option "AutoAddDevices" "false"
EndSection
Section "Monitor"
  Identifier "monitor"
  HorizSync 5-1000
  VertRefresh 5-200
  Modeline "all" 100 {WIDTH} {WIDTH + 8} {WIDTH + 16} {WIDTH + 24} {HEIGHT} {HEIGHT + 8} {HEIGHT + 16} {HEIGHT + 24}
EndSection
Section "Device"
  Identifier "card"
  Driver "dummy"
  VideoRam 16384
EndSection
Section "Screen"
  Identifier "screen"
  Device "card"
  Monitor "monitor"
  DefaultDepth 24
  SubSection "Display"
    Modes "all"
  EndSubSection
EndSection
Section "InputDevice"
  Identifier "finger"
  Driver "inputtest"
  Option "DeviceType" "Touch"
  Option "TouchCount" "1"
  Option "SocketPath" "{{finger}}"
EndSection
Section "ServerLayout"
  Identifier "layout"
  Screen "screen"
  InputDevice "finger"
EndSection
"""

# The driver's own words: its header xf86-input-inputtest-protocol.h, man inputtest.
VERSION, SYNC, TOUCH = 0, 1, 6
DOWN, ALONG, UP = 18, 19, 20
VERSION_MESSAGE = struct.Struct("=IIHH")
SHORT_MESSAGE = struct.Struct("=II")
TOUCH_MESSAGE = struct.Struct("=IIIII8s4x128d")
"""Length, kind, number of the touch, what it does, nothing, which axes are given, and room for 64 of them, twice."""
BOTH_AXES = b"\3"
END_OF_AXIS = 0xFFFF
PAUSE = 0.03
"""Seconds between two points: a thumb that scrolls takes half a second for twelve of them."""
LONGEST_WAIT = 20
"""Seconds."""

Point = tuple[float, float]


class Screen:
    """A screen with a finger, until it is closed."""

    def __init__(self, folder: Path) -> None:
        settings, log, finger = (folder / name for name in ("screen.conf", "screen.txt", "finger"))
        settings.write_text(SETTINGS.format(finger=finger))
        command = [str(shutil.which(SCREEN)), "-displayfd", "1", "-config", str(settings), "-logfile", str(log)]
        quiet = ["-noreset", "-novtswitch", "-sharevts", "-nolisten", "tcp"]
        self._process = Popen([*command, *quiet], stdout=PIPE, stderr=DEVNULL, text=True)
        assert self._process.stdout
        self.display = f":{self._process.stdout.readline().strip()}"
        self._finger = socket.socket(socket.AF_UNIX)
        self._finger.settimeout(LONGEST_WAIT)
        self._finger.connect(str(finger))
        self._tell(VERSION_MESSAGE.pack(VERSION_MESSAGE.size, VERSION, 1, 1), VERSION_MESSAGE.size)
        self._touches = 0

    def focus(self, title: str) -> None:
        """Give a window the keyboard, as nothing else here does: else no part of it shows that it has the focus."""
        command = [FOCUS, "search", "--sync", "--onlyvisible", "--name", title, "windowfocus"]
        run(command, env={**os.environ, "DISPLAY": self.display}, check=True)

    def touch(self, path: Sequence[Point]) -> None:
        """A finger that goes down at the first point, along the others, and up at the last. Pixels of the screen."""
        self._touches += 1
        self._point(DOWN, path[0])
        for point in path[1:]:
            time.sleep(PAUSE)
            self._point(ALONG, point)
        time.sleep(PAUSE)
        self._point(UP, path[-1])

    def _point(self, does: int, point: Point) -> None:
        position = [pixels / room * END_OF_AXIS for pixels, room in zip(point, (WIDTH, HEIGHT), strict=True)]
        axes = [*position, *[0.0] * 126]
        self._finger.sendall(TOUCH_MESSAGE.pack(TOUCH_MESSAGE.size, TOUCH, self._touches, does, 0, BOTH_AXES, *axes))
        self._tell(SHORT_MESSAGE.pack(SHORT_MESSAGE.size, SYNC), SHORT_MESSAGE.size)

    def _tell(self, message: bytes, answer: int) -> None:
        """Say something to the driver, and wait until it has done it: `answer` bytes come back."""
        self._finger.sendall(message)
        while answer > 0:
            answer -= len(self._finger.recv(answer))

    def close(self) -> None:
        """End the screen; before the finger is gone, as the driver then looks for it without a pause."""
        self._process.terminate()
        self._process.wait()
        self._finger.close()
