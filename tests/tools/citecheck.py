#!/usr/bin/env python3
"""Reads the citation files of a built site back with the parsers of others, and compares what they say with each other and
with the data of the report.

    pip install bibtexparser rispy citeproc-py
    citecheck.py FOLDER [--base URL]
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import unicodedata
from pathlib import Path

import bibtexparser
import rispy
from citeproc.source.json import CiteProcJSON

MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
TEX = {
    "\\textbraceleft{}": "\x01", "\\textbraceright{}": "\x02", "\\textbackslash{}": "\x03",
    "\\textasciitilde{}": "~", "\\textasciicircum{}": "^",
}  # fmt: skip
# The keys of data.json, and of what stands in its lists; those with a mark are always there.
FORM = {
    "": "version! id! language! title! summary url published updated covers authors site! publisher license tags versions "
    "actors dates sources claims quotations corrections",
    "authors": "name! actor",
    "versions": "language! url data",
    "actors": "id! name! kind! role held mentions! url",
    "actors/held": "role! of",
    "dates": "date! label sentence actors sources paragraph url",
    "sources": "number! id! type title authors editors publisher container document_number place date language entry! "
    "original archive sha256 accessed grade note paragraphs url",
    "sources/authors": "name! actor",
    "sources/editors": "name! actor",
    "claims": "number! words! language! status by sources paragraph! url",
    "quotations": "words! speaker sources paragraph! url",
    "quotations/sources": "id! locator",
    "corrections": "date! text! language! url",
}


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    options.add_argument("folder", type=Path)
    options.add_argument("--base", default="")
    arguments = options.parse_args()
    told, reports = [], 0
    for file in sorted(arguments.folder.rglob("data.json")):
        name = file.parent.relative_to(arguments.folder).as_posix()
        reports += 1
        told.extend(f"{name}: {fault}" for fault in faults(file.parent, arguments))
    for line in told:
        print(line)
    print(f"{reports:,} reports; {len(told):,} failures")
    return 1 if told else 0


def faults(folder: Path, arguments) -> list:
    """What is wrong with the files of one report."""
    try:
        data = json.loads((folder / "data.json").read_text("utf-8"))
        said = {
            "BibTeX": bibtex((folder / "cite.bib").read_text("utf-8")),
            "RIS": ris((folder / "cite.ris").read_bytes().decode("utf-8")),
            "CSL-JSON": csl((folder / "cite.json").read_text("utf-8")),
        }
    except (OSError, ValueError, KeyError, IndexError) as error:
        return [f"{type(error).__name__}: {error}"]
    told = formed(data)
    parts = (data.get("published") or "").split("-") if data.get("published") else []
    expected = {
        "title": data["title"], "site": data["site"], "publisher": data.get("publisher"), "date": [int(it) for it in parts],
        "authors": [words(it["name"]) for it in data.get("authors", [])], "language": data["language"],
        "url": data.get("url"), "tags": data.get("tags", []),
    }  # fmt: skip
    for name, values in said.items():
        for key, value in expected.items():
            if plain(values.get(key)) != plain(value):
                told.append(f"{name}: {key} is {values.get(key)!r}, and should be {value!r}")
    keys = {values["key"] for values in said.values()}
    if len(keys) != 1 or not all(key.startswith(data["id"]) for key in keys):
        told.append(f"the keys are {sorted(keys)}")
    for address in addresses(data):
        if arguments.base and address.startswith(arguments.base):
            path = arguments.folder / address.removeprefix(arguments.base).partition("#")[0]
            if not path.exists() or (path.is_dir() and not (path / "index.html").exists()):
                told.append(f"nothing stands at {address}")
    ids = {it["id"] for it in data.get("sources", [])}
    for claim in data.get("claims", []):
        told.extend(f"a claim rests on {it}, which is no source" for it in claim.get("sources", []) if it not in ids)
    return told


def bibtex(text: str) -> dict:
    """The one entry of a BibTeX file."""
    library = bibtexparser.parse_string(text)
    if library.failed_blocks or len(library.entries) != 1:
        raise ValueError(f"no single entry of BibTeX: {library.failed_blocks}")
    entry = library.entries[0]
    fields = {field.key: field.value for field in entry.fields}
    date = [int(fields["year"])] if "year" in fields else []
    if "month" in fields:
        month = str(fields["month"]).lower()[:3]
        date.append(MONTHS.index(month) + 1 if month in MONTHS else int(month))
    if "day" in fields:
        date.append(int(fields["day"]))
    # ` and ` parts authors where it stands in no braces.
    authors = split(fields.get("author", ""), " and ")
    return {
        "key": entry.key, "title": untex(fields["title"]), "site": untex(fields["howpublished"]),
        "publisher": untex(fields["organization"]) if "organization" in fields else None, "date": date,
        "authors": [words(untex(it)) for it in authors], "language": fields["language"], "url": fields.get("url"),
        "tags": [untex(it) for it in split(fields.get("keywords", ""), ", ")],
    }  # fmt: skip


def ris(text: str) -> dict:
    """The one reference of a RIS file."""
    if "\n" in text.replace("\r\n", ""):
        raise ValueError("a line of RIS does not end in CR and LF")
    (entry,) = rispy.loads(text)
    date = [int(it) for it in entry.get("date", "").split("/") if it]
    if "date" in entry and entry["date"].count("/") != 3:
        raise ValueError(f"a date of RIS has three strokes: {entry['date']!r}")
    if date and int(entry["year"]) != date[0]:
        raise ValueError(f"the year is {entry['year']!r}, and the date {entry['date']!r}")
    return {
        "key": entry["id"], "title": entry.get("title") or entry.get("primary_title"), "site": entry["secondary_title"],
        "publisher": entry.get("publisher"), "date": date, "authors": [words(it) for it in entry.get("authors", [])],
        "language": entry["language"], "url": (entry.get("urls") or [None])[0], "tags": entry.get("keywords", []),
    }  # fmt: skip


def csl(text: str) -> dict:
    """The one item of a file of CSL-JSON."""
    items = json.loads(text)
    CiteProcJSON(items)
    (item,) = items
    names = [it.get("literal") or f"{it['given']} {it['family']}" for it in item.get("author", [])]
    return {
        "key": item["id"], "title": item["title"], "site": item["container-title"], "publisher": item.get("publisher"),
        "date": item.get("issued", {"date-parts": [[]]})["date-parts"][0], "authors": [words(it) for it in names],
        "language": item["language"], "url": item.get("URL"),
        "tags": item["keyword"].split(", ") if "keyword" in item else [],
    }  # fmt: skip


def formed(data: dict) -> list:
    """Where the data has not the form that the manual gives."""
    told = [] if data.get("version") == 1 else [f"the version of the data is {data.get('version')!r}"]

    def look(value, path):
        form = FORM.get(path, "").split()
        known = {it.rstrip("!") for it in form}
        told.extend(f"{path or 'the data'} has the key {it!r}" for it in value if it not in known)
        told.extend(f"{path or 'the data'} has no {it[:-1]!r}" for it in form if it.endswith("!") and it[:-1] not in value)
        for key, item in value.items():
            for one in item if isinstance(item, list) else []:
                if isinstance(one, dict):
                    look(one, f"{path}/{key}".lstrip("/"))

    look(data, "")
    return told


def addresses(value):
    """Every address of the site in the data."""
    if isinstance(value, dict):
        for key, item in value.items():
            if key in ("url", "data") and isinstance(item, str):
                yield item
            yield from addresses(item)
    elif isinstance(value, list):
        for item in value:
            yield from addresses(item)


def split(text: str, at: str) -> list:
    """The parts of a text, of which none is cut within braces."""
    parts, depth, start = [], 0, 0
    for place, sign in enumerate(text):
        depth += (sign == "{") - (sign == "}")
        if depth == 0 and text.startswith(at, place) and place >= start:
            parts.append(text[start:place])
            start = place + len(at)
    return [it for it in [*parts, text[start:]] if it]


def untex(text: str) -> str:
    """A text without TeX."""
    for written, meant in TEX.items():
        text = text.replace(written, meant)
    text = re.sub(r"\\([&%$#_])", r"\1", re.sub(r"[{}]", "", text))
    return text.replace("\x01", "{").replace("\x02", "}").replace("\x03", "\\")


def words(name: str) -> list:
    """The words of a name, in whatever order."""
    return sorted(re.findall(r"[^\s,]+", name))


def plain(value):
    """A value in which white space and the form of letters make no difference."""
    if isinstance(value, str):
        return " ".join(unicodedata.normalize("NFC", value).split())
    return [plain(it) for it in value] if isinstance(value, list) else value


if __name__ == "__main__":
    sys.exit(main())
