#!/bin/sh
# The browser tests need a Chrome or Chromium. Install Debian's when there is none and we may; say what to do when we may not.
for name in chromium chromium-browser google-chrome google-chrome-stable; do
  command -v "$name" >/dev/null 2>&1 && exit 0
done
[ -n "$CHROMIUM" ] && [ -x "$CHROMIUM" ] && exit 0
if command -v apt-get >/dev/null 2>&1; then
  if [ "$(id -u)" = 0 ]; then
    apt-get update -qq && apt-get install -y -qq chromium && exit 0
  elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
    sudo apt-get update -qq && sudo apt-get install -y -qq chromium && exit 0
  fi
fi
echo "The browser tests need Chrome or Chromium, and none was found. Install one of them, or say where it is:" >&2
echo "  sudo apt-get install chromium      or      CHROMIUM=/path/to/chrome make test" >&2
exit 1
