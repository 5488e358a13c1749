#!/bin/sh
# The programs that no Python package brings: `sh scripts/system.sh chromium nginx`, or `firefox webkit xorg xdotool`.
# It says what is missing before it changes anything. It installs Debian's packages where that asks for no password.
# Elsewhere, and with SYSTEM=no, it lists what to install by hand. Without a browser it fails: most tests need one.
set -u

there() { # is a program on this machine? Chrome does as well as Chromium, under any of its names
  case $1 in
    chromium) any_of "${CHROMIUM:-}" chromium-headless-shell chromium chromium-browser google-chrome google-chrome-stable "Google Chrome" ;;
    firefox) any_of firefox-esr firefox ;;
    webkit) any_of WebKitWebDriver ;;
    xorg) any_of Xorg ;;
    *) any_of "$1" ;;
  esac
}

any_of() {
  for name; do
    file=$(command -v "$name") && [ -x "$file" ] && return
  done
  return 1
}

all_there() { # leaves in `missing` the programs that are not
  missing=
  for program in $wanted; do
    there "$program" || missing="$missing $program"
  done
  [ -z "$missing" ]
}

packages() { # what the package manager calls the missing programs
  for program in $missing; do
    case $manager:$program in
      apt-get:nginx) echo nginx-light ;;
      apt-get:chromium) echo chromium-headless-shell ;; # no window is opened: it takes half the processor
      brew:chromium) echo google-chrome ;;
      apt-get:firefox | apk:firefox) echo firefox-esr ;;
      zypper:firefox) echo MozillaFirefox ;;
      apt-get:webkit) echo webkit2gtk-driver ;;
      dnf:webkit) echo webkitgtk6.0 ;;
      pacman:webkit) echo webkitgtk-6.0 ;;
      *:webkit) echo WebKitWebDriver ;; # the program, as its package has no name that we know
      apt-get:xorg) echo xserver-xorg-core xserver-xorg-video-dummy ;;
      dnf:xorg) echo xorg-x11-server-Xorg xorg-x11-drv-dummy ;;
      zypper:xorg) echo xorg-x11-server xf86-video-dummy ;;
      pacman:xorg) echo xorg-server xf86-video-dummy ;;
      apk:xorg) echo xorg-server xf86-video-dummy ;;
      *) echo "$program" ;;
    esac
  done
}

by_hand() {
  case $manager in
    pacman) echo pacman -S $(packages) ;;
    apk) echo apk add $(packages) ;;
    '') echo "the packages of your system for:$missing" ;;
    *) echo "$manager" install $(packages) ;;
  esac
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

may_install() {
  [ "$manager" = apt-get ] && [ "${SYSTEM:-yes}" != no ] && as_root true 2>/dev/null
}

wanted=$*
all_there && exit 0
manager=
for name in brew apk pacman zypper dnf apt-get; do
  any_of "$name" && manager=$name
done

if may_install; then
  echo "Missing on this machine:$missing. Installing now:" $(packages) "(SYSTEM=no would only list what to install.)"
  as_root apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $(packages) >/dev/null
  all_there && exit 0
fi

{
  echo "Missing on this machine:$missing. Install by hand, as its administrator:"
  echo "  $(by_hand)"
  case $missing in
    *nginx*) echo "Without nginx, several replicas cannot be served, and their tests are skipped." ;;
  esac
  case $missing in
    *firefox* | *webkit* | *xorg* | *xdotool*)
      echo "Without them the aid is not tried in Firefox and in WebKit. On Ubuntu Firefox is called firefox; a Mac has no WebKitGTK."
      exit 1
      ;;
  esac
  case $missing in
    *chromium*)
      [ "$manager" = apt-get ] && echo "On Ubuntu the package is called chromium-browser."
      echo "Or say where Chrome or Chromium is: CHROMIUM=/path/to/chrome make test"
      exit 1
      ;;
  esac
} >&2
