"""What a page says: its ids, and every address in it, each with its line and the role it plays.

A record of plain values, so that pages can be read by several processes.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

# Attributes that hold one address.
ADDRESSES = {
    "a": ["href"], "area": ["href"], "audio": ["src"], "blockquote": ["cite"], "button": ["formaction"],
    "del": ["cite"], "embed": ["src"], "form": ["action"], "iframe": ["src"], "image": ["href", "xlink:href"],
    "img": ["src"], "input": ["src", "formaction"], "ins": ["cite"], "link": ["href"], "object": ["data"],
    "q": ["cite"], "script": ["src"], "source": ["src"], "track": ["src"], "use": ["href", "xlink:href"],
    "video": ["src", "poster"],
}  # fmt: skip
# Attributes that hold a list of addresses with widths.
SETS = {"img": ["srcset"], "source": ["srcset"], "link": ["imagesrcset"]}
# Attributes that name ids of the same page, separated by spaces.
NAMES = {
    "aria-activedescendant", "aria-controls", "aria-describedby", "aria-details", "aria-errormessage", "aria-flowto",
    "aria-labelledby", "aria-owns", "commandfor", "for", "form", "headers", "list", "popovertarget",
}  # fmt: skip
# Properties of `meta` whose content is an address.
PROPERTIES = {"og:url", "og:image", "og:video", "og:audio", "twitter:image", "article:author"}
CSS_URL = re.compile(r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"'\s]*))\s*\)|@import\s+(?:"([^"]*)"|'([^']*)')""")


@dataclass
class Page:
    """A page's own statements. A reference is (role, address, line)."""

    ids: set = field(default_factory=set)
    references: list = field(default_factory=list)
    canonical: str | None = None
    moved_to: str | None = None
    noindex: bool = False
    faults: list = field(default_factory=list)


def read(text: str) -> Page:
    """Reads a page."""
    reader = Reader()
    reader.feed(text)
    reader.close()
    return reader.page


def css_addresses(text: str):
    """Each address in a style sheet, with its line."""
    text = re.sub(r"/\*.*?\*/", lambda comment: "\n" * comment.group().count("\n"), text, flags=re.S)
    for match in CSS_URL.finditer(text):
        yield "".join(match.groups("")), text.count("\n", 0, match.start()) + 1


class Reader(HTMLParser):
    """Collects a `Page` from tags."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.page = Page()
        self.inside = None
        self.words = []

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)

    def handle_starttag(self, tag, attrs):
        values = {}
        for name, value in attrs:
            if name in values:
                self.fault(f"the attribute `{name}` stands twice in <{tag}>")
            values.setdefault(name, value or "")
        if "id" in values:
            self.identify(values["id"])
        if tag == "base":
            self.fault("<base> would change every address of the page")
        for name in ADDRESSES.get(tag, ()):
            if name in values:
                self.refer(self.role(tag, values), values[name])
        for name in SETS.get(tag, ()):
            for candidate in re.split(r",\s+|,$", values.get(name, "").strip()):
                if candidate.strip():
                    self.refer("srcset", candidate.split()[0])
        for name in NAMES & values.keys():
            for target in values[name].split():
                self.refer("names", target)
        if "style" in values:
            self.styles(values["style"])
        if tag == "meta":
            self.meta(values)
        if tag == "style" or (tag == "script" and values.get("type") == "application/ld+json"):
            self.inside, self.words = tag, []

    def handle_data(self, data):
        if self.inside:
            self.words.append(data)

    def handle_endtag(self, tag):
        if tag != self.inside:
            return
        self.inside = None
        words = "".join(self.words)
        if tag == "style":
            self.styles(words)
            return
        try:
            for key, text in texts(json.loads(words)):
                if re.match(r"https?://", text):
                    # A name of something is no place on a page, though it is made like one.
                    self.refer("data", text.partition("#")[0] if key == "@id" else text)
        except ValueError as error:
            self.fault(f"the JSON-LD can't be read: {error}")

    def identify(self, name):
        if not name or re.search(r"\s", name):
            self.fault(f"the id {name!r} is empty or has white space")
        if name in self.page.ids:
            self.fault(f"the id {name!r} stands twice")
        self.page.ids.add(name)

    def role(self, tag, values):
        if tag != "link":
            return tag
        relations = values.get("rel", "").lower().split()
        if "canonical" in relations:
            if self.page.canonical is not None:
                self.fault("a second canonical address")
            self.page.canonical = values.get("href", "")
            return "canonical"
        return "alternate" if "alternate" in relations and "hreflang" in values else "link"

    def meta(self, values):
        content = values.get("content", "")
        if values.get("http-equiv", "").lower() == "refresh":
            match = re.match(r"\s*\d+\s*;\s*url\s*=\s*(.*)", content, re.I)
            if match:
                self.page.moved_to = match.group(1).strip("'\" ")
                self.refer("refresh", self.page.moved_to)
        if values.get("name", "").lower() == "robots" and "noindex" in content:
            self.page.noindex = True
        if (values.get("property") or values.get("name", "")).lower() in PROPERTIES and "/" in content:
            self.refer("og", content)

    def styles(self, text):
        for address, _ in css_addresses(text):
            self.refer("style", address)

    def refer(self, role, address):
        self.page.references.append((role, address, self.getpos()[0]))

    def fault(self, words):
        self.page.faults.append((self.getpos()[0], words))


def texts(value, key=None):
    """Every text in a JSON value, with its key."""
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from texts(item, name)
    elif isinstance(value, list):
        for item in value:
            yield from texts(item, key)
