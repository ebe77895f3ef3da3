#!/usr/bin/env python3
"""Makes a site of invented reports, as Glossator reads it or as Hugo does: the same words in both.

    corpus.py --reports N --out DIR [--flavour gloss|hugo] [--theme margin|plain] [--seed SEED]

A tenth as many actors as reports, a fifth as many sources, and events over twenty years. A fifth of the reports have a
table, a tenth a block of code, each a quotation and a list, and 3 % are in Arabic script. The same sizes and seed give
the same site.
"""

import argparse
import json
import shutil
from pathlib import Path

from invent import Corpus, in_words

HERE = Path(__file__).resolve().parent


def file(path, matter, blocks=()):
    """A file with front matter, in which every value is JSON, which is YAML too."""
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in matter.items() if value]
    head = "\n".join(["---", *lines, "---"])
    with path.open("w", encoding="utf-8", newline="\n") as out:
        out.write("\n\n".join([head, *blocks]) + "\n")


def numbered(blocks):
    """The paragraphs with numbers, as Glossator gives them: the way that is least work for Hugo."""
    number = 0
    for block in blocks:
        if block[0].isalpha():
            number += 1
            mark = f'<a class="pn" href="#p{number}" aria-label="Paragraph {number}">{number}</a>'
            block = f"{mark}{block}\n{{#p{number}}}"
        yield block


def place(report):
    return f"reports/{report['date'][:4]}/{report['id']}.md"


def gloss(corpus, out, theme):
    def link(kind, target):
        return f"{kind}:{target}"

    lines = ["title: Invented reports", "description: Reports, their actors, dates and sources."]
    lines += ["base_url: https://reports.example.org", f"theme: {theme}"]
    if theme == "plain":
        lines += ["search: false", "exports: false"]
        shutil.copytree(HERE / "plain", out / "themes/plain")
    (out / "site.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    content = out / "content"
    for actor in corpus.actors:
        matter = {key: actor[key] for key in ("name", "kind", "names")}
        file(content / f"actors/{actor['id']}.md", matter, [actor["text"]])
    for source in corpus.sources:
        file(content / f"sources/{source['id']}.md", {key: source[key] for key in source if key != "id"})
    for report in corpus.reports:
        matter = {key: report[key] for key in ("title", "date", "summary", "lang", "tags")}
        matter["actors"] = [actor["id"] for actor in report["actors"]]
        matter["sources"] = [source["id"] for source in report["sources"]]
        matter["dates"] = [{"date": when, "label": label} for when, label in report["events"]]
        file(content / place(report), matter, corpus.body(report, link))


def hugo(corpus, out, _theme):
    def link(kind, target):
        return f"/{kind}s/{target}/"

    shutil.copytree(HERE / "hugo", out, dirs_exist_ok=True)
    content = out / "content"
    for actor in corpus.actors:
        params = {"kind": actor["kind"], "names": actor["names"]}
        matter = {"title": actor["name"], "params": params, "outputs": ["html", "atom"]}
        file(content / f"actors/{actor['id']}/_index.md", matter, numbered([actor["text"]]))
    for source in corpus.sources:
        params = {"publisher": source["publisher"], "original": source["url"], "published": source["date"]}
        file(content / f"sources/{source['id']}/_index.md", {"title": source["title"], "params": params})
    for report in corpus.reports:
        matter = {key: report[key] for key in ("title", "date", "summary", "tags")}
        matter["actors"] = [actor["id"] for actor in report["actors"]]
        matter["sources"] = [source["id"] for source in report["sources"]]
        days = [report["date"], *(when for when, _ in report["events"])]
        # A day stands on the pages of its month and its year too.
        matter["dates"] = sorted({day[:length] for day in days for length in (4, 7, 10)})
        events = [{"date": when, "words": in_words(when), "label": label} for when, label in report["events"]]
        matter["params"] = {"textlang": report["lang"], "events": events}
        file(content / place(report), matter, numbered(corpus.body(report, link)))


def main():
    parser = argparse.ArgumentParser(description="Invents a site of annotated reports.")
    parser.add_argument("--reports", type=int, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--flavour", choices=("gloss", "hugo"), default="gloss")
    parser.add_argument("--theme", choices=("margin", "plain"), default="margin", help="of the site for Glossator")
    parser.add_argument("--seed", default="1")
    options = parser.parse_args()
    if options.reports < 1:
        parser.error("there has to be a report")
    if options.out.exists():
        parser.error(f"{options.out} is there already")
    options.out.mkdir(parents=True)
    write = {"gloss": gloss, "hugo": hugo}[options.flavour]
    write(Corpus(options.reports, options.seed), options.out, options.theme)


if __name__ == "__main__":
    main()
