"""tools/bench and what it measures with, in a run so small that it only shows that all of it works."""

import contextlib
import json
import os
import pathlib
import socket
import subprocess
import sys
import tempfile
import threading
import time
import unittest

import support

sys.path.insert(0, str(support.HOUSE / "tests" / "bench"))
import intake  # noqa: E402
import measuring  # noqa: E402
import table  # noqa: E402

ANSWER = b"HTTP/1.1 201 Created\r\nContent-Length: 2\r\n\r\n{}"


class PlayedServer:
    """Answers the first connection, each post after `delay`, and never looks at another; ends after `seconds`."""

    def __init__(self, seconds, delay=0.0):
        self._seconds, self._delay = seconds, delay
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._thread.join()

    def _serve(self):
        with self._listener:
            self._listener.settimeout(30)
            favourite, _ = self._listener.accept()
            end = time.monotonic() + self._seconds
            favourite.settimeout(0.05)
            with favourite:
                while time.monotonic() < end:
                    with contextlib.suppress(TimeoutError):
                        if favourite.recv(65_536):
                            time.sleep(self._delay)
                            favourite.sendall(ANSWER)


@unittest.skipUnless((measuring.PARTS / "bench-loader").exists(), "this build has no programs of the benchmark")
class Bench(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="postbox-cli-")
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def test_smoke(self):
        """a run of tools/bench fills the table, and writes it as JSON"""
        report = self.folder / "bench.json"
        ran = subprocess.run(
            [support.HOUSE / "tools" / "bench", "--smoke", "--only", "intake", "emptying", "--json", report],
            capture_output=True, text=True, timeout=600, check=False, stdin=subprocess.DEVNULL,
            env={**os.environ, "POSTBOX_PROGRAMS": str(support.PROGRAMS), "POSTBOX_SETUP": "skip"})
        self.assertEqual(ran.returncode, 0, ran.stdout + ran.stderr)
        read = json.loads(report.read_text(encoding="utf-8"))
        for row in ("2", "3", "4", "5", "6", "7", "9", "9x", "10", "11", "12", "13"):
            self.assertGreater(read["rows"][row]["median"], 0, row)
        for row in table.ROWS:
            self.assertIn(f"\n| {row.key} | {row.what} | ", ran.stdout)
        self.assertEqual(len(read["load_before"]), 3)

    def test_lost_row(self):
        """a row that was acknowledged and is not stored ends the run"""
        rows = [7]
        stored = intake.Stored(lambda: rows[0])
        rows[0] = 9
        stored.expect(2, "a server that keeps what it takes")
        with self.assertRaisesRegex(measuring.LostRows, "9 rows, 10 were"):
            stored.expect(1, "a server that loses one")

    def load(self, server, *arguments):
        bodies = self.folder / "bodies.jsonl"
        bodies.write_text('{"feedback": "post 000000000"}\n', encoding="utf-8")
        return measuring.part("loader", server.port, "/", bodies, 1, *arguments)

    def test_starved(self):
        """the loader sees connections that get no answer"""
        with PlayedServer(seconds=1) as server:
            seen = self.load(server, 3, 300)
        self.assertEqual((seen["starved"], seen["fewest_answers"]), (2, 0))
        self.assertGreater(seen["acknowledged"], 0)
        self.assertGreaterEqual(seen["acknowledged"], seen["most_answers"])

    def test_open_loop(self):
        """in the open loop a post's time counts from when it was due, not from when it could be sent"""
        with PlayedServer(seconds=1, delay=0.05) as server:
            seen = self.load(server, 1, 300, 100)
        self.assertGreater(seen["late"], 0)
        self.assertGreater(seen["times"]["max_us"], 2 * 50_000)
