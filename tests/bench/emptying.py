"""Emptying: the monthly job against a bare loop that only opens, and against itself at ten times the size."""

import shutil
import time

import measuring
from measuring import support

WORKERS = 2
WHOLE = 3  # emptyings of the smaller box; the large one takes minutes and is emptied once


def run(box, what):
    return measuring.part("emptying", box.folder, box.passphrase_file, measuring.corpus.HOUSE, WORKERS, what,
                          timeout=1_800)


def one_round(size, box):
    bare = measuring.part("yardsticks", "open", measuring.milliseconds(size), WORKERS)
    tables = run(box, "tables")
    packs = run(box, "packs")
    if not tables["rows"] == packs["rows"] == size.emptied:
        raise measuring.LostRows(f"emptying: {tables['rows']} and {packs['rows']} rows of {size.emptied}")
    figures = {"6": tables["rows"] / tables["seconds"] / bare["per_second"],
               "7": (packs["seconds"] - tables["seconds"]) / tables["seconds"]}
    return figures, {"bare": bare, "tables": tables, "packs": packs}


def whole(box, rows):
    """The real thing, once: what it took; the box is empty then."""
    seen = run(box, "empty")
    if seen["rows"] != rows:
        raise measuring.LostRows(f"an emptying read {seen['rows']} rows of {rows}")
    return seen


def whole_of_copies(box, rows, times):
    """As often on copies, and the box at last: one that was slow by chance would flatter what is held against it."""
    seen = []
    for number in range(times - 1):
        folder = shutil.copytree(box.folder.parent, box.folder.parent.with_name(f"{box.folder.parent.name}-{number}"))
        seen.append(whole(support.Box(folder / box.folder.name), rows))
        shutil.rmtree(folder)
    return [*seen, whole(box, rows)]


def seconds_of_trends(box):
    """Nothing where the program has no such command yet."""
    begin = time.monotonic()
    ran = box.postbox("trends", "--passphrase-file", box.passphrase_file)
    return time.monotonic() - begin if ran.returncode == support.OK else None


def measure(size, folder, say):
    """[figures of each round], and the raw measurements"""
    many = 10 * size.emptied
    say(f"boxes with {size.emptied} and {many} submissions")
    box = measuring.new_box(folder / "emptying", size.emptied)
    large = measuring.new_box(folder / "emptying-large", many)
    rounds, raw = [], []
    for number in range(size.rounds):
        say(f"emptying, round {number + 1} of {size.rounds}")
        figures, seen = one_round(size, box)
        rounds.append(figures)
        raw.append(seen)
    say(f"whole emptyings of {size.emptied} and {many}")
    ones, ten = whole_of_copies(box, size.emptied, min(WHOLE, size.rounds)), whole(large, many)
    for figures, one in zip(rounds, ones):
        figures["9"] = ten["peak_mib"] / one["peak_mib"]
        figures["12"] = ten["seconds"] / one["seconds"]
    rounds[0]["9x"] = ten["peak_mib"]
    of_one, of_ten = seconds_of_trends(box), seconds_of_trends(large)
    if of_one is not None and of_ten is not None:
        rounds[0]["12x"] = of_ten / of_one
    raw.append({"ones": ones, "ten": ten, "trends": [of_one, of_ten]})
    shutil.rmtree(large.folder.parent)
    return rounds, raw
