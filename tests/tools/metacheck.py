#!/usr/bin/env python3
"""Checks what a built site says to machines in the heads of its pages.

    metacheck.py FOLDER --vocabulary node_modules/schema-dts

Every page has its data as JSON-LD in the vocabulary of schema.org (types, properties, and what may stand there), but for
redirects and the page for what is not found. On reports the data, Open Graph and the tags of reference managers agree.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from html.parser import HTMLParser
from pathlib import Path

import vocabulary


class Head(HTMLParser):
    """The JSON-LD, tags and first heading of a page."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.data, self.tags, self.heading = [], {}, None
        self.canonical, self.alternates, self.lang = None, {}, None
        self.inside, self.words = None, []

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        if tag == "meta":
            name = values.get("name") or values.get("property") or values.get("http-equiv")
            self.tags.setdefault(name, []).append(values.get("content"))
        if tag == "link" and values.get("rel") == "canonical":
            self.canonical = values.get("href")
        if tag == "link" and "hreflang" in values:
            self.alternates[values["hreflang"]] = values.get("href")
        if (tag == "script" and values.get("type") == "application/ld+json") or (tag == "h1" and self.heading is None):
            self.inside, self.words = tag, []

    def handle_data(self, data):
        if self.inside:
            self.words.append(data)

    def handle_endtag(self, tag):
        if tag == self.inside:
            words, self.inside = "".join(self.words), None
            if tag == "h1":
                self.heading = " ".join(words.split())
            else:
                self.data.append(words)


def once(pairs):
    """An object, in which no key stands twice."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice")
    return found


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    options.add_argument("folder", type=Path)
    options.add_argument("--vocabulary", type=Path, required=True)
    arguments = options.parse_args()
    words = vocabulary.read(arguments.vocabulary)
    told, pages, nodes = [], 0, {}
    for file in sorted(arguments.folder.rglob("*.html")):
        head = Head()
        head.feed(file.read_text("utf-8"))
        name = file.relative_to(arguments.folder).as_posix()
        pages += 1
        told.extend(f"{name}: {fault}" for fault in faults(head, name, words, nodes))
    for line in told:
        print(line)
    kinds = ", ".join(f"{count:,} {kind}" for kind, count in sorted(nodes.items()))
    print(f"{pages:,} pages, {kinds or 'no data'}; {len(told):,} failures")
    return 1 if told else 0


def faults(head: Head, name: str, words: vocabulary.Vocabulary, nodes: dict) -> list:
    """What is wrong with one page."""
    if name == "404.html" or "refresh" in head.tags:
        return ["data where there is nothing to say"] if head.data else []
    if not head.data and "noindex" in head.tags.get("robots", []):
        return []
    if len(head.data) != 1:
        return [f"{len(head.data)} scripts of JSON-LD, not one"]
    try:
        data = json.loads(head.data[0], object_pairs_hook=once)
    except ValueError as error:
        return [f"the JSON-LD can't be read: {error}"]
    if set(data) != {"@context", "@graph"} or data["@context"] != "https://schema.org" or not data["@graph"]:
        return ["the JSON-LD is no graph in the vocabulary of schema.org"]
    told = [fault for node in data["@graph"] for fault in words.faults(node, node.get("@type", ""))]
    main = data["@graph"][0]
    kind = main.get("@type")
    nodes[kind] = nodes.get(kind, 0) + 1
    if head.canonical and main.get("mainEntityOfPage", main.get("url")) != head.canonical:
        told.append(f"the data is of {main.get('url')}, and the page stands at {head.canonical}")
    if head.alternates and "x-default" not in head.alternates:
        told.append("versions in languages, and none for all others")
    is_report = head.tags.get("og:type") == ["article"]
    if is_report:
        if kind != "Report":
            told.append(f"a report is said to be a {kind}")
        told.extend(differing(main, head))
    return told


def differing(main: dict, head: Head) -> list:
    """Where the data of a report, its tags and its page disagree."""
    def tag(name):
        return (head.tags.get(name) or [None])[0]

    published = main.get("datePublished")
    authors = [it if isinstance(it, str) else it["name"] for it in main.get("author", [])]
    pairs = {
        "the title": [main.get("headline"), tag("citation_title"), tag("og:title"), head.heading],
        "the day of publication": [
            published and published.replace("-", "/"), tag("citation_publication_date"),
            (tag("article:published_time") or "").replace("-", "/") or None,
        ],
        "the last change": [main.get("dateModified"), tag("article:modified_time")],
        "the language": [main.get("inLanguage"), tag("citation_language")],
        "the address": [main.get("url"), head.canonical, tag("og:url"), tag("citation_public_url")],
        "the number of authors": [len(authors), len(head.tags.get("citation_author", []))],
    }  # fmt: skip
    told = [f"{what} is {' and '.join(map(repr, said))}" for what, said in pairs.items() if len(set(said)) > 1]
    for one, other in zip(authors, head.tags.get("citation_author", [])):
        if sorted(re.findall(r"\w+", one)) != sorted(re.findall(r"\w+", other)):
            told.append(f"an author is {one!r} and {other!r}")
    return told


if __name__ == "__main__":
    sys.exit(main())
