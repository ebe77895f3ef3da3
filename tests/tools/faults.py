#!/usr/bin/env python3
"""Builds a site while everything goes wrong: kills, full disks, other builds, clocks that jump, damaged files.

    faults.py GLOSS [--reports N] [--kills N] [--only NAME,…] [--seed SEED]

Whatever happens, every file of the output must be whole, files of strangers untouched, the message clear, and the next
build that of a clean one, byte for byte. What came of it is printed as a table; the exit code is 1 where anything was
wrong. Small disks need root, killing at a certain call needs `strace`, and another year `faketime`; what this machine
does not have is said.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from pathlib import Path

import faultdisk
import faultkills
import faultstate
from faultsite import Report, Site


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("gloss", type=Path, help="the command to try")
    parser.add_argument("--reports", type=int, default=300, help="of the invented site")
    parser.add_argument("--kills", type=int, default=100, help="and a tenth to a fifth as often all else")
    parser.add_argument("--only", help="names of trials, with commas")
    parser.add_argument("--seed", default=str(random.randrange(10**6)))
    parser.add_argument("--scratch", type=Path, help="where to work; a folder in memory is fast")
    options = parser.parse_args()
    fifth = max(1, options.kills // 5)
    trials = {
        "kills": lambda site, report: faultkills.kills(site, report, options.kills),
        "pairs": lambda site, report: faultkills.pairs(site, report, fifth),
        "apart": lambda site, report: faultkills.apart(site, report, max(1, fifth // 2)),
        "watch": lambda site, report: faultkills.beside(site, report, "watch", max(1, fifth // 2)),
        "serve": lambda site, report: faultkills.beside(site, report, "serve", max(1, fifth // 4)),
        "full": lambda site, report: faultdisk.full(site, report, max(2, fifth // 2)),
        "locked": faultdisk.locked,
        "clocks": lambda site, report: faultstate.clocks(site, report, max(4, fifth // 2)),
        "damage": faultstate.damage,
        "tampered": lambda site, report: faultstate.tampered(site, report, max(2, fifth)),
    }
    chosen = options.only.split(",") if options.only else list(trials)
    if unknown := set(chosen) - set(trials):
        parser.error(f"there is no trial {', '.join(sorted(unknown))}; there are {', '.join(trials)}")
    print(f"seed {options.seed}", flush=True)
    report = Report()
    with tempfile.TemporaryDirectory(dir=options.scratch, prefix="faults-") as folder:
        # Who has few rights must come to the site, too.
        Path(folder).chmod(0o755)
        site = Site(options.gloss, folder, options.reports, random.Random(options.seed))
        for name in chosen:
            began = time.monotonic()
            trials[name](site, report)
            print(f"{name}: {time.monotonic() - began:.0f} s", flush=True)
    print("\n" + "\n".join(report.table()))
    tried = sum(seen.total() for seen in report.rows.values())
    print(f"\n{tried:,} trials; {len(report.failures):,} failures")
    return 1 if report.failures else 0


if __name__ == "__main__":
    sys.exit(main())
