"""Disks that are full, and folders that can't be written."""

from __future__ import annotations

import os
import shutil
import subprocess

from faultsite import NOBODY, at, differs, left, names, snapshot, torn, wipe

FULL = "no space left on device"
PAGE = 4096


class Disk:
    """A file system of its own, in memory, which can be made as small as is wished."""

    def __init__(self, folder):
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self._mount("-t", "tmpfs", "-o", "size=1g,mode=755", "tmpfs")

    def _mount(self, *arguments):
        subprocess.run(["mount", *arguments, str(self.folder)], check=True, capture_output=True)

    def leave(self, size=None, inodes=None):
        """Leaves so many bytes and files; all that may be wished where nothing is given."""
        used = os.statvfs(self.folder)
        taken = (used.f_blocks - used.f_bfree) * used.f_frsize
        # A size of 0 would be none.
        size = 1 << 30 if size is None else max(PAGE, taken + size // PAGE * PAGE)
        files = 10_000_000 if inodes is None else used.f_files - used.f_ffree + inodes
        self._mount("-o", f"remount,size={size},nr_inodes={files}")

    def lock(self, is_locked):
        self._mount("-o", "remount,ro" if is_locked else "remount,rw")

    def remove(self):
        subprocess.run(["umount", "--lazy", str(self.folder)], check=False, capture_output=True)


def mounted(site, report, fault):
    """A small disk, or none where this machine allows none."""
    try:
        return Disk(site.folder / "disk")
    except (subprocess.CalledProcessError, OSError):
        report.skip(fault, "a small disk needs the right to mount one")
        return None


def full(site, report, steps):
    """An output on a disk that is full: at any size, and at any number of files."""
    disk = mounted(site, report, "a full disk")
    if disk is None:
        return
    try:
        for place, out in (("that the output lies on", disk.folder / "public"), ("that is the output", disk.folder)):
            for step in range(steps):
                # No room at all, then more and more, and in the end enough.
                part = 1.1 * (step - site.random.random()) / (steps - 1) if step else 0
                for first in (True, False):
                    fill(site, report, disk, place, out, first, part)
        disk.leave()
    finally:
        disk.remove()
    memory(site, report, steps)
    calls(site, report, 2 * steps)


def calls(site, report, count):
    """A disk that is full from a certain call on: in the midst of moving, at a new folder, at the manifest."""
    fault = "a disk that is full from a certain call on"
    if shutil.which("strace") is None:
        report.skip(fault, "there is no `strace`")
        return
    site.fresh()
    for number in range(count):
        old = snapshot(site.out)
        new = site.wanted[site.another()]
        changed = sum(old.get(path) != data for path, data in new.items())
        call = "/^mkdir" if number % 4 == 3 else "/^rename"
        nth = site.random.randint(1, 8 if number % 4 == 3 else changed + 3)
        code, words = site.build(before=at(call, f"error=ENOSPC:when={nth}+"))
        report_on(site, report, fault, f"{call} {nth}", site.out, old, new, code, words)


def fill(site, report, disk, place, out, first, part):
    """Builds with a part of the room that is needed, then with enough."""
    fault = f"a full disk {place}, {'a clean build' if first else 'a rebuild'}"
    for what in ("size", "inodes"):
        disk.leave()
        empty(out, disk.folder)
        wipe(site.root / ".gloss")
        site.set(0)
        if not first:
            site.settle("--out", out)
        old = snapshot(out)
        site.set(4)
        new = site.wanted[4]
        changed = sum(old.get(path) != data for path, data in new.items())
        if what == "size":
            # What has changed waits in full beside what it replaces.
            room = int(sum(-(-size // PAGE) * PAGE for size in site.sizes) * part)
        elif first or part < 0.4:
            room = int(changed * 1.5 * part)
        else:
            # All is staged, in folders of which there are 64 at most, and a folder for a new page is one too many.
            room = changed + min(changed, 64) + site.random.randint(0, 6)
        disk.leave(**{what: room})
        code, words = site.build("--out", out)
        report_on(site, report, fault, f"{what} {part:.2f}", out, old, new, code, words, disk.leave)


def report_on(site, report, fault, where, out, old, new, code, words, mend=None):
    """What a build that may have run out of room has told and left, and what the next one makes of it."""
    told, came = torn(out, old, new)
    told += left(out)
    if code:
        told += names(words, FULL, "error[output-refused]", "`")
        if ("partly new" in words) == ("Nothing was written" in words):
            told.append(f"the message contradicts itself: {words.strip()!r}")
        if "partly new" not in words and came != "as it was":
            told.append(f"the output is {came}, which the message does not say")
    elif came != "new":
        told.append(f"no error, and the output is {came}")
    if mend:
        mend()
    site.settle("--out", out)
    told += differs(out, new)
    if report.check(fault, [f"{where}: {line}" for line in told]):
        report.saw(fault, f"refused, and the output {came}" if code else "enough room")


def empty(out, mount):
    """Empties the output; a mount itself can't be removed."""
    if out != mount:
        wipe(out)
        return
    for entry in os.scandir(mount):
        shutil.rmtree(entry.path) if entry.is_dir(follow_symlinks=False) else os.unlink(entry.path)


def memory(site, report, steps):
    """A `.gloss` on a full disk."""
    fault = "a full disk that `.gloss` lies on"
    site.forget()
    disk = Disk(site.folder / "disk")
    gloss = site.root / ".gloss"
    try:
        gloss.symlink_to(disk.folder)
        code, words = site.build()
        report.check(fault, [] if code == 1 else [f"a `.gloss` that is a link is taken: {words}"])
        gloss.unlink()
        disk.remove()
        gloss.mkdir()
        disk = Disk(gloss)
        for step in range(2 * steps):
            part = step / max(1, 2 * steps - 1)
            disk.leave()
            site.set(step % 2)
            site.settle()
            old = snapshot(site.out)
            new = site.wanted[site.another()]
            if step % 2:
                disk.leave(size=int(part * len(new) * 200))
            else:
                disk.leave(inodes=step // 2 % 3)
            code, words = site.build()
            report.check(fault, names(words, "`.gloss/", ".manifest`") if code else [])
            report_on(site, report, fault, f"step {step}", site.out, old, new, code, words, disk.leave)
    finally:
        disk.remove()
        site.forget()


def locked(site, report):
    """An output on a disk that can only be read, and folders without the right to write."""
    fault = "a disk that can only be read"
    disk = mounted(site, report, fault)
    if disk is not None:
        out = disk.folder / "public"
        try:
            site.forget()
            site.set(0)
            site.settle("--out", out)
            refused(site, report, fault, out, "read-only file system", disk.lock)
        finally:
            disk.remove()
    fault = "a folder without the right to write"
    if os.getuid() != 0:
        report.skip(fault, "only root can build as somebody else")
        return
    for place in (site.out, site.root / ".gloss"):
        site.set(0)
        site.fresh()

        def close(is_closed, place=place):
            mine = {site.out, site.root / ".gloss"} - {place}
            for folder in mine if is_closed else (site.out, site.root / ".gloss"):
                own(folder, NOBODY if is_closed else 0)

        refused(site, report, fault, site.out, "permission denied", close, NOBODY)


def refused(site, report, fault, out, why, close, user=None):
    """An edit that can't be written, and then can; and a build with nothing to write."""
    for number in (1, 4, 2):
        old = snapshot(out)
        new = site.wanted[number]
        site.set(number)
        close(True)
        code, words = site.build("--out", out, user=user)
        told, came = torn(out, old, new)
        told += left(out)
        close(False)
        told += names(words, why, "error[output-refused]", "`") if code else ["it was built"]
        if came != "as it was":
            told.append(f"the output is {came}")
        site.settle("--out", out)
        told += differs(out, new)
        if report.check(fault, told):
            report.saw(fault, "refused, and the output as it was")


def own(folder, user):
    for here, _, files in os.walk(folder):
        os.chown(here, user, -1)
        for file in files:
            os.chown(os.path.join(here, file), user, -1)
