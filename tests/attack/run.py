#!/usr/bin/env python3
"""Attacks a running postbox-server and prints a line per attack, in the manner of tests/cli/run.py.

    tests/attack/run.py [--programs DIR] [NAME ...]

Loopback only, bounded in bytes, connections and seconds. Bounds on memory and time are held against release
programs alone: under a sanitizer both mean nothing, and a line says that they were left out.
"""

import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "cli"))

import run  # noqa: E402  (its folder had to be named first)

if __name__ == "__main__":
    sys.exit(run.main(HERE, __doc__))
