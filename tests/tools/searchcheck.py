#!/usr/bin/env python3
"""Checks the search index of a built site, and what a query fetches of it.

The index is decoded and held against its own rules: order, numbers, groups, prefixes. Then it is held against the pages:
every word that an index page's list has must stand on that page, and every word of the page's text must be in its list. The words
are folded here in another way than the generator does it, from Unicode's own tables.
"""

import argparse
import json
import math
import re
import sys
import unicodedata
from collections import defaultdict
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

LONGEST = 24 << 10
FILE = 12 << 10
FEW_RESULTS = 10

LETTERS = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ı": "i", "ħ": "h",
           "ς": "σ", "ٱ": "ا", "ى": "ي", "ة": "ه", "ک": "ك", "ی": "ي", "ـ": ""}
ALONE = re.compile("CJK|HIRAGANA|KATAKANA LETTER|HANGUL|THAI|IDEOGRAPH")
ARTICLES = ("وال", "بال", "كال", "فال", "لل", "ال")


def words(text):
    """The words of a text, folded."""
    found, word = [], ""
    for c in unicodedata.normalize("NFKD", text).lower():
        kind = unicodedata.category(c)
        if kind == "Mn" or c == "ـ":
            continue
        if kind[0] not in "LN":
            found.append(word)
            word = ""
        elif ord(c) >= 0xE00 and ALONE.search(unicodedata.name(c, "")):
            found += [word, c + "*"]
            word = ""
        else:
            word += str(unicodedata.digit(c)) if kind == "Nd" else LETTERS.get(c, c)
    found.append(word)
    return [cut(word) for word in found if len(word) > 1 or (word and unicodedata.category(word)[0] == "N")]


def cut(word):
    if word.endswith("*"):
        return word[:-1]
    for article in ARTICLES:
        if word.startswith(article) and len(word) - len(article) >= 3:
            word = word[len(article):]
            break
    return word.encode()[:40].decode(errors="ignore")


class Page(HTMLParser):
    """The words of a page: all of them, and those of the author's text alone, as far as they stand there for certain."""

    BREAKS = {"p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "div", "td", "th", "br", "dt", "dd", "pre", "tr", "blockquote",
              "figcaption", "section", "ul", "ol", "table", "button", "aside", "summary", "title", "header", "nav", "footer"}
    VOID = {"br", "img", "meta", "link", "hr", "input", "wbr", "source", "col", "area", "base", "embed", "track"}

    def __init__(self, html):
        super().__init__()
        self.everything, self.text = [], []
        self.stack = []
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        attributes = {name: value or "" for name, value in attributes}
        for name in ("content", "title", "alt", "aria-label", "data-on", "value"):
            self.everything.append(f" {attributes.get(name, '')} ")
        if tag in self.BREAKS:
            self.put(" ")
        if tag in self.VOID:
            return
        classes = attributes.get("class", "").split()
        inside = self.stack[-1][1] if self.stack else None
        if "prose" in classes and inside is None:
            inside = True
        elif {"note", "ref", "pn", "claim-ref", "redacted", "callout-title"} & set(classes) or tag in ("math", "button", "script", "style"):
            inside = inside and False
            self.put(" ")
        self.stack.append((tag, inside))

    def handle_endtag(self, tag):
        if tag in self.BREAKS:
            self.put(" ")
        while any(name == tag for name, _ in self.stack):
            name, inside = self.stack.pop()
            if inside is False:
                self.put(" ")
            if name == tag:
                break

    def handle_data(self, data):
        self.everything.append(data)
        if self.stack and self.stack[-1][1]:
            self.text.append(data)

    def put(self, text):
        self.everything.append(text)
        self.text.append(text)


class Index:
    """A decoded index."""

    def __init__(self, folder, base=""):
        self.folder, self.base, self.faults = folder, base, []
        self.root = json.loads((folder / "search/index/root.json").read_bytes())
        self.count = self.root["count"]
        self.terms, self.file_of, self.entry = {}, {}, {}
        self.sizes = []
        self.read_terms()
        self.records = self.read_records()
        self.facets = self.read_facets()

    def fault(self, message):
        self.faults.append(message)

    def path(self, *parts):
        return self.folder.joinpath("search", "index", *parts)

    def number(self, data, at):
        value = shift = 0
        while True:
            byte = data[at]
            value |= (byte & 0x7F) << shift
            at, shift = at + 1, shift + 7
            if byte < 0x80:
                return value, at

    def read_terms(self):
        before = b""
        for number, first in enumerate(self.root["terms"]):
            data = self.path("terms", f"{number}.bin").read_bytes()
            self.sizes.append(len(data))
            at, last, count = 0, b"", 0
            while at < len(data):
                start = at
                shared, at = self.number(data, at)
                length, at = self.number(data, at)
                term = last[:shared] + data[at:at + length]
                at += length
                size, at = self.number(data, at)
                if count == 0 and (shared or term.decode() != first):
                    self.fault(f"terms/{number}.bin begins with {term.decode()!r}, not with {first!r}")
                if term <= before:
                    self.fault(f"{term.decode()!r} stands behind {before.decode()!r}")
                before = last = term
                name = term.decode()
                self.terms[name] = self.list(name, data[at:at + size])
                at += size
                self.file_of[name], self.entry[name] = number, (at - start, size)
                count += 1
            if len(data) > FILE and count > 1:
                self.fault(f"terms/{number}.bin has {len(data)} bytes")

    def list(self, term, data):
        found, at, before = {}, 0, -1
        while at < len(data):
            value, at = self.number(data, at)
            before += (value >> 2) + 1
            found[before] = value & 3
        if not found or before >= self.count:
            self.fault(f"{term!r} has the documents {list(found)[-3:]} of {self.count}")
        return found

    def read_records(self):
        each = self.root["per_record"]
        records = []
        for number in range(math.ceil(self.count / each)):
            some = json.loads(self.path("docs", f"{number}.json").read_bytes())
            if len(some) != min(each, self.count - number * each):
                self.fault(f"docs/{number}.json has {len(some)} records")
            records += some
        return records

    def read_facets(self):
        each = self.root["per_facet"]
        facets = []
        for number in range(math.ceil(self.count / each)):
            data, at, left = self.path("facets", f"{number}.bin").read_bytes(), 0, min(each, self.count - number * each)
            for _ in range(left):
                both = []
                for _ in range(2):
                    count, at = self.number(data, at)
                    numbers = []
                    for _ in range(count):
                        value, at = self.number(data, at)
                        numbers.append(value)
                    both.append(numbers)
                facets.append(both)
            if at != len(data):
                self.fault(f"facets/{number}.bin is too long")
        return facets

    def page_of(self, record):
        return self.folder / unquote(record["u"].removeprefix(self.base)).lstrip("/") / "index.html"

    # --- its own rules

    def check(self):
        self.check_groups()
        self.check_prefixes()
        self.check_facets()
        expected = {"root.json"} | {f"terms/{n}.bin" for n in range(len(self.root["terms"]))}
        expected |= {f"docs/{n}.json" for n in range(math.ceil(self.count / self.root["per_record"]))}
        expected |= {f"facets/{n}.bin" for n in range(math.ceil(self.count / self.root["per_facet"]))}
        there = {str(path.relative_to(self.path())) for path in self.path().rglob("*") if path.is_file()}
        if there != expected:
            self.fault(f"the files are not those that root.json tells: {sorted(there ^ expected)[:5]}")
        if not re.fullmatch("[0-9a-f]{16}", self.root["stamp"]):
            self.fault(f"the stamp is {self.root['stamp']!r}")
        for term in self.terms:
            plain = term.removesuffix("*")
            if not term.startswith("@") and (words(plain) or [plain]) != [plain] and not plain.startswith(ARTICLES):
                self.fault(f"{term!r} is not folded: {words(plain)}")

    def check_groups(self):
        kinds = ["actor", "date", "source", "page", "report"]
        at, keys = 0, []
        for group in self.root["groups"]:
            if group["first"] != at or not group["count"]:
                self.fault(f"a group begins at {group['first']}, not {at}")
            at = group["first"] + group["count"]
            year = group["year"]
            keys.append((kinds.index(group["kind"]), group["lang"], -int(year) if year is not None else math.inf))
            for number in range(group["first"], at):
                if not self.page_of(self.records[number]).is_file():
                    self.fault(f"{self.records[number]['u']} is no page")
        if at != self.count:
            self.fault(f"the groups have {at} documents of {self.count}")
        if len(set(keys)) != len(keys) or [(k, y) for k, _, y in keys] != [
            (k, y) for k, group in by(keys, lambda key: key[0]) for _, same in by(group, lambda key: key[1])
            for y in sorted(y for _, _, y in same)
        ]:
            self.fault("the groups are not in order")

    def check_prefixes(self):
        lists, sizes = defaultdict(dict), defaultdict(int)
        plain = [term for term in self.terms if term[0] != "@" and not term.endswith("*")]
        for term in plain:
            for end in range(2, len(term) + 1):
                sizes[term[:end]] += len(term.encode()) + self.entry[term][1]
        long = {prefix for prefix, size in sizes.items() if size > LONGEST}
        told = {term[:-1] for term in self.terms if term.endswith("*")}
        if long != told:
            self.fault(f"prefixes with a list of their own: {sorted(told ^ long)[:9]}")
        for term in plain:
            for end in range(2, len(term) + 1):
                if term[:end] in told:
                    union = lists[term[:end]]
                    for document, weight in self.terms[term].items():
                        union[document] = max(weight, union.get(document, 0))
        for prefix in told & long:
            if self.terms[prefix + "*"] != dict(sorted(lists[prefix].items())):
                self.fault(f"{prefix}* has another list than the words that begin so")

    def check_facets(self):
        kind_of = {}
        for group in self.root["groups"]:
            kind_of.update((number, group["kind"]) for number in range(group["first"], group["first"] + group["count"]))
        named = defaultdict(set)
        for number, (actors, sources) in enumerate(self.facets):
            for kind, numbers in (("actor", actors), ("source", sources)):
                for other in numbers:
                    if kind_of.get(other) != kind:
                        self.fault(f"{kind} {other} of document {number} is none")
                    else:
                        named[f"@{kind}:{self.records[other]['i']}"].add(number)
        told = {term: set(documents) for term, documents in self.terms.items() if term.startswith("@")}
        if told != named:
            self.fault(f"facets and lists differ: {sorted(set(told) ^ set(named))[:5]}")

    # --- the pages

    def check_pages(self):
        of_document = [dict() for _ in range(self.count)]
        for term, documents in self.terms.items():
            if term[0] != "@" and not term.endswith("*"):
                for document, weight in documents.items():
                    of_document[document][term] = weight
        pages = [Page(self.page_of(record).read_text()) for record in self.records]
        of_id = defaultdict(set)
        for record, page in zip(self.records, pages):
            of_id[record["i"]] |= set(words("".join(page.everything)))
        for number, (record, page) in enumerate(zip(self.records, pages)):
            # An actor is found by the names that its page in another language gives, too.
            there = of_id[record["i"]] | set(words(record["i"]))
            own = set(words("".join(page.text)))
            title = set(words(record["t"]))
            mine = of_document[number]
            for word in sorted((own | title | set(words(record["d"]))) - set(mine)):
                self.fault(f"{record['u']}: {word!r} stands on the page and is not in the index")
            for word in sorted(set(mine) - there):
                self.fault(f"{record['u']}: {word!r} is in the index and not on the page")
            for word in title:
                if mine.get(word) != 3:
                    self.fault(f"{record['u']}: {word!r} of the title weighs {mine.get(word)}")
        return sum(len(mine) for mine in of_document)

    # --- queries

    def query(self, text):
        """The documents of a query, best first, and the files that it fetches."""
        asked = words(text)
        fetched = {"root.json"}
        scores = None
        for number, word in enumerate(asked):
            is_prefix = number == len(asked) - 1 and not text.endswith(" ") and len(word) > 1
            lists = self.lists(word, is_prefix, fetched)
            union = {}
            for term, factor in lists:
                for document, weight in self.terms[term].items():
                    union[document] = max(union.get(document, 0), factor * (1, 1.5, 3, 6)[weight])
            rarity = math.log(1 + self.count / max(1, len(union)))
            found = {document: rarity * weight for document, weight in union.items()}
            scores = found if scores is None else {d: scores[d] + s for d, s in found.items() if d in scores}
        best = sorted(scores or {}, key=lambda document: (-scores[document], document))
        for document in best[:FEW_RESULTS]:
            fetched.add(f"docs/{document // self.root['per_record']}.json")
        return best, fetched

    def lists(self, word, is_prefix, fetched):
        firsts = self.root["terms"]
        last_before = lambda term: max((n for n, first in enumerate(firsts) if first.encode() <= term.encode()), default=0)
        own, many = word, word + "*"
        fetched.add(f"terms/{last_before(many if is_prefix else own)}.bin")
        fetched.add(f"terms/{last_before(own)}.bin")
        found = [(own, 1.5)] if own in self.terms else []
        if not is_prefix:
            return found
        if many in self.terms:
            return found + [(many, 1)]
        for number in range(last_before(own), last_before(word + "\U0010ffff") + 1):
            fetched.add(f"terms/{number}.bin")
        return found + [(term, 1) for term in self.terms if term.startswith(word) and term != word]

    def bytes(self, fetched):
        return sum(self.path(*name.split("/")).stat().st_size for name in fetched)


def by(items, key):
    groups = []
    for item in items:
        if groups and groups[-1][0] == key(item):
            groups[-1][1].append(item)
        else:
            groups.append((key(item), [item]))
    return groups


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--base", default="", help="the path of base_url")
    arguments.add_argument("--pages", action="store_true", help="hold the index against every page")
    arguments.add_argument("--query", action="append", default=[])
    arguments.add_argument("--most", type=int, default=72, help="KiB that a query may fetch")
    arguments.add_argument("--sweep", type=int, default=0, help="try so many prefixes of two and three letters")
    asked = arguments.parse_args()
    index = Index(asked.folder, asked.base.rstrip("/"))
    index.check()
    postings = index.check_pages() if asked.pages else None
    queries = list(asked.query)
    if asked.sweep:
        prefixes = sorted({term[:n] for term in index.terms if term[0] != "@" and term[-1] != "*" for n in (2, 3) if len(term) >= n})
        queries += prefixes[:: max(1, len(prefixes) // asked.sweep)]
    heaviest = []
    for query in queries:
        found, fetched = index.query(query)
        size = index.bytes(fetched)
        heaviest.append((size, query, len(found), len(fetched), fetched))
        if size > asked.most << 10:
            index.fault(f"the query {query!r} fetches {size} bytes")
        if query in asked.query:
            print(f"{query!r}: {len(found)} found, {size} bytes; " + ", ".join(index.records[n]["u"] for n in found[:3]))
    total = sum(path.stat().st_size for path in index.path().rglob("*") if path.is_file())
    kinds = {name: sum(p.stat().st_size for p in index.path(name).rglob("*") if p.is_file()) for name in ("terms", "docs", "facets")}
    print(f"{index.count} documents, {len(index.terms)} terms ({sum(t.endswith('*') for t in index.terms)} prefixes), {total} bytes in "
          f"{sum(1 for p in index.path().rglob('*') if p.is_file())} files: {kinds}" + (f", {postings} postings hold" if postings else ""))
    for size, query, found, files, fetched in sorted(heaviest, reverse=True)[:3]:
        parts = defaultdict(int)
        for name in fetched:
            parts[name.split("/")[0]] += index.bytes([name])
        print(f"heaviest: {query!r}, {size} bytes in {files} files, {found} found; {dict(parts)}")
    for fault in index.faults[:20]:
        print(fault, file=sys.stderr)
    return 1 if index.faults else 0


if __name__ == "__main__":
    sys.exit(main())
