#!/bin/sh
# Several replicas need nginx in front of them. Install Debian's when there is none and we may; else say what is missing.
command -v nginx >/dev/null 2>&1 && exit 0
[ -x /usr/sbin/nginx ] && exit 0
if command -v apt-get >/dev/null 2>&1; then
  if [ "$(id -u)" = 0 ]; then
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq nginx-light >/dev/null && exit 0
  elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
    sudo apt-get update -qq && sudo apt-get install -y -qq nginx-light >/dev/null && exit 0
  fi
fi
echo "There is no nginx: several replicas cannot be served here, and their tests are skipped (sudo apt-get install nginx-light)." >&2
exit 0
