#!/usr/bin/env python3
"""Checks the feeds (Atom, RFC 4287) and the site map (sitemaps.org) of a built site.

    feedcheck.py FOLDER

Told is what a reader of feeds or a search engine would stumble over: XML that is not well-formed, elements that are
missing or stand twice, ids that two entries share, days that are none. Exit code 1 where anything is told.
"""

from __future__ import annotations

import argparse
import re
import sys
import xml.etree.ElementTree as xml
from collections import Counter
from datetime import datetime
from pathlib import Path

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
# RFC 3339; a site map takes days, months and years too.
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
# A site map may not have more (sitemaps.org).
MOST = 50_000


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    options.add_argument("folder", type=Path)
    folder = options.parse_args().folder
    told, counts = [], Counter(feeds=0, entries=0, addresses=0)
    for file in sorted(folder.rglob("*.xml")):
        found = check(file, counts)
        told += [f"{file.relative_to(folder)}: {words}" for words in found]
    for line in told:
        print(line)
    print(f"{', '.join(f'{number:,} {what}' for what, number in counts.items())}; {len(told):,} failures")
    return 1 if told else 0


def check(file: Path, counts: Counter):
    try:
        root = xml.parse(file).getroot()
    except xml.ParseError as error:
        return [f"not well-formed: {error}"]
    if root.tag == ATOM + "feed":
        counts["feeds"] += 1
        return list(feed(root, counts))
    if root.tag == SITEMAP + "urlset":
        return list(site_map(root, counts))
    return []


def feed(root, counts: Counter):
    yield from element(root, "the feed")
    links = Counter(link.get("rel", "alternate") for link in root.findall(ATOM + "link"))
    if links["self"] != 1:
        yield f"{links['self']} links with rel=self, not one"
    entries = root.findall(ATOM + "entry")
    counts["entries"] += len(entries)
    for entry in entries:
        name = f"the entry {entry.findtext(ATOM + 'title')!r}"
        yield from element(entry, name)
        if entry.find(ATOM + "author") is None and root.find(ATOM + "author") is None:
            yield f"{name} has no author, nor has the feed"
        if not any(it.get("rel", "alternate") == "alternate" for it in entry.findall(ATOM + "link")):
            yield f"{name} has no link to its page"
    for name, times in Counter(entry.findtext(ATOM + "id") for entry in entries).items():
        if times > 1:
            yield f"{times} entries have the id {name!r}"
    moments = [moment(entry.findtext(ATOM + "updated", "")) for entry in entries]
    if moments and None not in moments and moment(root.findtext(ATOM + "updated", "")) != max(moments):
        yield "the feed is not as new as its newest entry"


def element(parent, name: str):
    """What both a feed and an entry must have: exactly one id, title and moment."""
    for child in ("id", "title", "updated"):
        found = parent.findall(ATOM + child)
        if len(found) != 1 or not (found[0].text or "").strip():
            yield f"{name} has {len(found)} {child}, not one with a text"
    if not re.match(r"[a-z][a-z0-9+.-]*:.", parent.findtext(ATOM + "id", ""), re.I):
        yield f"{name} has an id that is no IRI"
    for child in ("updated", "published"):
        for found in parent.findall(ATOM + child):
            if moment(found.text or "") is None:
                yield f"{name}: {child} {found.text!r} is not RFC 3339"


def moment(text: str) -> datetime | None:
    if not MOMENT.fullmatch(text):
        return None
    try:
        return datetime.fromisoformat(text.replace("Z", "+00:00"))
    except ValueError:
        return None


def site_map(root, counts: Counter):
    addresses = root.findall(SITEMAP + "url")
    counts["addresses"] += len(addresses)
    if len(addresses) > MOST:
        yield f"{len(addresses):,} addresses; a site map may have {MOST:,}"
    for address in addresses:
        place = address.findtext(SITEMAP + "loc", "")
        if not re.match(r"https?://", place):
            yield f"{place!r} is not absolute"
        changed = address.findtext(SITEMAP + "lastmod")
        if changed is not None and not (DAY.fullmatch(changed) or moment(changed)):
            yield f"{place}: lastmod {changed!r} is no W3C date"


if __name__ == "__main__":
    sys.exit(main())
