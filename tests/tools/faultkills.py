"""Builds that are killed, and builds beside others."""

from __future__ import annotations

import shutil
import signal
import subprocess
import time

from faultsite import at, differs, plant, snapshot, torn

BUSY = "another build is writing"
# What changes an output.
CALLS = ("/^unlink", "/^mkdir", "rmdir")


def kills(site, report, count):
    """Builds killed at any moment; and, where strace is there, at any call that changes a folder."""
    site.fresh()
    longest = site.took
    has_strace = shutil.which("strace") is not None
    if not has_strace:
        report.skip("killed at a call that changes a folder", "there is no `strace`")
    for number in range(count):
        clean, at_call = number % 4 == 3, has_strace and number % 2 == 0
        old = prepare(site, clean, number)
        new = site.wanted[site.state]
        if at_call:
            # Files are moved one after the other, and of the other calls there are few.
            changed = sum(old.get(path) != data for path, data in new.items())
            call = site.random.choice(("/^rename",) * 4 + CALLS)
            moves = 8 if clean else changed + 4
            nth = site.random.randint(1, moves if call == "/^rename" else 12)
            moment = f"at `{call.strip('/^')}` {nth}"
            process = site.start(before=at(call, f"signal=SIGKILL:when={nth}"))
            ended = process.wait(timeout=300)
        else:
            moment = f"after {site.random.uniform(0, longest):.4f} s"
            process = site.start()
            time.sleep(float(moment.split()[1]))
            process.kill()
            ended = process.wait()
        process.stderr.close()
        fault = f"killed at {'a call that changes a folder' if at_call else 'any moment'}, {'a clean build' if clean else 'a rebuild'}"
        told, came = torn(site.out, old, new)
        site.settle()
        told += differs(site.out, new, foreign="CNAME" in old)
        if report.check(fault, [f"{moment}, from {site.state}: {line}" for line in told]):
            report.saw(fault, came if ended < 0 or ended == 128 + signal.SIGKILL else "ended before")


def prepare(site, clean, number):
    """An output of another state, or none, and the snapshot of it."""
    if not clean:
        if not (site.out / "CNAME").exists():
            plant(site.out)
        old = snapshot(site.out)
        site.another()
        return old
    site.forget()
    if number % 8 == 3:
        site.out.mkdir()
    site.another()
    return {}


def pairs(site, report, count):
    """Two builds into one folder, one of them a little later."""
    fault = "two builds into one folder"
    site.fresh(foreign=True)
    for number in range(count):
        old = snapshot(site.out)
        new = site.wanted[site.another()]
        first = site.start()
        time.sleep(site.random.uniform(0, site.took) if number % 2 else 0)
        second = site.start()
        ended = [(process.communicate(timeout=300)[1], process.returncode) for process in (first, second)]
        told = [f"exit code {code}: {words.strip()!r}" for words, code in ended if code and BUSY not in words]
        if all(code for _, code in ended):
            told.append("neither was built")
        told += torn(site.out, old, new)[0] + differs(site.out, new, foreign=True)
        if report.check(fault, told):
            report.saw(fault, "one refused" if any(code for _, code in ended) else "both built")


def apart(site, report, count):
    """Two builds of one site into two folders share what is remembered in `.gloss`."""
    fault = "two builds of one site into two folders"
    other = site.folder / "other"
    site.fresh()
    for _ in range(count):
        new = site.wanted[site.another()]
        both = [site.start(), site.start("--out", other)]
        ended = [(process.communicate(timeout=300)[1], process.returncode) for process in both]
        told = [words for words, code in ended if code]
        if report.check(fault, told + differs(site.out, new) + differs(other, new)):
            report.saw(fault, "both built")
    shutil.rmtree(other, ignore_errors=True)


def beside(site, report, verb, count):
    """A build beside `gloss watch` or `gloss serve`."""
    fault = f"a build beside `gloss {verb}`"
    site.fresh(foreign=True)
    log = site.folder / "log"
    with log.open("w") as err:
        more = ["--port", "0"] if verb == "serve" else []
        process = subprocess.Popen(site.command(*more, verb=verb), stdout=err, stderr=err)
    try:
        wait_for(lambda: "Ctrl-C" in log.read_text("utf-8"), "the command does not begin")
        for _ in range(count):
            new = site.wanted[site.another()]
            time.sleep(site.random.uniform(0, site.took))
            code, words = site.build()
            told = [words] if code and BUSY not in words else []
            # What was refused to `watch` because of the other build, it tries again.
            try:
                wait_for(lambda new=new: not differs(site.out, new, foreign=True), "")
            except TimeoutError:
                told += differs(site.out, new, foreign=True)
            if process.poll() is not None:
                told.append(f"`gloss {verb}` has ended: {log.read_text('utf-8')[-300:]}")
            if report.check(fault, told):
                report.saw(fault, "refused, and built by the other" if code else "built")
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def wait_for(done, what):
    end = time.monotonic() + 40
    while not done():
        if time.monotonic() > end:
            raise TimeoutError(what)
        time.sleep(0.1)
