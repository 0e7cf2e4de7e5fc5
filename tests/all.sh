#!/bin/sh
# Every check that a change must pass. Run it from anywhere: sh tests/all.sh
set -eu
cd "$(dirname "$0")/.."
sh tests/setup.sh

if ! command -v cargo >/dev/null 2>&1; then
    echo "all: cargo is missing; install Rust 1.95 or newer first (https://www.rust-lang.org/tools/install)." >&2
    exit 2
fi

step() { printf '\n== %s\n' "$1"; }

step "formatting"
cargo fmt --check
step "lints"
cargo clippy --locked --all-targets --quiet -- -D warnings
step "library and command line without a window"
cargo clippy --locked --no-default-features --lib --bins --quiet -- -D warnings
if cargo tree --locked --no-default-features --edges normal --prefix none | grep -E '^(egui|eframe|winit) '; then
    echo "all: the crates above belong to the window and must not be needed without it." >&2
    exit 1
fi
step "documentation"
RUSTDOCFLAGS="-D warnings" cargo doc --locked --no-deps --quiet
step "tests"
# On Debian as root everything was installed above, so nothing may be skipped for want of a display.
if [ "$(id -u)" = 0 ] && command -v Xvfb >/dev/null 2>&1; then
    export ELENCHUS_MUST_SHOW=1
fi
cargo test --locked
