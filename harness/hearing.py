"""A desktop that nobody sees, with Firefox and Orca: keys go in, and what Orca says comes out.

Orca needs no voice for it: it writes down what it says. What it would cut off, as the next thing is said, is kept too.
"""

import os
import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from subprocess import DEVNULL
from tempfile import TemporaryDirectory

from harness.engines.programs import FOCUS, SCREEN
from harness.engines.screen import Screen

PROGRAMS = (SCREEN, FOCUS, "dbus-daemon", "pgrep", "gsettings", "openbox", "orca", "firefox-esr")
"""Debian's packages: xserver-xorg-core, xserver-xorg-video-dummy, xdotool, dbus-x11, at-spi2-core, libglib2.0-bin,
openbox, orca, firefox-esr."""
SAID = re.compile(r"SPEECH OUTPUT: '(.*)'(?: voice=\w+)?", re.DOTALL)
"""What Orca notes of what it says. The name of a key that was pressed is noted otherwise."""
END = "\0"
NOTES = """
import logging
notes = logging.FileHandler({to!r})
notes.terminator = {end!r}
speech = logging.getLogger("speech")
speech.addHandler(notes)
speech.setLevel(logging.INFO)
"""
"""A program that Orca runs as it starts: its own log keeps lines back until there are many."""
QUIET = 1.5
"""Seconds of silence after which nothing more is to come."""
SLOWEST = 10
"""Seconds until Orca says the first of it, where the machine has much else to do."""
LONGEST = 120
"""Seconds that are waited for silence: a whole page may be read out."""
LONGEST_WAIT = 240
"""Seconds for a program to start, or for words to be said."""
LONGEST_END = 20
"""Seconds for a program to end."""
PREFERENCES = """
user_pref("accessibility.force_disabled", -1);
user_pref("browser.aboutwelcome.enabled", false);
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("intl.accept_languages", "en-US");
user_pref("toolkit.telemetry.reportingpolicy.firstRun", false);
user_pref("widget.use-xdg-desktop-portal.file-picker", 0);
"""
"""Of Firefox: no page of its own and no question at the first start, and it tells a screen reader what it shows."""


def missing() -> list[str]:
    """The programs that are not on this machine."""
    return [name for name in PROGRAMS if not shutil.which(name)]


class Listener:
    """Presses keys in the window that has the focus, and hears what Orca then says."""

    def __init__(self, home: Path, log: Path, environment: dict[str, str]) -> None:
        self.home = home
        """A folder with little in it: a file dialog tells Orca of each file that it lists, and of each that goes."""
        self._log = log
        self._environment = environment
        self._heard = 0

    def press(self, *keys: str, quiet: float = QUIET) -> list[str]:
        """What is said from these keys on, until it has been silent for `quiet` seconds. Keys are named as X does."""
        self.strike(*keys)
        return self.hear(quiet)

    def strike(self, *keys: str) -> None:
        """Press keys, and go on at once."""
        self._do("key", "--delay", "120", *keys)

    def write(self, text: str) -> list[str]:
        """What is said while a text is typed."""
        self._do("type", "--delay", "60", text)
        return self.hear()

    def hear(self, quiet: float = QUIET) -> list[str]:
        """What has been said since it was last asked for, until it has been silent for `quiet` seconds."""
        first = last = time.monotonic()
        said: list[str] = []
        while time.monotonic() - last < (quiet if said else max(quiet, SLOWEST)) and time.monotonic() - first < LONGEST:
            time.sleep(0.1)
            *notes, _ = self._log.read_text(errors="replace").split(END)
            new = [SAID.fullmatch(note) for note in notes[self._heard :]]
            self._heard += len(new)
            if words := [match[1].strip() for match in new if match and match[1].strip()]:
                last = time.monotonic()
                said += words
        return said

    def await_words(self, words: str, longest: float = LONGEST_WAIT) -> list[str]:
        """What is said until something has these words in it, and then until all is silent.

        Raises TimeoutError where nothing has after `longest` seconds.
        """
        end = time.monotonic() + longest
        said: list[str] = []
        while time.monotonic() < end:
            said += self.hear()
            if any(words in text for text in said):
                return said
        raise TimeoutError(f"nobody said '{words}'; it was: {said}")

    def _do(self, *what: str) -> None:
        subprocess.run([FOCUS, *what], env=self._environment, check=True)


@contextmanager
def listening(address: str) -> Iterator[Listener]:
    """Firefox at an address, with Orca listening to it; all of it, and what it kept, is gone with the block.

    Raises RuntimeError where an Orca of this person runs already: it lets no second one start.
    """
    if subprocess.run(["pgrep", "-x", "-u", str(os.getuid()), "orca"], stdout=DEVNULL).returncode == 0:
        raise RuntimeError("an Orca runs already: please end it first")
    with ExitStack() as ends:
        home = Path(ends.enter_context(TemporaryDirectory(prefix="hearing", ignore_cleanup_errors=True)))
        screen = ends.enter_context(closing(Screen(home)))
        environment = _environment(home, screen.display)

        def start(*command: str) -> None:
            process = subprocess.Popen(command, env=environment, stdin=DEVNULL, stderr=DEVNULL)
            ends.callback(_end, process)

        start("dbus-daemon", "--session", "--nofork", f"--address={environment['DBUS_SESSION_BUS_ADDRESS']}")
        _await(home / "bus")
        schema = "org.gnome.desktop.interface"
        subprocess.run(["gsettings", "set", schema, "toolkit-accessibility", "true"], env=environment, check=True)
        start("openbox")
        log = home / "said"
        own = Path(environment["XDG_DATA_HOME"], "orca", "orca-customizations.py")
        own.parent.mkdir()
        own.write_text(NOTES.format(to=str(log), end=END))
        start("orca", "--disable=braille")
        _await(log)
        listener = Listener(home, log, environment)
        listener.await_words("Screen reader on")
        profile = home / "profile"
        profile.mkdir()
        (profile / "user.js").write_text(PREFERENCES)
        start("firefox-esr", "--no-remote", "--profile", str(profile), address)
        yield listener


def _environment(home: Path, display: str) -> dict[str, str]:
    """A person of their own, who has set nothing, and whose desktop wants to be listened to."""
    names = ("CONFIG_HOME", "DATA_HOME", "CACHE_HOME", "RUNTIME_DIR")
    own = {f"XDG_{name}": str(home / name.lower()) for name in names}
    for folder in own.values():
        Path(folder).mkdir(mode=0o700)
    desktop = {"HOME": str(home), "DISPLAY": display, "DBUS_SESSION_BUS_ADDRESS": f"unix:path={home}/bus"}
    wishes = {"GNOME_ACCESSIBILITY": "1", "XDG_CURRENT_DESKTOP": "GNOME", "LC_ALL": "C.UTF-8", "LANGUAGE": "en"}
    return {**os.environ, **own, **desktop, **wishes}


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a program, by force where it hangs: Orca 43 can, in what a closed dialog had in it."""
    process.terminate()
    try:
        process.wait(LONGEST_END)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _await(file: Path) -> None:
    end = time.monotonic() + LONGEST_WAIT
    while not file.exists():
        if time.monotonic() > end:
            raise TimeoutError(f"{file.name} did not come")
        time.sleep(0.05)
