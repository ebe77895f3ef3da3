#!/usr/bin/env python3
"""How the cost of a build grows where much hangs on one thing: an actor that all reports name, a day that all speak of, a
source that all cite, a report with thousands of mentions. Each site is built in three sizes, each twice the one before; a
cost that grows with what comes of it grows by two.

    benches/scale.py [--folder /dev/shm] [GLOSS]     GLOSS: the binary, else target/release/gloss

Times are user CPU of whole processes. Needs GNU time (Debian: time).
"""

import argparse
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
SITE = "title: Much of one thing\nbase_url: https://much.example\n"
ACTOR = "---\nname: Salma Haddad\nkind: person\n---\n"
SOURCE = "---\ntitle: The only source\n---\n"


def day(number):
    """A day of its own for each of some ten thousand reports."""
    return f"{1990 + number // 336 % 30}-{number // 28 % 12 + 1:02}-{number % 28 + 1:02}"


def report(number, text):
    return f"---\ntitle: Report {number}\ndate: {day(number)}\n---\n{text}\n"


def reports(line):
    """A site of so many reports, each with this line."""
    return lambda size: [report(number, line.format(number)) for number in range(size)]


def mentions(size):
    """A site of one report with so many mentions."""
    line = "Here [Salma Haddad](actor:x) was seen on [4 April](date:2019-04-04), they say [@s, p. {}]."
    return [report(0, "\n\n".join(line.format(number) for number in range(size)))]


CASES = {
    "reports that name nobody": (reports("Plain words of report {}."), 5000),
    "reports that name one actor": (reports("Here [Salma Haddad](actor:x) did thing {}."), 5000),
    "reports that cite one source": (reports("It says {0} [@s, p. {0}]."), 5000),
    "reports that speak of one day": (reports("On [that day](date:2019-04-04) thing {} happened."), 1250),
    "mentions in one report": (mentions, 1250),
}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("gloss", nargs="?", default=ROOT / "target/release/gloss")
    parser.add_argument("--folder", default="/dev/shm")
    options = parser.parse_args()
    print(f"{'':32}{'size':>8}{'user CPU, s':>14}{'growth':>10}{'peak, MiB':>12}{'files':>9}{'MB':>8}")
    for name, (texts, smallest) in CASES.items():
        before = None
        for size in (smallest, 2 * smallest, 4 * smallest):
            with tempfile.TemporaryDirectory(dir=options.folder) as folder:
                site = pathlib.Path(folder)
                write(site, texts(size))
                seconds, peak = build(options.gloss, site)
                files = [path.stat().st_size for path in (site / "public").rglob("*") if path.is_file()]
            growth = f"{seconds / before:.1f}" if before else ""
            before = max(seconds, 0.01)
            print(f"{name:32}{size:8,}{seconds:14.2f}{growth:>10}{peak:12,}{len(files):9,}{sum(files) / 1e6:8.1f}")


def write(site, texts):
    """Writes a site; a thousand reports to a folder."""
    for path, text in (("site.yaml", SITE), ("content/actors/x.md", ACTOR), ("content/sources/s.md", SOURCE)):
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(text)
    for number, text in enumerate(texts):
        path = site / f"content/reports/{number // 1000}/r{number}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def build(gloss, site):
    """Builds a site; returns the seconds of user CPU and the peak memory in MiB."""
    command = ["/usr/bin/time", "--format=%U %M", gloss, "build", "--quiet", "--root", site]
    built = subprocess.run(command, stderr=subprocess.PIPE, text=True)
    if built.returncode:
        sys.exit(built.stderr)
    seconds, kibibytes = built.stderr.split()
    return float(seconds), int(kibibytes) // 1024


if __name__ == "__main__":
    main()
