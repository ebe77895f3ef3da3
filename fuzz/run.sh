#!/usr/bin/env bash
# Builds the fuzzers with the stable toolchain, and runs them. docs/robustness.md says what each holds.
set -euo pipefail
readonly from=$PWD
cd "$(dirname "${BASH_SOURCE[0]}")"

readonly fuzz_version=0.13.2 all="matter body dates citations routes site"
readonly corpus=$PWD/corpus artifacts=$PWD/artifacts log=$PWD/corpus/runs.tsv
triple=$(rustc -vV | sed -n 's/^host: //p')
readonly triple binaries=$PWD/target/$triple/release
scratch=$(mktemp -d)
readonly scratch
trap 'rm -rf "$scratch"' EXIT

usage() {
    cat <<END
fuzz/run.sh [--targets "A B"] [--runs N] [--seconds T] [--length BYTES] [--no-build]
    Runs targets (all: $all), each until it has had N inputs or T seconds (60, where neither is given).
    Inputs have at most so many bytes (512 in dates and routes, else 2048). Exit code 1: something was found.
fuzz/run.sh --again TARGET FILE…
    Runs inputs again, such as those below fuzz/artifacts/.
fuzz/run.sh --sum
    Shows what all runs together came to.

What was learned stays in fuzz/corpus/, and each run is a line of fuzz/corpus/runs.tsv.
END
}

main() {
    local targets=$all runs=-1 seconds=0 length= builds=1
    while [[ $# -gt 0 ]]; do
        case $1 in
        --targets) targets=$2 && shift ;;
        --runs) runs=$2 && shift ;;
        --seconds) seconds=$2 && shift ;;
        --length) length=$2 && shift ;;
        --no-build) builds= ;;
        --again) shift && again "$@"; return ;;
        --sum) sum; return ;;
        --help | -h) usage; return ;;
        *) usage >&2; return 2 ;;
        esac
        shift
    done
    [[ $runs != -1 || $seconds != 0 ]] || seconds=60
    [[ -z $builds ]] || build
    python3 seeds.py "$scratch/seeds"
    local target found=0
    for target in $targets; do
        run "$target" "$runs" "$seconds" "$length" || found=1
    done
    table <"$scratch/table"
    return "$found"
}

build() {
    cargo fuzz --version >/dev/null 2>&1 || cargo install --locked "cargo-fuzz@$fuzz_version"
    # Our code has no `unsafe`: no sanitizer is needed, and so no nightly toolchain. What is compared is not traced: that
    # costs half the speed, and the dictionaries have the words.
    (cd .. && cargo fuzz build --sanitizer none --no-trace-compares --codegen-units 16)
}

# run TARGET RUNS SECONDS LENGTH
run() {
    local target=$1 length=$4 out=$scratch/$1.log status=0 TIMEFORMAT=%U
    case $target in
    dates | routes) length=${length:-512} ;;
    *) length=${length:-2048} ;;
    esac
    mkdir -p "$corpus/$target" "$artifacts/$target"
    { time limited "$binaries/$target" "$corpus/$target" "$scratch/seeds/$target" -artifact_prefix="$artifacts/$target/" \
        -dict="dict/$target.dict" -runs="$2" -max_total_time="$3" -max_len="$length" -timeout=60 -rss_limit_mb=2048 \
        -report_slow_units=1 -print_final_stats=1 >"$out" 2>&1 || status=$?; } 2>"$scratch/seconds"
    if grep -aq 'libFuzzer: run interrupted' "$out"; then
        status=0
    fi
    # Where the stack has overflowed, or the machine has ended it, libFuzzer could not write the input.
    if [[ $status != 0 ]] && ! grep -aq 'written to .*/\(crash\|timeout\|oom\)-' "$out"; then
        local unit=$artifacts/$target/crash-$(sha1sum "$scratch/running" | cut -c 1-40)
        cp "$scratch/running" "$unit"
        echo "ended with $status; Test unit written to $unit" >>"$out"
    fi
    local executions coverage seconds
    executions=$(sed -n 's/^stat::number_of_executed_units: *//p' "$out")
    coverage=$(sed -n 's/.* cov: \([0-9]*\) .*/\1/p' "$out" | tail -n 1)
    seconds=$(tail -n 1 "$scratch/seconds")
    # libFuzzer counts nothing where it was ended by a finding.
    executions=${executions:-$(sed -n 's/^#\([0-9]*\).*/\1/p' "$out" | tail -n 1)}
    findings "$target" "$out" >"$scratch/findings"
    printf '%s\t%s\t%s\t%s\t%s\t%s\n' "$(date -u +%FT%TZ)" "$target" "${executions:-0}" "$seconds" \
        "${coverage:-0}" "$(wc -l <"$scratch/findings")" | tee -a "$log" >>"$scratch/table"
    if [[ $status != 0 || -s $scratch/findings ]]; then
        grep -av '^#\|^INFO\|^WARNING\|^stat::\|NEW_FUNC' "$out" | head -n 60
        sed "s|^|run it again: fuzz/run.sh --again $target |" "$scratch/findings"
        return 1
    fi
}

# The inputs that a run has found. libFuzzer's clock counts what other programs take of the machine: an input is slow
# where it needs a second of CPU.
findings() {
    local unit TIMEFORMAT=%U
    sed -n 's/.*Test unit written to //p' "$2" | while read -r unit; do
        if [[ $unit == */slow-unit-* ]]; then
            { time limited "$binaries/$1" "$unit" >/dev/null 2>&1 || true; } 2>"$scratch/slow"
            awk '{ exit $1 > 1 }' "$scratch/slow" && rm "$unit" && continue
        fi
        echo "$unit"
    done
}

# With the stack that a thread of a real build has, and a note of the input that runs.
limited() {
    local limit status=0
    limit=$(ulimit -s)
    ulimit -S -s 2048
    FUZZ_RUNNING=$scratch/running LC_ALL=C "$@" || status=$?
    ulimit -S -s "$limit"
    return "$status"
}

again() {
    local binary=$binaries/$1
    shift
    cd "$from"
    limited "$binary" "$@"
}

# Lines of the log, as a table.
table() {
    awk -F '\t' '
        BEGIN { printf "%-10s %12s %9s %8s %9s %9s\n", "target", "executions", "CPU, s", "exec/s", "coverage", "findings" }
        { printf "%-10s %12d %9.1f %8d %9d %9d\n", $2, $3, $4, $3 / ($4 > 0 ? $4 : 1), $5, $6 }'
}

sum() {
    awk -F '\t' -v OFS='\t' '
        { runs[$2] += $3; seconds[$2] += $4; findings[$2] += $6; if ($5 > coverage[$2]) coverage[$2] = $5 }
        END { for (target in runs) print "", target, runs[target], seconds[target], coverage[target], findings[target] }
    ' "$log" | sort | table
}

main "$@"
