"""The table of the benchmark: what each row is, and what it must reach."""

import dataclasses

import measuring


@dataclasses.dataclass(frozen=True)
class Row:
    key: str        # number in the table; x: its second figure
    what: str
    floor: float
    aim: float
    unit: str = ""
    more_is_better: bool = False

    def verdict(self, value):
        def reached(bound):
            return value >= bound if self.more_is_better else value <= bound
        return "aim" if reached(self.aim) else "floor" if reached(self.floor) else "MISSED"


ROWS = (
    Row("1", "durable sealed intake, 64 connections / Flask + PyNaCl + SQLite", 6, 10, more_is_better=True),
    Row("2", "the same / crypto_box_seal on one core", 0.8, 1.2, more_is_better=True),
    Row("3", "processor time of a post / of one crypto_box_seal", 2.2, 1.6),
    Row("4", "p99 at 64 connections, closed loop / p50 of fsync", 60, 25),
    Row("5", "p99 at half of that load, open loop / p50 of fsync", 15, 8),
    Row("6", "emptying to CSV and JSON lines / bare open loop, 2 threads (rates)", 0.55, 0.75, more_is_better=True),
    Row("7", "time of XLSX and HTML / time of row 6", 1.0, 0.5),
    Row("8", "classifying / scikit-learn in a batch", 8, 20, more_is_better=True),
    Row("8x", "classifying / scikit-learn one by one", 100, 300, more_is_better=True),
    Row("9", "peak memory of emptying ten times as many", 1.1, 1.02),
    Row("9x", "that memory, after the key is open", 96, 64, "MiB"),
    Row("10", "peak memory of the server at 256 connections", 64, 32, "MiB"),
    Row("11", "the 65th connection while 64 are busy, slowest", 100, 100, "ms"),
    Row("11x", "the same / p99 of the 64", float("inf"), 2),
    Row("12", "time of emptying ten times as many", 10.5, 10),
    Row("12x", "time of trends of ten times as many", 10.5, 10),
    Row("13", "cold start to the first form", 100, 30, "ms"),
)


def results(rounds):
    """{key: {"rounds", "median", "verdict"}} of all figures that were measured."""
    found = {}
    for row in ROWS:
        values = [figures[row.key] for figures in rounds if row.key in figures]
        if values:
            middle = measuring.median(values)
            found[row.key] = {"what": row.what, "unit": row.unit, "floor": row.floor, "aim": row.aim,
                              "rounds": values, "median": middle, "verdict": row.verdict(middle)}
    return found


def shown(found):
    """The table as Markdown."""
    lines = ["| # | ratio | median | range | floor | aim | reached |", "|---|---|---|---|---|---|---|"]
    for row in ROWS:
        if row.key not in found:
            lines.append(f"| {row.key} | {row.what} | not measured | | {row.floor:g} | {row.aim:g} | |")
            continue
        one = found[row.key]
        low, high = min(one["rounds"]), max(one["rounds"])
        unit = f" {row.unit}" if row.unit else ""
        span = f"{low:.3g}..{high:.3g}" if len(one["rounds"]) > 1 else "once"
        lines.append(f"| {row.key} | {row.what} | {one['median']:.3g}{unit} | {span} | {row.floor:g} | {row.aim:g} "
                     f"| {one['verdict']} |")
    return "\n".join(lines)
