#!/usr/bin/env bash
# Lighthouse on the finished site: a report, an actor, a date and the home page, as on a phone and on a desktop. Each is
# measured three times; the median of every category must be 100. Takes some minutes, and is no part of ./test.
#
#   tests/tools/lighthouse.sh SITE [ROUTE…]      SITE: the folder with site.yaml; GLOSS: the binary
set -Eeuo pipefail

readonly version=13.5.0 runs=3 port=${PORT:-8642}
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
readonly root tools=${CARGO_TARGET_DIR:-$root/target}/tools gloss=${GLOSS:-$root/target/release/gloss}
site=${1:?the folder of a site}
shift
routes=("$@")
[[ ${#routes[@]} -gt 0 ]] || routes=(/ /reports/embassy-militias/ /actors/haftar/ /dates/2019/12/12/)
CHROME_PATH=$(command -v "${CHROMIUM:-chromium}")
export CHROME_PATH
scratch=$(mktemp -d)
readonly scratch
trap '[[ -z ${server:-} ]] || kill "$server"; rm -rf "$scratch"' EXIT

[[ -x $tools/node_modules/.bin/lighthouse ]] ||
    npm install --prefix "$tools" --ignore-scripts --no-audit --no-fund --silent "lighthouse@$version"

# The addresses that pages give for themselves are those that they are asked for at.
"$gloss" build --root "$site" --base-url "http://127.0.0.1:$port/" --out "$scratch/site"
node "$root/tests/browser/static.mjs" "$scratch/site" "$port" >"$scratch/server" &
server=$!
until [[ -s $scratch/server ]]; do
    kill -0 "$server"
    sleep 0.1
done

for form in mobile desktop; do
    for route in "${routes[@]}"; do
        for ((run = 1; run <= runs; run++)); do
            preset=()
            [[ $form == mobile ]] || preset=(--preset=desktop)
            "$tools/node_modules/.bin/lighthouse" "http://127.0.0.1:$port$route" "${preset[@]}" --quiet --output=json \
                --output-path="$scratch/$form-$run.json" --only-categories=performance,accessibility,best-practices,seo \
                --chrome-flags="--headless=new --no-sandbox --disable-gpu --no-first-run"
        done
        python3 - "$form" "$route" "$scratch/$form"-*.json <<'END' || failed=1
import json
import statistics
import sys

form, route, *files = sys.argv[1:]
reports = [json.load(open(file)) for file in files]
scores = {
    name: round(100 * statistics.median(report["categories"][name]["score"] for report in reports))
    for name in reports[0]["categories"]
}
print(f"{form:8}{route:32}" + "  ".join(f"{name} {score}" for name, score in scores.items()))
for name, category in reports[-1]["categories"].items():
    for audit in category["auditRefs"] if scores[name] < 100 else []:
        result = reports[-1]["audits"][audit["id"]]
        if audit["weight"] and (result["score"] or 0) < 1:
            print(f"        {name}: {result['title']} ({result.get('displayValue') or result['score']})")
sys.exit(any(score < 100 for score in scores.values()))
END
    done
done
exit "${failed:-0}"
