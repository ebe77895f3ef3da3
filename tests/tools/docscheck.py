#!/usr/bin/env python3
"""Checks that every link of the repository's own Markdown files leads to a file, and to a heading there.

    docscheck.py FILE…

A heading's anchor is GitHub's, or the one that it sets itself: `{#id}`.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from urllib.parse import unquote

FENCE = re.compile(r"^( *)(```|~~~).*?^\1\2", re.M | re.S)
CODE = re.compile(r"(`+)[^`].*?\1", re.S)
LINK = re.compile(r"\]\(<?([^)\s>]+)>?(?:\s+\"[^\"]*\")?\)|^\[[^\]]+\]: *(\S+)", re.M)


def main() -> int:
    told, links = [], 0
    files = [Path(it) for it in sys.argv[1:]]
    for file in files:
        text = without_code(file.read_text("utf-8"))
        for match in LINK.finditer(text):
            target = match.group(1) or match.group(2)
            if re.match(r"[a-z][a-z0-9+.-]*:", target):
                continue
            links += 1
            fault = leads(file, target)
            if fault:
                told.append(f"{file}:{text.count(chr(10), 0, match.start()) + 1}: {target}: {fault}")
    for line in told:
        print(line)
    print(f"{len(files)} files, {links} links; {len(told)} failures")
    return 1 if told else 0


def leads(file: Path, target: str) -> str | None:
    path, _, anchor = unquote(target).partition("#")
    aim = file.parent / path if path else file
    if not aim.exists():
        return "no such file"
    if anchor and aim.suffix == ".md" and anchor not in anchors(aim):
        return "no such heading"
    return None


def anchors(file: Path) -> set:
    found = set()
    for heading in re.findall(r"^#{1,6} +(.*?)(?: +#+)?$", FENCE.sub("", file.read_text("utf-8")), re.M):
        own = re.search(r" *\{#([^}\s]+)\}$", heading)
        if own:
            found.add(own.group(1))
            heading = heading[: own.start()]
        words = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", heading).replace("`", "").lower()
        slug = re.sub(r"[^\w\- ]", "", words).replace(" ", "-")
        number = 0
        while (name := slug + (f"-{number}" if number else "")) in found:
            number += 1
        found.add(name)
    return found


def without_code(text: str) -> str:
    """The text with code blanked out, line by line as long as before."""
    for code in (FENCE, CODE):
        text = code.sub(lambda it: re.sub(r"[^\n]", " ", it.group()), text)
    return text


if __name__ == "__main__":
    sys.exit(main())
