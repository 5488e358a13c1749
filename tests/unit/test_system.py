"""The script that brings Chromium and nginx, on machines that are made up."""

import shutil
import subprocess
from pathlib import Path

import pytest

from harness.engines.programs import DRIVER, FIREFOX, FOCUS, SCREEN
from harness.visiting import NAMES

SCRIPT = Path(__file__).parents[2] / "scripts" / "system.sh"
SH = shutil.which("sh")
BOTH = ("chromium", "nginx")
pytestmark = pytest.mark.skipif(not SH, reason="there is no sh here")


def program(file: Path, *lines: str) -> None:
    """Write a program that stands for a real one."""
    file.write_text("\n".join(["#!/bin/sh", *lines, ""]))
    file.chmod(0o755)


class Machine:
    """A made-up machine: the programs in one folder are all that it has."""

    def __init__(self, folder: Path) -> None:
        self._programs = folder
        for name in ("env", "ln", "true"):
            (folder / name).symlink_to(str(shutil.which(name)))
        self.has("id", "echo 1000")

    def has(self, name: str, *lines: str) -> None:
        """Give it a program."""
        program(self._programs / name, *lines)

    def has_debian(self) -> None:
        """Give it a package manager that installs: each package brings a program of its name, nginx-light nginx."""
        self.has(
            "apt-get",
            'echo "apt-get $*" >&2',
            '[ "$1" = install ] || exit 0',
            'for package; do case $package in -*|install) ;; *) ln -s "$0" "${0%/*}/${package%-light}" ;; esac; done',
        )

    def is_roots(self) -> None:
        """Let us be its administrator."""
        self.has("id", "echo 0")

    def lends(self, freely: bool) -> None:
        """Let us act as its administrator: freely, or for a password. Unless told not to, it asks for it."""
        self.has("sudo", '[ "$1" = -n ] && shift || echo Password:', 'exec "$@"' if freely else "exit 1")

    def needs(self, *wanted: str, **environment: str) -> tuple[int, list[str]]:
        """Ask for programs: the code that comes back, and each line that a person sees, in order."""
        seen = subprocess.run(
            [str(SH), str(SCRIPT), *wanted],
            env={"PATH": str(self._programs), **environment},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        assert "Password:" not in seen.stdout
        return seen.returncode, seen.stdout.splitlines()


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def announced(lines: list[str]) -> bool:
    """Whether an install is announced, with the way to go without."""
    return any("SYSTEM=no" in line for line in lines)


def installed(lines: list[str]) -> list[list[str]]:
    """The packages of each call that installs some."""
    calls = [line.split() for line in lines if line.startswith("apt-get install")]
    return [[word for word in call[2:] if not word.startswith("-")] for call in calls]


@pytest.mark.parametrize("name", NAMES)
def test_a_browser_that_the_tests_can_use_is_not_missing(machine: Machine, name: str) -> None:
    machine.has(name)
    machine.has("nginx")
    assert machine.needs(*BOTH) == (0, [])


def test_a_browser_elsewhere_can_be_named(machine: Machine, tmp_path: Path) -> None:
    (tmp_path / "apart").mkdir()
    program(tmp_path / "apart" / "chrome")
    assert machine.needs("chromium", CHROMIUM=str(tmp_path / "apart" / "chrome")) == (0, [])


@pytest.mark.parametrize("by", ["root", "sudo without a password"])
def test_what_is_missing_is_told_and_then_installed(machine: Machine, by: str) -> None:
    machine.has_debian()
    machine.is_roots() if by == "root" else machine.lends(freely=True)
    code, lines = machine.needs(*BOTH)
    assert code == 0
    assert announced(lines[:1]), "first it says what it will do"
    assert all(program in lines[0] for program in BOTH)
    assert installed(lines) == [["chromium-headless-shell", "nginx-light"]]
    assert machine.needs(*BOTH) == (0, []), "once is enough"


def test_only_what_is_missing_is_installed(machine: Machine) -> None:
    machine.has_debian()
    machine.is_roots()
    machine.has("google-chrome")
    code, lines = machine.needs(*BOTH)
    assert (code, installed(lines)) == (0, [["nginx-light"]])
    assert "chromium" not in lines[0]


@pytest.mark.parametrize("case", ["SYSTEM=no", "no sudo", "sudo asks for a password"])
def test_where_it_may_not_install_it_lists_what_to_install_by_hand(machine: Machine, case: str) -> None:
    machine.has_debian()
    if case == "SYSTEM=no":
        machine.is_roots()
    if case == "sudo asks for a password":
        machine.lends(freely=False)
    code, lines = machine.needs(*BOTH, SYSTEM="no" if case == "SYSTEM=no" else "")
    assert code != 0, "nothing is tested without a browser"
    assert not announced(lines)
    assert not any(line.startswith("apt-get") for line in lines)
    assert any("apt-get install chromium-headless-shell nginx-light" in line for line in lines)


def test_without_nginx_the_rest_is_tested_and_a_word_said(machine: Machine) -> None:
    machine.has_debian()
    machine.has("chromium")
    code, lines = machine.needs(*BOTH, SYSTEM="no")
    assert code == 0
    assert any("apt-get install nginx-light" in line for line in lines)


def test_an_install_that_fails_ends_in_the_list(machine: Machine) -> None:
    machine.has("apt-get", "exit 100")
    machine.is_roots()
    code, lines = machine.needs(*BOTH)
    assert code != 0
    assert any("apt-get install chromium-headless-shell nginx-light" in line for line in lines[1:])


ENGINES = ("firefox", "webkit", "xorg", "xdotool")
LISTED = {
    "apt-get": (
        "install chromium-headless-shell nginx-light",
        "install firefox-esr webkit2gtk-driver xserver-xorg-core xserver-xorg-video-dummy xdotool",
    ),
    "dnf": ("install chromium nginx", "install firefox webkitgtk6.0 xorg-x11-server-Xorg xorg-x11-drv-dummy xdotool"),
    "zypper": (
        "install chromium nginx",
        "install MozillaFirefox WebKitWebDriver xorg-x11-server xf86-video-dummy xdotool",
    ),
    "pacman": ("-S chromium nginx", "-S firefox webkitgtk-6.0 xorg-server xf86-video-dummy xdotool"),
    "apk": ("add chromium nginx", "add firefox-esr WebKitWebDriver xorg-server xf86-video-dummy xdotool"),
    "brew": ("install google-chrome nginx", "install firefox WebKitWebDriver xorg xdotool"),
}
"""By package manager: what to type for a browser and nginx, and for the other engines."""


@pytest.mark.parametrize("manager", LISTED)
def test_each_kind_of_machine_is_given_its_own_names(machine: Machine, manager: str) -> None:
    machine.is_roots()
    machine.has(manager, f"echo {manager} was called")
    for programs, command in zip((BOTH, ENGINES), LISTED[manager], strict=True):
        code, lines = machine.needs(*programs, SYSTEM="no" if manager == "apt-get" else "")
        assert code != 0
        assert any(f"{manager} {command}" in line for line in lines)
        assert not announced(lines)
        assert not any(line.endswith("was called") for line in lines)


def test_a_machine_without_a_package_manager_is_told_what_to_look_for(machine: Machine) -> None:
    machine.is_roots()
    code, lines = machine.needs(*BOTH)
    assert code != 0
    assert any("chromium nginx" in line for line in lines)
    assert not announced(lines)


def test_other_engines_that_are_there_are_not_missing(machine: Machine) -> None:
    for name in (*FIREFOX[:1], DRIVER, SCREEN, FOCUS):
        machine.has(name)
    assert machine.needs(*ENGINES) == (0, [])
