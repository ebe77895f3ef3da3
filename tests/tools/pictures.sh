#!/usr/bin/env bash
# Makes the pictures in docs/pictures/ of the example site, as a reader's browser shows it.
#
# Needs Chromium, Python, pngquant, Poppler and the Noto fonts
# (Debian: chromium python3 pngquant poppler-utils fonts-noto-core).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

readonly pictures=$PWD/docs/pictures report=/reports/embassy-militias/
scratch=$(mktemp -d)
trap 'kill "${server:-}" 2>/dev/null; rm -rf "$scratch"' EXIT

main() {
    local missing
    for missing in chromium python3 pngquant pdftoppm; do
        command -v "$missing" >/dev/null || { echo "\`$missing\` is missing" >&2 && exit 1; }
    done
    cargo run --quiet --release -- build --quiet --base-url https://glossator.example/ --out "$scratch/site"
    serve
    picture report.png 1440x1000 "$report"
    picture report-dark.png 1440x1000 "$report" -- --blink-settings=preferredColorScheme=0
    picture report-arabic.png 1440x1000 "/ar$report"
    picture report-phone.png 390x844 "$report" "$report#p1" "$report#gl-sources"
    picture actor.png 1440x1000 /actors/haftar/
    picture search.png 1440x1000 "/search/?q=tripoli" -- --virtual-time-budget=5000
    picture day.png 1440x1000 /dates/2019/04/04/
    paper report-print.png "$report" 3
    ls -l "$pictures"
}

# Serves the site at a free port of this machine.
serve() {
    python3 -u -m http.server --bind 127.0.0.1 --directory "$scratch/site" 0 >"$scratch/log" 2>/dev/null &
    server=$!
    until port=$(sed -n 's/.* port \([0-9]*\) .*/\1/p' "$scratch/log") && [[ $port ]]; do sleep 0.1; done
}

# picture NAME WIDTHxHEIGHT ROUTE… -- FLAG…: each route in a frame of its own, side by side.
picture() {
    local name=$1 width=${2%x*} height=${2#*x} total=0
    shift 2
    # A browser's window is never as narrow as a phone. A frame may be.
    {
        printf '<!DOCTYPE html><title>Frames</title><style>body { margin: 0; display: flex; gap: 20px; background: #888 } '
        printf 'iframe { border: 0 }</style>'
        while [[ $# -gt 0 && $1 != -- ]]; do
            printf '<iframe src="%s" width=%d height=%d></iframe>' "$1" "$width" "$height"
            total=$((total + (total > 0 ? 20 : 0) + width))
            shift
        done
    } >"$scratch/site/frames.html"
    browser --window-size="$total,$height" --screenshot="$scratch/$name" "${@:2}" "http://127.0.0.1:$port/frames.html"
    store "$name"
}

# paper NAME ROUTE PAGES: the first pages as they are printed, side by side.
paper() {
    local width=480 height=680 page
    browser --no-pdf-header-footer --print-to-pdf="$scratch/paper.pdf" "http://127.0.0.1:$port$2"
    pdftoppm -png -l "$3" -scale-to-x "$((2 * width))" -scale-to-y -1 "$scratch/paper.pdf" "$scratch/site/paper"
    {
        printf '<!DOCTYPE html><title>Paper</title><style>body { margin: 0; display: flex; gap: 20px; padding: 20px; background: #888 }</style>'
        for page in "$scratch"/site/paper-*.png; do printf '<img src="%s" alt="" width=%d>' "${page##*/}" "$width"; done
    } >"$scratch/site/frames.html"
    browser --window-size="$(($3 * (width + 20) + 20)),$((height + 40))" --force-device-scale-factor=1 \
        --screenshot="$scratch/$1" "http://127.0.0.1:$port/frames.html"
    store "$1"
}

# browser FLAG… ADDRESS
browser() {
    chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --no-first-run --disable-background-networking \
        --disable-component-update --disable-sync --user-data-dir="$scratch/profile" "$@" >"$scratch/chromium" 2>&1 ||
        { cat "$scratch/chromium" >&2 && exit 1; }
}

# store NAME: into the manual, with as few colours as it needs.
store() {
    pngquant --force --strip --speed 1 --quality 60-95 64 --output "$pictures/$1" "$scratch/$1"
}

main
