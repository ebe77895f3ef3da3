#!/usr/bin/env python3
"""Builds sites that want to do harm, and looks at what they do to the machine that builds.

    hostile.py GLOSS [WORDS…]

Each case is a small site with something heavy, deep, unreadable or changing in it. Its build must end by itself and
without a panic, in memory in proportion to what it was given, and be built or told as the case says. With WORDS only the
cases with these words in their names are tried. Exit code 1 where a case fails. The limits are generous: they are there
for what hangs, and for time and memory that grow with the square of the input.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Callable, Iterable

HANG = 60  # Seconds.
KILOBYTE, MEGABYTE = 1 << 10, 1 << 20
# What a build takes at least, and then for each byte that it is given.
FLOOR, EACH = 250 * MEGABYTE, 150
NOBODY = 65534

CASES: dict[str, Case] = {}


@dataclass
class Case:
    """A site, what is done to it meanwhile, and what must come of it."""

    make: Callable[[Path], None]
    # Problems that must be told; none means that the site must be built.
    told: tuple[str, ...] = ()
    # Whether it may be told or built, as it happens: of what changes under the build.
    either: bool = False
    meddle: Callable[[Path], None] | None = None
    as_nobody: bool = False
    # Words that a page must have, by its path.
    shows: dict[str, str] = field(default_factory=dict)


# --- the cases


def case(name: str, **more: object) -> Callable[[Callable[[Path], None]], Callable[[Path], None]]:
    def add(make: Callable[[Path], None]) -> Callable[[Path], None]:
        CASES[name] = Case(make, **more)
        return make

    return add


def put(root: Path, path: str, *pieces: str | bytes | Iterable[str]) -> None:
    """Writes a file piece by piece."""
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("wb") as out:
        for piece in pieces:
            for part in [piece] if isinstance(piece, (str, bytes)) else piece:
                out.write(part if isinstance(part, bytes) else part.encode())


def repeat(unit: str, length: int) -> Iterable[str]:
    """`unit` again and again, up to so many bytes."""
    block = unit * max(1, MEGABYTE // len(unit.encode()))
    whole, rest = divmod(length, len(block.encode()))
    yield from (block for _ in range(whole))
    yield block.encode()[:rest].decode(errors="ignore")


HEAD = "---\ntitle: T\ndate: 2020-01-01\n---\n"
REPORT = "content/reports/x.md"


def text(name: str, unit: str, length: int, before: str = "", after: str = "", **more: object) -> None:
    """A case whose report has one thing again and again."""
    case(name, **more)(lambda root: put(root, REPORT, HEAD, before, repeat(unit, length), after, "\n"))


def lines(name: str, make: Callable[[int], str], count: int, path: str = REPORT, before: str = HEAD, after: str = "", **more: object) -> None:
    """A case whose file has many lines."""
    case(name, **more)(lambda root: put(root, path, before, (make(number) for number in range(count)), after))

def front(name: str, make: Callable[[], Iterable[str]], body: str = "x\n", **more: object) -> None:
    """A case with something in its front matter."""
    case(name, **more)(lambda root: put(root, REPORT, HEAD[:-4], make(), "\n---\n", body))


def site_yaml(name: str, make: Callable[[], Iterable[str]], **more: object) -> None:
    case(name, **more)(lambda root: put(root, "site.yaml", "title: T\n", make()))


# A text may have 8 MiB; what is larger is told.
LARGE, HUGE = 8 * MEGABYTE - KILOBYTE, 50 * MEGABYTE
for sign, unit in {"quotations": "> ", "lists": "- ", "numbered lists": "1. ", "quotations and lists": "> - "}.items():
    text(f"{sign} nested 50,000 deep", unit, 50_000 * len(unit), after="x")
for sign, unit in {"emphasis": "*a ", "strong": "**_", "links": "[a](", "brackets": "[", "pictures": "![a](x", "HTML": "<b>", "notes": "[^a "}.items():
    text(f"{sign} opened 200,000 times", unit, 200_000 * len(unit))
for sign, unit in {"words": "words and ", "*": "*", "[": "[", "<": "<", "`": "`", "backslashes": "\\", "&": "&", "quotes": '"'}.items():
    text(f"a line of 8 MiB: {sign}", unit, LARGE)
text("a line of 8 MiB: a table row", "a | ", LARGE - 100, before="| a | b |\n|---|---|\n| ")
text("a line of 50 MB", "words and ", HUGE, told=("unreadable",))
OTHERS = {"content/actors/a.md": "---\nname: A\n---\n", "content/sources/s.md": "---\ntitle: S\n---\n"}
for sign, unit in {
    "links to an actor": "[a](actor:a) ", "plain links": "[a](https://x.example/) ", "citations": "[@s] ", "dates": "[a](date:2019-01-01) ", "quotations": "[“a”](quote:s) ",
    "redactions": "[a](redact:b) ", "words cut out": "a %%b%% ", "links that lead nowhere": "[a](no.md) ",
}.items():
    told = ("broken-link",) if "nowhere" in sign else ()
    text(f"100,000 {sign}", unit, 100_000 * len(unit.encode()), told=told)
case("100,000 notes")(lambda root: put(root, REPORT, HEAD, (f"x[^{n}]\n\n[^{n}]: y\n\n" for n in range(100_000))))
case("5,000 mentions, each of another actor")(lambda root: put(root, REPORT, HEAD, "[A](actor:a) ", (f"<b>x</b> [B](actor:a) {n}.\n\n" for n in range(5000))))
case("10,000 names that become links")(lambda root: put(root, "site.yaml", "title: T\nautolink: all\n") or put(root, REPORT, HEAD, repeat("Abe Bee went. ", 140_000)) or put(root, "content/actors/b.md", "---\nname: Abe Bee\n---\n"))

BOMB = lambda: ["a0: &a0 [x,x,x,x,x,x,x,x,x]\n", *(f"a{n}: &a{n} [{','.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12))]  # noqa: E731
for place, add in {"front matter": front, "site.yaml": site_yaml}.items():
    add(f"{place}: aliases that multiply", BOMB, told=("yaml-syntax",))
    add(f"{place}: brackets 400,000 deep", lambda: ["extra: ", "[" * 400_000, "]" * 400_000], told=("yaml-syntax",))
    add(f"{place}: 400,000 keys", lambda: (f"k{n}: 1\n" for n in range(400_000)), told=("yaml-syntax",))
    add(f"{place}: 40,000 keys that nobody knows", lambda: (f"k{n}: 1\n" for n in range(40_000)), told=("unknown-key",))
    add(f"{place}: one key 10,000 times", lambda: ["k: 1\n" * 10_000], told=("duplicate-key",))
    add(f"{place}: keys to be merged", lambda: ["extra:\n", *(f"  a{n}: {{<<: {{x: 1}}}}\n" for n in range(20_000))], told=("misspelt-key",))
    add(f"{place}: a mapping in itself", lambda: ["extra: &a {b: *a}"], told=("yaml-syntax",))
    add(f"{place}: a text of 50 MB", lambda: repeat("extra: xxxxxxxxx", HUGE), told=("unreadable",) if place == "front matter" else ("yaml-syntax",))
    add(f"{place}: half of a surrogate", lambda: ['extra: {a: "\\ud800"}'], told=("yaml-syntax",))
for what, item, count in (("tags", "t{}", 60_000), ("actors", "a{}", 10_000), ("sources", "{{id: s{}, title: T}}", 10_000), ("dates", "{{date: 2019-01-01, label: l{}}}", 5_000)):
    front(f"front matter: {count:,} {what}", lambda what=what, item=item, count=count: [what, ": [", ", ".join(item.format(n) for n in range(count)), "]"])


def bibliography(name: str, end: str, make: Callable[[], Iterable[str]], **more: object) -> None:
    make_site = lambda root: put(root, "site.yaml", f"title: T\nbibliography: refs.{end}\n") or put(root, f"refs.{end}", make()) or put(root, REPORT, HEAD, "x\n")  # noqa: E731
    case(f"bibliography: {name}", **more)(make_site)


bibliography("YAML, aliases that multiply", "yml", BOMB, told=("bibliography-syntax",))
bibliography("YAML, brackets 400,000 deep", "yml", lambda: ["a: ", "[" * 400_000], told=("bibliography-syntax",))
bibliography("JSON, brackets 400,000 deep", "json", lambda: ["[" * 400_000], told=("bibliography-syntax",))
bibliography("JSON, half of a surrogate", "json", lambda: ['[{"id": "a", "type": "book", "title": "\\ud800"}]'], told=("bibliography-syntax",))
bibliography("BibLaTeX, braces 400,000 deep", "bib", lambda: ["@book{a, title = ", "{" * 400_000, "}" * 400_000, "}"], told=("bibliography-syntax",))
bibliography("BibLaTeX, 20,000 entries", "bib", lambda: (f"@book{{k{n}, title = {{T{n}}}, author = {{A, B}}, date = {{2010}}}}\n" for n in range(20_000)))
bibliography("BibLaTeX, an entry never closed", "bib", lambda: repeat("@book{a, title = {", 1_000_000), told=("bibliography-syntax",))

case("NUL bytes, and what is no UTF-8", told=("not-utf8",))(lambda root: put(root, REPORT, HEAD, b"a \0 \xff\xfe \xc0\x80 \xed\xa0\x80 b\n"))
case("UTF-16", told=("not-utf8",))(lambda root: put(root, REPORT, (HEAD + "words\n").encode("utf-16")))
case("CRLF and a byte order mark", shows={"reports/x/index.html": "<h2"})(lambda root: put(root, REPORT, b"\xef\xbb\xbf", HEAD.replace("\n", "\r\n"), "## A\r\n\r\nx\r\n"))
case("carriage returns alone", told=("yaml-syntax",))(lambda root: put(root, REPORT, HEAD.replace("\n", "\r"), "## A\r\rx\r"))
case("100,000 overrides of direction", told=("hidden-character",))(lambda root: put(root, REPORT, HEAD, repeat("\u202ex ", 600_000)))

NAMES = ["con", "nul", "aux", "a ", "a.", ".git", "index", "a\nb", "a\tb", "a\x1b[31mb", 'a"b', "a'b", "a<b>", "a\\b", "a%2e%2e%2fb", "a:b", "..", "...", "a?b", "a#b", "a\u202eb", "a\u200bb", "x" * 200, "é" * 120, "-rf", "~", "a&b", "*"]
for number, name in enumerate(NAMES):
    case(f"a report called {ascii(name)[:24]}", either=True)(lambda root, name=name: put(root, f"content/reports/{name}.md", HEAD, "x\n"))
case("names that differ in case", told=("duplicate-id",))(lambda root: put(root, "content/reports/A.md", HEAD) or put(root, "content/reports/a.md", HEAD))
case("names that differ in their Unicode form", told=("duplicate-id",))(lambda root: put(root, "content/reports/\u00e9.md", HEAD) or put(root, "content/reports/e\u0301.md", HEAD))
case("pictures that differ in case", told=("duplicate-route",))(lambda root: put(root, "content/reports/P.png", "x") or put(root, "content/reports/p.png", "x") or put(root, REPORT, HEAD, "![a](P.png) ![b](p.png)\n"))


@case("a FIFO, a socket, a device", told=("unreadable",))
def special(root: Path) -> None:
    put(root, REPORT, HEAD, "x\n")
    os.mkfifo(root / "content/reports/fifo.md")
    with socket.socket(socket.AF_UNIX) as server:
        os.chdir(root / "content")
        server.bind("socket.md")
    if os.getuid() == 0:
        os.mknod(root / "content/zero.md", 0o20666, os.makedev(1, 5))


@case("what may not be read", told=("unreadable",), as_nobody=True)
def forbidden(root: Path) -> None:
    put(root, "content/reports/file.md", HEAD)
    put(root, "content/folder/x.md", HEAD)
    (root / "content/reports/file.md").chmod(0)
    (root / "content/folder").chmod(0)


@case("links in circles, out of the site, and to nowhere", told=("unsafe-symlink", "missing-file"))
def links(root: Path) -> None:
    put(root, REPORT, HEAD, "x\n")
    for name, target in {"loop": "loop", "up.md": "/etc/passwd", "dev.md": "/dev/zero", "here": "..", "gone.md": "nothing"}.items():
        (root / "content" / name).symlink_to(target)


@case("folders 400 deep", either=True)
def deep(root: Path) -> None:
    put(root, REPORT, HEAD, "x\n")
    os.chdir(root / "content")
    for _ in range(400):
        os.mkdir("d")
        os.chdir("d")


def swapped(root: Path) -> None:
    """A file that comes, goes, grows, and is a folder, a FIFO or a link now and then."""
    path = root / "content/reports/y.md"
    for make in (lambda: path.write_text(HEAD), lambda: path.write_text(HEAD * 9999), path.mkdir, lambda: os.mkfifo(path), lambda: path.symlink_to("/etc/passwd")):
        make()
        time.sleep(0.001)
        path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink()


@case("a file that changes while it is read", either=True, meddle=swapped)
def changing(root: Path) -> None:
    for number in range(2_000):
        put(root, f"content/reports/r{number}.md", HEAD, "x\n")


def growing(root: Path) -> None:
    with (root / REPORT).open("ab") as file:
        file.write(b"more words\n" * 100)
    time.sleep(0.002)


case("a file that grows while it is read", either=True, meddle=growing)(lambda root: put(root, REPORT, HEAD, "x\n"))

# --- how they are tried

class Try:
    """One case, built once."""

    def __init__(self, name: str, folder: Path, gloss: Path) -> None:
        self.name, self.case, self.root, self.gloss = name, CASES[name], folder / "site", gloss
        self.input, self.peak, self.seconds, self.outcome, self.wrong = 0, 0, 0.0, "", []

    def run(self) -> None:
        self.root.mkdir()
        # Made by another process, so that this one stays small: a child begins with the peak of its parent.
        subprocess.run([sys.executable, __file__, "--make", self.name, self.root], check=True)
        self.input = sum(os.lstat(Path(folder, file)).st_size for folder, _, files in os.walk(self.root) for file in files)
        stop = threading.Event()
        meddler = threading.Thread(target=self.meddle, args=(stop,))
        meddler.start()
        try:
            self.build()
        finally:
            stop.set()
            meddler.join()
            subprocess.run(["chmod", "-R", "u+rwX", self.root], check=False, stderr=subprocess.DEVNULL)

    def meddle(self, stop: threading.Event) -> None:
        while self.case.meddle and not stop.is_set():
            try:
                self.case.meddle(self.root)
            except OSError:
                pass

    def build(self) -> None:
        out, err = self.root.parent / "out", self.root.parent / "err"
        command = [self.gloss, "build", "--root", self.root, "--format", "json"]
        other = {}
        if self.case.as_nobody and os.getuid() == 0:
            other = {"user": NOBODY, "group": NOBODY, "extra_groups": []}
            for path in (self.root.parent, self.root):
                os.chown(path, NOBODY, NOBODY)
        began = time.monotonic()
        with out.open("wb") as told, err.open("wb") as noise:
            child = subprocess.Popen(command, stdout=told, stderr=noise, **other)
            killer = threading.Timer(HANG, child.send_signal, [signal.SIGKILL])
            killer.start()
            _, status, usage = os.wait4(child.pid, 0)
            killer.cancel()
        self.seconds, self.peak = time.monotonic() - began, usage.ru_maxrss * KILOBYTE
        self.judge(os.waitstatus_to_exitcode(status), out, err)

    def judge(self, code: int, out: Path, err: Path) -> None:
        with out.open("rb") as told:
            names = {json.loads(line)["name"] for line in told}
        ended = {0: "built", 1: "refused"}.get(code, f"exit code {code}")
        self.outcome = ended + (f": {', '.join(sorted(names))}" if names else "")
        noise = err.read_bytes()[:100_000]
        if code == -signal.SIGKILL:
            self.wrong.append(f"it has not ended after {HANG} s")
        elif code not in (0, 1) or b"panicked" in noise:
            self.wrong.append(f"exit code {code}: {noise[-500:].decode(errors='replace')}")
        elif self.case.told and not set(self.case.told) <= names:
            self.wrong.append(f"{', '.join(set(self.case.told) - names)} is not told")
        elif not self.case.told and not self.case.either and code != 0:
            self.wrong.append(f"it is refused: {', '.join(names)}")
        most = FLOOR + EACH * self.input
        if self.peak > most:
            self.wrong.append(f"it took {size(self.peak)} of memory, and {size(most)} is the most")
        for page, words in self.case.shows.items():
            file = self.root / "public" / page
            if not file.is_file() or words.encode() not in file.read_bytes():
                self.wrong.append(f"{page} has no “{words}”")


def make(name: str, root: Path) -> int:
    """Makes the site of a case."""
    root = root.resolve()
    put(root, "site.yaml", "title: T\nbase_url: https://t.example/\n")
    for path, content in OTHERS.items():
        put(root, path, content)
    CASES[name].make(root)
    return 0


def size(count: int) -> str:
    return f"{count / KILOBYTE:.0f} KB" if count < MEGABYTE else f"{count / MEGABYTE:.0f} MB"


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    options.add_argument("--make", nargs=2, help=argparse.SUPPRESS)
    options.add_argument("gloss", type=Path, nargs="?")
    options.add_argument("words", nargs="*")
    given = options.parse_args()
    if given.make:
        return make(given.make[0], Path(given.make[1]))
    wanted = [name for name in CASES if not given.words or any(word in name for word in given.words)]
    failures = []
    print(f"{'case':<50}{'input':>8}  {'what came of it':<40}{'seconds':>8}{'peak':>9}")
    for name in wanted:
        with tempfile.TemporaryDirectory(prefix="hostile-", ignore_cleanup_errors=True) as folder:
            tried = Try(name, Path(folder), given.gloss.resolve())
            tried.run()
        failures += [f"{name}: {words}" for words in tried.wrong]
        print(f"{name:<50}{size(tried.input):>8}  {tried.outcome:<40}{tried.seconds:>8.1f}{size(tried.peak):>9}{'  <- wrong' if tried.wrong else ''}", flush=True)
    for line in failures:
        print(line)
    print(f"{len(wanted)} cases, {len(failures)} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
