"""A disk that fails under the running server: no acknowledged post is lost, and service comes back by itself.

strace makes the system calls fail, or kills the server in the middle of one.
"""

import contextlib
import http.client
import json
import os
import signal
import subprocess
import time

import support
from support import OK, BoxTest, RunningServer, simple


def failing(fault):
    """`fault` as in strace --inject; counted from the start of the server, whatever thread calls."""
    calls = fault.split(":", 1)[0]
    # The leak sanitizer cannot look into a program that is traced already, and ends it with 1.
    sanitizer = os.environ.get("ASAN_OPTIONS", "") + ":detect_leaks=0"
    return ["strace", "-E", f"ASAN_OPTIONS={sanitizer}", "-D", "-f", "-q", "-o", "/dev/null", "-e", f"trace={calls}", "-e", f"inject={fault}"]


class Fault(BoxTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        tried = subprocess.run(["strace", "-D", "-o", "/dev/null", "true"], capture_output=True, text=True, check=False)
        if tried.returncode != 0:  # what cannot be tried is not skipped: nobody would notice
            raise AssertionError("strace may not look into other programs here: " + tried.stderr)

    def post(self, server, number):
        """(status, Retry-After); (0, None) where the server went away."""
        body = json.dumps(simple(f"number {number}")).encode()
        try:
            status, headers, _ = server.ask("POST", "/api/v1/feedback", body, {"Content-Type": "application/json"})
            return status, headers.get("Retry-After")
        except (OSError, http.client.HTTPException):
            return 0, None

    def check_box(self, acknowledged, sent):
        with self.box.database() as database:
            self.assertEqual(database.execute("PRAGMA integrity_check").fetchone()[0], "ok")
        self.assertLessEqual(acknowledged, self.box.stored())
        self.assertLessEqual(self.box.stored(), sent)

    def test_passing_faults(self):
        """a failing sync, a full disk, a read-only one: 503 with Retry-After, then service again without a restart"""
        for fault in ("fdatasync,fsync:error=EIO:when=8..11", "pwrite64:error=ENOSPC:when=20..26",
                      "pwrite64:error=EROFS:when=20..26", "pwrite64:error=EIO:when=20..22"):
            with self.subTest(fault):
                self.box = self.copy_of(support.box_ready_made()[1], fault.replace("/", "-"))
                answers, end = [], time.monotonic() + 20
                with RunningServer(self.box, under=failing(fault)) as server:
                    while time.monotonic() < end:
                        answers.append(self.post(server, len(answers)))
                        refused = sum(status == 503 for status, _ in answers)
                        if refused and answers[-1][0] == 201:
                            break
                        time.sleep(0.01 if not refused else 0.2)
                    self.assertEqual(server.ask("GET", "/readyz")[0], 200, "ready again")
                    self.assertEqual(server.stop(), OK)
                self.assertEqual({status for status, _ in answers}, {201, 503})
                self.assertTrue(all(retry and int(retry) > 0 for status, retry in answers if status == 503))
                self.assertIn("storage failed", server.errors)
                self.assertIn("storage works again", server.errors)
                self.check_box(sum(status == 201 for status, _ in answers), len(answers))

    def test_slow_disk(self):
        """a disk that takes half a second for each sync: posts wait for it together, and pages do not"""
        with RunningServer(self.box, under=failing("fdatasync,fsync:delay_enter=500ms")) as server:
            began = time.monotonic()
            waiting = []
            for number in range(20):
                connection = server.connect()
                connection.request("POST", "/api/v1/feedback", json.dumps(simple(f"number {number}")),
                                   {"Content-Type": "application/json"})
                waiting.append(connection)
            asked = time.monotonic()
            self.assertEqual(server.ask("GET", "/")[0], 200)
            self.assertLess(time.monotonic() - asked, 0.4, "a page waits for no disk")
            self.assertEqual({connection.getresponse().status for connection in waiting}, {201})
            self.assertLess(time.monotonic() - began, 10, "twenty syncs would be ten seconds")
            for connection in waiting:
                connection.close()
        self.assertEqual(self.box.stored(), 20)

    def test_killed_in_a_call(self):
        """killed at the n-th write or sync, for many n: what was acknowledged is in the box"""
        for call, numbers in (("fdatasync", range(1, 16)), ("pwrite64", range(1, 62, 3))):
            killed = 0
            for number in numbers:
                self.box = self.copy_of(support.box_ready_made()[1], f"{call}-{number}")
                acknowledged = sent = 0
                with contextlib.suppress(RuntimeError):  # killed before it listened
                    server = RunningServer(self.box, under=failing(f"{call}:signal=KILL:when={number}"))
                    for _ in range(40):
                        sent += 1
                        status, _ = self.post(server, sent)
                        acknowledged += status == 201
                        if status != 201:
                            break
                    killed += server.stop() == -signal.SIGKILL
                self.check_box(acknowledged, sent)
            self.assertGreater(killed, 5, "the kills fell while the server was at work")
