"""Requests that two readers could take in two ways, and requests that are too much."""

import json

from wire import GOOD, AttackTest, Wire, post

BODY = b'{"rating": "good"}'
JSON = b"Content-Type: application/json\r\n"
LENGTH = b"Content-Length: %d\r\n" % len(BODY)
SMUGGLED = b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n"


def get(path=b"/", lines=b"Host: localhost\r\n", method=b"GET", version=b"HTTP/1.1"):
    return method + b" " + path + b" " + version + b"\r\n" + lines + b"\r\n"


def bare_post(lines, body=BODY, host=b"Host: localhost\r\n", path=b"/api/v1/feedback"):
    return b"POST " + path + b" HTTP/1.1\r\n" + host + lines + b"\r\n" + body


# What is refused here leaves nobody in doubt where the next request would begin: the connection ends.
REFUSED = [
    ("two lengths that differ", 400, bare_post(JSON + LENGTH + b"Content-Length: 4\r\n")),
    ("two lengths that agree", 400, bare_post(JSON + LENGTH + LENGTH)),
    ("a list of lengths", 400, bare_post(JSON + b"Content-Length: 18, 18\r\n")),
    ("a length with a sign", 400, bare_post(JSON + b"Content-Length: +18\r\n")),
    ("+4", 400, bare_post(JSON + b"Content-Length: +4\r\n")),
    ("a length below nothing", 400, bare_post(JSON + b"Content-Length: -1\r\n")),
    ("a length in hexadecimal", 400, bare_post(JSON + b"Content-Length: 0x12\r\n")),
    ("a length in words", 400, bare_post(JSON + b"Content-Length: abc\r\n")),
    ("an empty length", 400, bare_post(JSON + b"Content-Length:\r\n")),
    ("a length with a point", 400, bare_post(JSON + b"Content-Length: 18.0\r\n")),
    ("digits of another script", 400, bare_post(JSON + b"Content-Length: \xd9\xa1\xd9\xa8\r\n")),
    ("a length and a bad length on GET", 400, get(lines=b"Host: a\r\nContent-Length: x\r\n")),
    ("a length beyond 64 bits", 413, bare_post(JSON + b"Content-Length: 18446744073709551634\r\n")),
    ("a length beyond the body's bound", 413, bare_post(JSON + b"Content-Length: 196609\r\n")),
    ("no length", 411, bare_post(JSON)),
    ("no length, for no page", 404, bare_post(JSON, path=b"/nope")),
    ("no length, for a page that takes no posts", 405, bare_post(JSON, path=b"/")),
    ("chunked", 411, bare_post(JSON + b"Transfer-Encoding: chunked\r\n", b"12\r\n" + BODY + b"\r\n0\r\n\r\n")),
    ("CL.TE", 411, bare_post(JSON + LENGTH + b"Transfer-Encoding: chunked\r\n", b"0\r\n\r\n" + SMUGGLED)),
    ("TE.CL", 411, bare_post(JSON + b"Transfer-Encoding: chunked\r\n" + LENGTH, b"0\r\n\r\n" + SMUGGLED)),
    ("TE.TE, hidden by a tab", 411, bare_post(JSON + LENGTH + b"Transfer-Encoding:\tchunked\r\n")),
    ("identity", 411, bare_post(JSON + LENGTH + b"Transfer-Encoding: identity\r\n")),
    ("an encoding with a space before the colon", 400, bare_post(JSON + LENGTH + b"Transfer-Encoding : chunked\r\n")),
    ("an encoding in a folded line", 400, bare_post(JSON + LENGTH + b"X: y\r\n Transfer-Encoding: chunked\r\n")),
    ("a folded length", 400, bare_post(JSON + b"Content-Length:\r\n 18\r\n")),
    ("chunked on GET", 411, get(lines=b"Host: a\r\nTransfer-Encoding: chunked\r\n")),
    ("gzip", 415, bare_post(JSON + LENGTH + b"Content-Encoding: gzip\r\n")),
    ("an encoding called identity", 415, bare_post(JSON + LENGTH + b"Content-Encoding: identity\r\n")),
    ("no Host", 400, get(lines=b"")),
    ("two Hosts", 400, get(lines=b"Host: a\r\nHost: a\r\n")),
    ("an empty Host", 400, get(lines=b"Host:\r\n")),
    ("a Host with a path", 400, get(lines=b"Host: a/b\r\n")),
    ("a Host with a name before it", 400, get(lines=b"Host: a@b\r\n")),
    ("a Host of two words", 400, get(lines=b"Host: a b\r\n")),
    ("no Host in HTTP/1.0", 400, get(lines=b"", version=b"HTTP/1.0")),
    ("a line feed alone after the request line", 400, b"GET / HTTP/1.1\nHost: a\r\n\r\n"),
    ("a line feed alone after a header", 400, b"GET / HTTP/1.1\r\nHost: a\n\r\n"),
    ("line feeds alone", 400, b"GET / HTTP/1.1\nHost: a\n\n"),
    ("a carriage return in a value", 400, get(lines=b"Host: a\r\nX: a\rb\r\n")),
    ("NUL in a value", 400, get(lines=b"Host: a\r\nX: a\0b\r\n")),
    ("NUL in a name", 400, get(lines=b"Host: a\r\nX\0: b\r\n")),
    ("NUL in the target", 400, get(b"/\0")),
    ("NUL first", 400, b"\0" + get()),
    ("two empty lines first", 400, b"\r\n\r\n" + get()),
    ("a header without a colon", 400, get(lines=b"Host: a\r\nnothing\r\n")),
    ("a header without a name", 400, get(lines=b"Host: a\r\n: b\r\n")),
    ("a name of two words", 400, get(lines=b"Host: a\r\nX Y: b\r\n")),
    ("a name beyond ASCII", 400, get(lines=b"Host: a\r\n\xc3\xa9: b\r\n")),
    ("white space before the first header", 400, get(lines=b" X: a\r\nHost: a\r\n")),
    ("an absolute target with a user", 400, get(b"http://me@localhost/")),
    ("an absolute target of another scheme", 400, get(b"file:///etc/passwd")),
    ("an absolute target and no Host", 400, get(b"http://localhost/", lines=b"")),
    ("an asterisk", 400, get(b"*", method=b"OPTIONS")),
    ("an authority", 400, get(b"elsewhere.example:443", method=b"CONNECT")),
    ("no target", 400, b"GET HTTP/1.1\r\nHost: a\r\n\r\n"),
    ("an empty target", 400, b"GET  HTTP/1.1\r\nHost: a\r\n\r\n"),
    ("a space in the target", 400, get(b"/a b")),
    ("a fragment", 400, get(b"/#a")),
    ("bytes beyond ASCII in the target", 400, get(b"/\xff\xfe")),
    ("HTTP/0.9", 400, b"GET /\r\n\r\n"),
    ("HTTP/2.0", 400, get(version=b"HTTP/2.0")),
    ("HTTP/1.2", 400, get(version=b"HTTP/1.2")),
    ("http/1.1", 400, get(version=b"http/1.1")),
    ("HTTP/1.1 with something behind it", 400, get(version=b"HTTP/1.1 x")),
    ("the preface of HTTP/2", 400, b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
    ("the hello of TLS", 400, b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\0" * 64),
    ("a method with a bracket", 400, get(method=b"G(T")),
    ("a path of 1,025 bytes", 414, get(b"/" + b"a" * 1024)),
    ("a path of 8,192 bytes", 414, get(b"/" + b"a" * 8191)),
    ("a query of 8,192 bytes", 414, get(b"/?" + b"a" * 8190)),
    ("a request line that never ends", 414, b"GET /" + b"a" * 60_000),
    ("a head of more than 16 KiB", 431, get(lines=b"Host: a\r\nX: " + b"a" * 16_384 + b"\r\n")),
    ("a header line that never ends", 431, b"GET / HTTP/1.1\r\nHost: a\r\nX: " + b"a" * 60_000),
    ("10,000 headers", 431, get(lines=b"Host: a\r\n" + b"X: y\r\n" * 10_000)),
    ("two content types", 400, bare_post(JSON + JSON + LENGTH)),
    ("two Origins", 400, bare_post(JSON + LENGTH + b"Origin: http://localhost\r\n" * 2)),
    ("two Idempotency-Keys", 400, bare_post(JSON + LENGTH + b"Idempotency-Key: a\r\nIdempotency-Key: a\r\n")),
]

# These are whole requests: they are answered, and the connection goes on.
ANSWERED = [
    ("a path upwards", 404, get(b"/../../etc/passwd")),
    ("an encoded path upwards", 404, get(b"/%2e%2e/%2e%2e/etc/passwd")),
    ("a path upwards with the other slash", 404, get(b"/..\\..\\keys\\box.key")),
    ("keys", 404, get(b"/keys/box.key")),
    ("the database", 404, get(b"/box.db")),
    ("two slashes", 404, get(b"//")),
    ("an encoded slash", 404, get(b"/%2f")),
    ("a path with NUL encoded", 404, get(b"/%00")),
    ("a path of 1,024 bytes", 404, get(b"/" + b"a" * 1023)),
    ("an empty line first", 200, b"\r\n" + get()),
    ("2,000 short headers", 200, get(b"/healthz", lines=b"Host: a\r\n" + b"X: y\r\n" * 2_000)),
    ("a query changes nothing", 200, get(b"/healthz?" + b"a" * 1000)),
    ("DELETE", 405, get(b"/", method=b"DELETE")),
    ("OPTIONS", 405, get(b"/", method=b"OPTIONS")),
    ("TRACE", 405, get(b"/", method=b"TRACE")),
    ("PROPFIND", 405, get(b"/", method=b"PROPFIND")),
    ("a method in small letters", 405, get(b"/", method=b"get")),
    ("POST on a page", 405, bare_post(LENGTH, path=b"/")),
    ("GET on the API", 405, get(b"/api/v1/feedback")),
    ("another Host", 200, get(lines=b"Host: elsewhere.example\r\n")),
    ("an absolute target", 200, get(b"http://localhost/healthz")),
    ("an absolute target of another host", 200, get(b"http://elsewhere.example/healthz")),
    ("an absolute target whose path goes upwards", 404, get(b"http://localhost/../../etc/passwd")),
    ("an absolute target of the host that the Origin names", 201,
     bare_post(LENGTH + JSON + b"Origin: http://box.example\r\n", path=b"http://box.example/api/v1/feedback")),
    ("an absolute target of another host than the Origin names", 403,
     bare_post(LENGTH + JSON + b"Origin: http://localhost\r\n", path=b"http://box.example/api/v1/feedback")),
    ("900 ranges", 200, get(lines=b"Host: a\r\nRange: bytes=" + b"0-,1-," * 450 + b"2-\r\n")),
    ("a range at the end of the world", 200, get(lines=b"Host: a\r\nRange: bytes=99999999999999999999-\r\n")),
    ("an upgrade", 200, get(lines=b"Host: a\r\nUpgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\n")),
    ("addresses that somebody claims", 200, get(lines=b"Host: a\r\nX-Forwarded-For: 10.0.0.1\r\nForwarded: for=x\r\n")),
    ("from another site", 403, post({"rating": "good"}, "Origin: http://evil.example")),
    ("from nowhere", 403, post({"rating": "good"}, "Origin: null")),
    ("from a site that looks alike", 403, post({"rating": "good"}, "Origin: http://localhost.evil.example")),
    ("from another site, as the browser says", 403, post({"rating": "good"}, "Sec-Fetch-Site: cross-site")),
    ("from a neighbour, as the browser says", 403, post({"rating": "good"}, "Sec-Fetch-Site: same-site")),
    ("by our own page", 201, post({"rating": "good"}, "Origin: http://localhost", "Sec-Fetch-Site: same-origin")),
    ("another content type", 415, post(BODY, type_="text/plain")),
    ("no content type", 415, bare_post(LENGTH)),
    ("another charset", 415, post(BODY, type_="application/json; charset=iso-8859-1")),
    ("UTF-16", 415, post(BODY, type_="application/json; charset=utf-16")),
    ("the charset as a quoted string", 201, post(BODY, type_='application/json; charset="UTF-8"')),
    ("two charsets", 415, post(BODY, type_="application/json; charset=utf-8; charset=utf-16")),
    ("a form in another charset", 415,
     post(b"rating=good", type_="application/x-www-form-urlencoded; charset=latin1", path="/feedback")),
]


class Requests(AttackTest):
    def test_refused(self):
        """what can be read in two ways or is too much is refused, and nothing behind it is read"""
        for why, status, data in REFUSED:
            with self.subTest(why), Wire(self.server) as wire:
                wire.send(data + SMUGGLED)
                answer = self.count(wire.answer())
                self.assertEqual((answer.status, answer.closes), (status, True))
                self.assertEqual(answer.header("Content-Type"), "application/problem+json")
                self.assertTrue(answer.json()["type"].startswith("/problems/"))
                self.assertEqual(wire.rest(), b"", "no second answer")
        self.expect_small()

    def test_answered(self):
        """odd but whole requests get their answer, and the next one on the same connection its own"""
        for why, status, data in ANSWERED:
            with self.subTest(why), Wire(self.server) as wire:
                wire.send(data)
                answer = self.count(wire.answer())
                self.assertEqual(answer.status, status)
                if status == 405:
                    self.assertIn(answer.header("Allow"), ("GET, HEAD", "POST"))
                wire.send(GOOD)
                after = self.count(wire.answer())
                self.assertEqual((after.status, after.header("Content-Type")), (201, "application/json"))

    def test_version_1_0(self):
        """HTTP/1.0 is answered and ends the connection, keep-alive or not"""
        for lines in (b"Host: a\r\n", b"Host: a\r\nConnection: keep-alive\r\n"):
            with Wire(self.server) as wire:
                wire.send(get(b"/healthz", lines, version=b"HTTP/1.0"))
                answer = wire.answer()
                self.assertEqual((answer.status, answer.closes), (200, True))
                self.assertTrue(wire.is_closed())

    def test_head(self):
        """HEAD has every header of GET and no body, also where it is refused"""
        for path in (b"/", b"/easy", b"/healthz", b"/nowhere", b"/feedback"):
            with self.subTest(path), Wire(self.server) as wire:
                wire.send(get(path, method=b"HEAD") + get(path))
                short, whole = wire.answer(to_head=True), wire.answer()
                self.assertEqual(short.head, whole.head)

    def test_pipelined(self):
        """a hundred pipelined posts are answered in order, each with its own receipt; then the connection ends"""
        with Wire(self.server) as wire:
            wire.send(b"".join(post({"feedback": f"number {n}"}) for n in range(120)))
            answers = [self.count(wire.answer()) for _ in range(100)]
            self.assertEqual({answer.status for answer in answers}, {201})
            self.assertEqual(len({answer.json()["receipt"] for answer in answers}), 100)
            self.assertEqual([answer.closes for answer in answers], [False] * 99 + [True])
            self.assertTrue(wire.is_closed())

    def test_after_errors(self):
        """after a refused answer the connection still serves, and nobody gets another's words"""
        with Wire(self.server) as wire:
            for number in range(20):
                wire.send(post({"feedback": f"secret {number}", "mood": "odd"}))
                refused = wire.answer()
                self.assertEqual((refused.status, refused.closes), (422, False))
                wire.send(GOOD)
                self.assertEqual(self.count(wire.answer()).status, 201)
            wire.send(get(b"/"))
            self.assertNotIn(b"secret", wire.answer().body)

    def test_continue(self):
        """who waits to be told to go on is told; who sends too much or the wrong thing hears why not"""
        head, body = post({"rating": "good"}, "Expect: 100-continue").split(b"\r\n\r\n", 1)
        with Wire(self.server) as wire:
            wire.send(head + b"\r\n\r\n")
            while b"\r\n\r\n" not in wire.read and wire.more():
                pass
            self.assertEqual(wire.read, b"HTTP/1.1 100 Continue\r\n\r\n")
            wire.send(body)
            self.assertEqual(self.count(wire.answer()).status, 201)
        waits = b"Expect: 100-continue\r\n"
        cases = [
            ("too much", 413, bare_post(JSON + b"Content-Length: 99999999\r\n" + waits, b"")),
            ("no such page", 404, bare_post(JSON + b"Content-Length: 9\r\n" + waits, b"", path=b"/nope")),
            ("the wrong method", 405, bare_post(JSON + b"Content-Length: 9\r\n" + waits, b"", path=b"/")),
            ("the wrong type", 415, bare_post(b"Content-Type: a/b\r\nContent-Length: 9\r\n" + waits, b"")),
            ("no type", 415, bare_post(b"Content-Length: 9\r\n" + waits, b"")),
            ("another site", 403, bare_post(JSON + b"Content-Length: 9\r\nOrigin: null\r\n" + waits, b"")),
        ]
        for why, status, head in cases:
            with self.subTest(why), Wire(self.server) as wire:
                wire.send(head)
                answer = wire.answer()
                self.assertEqual((answer.status, answer.closes), (status, True))
                wire.send(b"[1, 2, 3]" + GOOD)  # all the same: thrown away
                self.assertTrue(wire.is_closed())

    def test_byte_by_byte(self):
        """a request in pieces of one byte is the same request"""
        with Wire(self.server) as wire:
            for at in range(len(GOOD)):
                wire.send(GOOD[at:at + 1])
            self.assertEqual(self.count(wire.answer()).status, 201)

    def test_hundred_megabytes(self):
        """a body of 100 MB, announced, unannounced or chunked, is refused at its head and costs nothing"""
        for line in (b"Content-Length: 100000000\r\n", b"", b"Transfer-Encoding: chunked\r\n"):
            with Wire(self.server) as wire:
                wire.send(bare_post(JSON + line, b""))
                for _ in range(1600):
                    if not wire.send(b"a" * 65536):
                        break
                self.assertIn(wire.answer().status, (0, 411, 413))  # 0: the end came before it could be read
        self.expect_small()

    def test_replays(self):
        """a hundred replays of a post with its key make one row; the key with other words is 409"""
        data = post({"feedback": "said once"}, "Idempotency-Key: 7a1f")
        answers = [self.ask(data) for _ in range(100)]
        self.assertEqual({answer.status for answer in answers}, {201})
        self.assertEqual(len({json.dumps(answer.json()) for answer in answers}), 1)
        other = self.ask(post({"feedback": "said otherwise"}, "Idempotency-Key: 7a1f"))
        self.assertEqual(other.status, 409)
        self.acknowledged -= 99
