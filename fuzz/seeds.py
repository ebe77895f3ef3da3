#!/usr/bin/env python3
"""Makes small inputs for the fuzzers of the repository's own content and tests: seeds.py FOLDER"""

import hashlib
import pathlib
import re
import shutil
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
LARGEST = 4_000


def main(folder):
    shutil.rmtree(folder, ignore_errors=True)
    for target, seeds in SEEDS.items():
        (folder / target).mkdir(parents=True)
        for seed in seeds():
            if len(seed) <= LARGEST:
                (folder / target / hashlib.sha256(seed).hexdigest()[:16]).write_bytes(seed)


def pages():
    """The content files of the example site and of the site of faults."""
    for folder in ["content", "tests/faults/content"]:
        yield from sorted((ROOT / folder).rglob("*.md"))


def literals(folder):
    """The string literals of Rust files, those of several lines too."""
    for path in sorted((ROOT / folder).rglob("*.rs")):
        text = path.read_text()
        for raw, plain in re.findall(r'r#"(.*?)"#|"((?:[^"\\]|\\.)*)"', text, re.S):
            yield raw or unescape(plain)


def unescape(text):
    text = re.sub(r"\\\n\s*", "", text)
    text = re.sub(r"\\u\{([0-9a-fA-F]+)\}", lambda found: chr(int(found[1], 16)), text)
    simple = {"n": "\n", "t": "\t", "r": "\r", "0": "\0"}
    return re.sub(r"\\(.)", lambda found: simple.get(found[1], found[1]), text, flags=re.S)


def bytes_of(choice, text):
    return bytes([choice]) + text.encode("utf-8", "surrogatepass")


def matter():
    kinds = {"reports": 0, "actors": 1, "sources": 2, "dates": 3}
    for path in pages():
        front = re.match(rb"---\r?\n(.*?)\r?\n---", path.read_bytes(), re.S)
        kind = next((kinds[part] for part in path.parts if part in kinds), 4)
        if front:
            yield bytes([kind]) + front[1]
    for path in sorted(ROOT.glob("src/matter/tests/*.yaml")):
        yield bytes([0]) + path.read_bytes()
    for path in [ROOT / "site.yaml", ROOT / "tests/faults/site.yaml"]:
        yield bytes([5]) + path.read_bytes()
    for text in literals("src/matter"):
        if ":" in text:
            yield bytes_of(0, text)
    for text in literals("src/config"):
        if ":" in text:
            yield bytes_of(5, text)


def body():
    for path in pages():
        yield bytes([0]) + path.read_bytes()
    for number, text in enumerate(literals("src/parse/tests")):
        yield bytes_of(number % 128, text)


def dates():
    for text in literals("src/edtf"):
        yield bytes_of(0, text)
    languages = {"en": 1, "fr": 3, "ar": 5}
    for path in sorted((ROOT / "src/phrases/cases").glob("*.txt")):
        for part in re.split(r"\n\n", path.read_text()):
            yield bytes_of(languages[path.stem.split("-")[-1]], part)


def citations():
    for number, text in enumerate(literals("src/bibliography")):
        if "@" in text:
            yield bytes_of(number * 4 % 256, text)
        if "{" in text:
            yield bytes_of((number * 4 + 1) % 256, text)
        if ":" in text:
            yield bytes_of((number * 4 + 2) % 256, text)
    for text in literals("src/parse/tests"):
        if "@" in text:
            yield bytes_of(3, text)
    for path in sorted(ROOT.glob("**/*.bib")):
        for entry in path.read_text(errors="replace").split("\n\n"):
            yield bytes_of(0, entry)


def routes():
    for path in pages():
        yield f"content/reports/x.md\n{path.relative_to(ROOT)}".encode()
        title = re.search(r"^(?:title|name): (.*)$", path.read_text(errors="replace"), re.M)
        if title:
            yield title[1].encode()
    for text in literals("src/parse"):
        if "/" in text:
            yield text.encode("utf-8", "surrogatepass")


def site():
    for text in literals("tests/site"):
        if text.startswith("=== "):
            yield text.encode("utf-8", "surrogatepass")
            files = text.split("\n=== ")
            if len(files) > 1:
                yield ("\n=== ".join(files[:-1]) + "\n======\n=== " + files[-1]).encode("utf-8", "surrogatepass")


SEEDS = {seeds.__name__: seeds for seeds in [matter, body, dates, citations, routes, site]}

if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
