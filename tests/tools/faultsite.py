"""A site that faults are tried on: its states, its builds, and what stands in its output."""

from __future__ import annotations

import hashlib
import os
import shutil
import stat
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

HERE = Path(__file__).resolve().parent
CORPUS = HERE.parent.parent / "benches" / "corpus.py"
# Files that no build has made, which none may touch.
FOREIGN = {"CNAME": b"example.org\n", ".git/HEAD": b"ref: main\n", "reports/notes.txt": b"mine\n", "own/a/b.txt": b""}
# Who has few rights.
NOBODY = 65534


class Report:
    """What was tried, how often, and what came of it."""

    def __init__(self):
        self.rows, self.failures = {}, []

    def saw(self, fault, outcome):
        self.rows.setdefault(fault, Counter())[outcome] += 1

    def skip(self, fault, why):
        self.rows.setdefault(fault, Counter())
        print(f"not tried: {fault}: {why}")

    def check(self, fault, told):
        """Notes what is wrong, if anything; true where all is well."""
        for line in told:
            self.failures.append(f"{fault}: {line}")
            print(f"FAILED: {fault}: {line}", flush=True)
        return not told

    def table(self):
        yield "| Fault | Tried | What came of it |"
        yield "|---|--:|---|"
        for fault, seen in self.rows.items():
            came = ", ".join(f"{outcome} {count}" for outcome, count in seen.most_common())
            yield f"| {fault} | {seen.total()} | {came or 'not tried here'} |"


class Site:
    """A site in several states. Each differs from the others in a few texts, or in something that all pages show."""

    def __init__(self, gloss, folder, reports, random):
        self.gloss, self.folder, self.random = Path(gloss).resolve(), Path(folder), random
        self.root, self.out = self.folder / "site", self.folder / "site/public"
        command = [sys.executable, str(CORPUS), "--reports", str(reports), "--out", str(self.root), "--seed", "7"]
        subprocess.run(command, check=True)
        shutil.copytree(self.root, self.folder / "clean")
        self.states = [self._state(number) for number in range(6)]
        self.wanted = [self.clean(number) for number in range(len(self.states))]
        # Of the files of the last of them.
        self.sizes = [file.stat().st_size for file in (self.folder / "clean/public").rglob("*") if file.is_file()]
        self.state = 0
        # How long the last build took, in seconds.
        self.took = 0

    def _state(self, number):
        """The files of a state, by path; `None` for one that is not there."""
        files, names = {}, sorted((self.root / "content/reports").rglob("*.md"))
        for at in range(0, len(names), max(1, len(names) // 12)):
            text = names[at].read_bytes()
            files[names[at].relative_to(self.root)] = text + b"\nOne more.\n" * (number if at else 1)
        site = (self.root / "site.yaml").read_text("utf-8")
        title = "title: Reports, invented" if number == 4 else "title: Invented reports"
        files[Path("site.yaml")] = site.replace("title: Invented reports", title).encode()
        for added in range(4):
            report = f"---\ntitle: Added {number}\ndate: 2019-0{added + 1}-05\n---\nWords.\n".encode()
            files[Path(f"content/reports/added-{added}.md")] = report if (number + added) % 3 else None
            files[Path(f"static/files/{added}.txt")] = b"x" * 9000 * number if number != added else None
        return files

    def set(self, number, root=None):
        """Edits the site into a state."""
        for path, data in self.states[number].items():
            file = (root or self.root) / path
            if data is None:
                file.unlink(missing_ok=True)
            elif not file.exists() or file.read_bytes() != data:
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(data)
        if root is None:
            self.state = number

    def another(self):
        """Edits the site into another state; its number."""
        self.set(self.random.choice([number for number in range(len(self.states)) if number != self.state]))
        return self.state

    def clean(self, number=None, *arguments):
        """What a clean build makes of a state, or of the site as it is."""
        root = self.folder / "clean"
        if number is None:
            shutil.rmtree(root)
            shutil.copytree(self.root, root, ignore=shutil.ignore_patterns("public", ".gloss"))
        else:
            self.set(number, root)
        wipe(root / "public")
        code, told = self.build(*arguments, root=root)
        if code:
            raise SystemExit(f"a clean build fails:\n{told}")
        return snapshot(root / "public")

    def command(self, *arguments, root=None, verb="build"):
        return [str(self.gloss), verb, "--root", str(root or self.root), *map(str, arguments)]

    def start(self, *arguments, before=(), **how):
        """Begins a build in a group of its own."""
        command = [*map(str, before), *self.command(*arguments, **how)]
        return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)

    def build(self, *arguments, root=None, user=None, before=(), environment=None):
        """Builds; the exit code, and what was told."""
        command = [*map(str, before), *self.command(*arguments, root=root)]
        environment = {**os.environ, **(environment or {})}
        ran = subprocess.run(
            command, capture_output=True, text=True, user=user, env=environment, check=False, timeout=300
        )
        return ran.returncode, ran.stderr

    def fresh(self, foreign=False):
        """Begins anew: an output of the state, with files of strangers in it if they are asked for."""
        self.forget()
        self.settle()
        if foreign:
            plant(self.out)

    def forget(self):
        """Removes the output and what is known of it."""
        wipe(self.out)
        wipe(self.root / ".gloss")

    def settle(self, *arguments):
        """Builds, which must go well."""
        began = time.monotonic()
        code, told = self.build(*arguments)
        self.took = time.monotonic() - began
        if code:
            raise SystemExit(f"a build fails where it should not:\n{told}")


def plant(out):
    for path, data in FOREIGN.items():
        (out / path).parent.mkdir(parents=True, exist_ok=True)
        (out / path).write_bytes(data)


def wipe(path):
    if path.is_symlink() or path.is_file():
        path.unlink()
    else:
        shutil.rmtree(path, ignore_errors=True)


def snapshot(folder):
    """Every file in a folder, with the digest of its bytes; links, and folders that are empty."""
    found, todo = {}, [folder]
    while todo:
        here = todo.pop()
        try:
            entries = sorted(os.scandir(here), key=lambda entry: entry.name)
        except FileNotFoundError:
            continue
        if not entries and here != folder:
            found[str(Path(here).relative_to(folder))] = "an empty folder"
        for entry in entries:
            mode = entry.stat(follow_symlinks=False).st_mode
            if stat.S_ISDIR(mode):
                todo.append(entry.path)
                continue
            path = str(Path(entry.path).relative_to(folder))
            if stat.S_ISREG(mode):
                found[path] = hashlib.blake2b(Path(entry.path).read_bytes(), digest_size=16).hexdigest()
            else:
                found[path] = "no file"
    return found


def torn(out, old, new):
    """What is wrong with an output that a build was broken off in; and how far that build had come."""
    found = snapshot(out)
    told = strangers(found) if "CNAME" in found or "CNAME" in old else []
    found = {path: data for path, data in found.items() if not is_apart(path)}
    old = {path: data for path, data in old.items() if path not in FOREIGN}
    for path, data in found.items():
        # A folder may have been made for a file, or emptied of one.
        if data not in (old.get(path), new.get(path), "an empty folder"):
            told.append(f"`{path}` is neither as it was nor as it will be")
    told += [f"`{path}` is gone" for path in old if path in new and path not in found]
    files = {path: data for path, data in found.items() if data != "an empty folder"}
    came = "as it was" if files == old else "new" if files == new else "partly new"
    return told, came


def strangers(found):
    wanted = {path: hashlib.blake2b(data, digest_size=16).hexdigest() for path, data in FOREIGN.items()}
    return [f"a stranger's `{path}` is not as it was" for path in wanted if found.get(path) != wanted[path]]


def is_apart(path):
    """Whether a path is of a stranger, or of a staging folder."""
    return path in FOREIGN or path.startswith(".gloss-")


def differs(out, wanted, foreign=False):
    """What tells an output from that of a clean build; nothing may be left beside it either."""
    found = snapshot(out)
    told = strangers(found) if foreign else []
    found = {path: data for path, data in found.items() if not (foreign and path in FOREIGN)}
    wrong = sorted(path for path in {*found, *wanted} if found.get(path) != wanted.get(path))
    told += [f"`{path}` is not that of a clean build" for path in wrong[:3]]
    if len(wrong) > 3:
        told.append(f"nor are {len(wrong) - 3} others")
    return told + left(out)


def left(out):
    """What a build that has ended has left of its staging folder."""
    found = [*out.parent.glob(".*.gloss-*"), *out.glob(".gloss-*")]
    return [f"the staging folder `{path.name}` is left" for path in found]


def at(call, what):
    """How something is made to happen at a call of the system."""
    return ["strace", "-f", "-qqq", "-o", "/dev/null", "-e", f"trace={call}", "-e", f"inject={call}:{what}"]


def names(told, *words):
    """What is wrong with a message that must have some words."""
    return [f"the message has no `{word}`: {told.strip()!r}" for word in words if word.lower() not in told.lower()]
