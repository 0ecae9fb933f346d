"""Intake: the server under load, between the yardsticks and a peer that does the same work."""

import contextlib
import os
import pathlib
import socket
import sqlite3
import subprocess
import time

import corpus
import measuring
from measuring import support

CONNECTIONS = 64
CONNECTIONS_FOR_MEMORY = 256
API = "/api/v1/feedback"
BODIES = 4_000
MOST_SECONDS_FOR_MEMORY = 600


class Posts:
    """Numbers of the posts, so that no body is ever sent twice."""

    def __init__(self, folder):
        self._file = folder / "bodies.jsonl"
        self._next = 1
        corpus.write_bodies(self._file, BODIES)

    def load(self, port, connections, milliseconds, per_second=None):
        """What the loader saw. Nothing but 201 is acceptable of a healthy server."""
        extra = [] if per_second is None else [f"{per_second:.1f}"]
        seen = measuring.part("loader", port, API, self._file, self._next, connections, milliseconds, *extra)
        self._next += seen["acknowledged"] + seen["broken"] + seen["refused"] + seen["unanswered"]
        return seen


class Stored:
    """Rows of a database against acknowledgements."""

    def __init__(self, count):
        self._count = count
        self._known = count()

    def expect(self, acknowledged, who):
        self._known += acknowledged
        if self._count() != self._known:
            raise measuring.LostRows(f"{who}: {self._count()} rows, {self._known} were imported or acknowledged")


def cpu_seconds(process):
    fields = pathlib.Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def peak_mib(process):
    for line in pathlib.Path(f"/proc/{process}/status").read_text(encoding="utf-8").splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    raise RuntimeError("the system does not tell the peak of a process")


def refused_nothing(seen, who):
    if seen["broken"] or seen["refused"] or seen["unanswered"]:
        raise measuring.LostRows(f"{who}: not every post was acknowledged: {seen}")


class FlaskPeer:
    """Flask, PyNaCl and SQLite under gunicorn, as many rows in its box."""

    def __init__(self, folder, rows):
        self.database = folder / "peer.db"
        with socket.create_server(("127.0.0.1", 0)) as probe:
            self.port = probe.getsockname()[1]
        environment = {**os.environ, "PEER_DATABASE": str(self.database)}
        here = str(pathlib.Path(__file__).parent)
        subprocess.run([measuring.PEER_PYTHON, f"{here}/flask_peer.py", str(rows)], env=environment, check=True)
        self._process = subprocess.Popen(
            [measuring.PEER_PYTHON, "-m", "gunicorn", "--workers", "2", "--bind", f"127.0.0.1:{self.port}", "--chdir", here, "--backlog", "1024",
             "--log-level", "error", "flask_peer:application()"], env=environment)
        self._wait()

    def _wait(self):
        for _ in range(300):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.1)
        self.stop()
        raise RuntimeError("gunicorn does not listen")

    def stored(self):
        with contextlib.closing(sqlite3.connect(self.database, timeout=10)) as database:
            return database.execute("SELECT count(*) FROM sealed_submissions").fetchone()[0]

    def stop(self):
        self._process.terminate()
        self._process.wait(timeout=30)


def cold_start(box):
    """(the server, seconds from the call of the program to the whole first form)"""
    begin = time.monotonic()
    server = support.RunningServer(box)
    status, _, _ = server.ask("GET", "/")
    seconds = time.monotonic() - begin
    if status != 200:
        raise RuntimeError(f"the form was answered with {status}")
    return server, seconds


def one_round(size, box, stored, peer, peer_stored, posts):
    """{figure: value} of the whole way once: yardsticks, ours, the peer, ours at half of the load."""
    length = measuring.milliseconds(size)
    seal = measuring.part("yardsticks", "seal", length)
    sync = measuring.part("yardsticks", "fsync", box.folder, 200)
    server, start = cold_start(box)
    with server:
        before = cpu_seconds(server.process.pid)
        full = posts.load(server.port, CONNECTIONS, length)
        spent = cpu_seconds(server.process.pid) - before
        refused_nothing(full, "the slot")
        stored.expect(full["acknowledged"], "the slot")
        theirs = None
        if peer is not None:
            theirs = posts.load(peer.port, CONNECTIONS, length)
            peer_stored.expect(theirs["acknowledged"], "the peer")
        half = posts.load(server.port, CONNECTIONS, length, full["per_second"] / 2)
        refused_nothing(half, "the slot at half load")
        stored.expect(half["acknowledged"], "the slot at half load")
    figures = {
        "2": full["per_second"] / seal["per_second"],
        "3": 1e6 * spent / max(full["acknowledged"], 1) / seal["cpu_us"],
        "4": full["times"]["p99_us"] / sync["p50_us"],
        "5": half["times"]["p99_us"] / sync["p50_us"],
        "11": full["newcomers"]["max_us"] / 1000,
        "11x": full["newcomers"]["max_us"] / full["times"]["p99_us"],
        "13": 1000 * start,
    }
    if theirs is not None:
        figures["1"] = full["per_second"] / theirs["per_second"]
    return figures, {"seal": seal, "fsync": sync, "full": full, "peer": theirs, "half": half}


def peak_after_many_posts(size, box, stored, posts):
    """MiB of a server at 256 connections, after so many posts; how many it took."""
    taken = 0
    with support.RunningServer(box) as server:
        end = time.monotonic() + MOST_SECONDS_FOR_MEMORY
        while taken < size.posts and time.monotonic() < end:
            seen = posts.load(server.port, CONNECTIONS_FOR_MEMORY, max(measuring.milliseconds(size), 100) * 2)
            refused_nothing(seen, "the slot at 256 connections")
            taken += seen["acknowledged"]
        peak = peak_mib(server.process.pid)
    stored.expect(taken, "the slot at 256 connections")
    return peak, taken


def measure(size, folder, peers, say):
    """[figures of each round], and the raw measurements"""
    say(f"a box with {size.already} submissions")
    box = measuring.new_box(folder / "intake", size.already, back=0)
    posts = Posts(folder)
    stored = Stored(box.stored)
    peer = FlaskPeer(folder, size.already) if peers else None
    rounds, raw = [], []
    try:
        peer_stored = Stored(peer.stored) if peer else None
        for number in range(size.rounds):
            say(f"intake, round {number + 1} of {size.rounds}")
            figures, seen = one_round(size, box, stored, peer, peer_stored, posts)
            rounds.append(figures)
            raw.append(seen)
    finally:
        if peer:
            peer.stop()
    say(f"memory of the server, {size.posts} posts")
    peak, taken = peak_after_many_posts(size, box, stored, posts)
    rounds[0]["10"] = peak
    raw.append({"posts": taken, "peak_mib": peak})
    return rounds, raw
