#!/bin/sh
# Makes a machine ready for the window and its tests. As root on Debian or Ubuntu it installs what is missing;
# elsewhere it says what is missing and goes on: tests that need it then say that they were skipped.
set -eu

run="libgl1 libgl1-mesa-dri libglx-mesa0 libegl1 libx11-6 libx11-xcb1 libxcursor1 libxi6 libxkbcommon0 libxkbcommon-x11-0 libfontconfig1"
drive="xvfb xauth openbox xdotool imagemagick x11-utils"
build="gcc libc6-dev pkg-config"
# These look at exported files; without one of them a test says that it was skipped.
look="graphviz libxml2-utils poppler-utils python3-networkx chromium inkscape fonts-noto-core fonts-noto-cjk fonts-noto-color-emoji"
command -v npm >/dev/null 2>&1 || look="$look nodejs npm"

if [ "$(uname -s)" != Linux ]; then
    echo "setup: nothing to install on $(uname -s); the end-to-end tests need Linux with Xvfb and are skipped."
    exit 0
fi
if ! command -v dpkg-query >/dev/null 2>&1; then
    echo "setup: this is no Debian. The window needs OpenGL, X11 or Wayland and xkbcommon libraries; the end-to-end tests need Xvfb, openbox, xdotool and ImageMagick."
    exit 0
fi

cd "$(dirname "$0")/.."
is_missing() { ! dpkg-query -W -f '${Status}' "$1" 2>/dev/null | grep -q 'install ok installed'; }
install() { DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null; }

missing=""
for package in $build $run $drive; do
    if is_missing "$package"; then missing="$missing $package"; fi
done
wanted=""
for package in $look; do
    if is_missing "$package"; then wanted="$wanted $package"; fi
done

if [ "$(id -u)" != 0 ]; then
    [ -z "$missing$wanted" ] || echo "setup: these Debian packages are missing; install them with: sudo apt-get install$missing$wanted"
    exit 0
fi
if [ -n "$missing$wanted" ]; then
    echo "setup: installing$missing$wanted"
    apt-get update -qq
fi
if [ -n "$missing" ]; then
    # shellcheck disable=SC2086
    install $missing
fi
for package in $wanted; do
    install "$package" || echo "setup: $package cannot be installed here; tests that need it say that they were skipped."
done
# Mermaid's own parser is in no Debian.
if command -v npm >/dev/null 2>&1 && [ ! -d target/mermaid/node_modules/mermaid ]; then
    echo "setup: installing Mermaid's parser in target/mermaid"
    mkdir -p target/mermaid
    npm install --prefix target/mermaid --silent --no-audit --no-fund --fetch-retries=1 mermaid@11 jsdom@24 ||
        echo "setup: Mermaid's parser cannot be installed here; its test says that it was skipped."
fi
