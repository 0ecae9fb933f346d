#!/usr/bin/env python3
"""Runs the scripts of this folder against the built programs and prints a line per check.

    tests/cli/run.py [--programs DIR] [--at-once N] [NAME ...]

DIR: where postbox and postbox-server lie (default: build/ of this house, or $POSTBOX_PROGRAMS). N: so many
classes of tests side by side (default: 1). NAME: parts of names to run ("import", "kill"). Ends with
"N passed, N failed"; not with 0 when one failed or none ran.
"""

import argparse
import concurrent.futures
import itertools
import os
import pathlib
import sys
import time
import unittest

HERE = pathlib.Path(__file__).resolve().parent


class Lines(unittest.TestResult):
    """One line per check, its sentence first; a failure shows what was expected."""

    def __init__(self):
        super().__init__()
        self.passed = 0
        self.wrong = []
        self.left_out = None
        self.began = 0.0

    def startTest(self, test):
        super().startTest(test)
        self.wrong = []
        self.left_out = None
        self.began = time.monotonic()

    def stopTest(self, test):
        super().stopTest(test)
        if self.left_out is not None:
            say(f"--   {sentence_of(test)}: left out, {self.left_out}")
            return
        seconds = time.monotonic() - self.began
        slow = f"  ({seconds:.1f} s)" if seconds >= 1 else ""
        self.passed += not self.wrong
        say(*self.wrong, f"{'FAIL' if self.wrong else 'ok  '} {sentence_of(test)}{slow}")

    def addError(self, test, err):
        super().addError(test, err)
        self.show(test, err)
        if not isinstance(test, unittest.TestCase):  # what prepares a class; no test follows that would say it
            say(*self.wrong)

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self.show(test, err)

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self.left_out = reason

    def addSubTest(self, test, subtest, err):
        super().addSubTest(test, subtest, err)
        if err is not None:
            self.show(subtest, err)

    def show(self, test, err):
        what = f"{test}\n" + self._exc_info_to_string(err, test).strip()
        self.wrong.append("     " + what.replace("\n", "\n     "))


def say(*lines):
    """In one piece, since others may speak at the same time."""
    print("".join(f"{line}\n" for line in lines), end="", flush=True)


def sentence_of(test):
    room = type(test).__module__.removesuffix("_test")
    return f"{room}: {test.shortDescription() or test.id()}"


def all_tests(suite):
    for test in suite:
        yield from all_tests(test) if isinstance(test, unittest.TestSuite) else (test,)


# Those that take longest begin first, so that none is left alone at the end. Nothing else hangs on their order.
LONGEST = {"KillEmptying", "KillIntake", "Fault", "Empty", "Backup", "Resort", "Demo", "Trends", "Bench"}


def in_classes(tests):
    """The tests of each class together, since what a class prepares is prepared once; the longest first."""
    classes = [list(group) for _, group in itertools.groupby(tests, type)]
    return sorted(classes, key=lambda tests: type(tests[0]).__name__ not in LONGEST)


def outcome_of(tests):
    result = Lines()
    unittest.TestSuite(tests).run(result)
    return result


def main(folder=HERE, about=__doc__):
    reader = argparse.ArgumentParser(description=about.split("\n", maxsplit=1)[0])
    reader.add_argument("--programs", type=pathlib.Path)
    reader.add_argument("--at-once", type=int, default=1, metavar="N")
    reader.add_argument("names", nargs="*", metavar="NAME")
    arguments = reader.parse_args()
    if arguments.programs:
        os.environ["POSTBOX_PROGRAMS"] = str(arguments.programs.resolve())
    sys.path[:0] = [str(folder), str(HERE)]
    found = unittest.TestLoader().discover(str(folder), pattern="*_test.py", top_level_dir=str(folder))
    wanted = [t for t in all_tests(found) if not arguments.names or any(n in t.id() for n in arguments.names)]
    # Threads are enough: what a test waits for are other programs.
    with concurrent.futures.ThreadPoolExecutor(arguments.at_once) as pool:
        results = list(pool.map(outcome_of, in_classes(wanted)))
    passed = sum(result.passed for result in results)
    # A preparation that fails (setUpClass) stands in no test of its own.
    failed = sum(max(result.testsRun - len(result.skipped) - result.passed, int(not result.wasSuccessful()))
                 for result in results)
    print(f"{passed} passed, {failed} failed")
    return 0 if passed and not failed else 1


if __name__ == "__main__":
    sys.exit(main())
