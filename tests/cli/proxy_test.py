"""The server behind the shipped proxies: what passes, what is refused, what a crowd costs, what is kept of visitors. And
the unit that it runs in."""

import contextlib
import json
import os
import pathlib
import re
import resource
import ssl
import subprocess
import tempfile
import time
import unittest
import urllib.parse

from proxies import CONFIG, NAME, VISITOR, Caddy, Nginx, changed, program
from support import SERVER, BoxTest, RunningServer, simple

MARKER = "zqheronwadingkingfisher"
JSON = {"Content-Type": "application/json"}
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
CROWD = 1000
# For any honest post beside the crowd, on a machine that does much else; alone it takes milliseconds.
WAIT_MAX = 5.0
BODY_MAX = 192 * 1024
GOOD = json.dumps(simple()).encode()
HEAD = ["POST /api/v1/feedback HTTP/1.1", f"Host: {NAME}", "Content-Type: application/json"]


def allow_many_files():
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = 8192 if hard == resource.RLIM_INFINITY else min(hard, 8192)
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, wanted), hard))


def largest():
    """A body of exactly the size that is still taken; its words are too many for an answer."""
    frame = json.dumps({"feedback": ""})
    return json.dumps({"feedback": "a" * (BODY_MAX - len(frame))}).encode()


def trickle(crowd):
    """A byte from each, so that none is late."""
    for wire in crowd:
        wire.sendall(b"a")


def is_open(wire):
    wire.setblocking(False)
    try:
        return bool(wire.recv(1))
    except ssl.SSLWantReadError:
        return True
    except OSError:
        return False


def raw(*lines, body=b""):
    return "\r\n".join([*lines, "", ""]).encode() + body


class BehindProxy:
    """What holds for both; `proxy_kind` says which."""

    proxy_kind: type

    def setUp(self):
        super().setUp()
        self.folder.chmod(0o755)  # nginx serves as another user, where it may
        self.server = RunningServer(self.box)
        self.addCleanup(self.server.stop)
        self.proxy = self.proxy_kind(self.folder / "proxy", self.server.port)
        self.addCleanup(self.proxy.stop)

    def shortDescription(self):
        return f"{self.proxy_kind.__name__}: {super().shortDescription()}"

    def post(self, body, headers=None, path="/api/v1/feedback"):
        return self.proxy.ask("POST", path, body, JSON | (headers or {}))

    def send(self, message):
        """The status of the answer to these bytes; 0: closed without one"""
        with contextlib.closing(self.proxy.wire()) as wire:
            wire.sendall(message)
            with contextlib.suppress(ConnectionError):
                found = re.match(rb"HTTP/1\.1 ([0-9]{3}) ", wire.recv(4096))
                return int(found[1]) if found else 0
        return 0

    def test_posts(self):
        """posts by the API and by the form arrive, the longest body too; the answer says to come by TLS alone"""
        status, headers, body = self.post(GOOD)
        self.assertEqual(status, 201, body)
        self.assertIn("max-age=", headers["Strict-Transport-Security"])
        form = urllib.parse.urlencode(simple() | {"step": "send"}, doseq=True).encode()
        status, _, page = self.proxy.ask("POST", "/feedback", form, FORM)
        self.assertEqual((status, "hank you" in page), (200, True))
        self.assertEqual(self.post(largest())[0], 422, "read, and too many words")
        self.assertEqual(self.box.stored(), 2)

    def test_http2(self):
        """by HTTP/2 as well, as browsers come"""
        for why, body, expected in [("a short one", GOOD, "2 201"), ("the longest", largest(), "2 422"),
                                    ("too long", largest() + b" ", "2 413")]:
            with self.subTest(why):
                self.assertEqual(self.proxy.ask_by_http2("/api/v1/feedback", body), expected)

    def test_sites(self):
        """Host goes through, so that posts of the own site are told from others'"""
        for why, origin, expected in [("ours", f"https://{NAME}", 201), ("another", "https://evil.example", 403),
                                      ("none that can be named", "null", 403),
                                      ("the name by which the proxy calls", f"http://127.0.0.1:{self.server.port}", 403)]:
            with self.subTest(why):
                self.assertEqual(self.post(GOOD, {"Origin": origin})[0], expected)

    def test_refusals(self):
        """a body that is too large is refused as by the server, one in pieces gets its length or is refused"""
        for why, headers, body in [("a byte too much", {}, largest() + b" "), ("twice", {}, largest() * 2),
                                   ("announced, not sent", {"Content-Length": "104857600"}, b"{")]:
            with self.subTest(why):
                status, told, text = self.post(body, headers)
                self.assertEqual((status, told["Content-Type"]), (413, "application/problem+json"))
                self.assertEqual(json.loads(text)["type"], "/problems/body-too-large")
        page = {"Accept": "text/html,*/*;q=0.8"}
        for why, path, body, kind in [("a person", "/feedback", largest() * 6, "text/html; charset=utf-8"),
                                      ("a program", "/api/v1/feedback", largest() * 6, "application/problem+json")]:
            with self.subTest(why):
                status, told, _ = self.post(body, page, path)
                self.assertEqual((status, told["Content-Type"]), (413, kind))
        pieces = b'11\r\n{"rating":"good"}\r\n0\r\n\r\n'
        self.assertEqual(self.send(raw(*HEAD, "Transfer-Encoding: chunked", body=pieces)), 411)
        self.assertEqual(self.box.stored(), 0)

    def leave_marks(self):
        """Every way to go wrong that a visitor has, with the marker in each place that a visitor fills."""
        head = [f"POST /api/v1/feedback?{MARKER} HTTP/1.1", *HEAD[1:], f"X-A: {MARKER}"]
        marked = {name: MARKER for name in ("X-Forwarded-For", "User-Agent", "Cookie", "Referer")}
        self.assertEqual(self.post(json.dumps(simple(MARKER)).encode(), marked, f"/api/v1/feedback?{MARKER}")[0], 201)
        form = urllib.parse.urlencode({"feedback": MARKER + "b" * 180_000, "step": "send"}).encode()
        self.assertEqual(self.proxy.ask("POST", "/feedback", form, marked | FORM)[0], 422)
        self.assertEqual(self.proxy.ask("GET", f"/{MARKER}", headers=marked)[0], 404)
        self.assertEqual(self.post(MARKER.encode() * 30_000, marked)[0], 413)
        for garbled in (raw(*head, "Content-Length: a"), raw(*head, "Transfer-Encoding: odd"), raw(f"{MARKER} / HTTP/9"),
                        raw(f"GET /{MARKER} HTTP/1.1", f"Host: {MARKER}.example"), raw(*head, "X: " + MARKER * 3000)):
            self.send(garbled)
        with self.proxy.plain_wire() as plain:  # no TLS where TLS is spoken
            plain.sendall(raw(f"GET /{MARKER} HTTP/1.1", f"Host: {NAME}"))
            plain.recv(4096)
        with self.proxy.plain_wire(self.proxy.plain_port) as plain:
            plain.sendall(raw(f"GET /?{MARKER} HTTP/1.1", f"Host: {NAME}", f"Cookie: {MARKER}"))
            self.assertIn(b" 30", plain.recv(4096))
        with contextlib.closing(self.proxy.wire()) as gone:  # in the middle of a body
            gone.sendall(raw(*head, "Content-Length: 190000", body=MARKER.encode() * 5000))
        self.server.stop()
        self.assertGreaterEqual(self.post(GOOD, marked, f"/api/v1/feedback?{MARKER}")[0], 502)

    def test_no_trace(self):
        """neither a visitor's address nor query, headers or words stand in a file of the proxy, whatever went wrong"""
        self.leave_marks()
        self.assertEqual(self.proxy.files_with(MARKER, VISITOR), [])
        self.proxy.stop()
        self.assertEqual(self.proxy.files_with(MARKER, VISITOR), [])

    def test_marks_would_be_found(self):
        """with its log switched on, the proxy does name the visitor: the check above can fail"""
        self.proxy.stop()
        self.proxy = self.proxy_kind(self.folder / "talkative", self.server.port, talkative=True)
        self.addCleanup(self.proxy.stop)
        self.leave_marks()
        self.proxy.stop()
        found = {word for _, word in self.proxy.files_with(MARKER, VISITOR)}
        self.assertEqual(found, {MARKER, VISITOR})


class BehindNginx(BehindProxy, BoxTest):
    proxy_kind = Nginx

    def test_server_away(self):
        """while the server is away, a program gets a problem and a person a sentence"""
        self.server.stop()
        status, headers, body = self.post(GOOD)
        self.assertEqual((status, headers["Content-Type"], headers["Retry-After"]), (503, "application/problem+json", "30"))
        self.assertEqual(json.loads(body)["type"], "/problems/unavailable")
        status, headers, page = self.proxy.ask("POST", "/feedback", b"step=send&feedback=a", FORM | {"Accept": "text/html"})
        self.assertEqual((status, headers["Content-Type"], "reload this page" in page), (503, "text/html; charset=utf-8", True))

    def test_crowd(self):
        """beside 1,000 slow connections honest posts are answered, and the server sees none of them"""
        allow_many_files()
        half = raw(*HEAD, "Content-Length: 190000", body=b'{"feedback": "')
        with contextlib.ExitStack() as stack:
            crowd = []
            for number in range(CROWD):
                crowd.append(stack.enter_context(contextlib.closing(self.proxy.wire())))
                crowd[-1].sendall(half)
                if number % 200 == 0:
                    trickle(crowd)
            took = [self.seconds_of_a_post() for _ in range(50)]
            self.assertGreater(sum(map(is_open, crowd)), CROWD * 0.95, "the crowd was there all the time")
            open_at_server = len(os.listdir(f"/proc/{self.server.process.pid}/fd"))
        print(f"     beside {CROWD} slow ones an honest post took {max(took) * 1000:.0f} ms at most")
        self.assertLess(max(took), WAIT_MAX)
        self.assertLess(open_at_server, 100)

    def seconds_of_a_post(self):
        began = time.monotonic()
        self.assertEqual(self.post(GOOD)[0], 201)
        return time.monotonic() - began

    def test_smuggling(self):
        """two lengths that contradict each other bring no second post in"""
        hidden = raw(*HEAD, "Content-Length: 17", body=b'{"rating":"good"}')
        for lengths in [("Content-Length: 4", f"Content-Length: {4 + len(hidden)}"),
                        (f"Content-Length: {5 + len(hidden)}", "Transfer-Encoding: chunked"),
                        (f"Content-Length: {5 + len(hidden)}", "Transfer-Encoding: \x0bchunked")]:
            with self.subTest(lengths):
                self.send(raw(*HEAD, *lengths, body=b"0\r\n\r\n" + hidden))
                self.assertEqual(self.post(GOOD)[0], 201)
        self.assertEqual(self.box.stored(), 3)


class BehindCaddy(BehindProxy, BoxTest):
    proxy_kind = Caddy


class Unit(unittest.TestCase):
    def test_unit(self):
        """the unit of systemd is without mistakes, and as hard as systemd knows how to measure: at most 1.5"""
        unit = CONFIG / "postbox-server.service"
        analyze = program("systemd-analyze")
        rated = subprocess.run([analyze, "security", "--offline=true", "--threshold=15", "--no-pager", unit],
                               text=True, capture_output=True, check=False)
        self.assertEqual(rated.returncode, 0, rated.stdout[-2000:] + rated.stderr)
        self.assertIn("Overall exposure level", rated.stdout)
        with tempfile.TemporaryDirectory() as folder:
            copy = pathlib.Path(folder) / unit.name
            text = unit.read_text(encoding="utf-8")
            copy.write_text(changed(text, ("/usr/local/bin/postbox-server", str(SERVER))), encoding="utf-8")
            checked = subprocess.run([analyze, "verify", "--man=no", copy], text=True, capture_output=True, check=False)
            self.assertEqual((checked.returncode, [line for line in checked.stderr.splitlines() if unit.name in line]), (0, []))
