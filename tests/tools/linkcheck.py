#!/usr/bin/env python3
"""Checks every address in a built site, and knows nothing of how the site was made.

    linkcheck.py FOLDER [--base https://example.org/path/]

FOLDER is taken for what a plain static host would serve below the path of --base. Told is each address that leads to
no file of it, to no anchor, or around a corner (a folder without its closing slash), each id that a page has twice or
names without having it, and each absolute address of the site itself where a relative one belongs. Exit code 1 where
anything is told.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
import time
import unicodedata
import xml.etree.ElementTree as xml
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from urllib.parse import unquote_to_bytes, urljoin, urlsplit

import page as pages

# Where an absolute address of the site itself belongs: what machines elsewhere read.
ABSOLUTE = {"canonical", "alternate", "og", "data", "feed", "sitemap", "robots"}
# Schemes that lead out of the site.
ELSEWHERE = set("http https mailto tel sms ftp ftps sftp geo gemini gopher irc ircs magnet xmpp doi urn ipfs".split())
ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    options.add_argument("folder", type=Path)
    options.add_argument("--base", default="", metavar="URL", help="the address that the folder stands at")
    arguments = options.parse_args()
    if not arguments.folder.is_dir():
        options.error(f"{arguments.folder} is no folder")
    began = time.monotonic()
    check = Check(arguments.folder, arguments.base)
    check.run()
    told = sorted(set(check.told))
    for name, line, words in told:
        print(f"{name}:{line}: {words}")
    counts = ", ".join(f"{number:,} {what}" for what, number in check.counts.items())
    print(f"{counts}; {len(told):,} failures in {time.monotonic() - began:.1f} s")
    return 1 if told else 0


def read(path: str) -> pages.Page | str:
    """Reads a page, or says why it can't be read."""
    try:
        return pages.read(Path(path).read_bytes().decode("utf-8"))
    except UnicodeDecodeError as error:
        return f"not UTF-8: {error}"


class Check:
    """One folder, its pages, and what is wrong."""

    def __init__(self, folder: Path, base: str):
        self.folder = folder
        self.base = base if not base or base.endswith("/") else base + "/"
        self.prefix = urlsplit(self.base).path or "/"
        self.counts = Counter()
        self.told = []
        self.files = {
            os.path.relpath(os.path.join(parent, name), folder).replace(os.sep, "/")
            for parent, _, names in os.walk(folder)
            for name in names
        }
        self.folders = {"/".join(it.split("/")[:depth]) for it in self.files for depth in range(1, it.count("/") + 1)}
        self.pages = {}

    def run(self):
        names = sorted(it for it in self.files if it.endswith((".html", ".htm")))
        with ProcessPoolExecutor() as pool:
            found = pool.map(read, [str(self.folder / it) for it in names], chunksize=32)
            for name, page in zip(names, found):
                if isinstance(page, str):
                    self.tell(name, 1, page)
                else:
                    self.pages[name] = page
        self.counts["pages"] = len(names)
        self.counts["other files"] = len(self.files) - len(names)
        self.counts["links"] = self.counts["anchors"] = self.counts["addresses elsewhere"] = 0
        for name, page in self.pages.items():
            self.page(name, page)
        for name in sorted(self.files):
            if name.endswith(".css"):
                for address, line in pages.css_addresses((self.folder / name).read_text("utf-8")):
                    self.refer(name, line, "style", address)
            elif name.endswith(".xml"):
                self.xml(name)
            elif name == "robots.txt":
                self.robots(name)

    def page(self, name: str, page: pages.Page):
        for line, words in page.faults:
            self.tell(name, line, words)
        for role, address, line in page.references:
            if role == "names":
                if address not in page.ids:
                    self.tell(name, line, f"an attribute names the id {address!r}, which the page does not have")
            elif name == "404.html" and not re.match(r"/|#|[a-z]+:", address):
                self.tell(name, line, f"{role} {address!r}: the page is shown at any address, so nothing in it is relative")
            else:
                self.refer(name, line, role, address)
        if page.canonical and not page.moved_to and page.canonical != self.base + route(name):
            self.tell(name, 1, f"canonical {page.canonical!r}: the page stands at {self.base + route(name)!r}")

    def refer(self, name: str, line: int, role: str, address: str):
        """Checks one address that stands in the file `name`."""
        fault = self.fault(name, role, address)
        if fault:
            self.tell(name, line, f"{role} {address!r}: {fault}")

    def fault(self, name: str, role: str, address: str) -> str | None:
        if not address.strip() or address != address.strip():
            return "an empty address, or white space around it"
        if role == "data":  # The template of a search's address has a place for words (RFC 6570).
            address = re.sub(r"\{[a-z]+\}$", "words", address)
        if re.search(r"[\s<>\"{}|\\^`]", address):
            return "a character that has to be percent-encoded"
        try:
            parts = urlsplit(address)
        except ValueError as error:
            return str(error)
        own = bool(self.base) and (address + "/").startswith(self.base)
        if parts.scheme and not own:
            if parts.scheme == "data" and role in ("img", "srcset", "style"):
                return None
            if parts.scheme not in ELSEWHERE:
                return "an unknown scheme"
            if role in ("link", "script", "style", "img", "srcset", "iframe"):
                return "a file that the browser would load from elsewhere"
            self.counts["addresses elsewhere"] += 1
            return None
        if address.startswith("//"):
            return "an address without a scheme"
        # The home page may be named whole: a publisher's address is often the site's own.
        if own and role not in ABSOLUTE and not (role == "a" and address == self.base):
            return "an absolute address of the site itself"
        if self.base and not own and role in ABSOLUTE:
            return "a relative address where an absolute one belongs"
        path = parts.path if own else urlsplit(urljoin(self.prefix + route(name), address)).path
        self.counts["links"] += 1
        return self.leads(name, path, parts.fragment)

    def leads(self, name: str, path: str, fragment: str) -> str | None:
        """Whether a path of the host, and an anchor there, exist."""
        if not path.startswith(self.prefix):
            return f"outside {self.prefix}"
        try:
            target = unquote_to_bytes(path[len(self.prefix) :]).decode("utf-8")
            fragment = unquote_to_bytes(fragment.split(":~:")[0]).decode("utf-8")
        except UnicodeDecodeError:
            return "not UTF-8"
        if target in self.folders:
            return "a folder without its closing slash"
        file = target + "index.html" if target == "" or target.endswith("/") else target
        if file not in self.files:
            normal = unicodedata.normalize("NFC", file)
            near = next((it for it in self.files if unicodedata.normalize("NFC", it) == normal), None)
            return f"no such file{', but one in another Unicode form' if near else ''}"
        page = self.pages.get(file)
        if page is None or not fragment:
            return None
        self.counts["anchors"] += 1
        if fragment in page.ids:
            return None
        normal = unicodedata.normalize("NFC", fragment)
        if any(unicodedata.normalize("NFC", it) == normal for it in page.ids):
            return "the anchor is in another Unicode form"
        return "no such anchor"

    def xml(self, name: str):
        try:
            root = xml.parse(self.folder / name).getroot()
        except xml.ParseError as error:
            self.tell(name, error.position[0], f"not well-formed: {error}")
            return
        if root.tag == ATOM + "feed":
            for link in root.iter(ATOM + "link"):
                self.refer(name, 1, "feed", link.get("href", ""))
        elif root.tag == SITEMAP + "urlset":
            self.sitemap(name, [it.text or "" for it in root.iter(SITEMAP + "loc")])

    def sitemap(self, name: str, addresses: list):
        for address, times in Counter(addresses).items():
            self.refer(name, 1, "sitemap", address)
            if times > 1:
                self.tell(name, 1, f"sitemap {address!r}: stands {times} times")
        listed = set(addresses)
        for file, page in self.pages.items():
            hidden = page.noindex or page.moved_to
            is_listed = self.base + route(file) in listed
            if hidden and is_listed:
                self.tell(name, 1, f"{file} is listed, and not for search engines")
            # The later pages of a list may be left out: what they show is listed.
            if not hidden and not is_listed and not re.search(r"(^|/)page/\d+/index\.html$", file):
                self.tell(name, 1, f"{file} is missing")

    def robots(self, name: str):
        for number, line in enumerate((self.folder / name).read_text("utf-8").splitlines(), 1):
            field, _, value = line.partition(":")
            if field.strip().lower() == "sitemap":
                self.refer(name, number, "robots", value.strip())

    def tell(self, name: str, line: int, words: str):
        self.told.append((name, line, words))


def route(name: str) -> str:
    """A file's address below the site's, percent-encoded as an address bar would."""
    if name == "index.html" or name.endswith("/index.html"):
        name = name[: -len("index.html")]
    return "".join(chr(it) if it < 128 and chr(it) not in " \"<>`#?{}%" else f"%{it:02X}" for it in name.encode())


if __name__ == "__main__":
    sys.exit(main())
