"""Clocks that jump, memories that are damaged, and outputs that somebody else has changed."""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import time

from faultsite import differs, names, snapshot, wipe

# 1970, before it, in a hundred years, and a second ago.
MOMENTS = (0, -86_400, 4_102_444_800, None)
WORDS = (b"One two three.\n", b"Six ten eight.\n")


def clocks(site, report, count):
    """Times of files that tell nothing, and a present moment that goes back and forth."""
    fault = "times of files in the past or in the future"
    site.fresh()
    for number in range(count):
        new = site.wanted[site.another()]
        moment = MOMENTS[number % len(MOMENTS)]
        for folder in (site.root / "content", site.out):
            for file in every(folder):
                when = site.random.choice(MOMENTS[:3]) if moment is None else moment
                os.utime(file, (when, when))
        judge(site, report, fault, new, "built")
    same_time(site, report)
    embargoes(site, report, count)
    faked(site, report)


def judge(site, report, fault, new, outcome, *arguments, **how):
    """A build that must go well, and be a clean one."""
    code, words = site.build(*arguments, **how)
    told = [words] if code else []
    if report.check(fault, told + differs(site.out, new)):
        report.saw(fault, outcome)


def same_time(site, report):
    """Other bytes of the same length, with the time that the file had."""
    fault = "other words of the same length and time"
    site.set(0)
    site.fresh()
    report_file = site.root / "content/reports/added-1.md"
    copy = site.root / "archive/memo.txt"
    copy.parent.mkdir()
    for turn in range(4):
        words, text = WORDS[turn % 2], report_file.read_bytes()
        before = [(file, os.stat(file)) for file in (report_file, copy) if file.exists()]
        copy.write_bytes(words)
        digest = hashlib.sha256(words).hexdigest()
        head = f"---\ntitle: Added\nsources:\n  - {{id: memo, copy: /archive/memo.txt, sha256: {digest}}}\n---\n[@memo] "
        report_file.write_bytes(head.encode() + words)
        for file, stat in before if turn else []:
            os.utime(file, ns=(stat.st_atime_ns, stat.st_mtime_ns))
        judge(site, report, fault, site.clean(), "built")
    copy.write_bytes(b"x" * len(words))
    code, told = site.build()
    report.check(fault, names(told, "error[wrong-hash]") if code else ["a copy that is another is taken"])
    shutil.rmtree(copy.parent)
    report_file.write_bytes(text)
    site.set(0)
    fault = "a file of the output with other bytes of the same length and time"
    site.fresh()
    for file in site.random.sample(sorted(every(site.out)), 20):
        forge(file)
    judge(site, report, fault, site.wanted[0], "put right")


def forge(file):
    stat = os.stat(file)
    file.write_bytes(bytes(stat.st_size))
    os.utime(file, ns=(stat.st_atime_ns, stat.st_mtime_ns))


def embargoes(site, report, count):
    fault = "a present moment that goes back and forth"
    file = site.root / "content/reports/later.md"
    file.write_bytes(b"---\ntitle: Later\ndate: 2019-12-21\nembargo: 2030-01-01T00:00:00Z\n---\nWords.\n")
    site.fresh()
    wanted = {when: site.clean(None, "--now", when) for when in ("2029-12-31", "2030-01-02")}
    for number in range(count):
        when = ("2030-01-02", "2029-12-31")[number % 2]
        judge(site, report, fault, wanted[when], "built", "--now", when)
        has = (site.out / "reports/later/index.html").exists()
        report.check(fault, [] if has == (when > "2030") else [f"at {when} the embargo is not kept"])
    for epoch, when in (("1893542400", "2030-01-02"), ("1", "2029-12-31")):
        judge(site, report, fault, wanted[when], "built", environment={"SOURCE_DATE_EPOCH": epoch})
    file.unlink()


def faked(site, report):
    fault = "a clock of another year"
    if shutil.which("faketime") is None:
        report.skip(fault, "there is no `faketime`")
        return
    site.fresh()
    for when in ("1971-01-01", "2100-01-01", "2026-01-01", "2099-12-31"):
        new = site.wanted[site.another()]
        judge(site, report, fault, new, "built", before=["faketime", "-f", f"{when} 00:00:00"])


def damage(site, report):
    """Each file of `.gloss`, damaged in each way."""
    ways = {
        "removed": lambda file, _: file.unlink(),
        "emptied": lambda file, _: file.write_bytes(b""),
        "cut": lambda file, _: file.write_bytes(file.read_bytes()[: file.stat().st_size // 2]),
        "garbage": lambda file, random: file.write_bytes(random.randbytes(max(64, file.stat().st_size))),
        "of another version": lambda file, _: file.write_bytes(file.read_bytes().replace(b" 1\n", b" 0\n", 1)),
        "a folder": lambda file, _: (file.unlink(), file.mkdir()),
        "a link": lambda file, _: (file.unlink(), file.symlink_to("/dev/zero")),
    }
    site.set(0)
    site.fresh()
    (site.root / "archive").mkdir()
    (site.root / "archive/memo.txt").write_bytes(WORDS[0])
    head = b"---\ntitle: Memo\nsources: [{id: memo, copy: /archive/memo.txt}]\n---\n[@memo]\n"
    (site.root / "content/reports/memo.md").write_bytes(head)
    new = site.clean()
    site.fresh()
    memory, sound = site.root / ".gloss", site.folder / "sound"
    shutil.copytree(memory, sound)
    for name in sorted(path.name for path in sound.iterdir()):
        for way, spoil in ways.items():
            wipe(memory)
            shutil.copytree(sound, memory)
            spoil(memory / name, site.random)
            damaged(site, report, f"a {name.split('.')[-1]} in `.gloss` that is {way}", new)
    shutil.rmtree(sound)
    wipe(memory)
    damaged(site, report, "`.gloss` removed", new)
    (site.root / "content/reports/memo.md").unlink()
    shutil.rmtree(site.root / "archive")


def damaged(site, report, way, new):
    """Either all is well, or a build says what is wrong and leaves all as it was; `--adopt` or a mend helps."""
    fault = "a damaged `.gloss`"
    before = snapshot(site.out)
    code, words = site.build()
    told = []
    if code:
        told += names(words, "error[output-refused]", "= help:")
        if snapshot(site.out) != before:
            told.append("it was refused, and the output has changed")
        again, more = site.build("--adopt")
        if again:
            told += names(more, ".gloss")
            wipe(site.root / ".gloss")
            site.settle("--adopt")
    told += differs(site.out, new)
    if report.check(fault, [f"{way}: {line}" for line in told]):
        report.saw(fault, "refused, and mended as told" if code else "built")


def tampered(site, report, count):
    """Files of the output that somebody has replaced, and an output that is removed during a build."""
    fault = "files of the output replaced or edited"
    site.set(0)
    site.fresh(foreign=True)
    (site.folder / "theirs").write_bytes(b"theirs")
    for number in range(count):
        new = site.wanted[site.another()]
        for file in site.random.sample(sorted(every(site.out)), 12):
            if "notes.txt" in file.name or ".git" in file.parts or file.name in ("CNAME", "b.txt"):
                continue
            (edit, cut, folder, link, gone)[site.random.randrange(5)](file, site)
        code, words = site.build()
        told = [words] if code else []
        if (site.folder / "theirs").read_bytes() != b"theirs":
            told.append("a link was followed")
        if report.check(fault, told + differs(site.out, new, foreign=True)):
            report.saw(fault, "put right")
    removed(site, report, count)


def edit(file, _):
    file.write_bytes(file.read_bytes() + b"more")


def cut(file, _):
    file.write_bytes(b"")


def folder(file, _):
    file.unlink()
    file.mkdir()


def link(file, site):
    file.unlink()
    file.symlink_to(site.folder / "theirs")


def gone(file, _):
    file.unlink()


def removed(site, report, count):
    fault = "the output removed during a build"
    for number in range(count):
        site.fresh()
        new = site.wanted[site.another()]
        process = site.start()
        time.sleep(site.random.uniform(0, site.took))
        shutil.rmtree(site.out, ignore_errors=True)
        words, code = process.communicate(timeout=300)[1], process.returncode
        told = names(words, "error[", "`") if code else []
        if code < 0 or code == 101:
            told.append(f"it ended with {signal.Signals(-code).name if code < 0 else 'a panic'}")
        site.settle()
        if report.check(fault, told + differs(site.out, new)):
            report.saw(fault, "refused" if code else "built")


def every(folder):
    return [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]
