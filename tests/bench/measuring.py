"""What every part of the benchmark needs: the programs, a box with rows in it, facts about the machine."""

import dataclasses
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys

import corpus

sys.path.insert(0, str(corpus.HOUSE / "tests" / "cli"))
import support  # noqa: E402  the box and the server as the scripts of tests/cli know them

# Debian's own: the peers are its packages, and another python3 may come first on the path.
PEER_PYTHON = "/usr/bin/python3"
PARTS = support.PROGRAMS / "tests" / "bench"
LINES_AT_ONCE = 20_000


@dataclasses.dataclass(frozen=True)
class Size:
    """How much is measured."""
    rounds: int
    seconds: float      # of each loop
    already: int        # submissions in the box before the first post
    emptied: int        # submissions of one emptying; ten times as many of the large one
    posts: int          # to the server whose memory is looked at
    texts: int          # to classify
    one_by_one: int     # texts that the peer classifies one by one


FULL = Size(rounds=7, seconds=3, already=300_000, emptied=100_000, posts=1_000_000, texts=20_000, one_by_one=500)
QUICK = Size(rounds=3, seconds=1, already=10_000, emptied=1_000, posts=10_000, texts=2_000, one_by_one=200)
SMOKE = Size(rounds=1, seconds=0.2, already=50, emptied=20, posts=50, texts=50, one_by_one=10)


class LostRows(Exception):
    """What was acknowledged is not what is stored: no figure of such a run counts."""


def part(name, *arguments, timeout=600):
    """What a program of this folder measured."""
    ran = subprocess.run([PARTS / f"bench-{name}", *map(str, arguments)], capture_output=True, text=True, check=False,
                         timeout=timeout)
    if ran.returncode != 0:
        raise RuntimeError(f"bench-{name} ended with {ran.returncode}: {ran.stderr.strip()}")
    return json.loads(ran.stdout)


def milliseconds(size):
    return int(size.seconds * 1000)


def new_box(folder, rows, back=1):
    """A box with so many submissions of the month so many months ago."""
    _, ready_made = support.box_ready_made()
    shutil.copytree(ready_made.folder, folder / "box")
    box = support.Box(folder / "box")
    box.write_passphrases()
    some = corpus.Corpus(folder.name)
    for first in range(0, rows, LINES_AT_ONCE):
        expect_good(box.import_lines(back, *some.submissions(min(LINES_AT_ONCE, rows - first), first)))
    if box.stored() != rows:
        raise LostRows(f"{box.stored()} rows of {rows} that were imported")
    return box


def expect_good(ran):
    if ran.returncode != support.OK:
        raise RuntimeError(f"{ran.args} ended with {ran.returncode}: {ran.stderr.strip()}")


def median(values):
    return statistics.median(values)


def load_average():
    return [round(load, 2) for load in os.getloadavg()]


def machine():
    """What tells this machine from others, as far as it matters here."""
    text = pathlib.Path("/proc/cpuinfo").read_text(encoding="utf-8")
    fields = dict(line.split(":", 1) for line in text.split("\n\n", 1)[0].splitlines() if ":" in line)
    fields = {name.strip(): value.strip() for name, value in fields.items()}
    flags = set(fields.get("flags", "").split())
    return {"processor": fields.get("model name", "unknown"), "cores": os.cpu_count(),
            "flags": sorted(flags & {"avx2", "avx512f", "avx512ifma", "adx", "bmi2", "sha_ni", "aes"}),
            "kernel": os.uname().release}
