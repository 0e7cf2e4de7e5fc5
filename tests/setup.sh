#!/bin/sh
# Makes a machine ready for the window and its tests. As root on Debian or Ubuntu it installs what is missing;
# elsewhere it says what is missing and goes on: tests that need it then say that they were skipped.
set -eu

run="libgl1 libgl1-mesa-dri libglx-mesa0 libegl1 libx11-6 libx11-xcb1 libxcursor1 libxi6 libxkbcommon0 libxkbcommon-x11-0 libfontconfig1"
drive="xvfb xauth openbox xdotool imagemagick x11-utils"
build="gcc libc6-dev pkg-config"
# These look at exported files.
look="graphviz libxml2-utils poppler-utils python3-networkx"

if [ "$(uname -s)" != Linux ]; then
    echo "setup: nothing to install on $(uname -s); the end-to-end tests need Linux with Xvfb and are skipped."
    exit 0
fi
if ! command -v dpkg-query >/dev/null 2>&1; then
    echo "setup: this is no Debian. The window needs OpenGL, X11 or Wayland and xkbcommon libraries; the end-to-end tests need Xvfb, openbox, xdotool and ImageMagick."
    exit 0
fi

missing=""
for package in $build $run $drive $look; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

if [ "$(id -u)" = 0 ]; then
    echo "setup: installing$missing"
    apt-get update -qq
    # shellcheck disable=SC2086
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
else
    echo "setup: these Debian packages are missing; install them with: sudo apt-get install$missing"
fi
