#!/usr/bin/env python3
"""Runs the Nu HTML checker over every page of a built site.

    htmlcheck.py FOLDER --jar vnu.jar [--every N]

Pages and SVG pictures are checked, style sheets not: the checker lags behind CSS. What is found is grouped by message, with the first places of each. Errors
make the exit code 1; warnings are shown. --every N takes each Nth page only, for large sites.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import unquote, urlsplit

# How many places of one message are shown.
PLACES = 3
# Java reads the names of files as the locale says; in the C locale it would pass over all that are not ASCII.
ENVIRONMENT = {**os.environ, "LC_ALL": "C.UTF-8"}
KINDS = {".html": "--html", ".svg": "--svg"}


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    options.add_argument("folder", type=Path)
    options.add_argument("--jar", type=Path, required=True)
    options.add_argument("--every", type=int, default=1, metavar="N")
    arguments = options.parse_args()
    began = time.monotonic()
    groups, counts = {}, []
    for ending, flag in KINDS.items():
        files = sorted(str(it) for it in arguments.folder.resolve().rglob(f"*{ending}"))
        files = files[:: arguments.every] if ending == ".html" else files
        counts.append(f"{len(files):,} {ending[1:]}")
        for message in messages(arguments.jar, flag, files):
            # A mere remark, such as that a slash in `<br />` has no effect, is neither error nor warning.
            if message["type"] == "info" and message.get("subType") != "warning":
                continue
            level = "warning" if message["type"] == "info" else "error"
            groups.setdefault((level, message["message"]), []).append(place(message, arguments.folder))
    for (level, words), places in sorted(groups.items(), key=lambda it: (it[0][0] == "warning", it[0][1])):
        print(f"{level}: {words}")
        for it in places[:PLACES]:
            print(f"  {it}")
        if len(places) > PLACES:
            print(f"  and {len(places) - PLACES:,} more")
    errors = sum(len(places) for (level, _), places in groups.items() if level == "error")
    warnings = sum(len(places) for places in groups.values()) - errors
    print(f"{', '.join(counts)}: {errors:,} errors, {warnings:,} warnings in {time.monotonic() - began:.1f} s")
    return 1 if errors else 0


def messages(jar: Path, flag: str, files: list) -> list:
    """What the checker says of these files."""
    if not files:
        return []
    command = ["-Xss8m", "-jar", str(jar), "--format", "json", "--exit-zero-always", flag, *files]
    # All arguments go through a file: a command line is not long enough for a large site.
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
        file.write("".join('"{}"\n'.format(it.replace("\\", "\\\\").replace('"', '\\"')) for it in command))
        file.flush()
        ended = subprocess.run(["java", f"@{file.name}"], capture_output=True, text=True, check=False, env=ENVIRONMENT)
    try:
        return json.loads(ended.stderr)["messages"]
    except (ValueError, KeyError):
        sys.exit(f"the checker can't be run ({ended.returncode}):\n{ended.stdout}{ended.stderr}")


def place(message: dict, folder: Path) -> str:
    """Where, and what stands there."""
    path = unquote(urlsplit(message.get("url", "")).path)
    file = path.removeprefix(f"{folder.resolve()}/")
    extract = " ".join(message.get("extract", "").split())
    return f"{file}:{message.get('lastLine', 1)}:{message.get('firstColumn', 1)}  {extract}"


if __name__ == "__main__":
    sys.exit(main())
