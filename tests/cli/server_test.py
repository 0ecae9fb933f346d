"""postbox-server from outside: it starts, answers, stores and ends."""

import json
import os
import re
import signal
import time
import urllib.parse

import support
from support import OK, BoxTest, RunningServer, simple


class Server(BoxTest):
    def test_post_to_pack(self):
        """a post by the API and one by the form are stored, sealed, and come out of the emptying"""
        with RunningServer(self.box) as server:
            status, answer = server.post(simple("lantern over the ford"))
            self.assertEqual(status, 201)
            self.assertRegex(answer["receipt"], r"^[A-Za-z2-7]{20}$")
            self.assertRegex(answer["month"], r"^20\d\d-\d\d$")
            self.assertIs(type(answer["signposts"]), list)
            form = urllib.parse.urlencode(simple("kettle by the weir") | {"step": "send"}, doseq=True)
            status, _, page = server.ask("POST", "/feedback", form.encode(),
                                         {"Content-Type": "application/x-www-form-urlencoded"})
            self.assertEqual(status, 200)
            self.assertIn("hank you", page)
            self.assertEqual(server.stop(), OK, "ends well when it is told to")
        self.assertEqual(self.box.stored(), 2)
        for path in self.box.folder.glob("box.db*"):
            self.assertNotIn(b"lantern", path.read_bytes())
        self.expect(self.box.empty("--up-to-now"), OK)
        self.assertEqual(self.box.words().count("lantern over the ford"), 1)
        self.assertEqual(self.box.words().count("kettle by the weir"), 1)
        for path in self.box.exports.rglob("*"):
            if path.is_file():
                self.assertNotIn(answer["receipt"].encode(), path.read_bytes(), path)

    def test_box_not_in_place(self):
        """a post is not acknowledged where the database was removed, moved, emptied or written over"""
        def remove_all(box):
            for path in box.glob("box.db*"):
                path.unlink()
            (box / "box.db").mkdir()

        def move_onto(box):
            (box / "noise").write_bytes(os.urandom(20_000))
            (box / "noise").rename(box / "box.db")

        ways = [
            ("removed", lambda box: (box / "box.db").unlink()),
            ("moved", lambda box: (box / "box.db").rename(box / "elsewhere")),
            ("all removed, a folder in its place", remove_all),
            ("emptied", lambda box: (box / "box.db").write_bytes(b"")),
            ("written over", lambda box: (box / "box.db").write_bytes(os.urandom(20_000))),
            ("another file moved onto it", move_onto),
            ("its folder moved", lambda box: box.rename(box.with_name(box.name + " moved"))),
        ]
        for number, (why, harm) in enumerate(ways):
            for asks_first in ("/readyz", "a post"):
                with self.subTest(why, asks_first=asks_first):
                    box = self.copy_of(self.box, f"harmed {number} {len(asks_first)}")
                    with RunningServer(box) as server:
                        self.assertEqual(server.post(simple())[0], 201)
                        harm(box.folder)
                        if asks_first == "/readyz":
                            self.assertEqual(server.ask("GET", "/readyz")[0], 503)
                        for _ in range(2):
                            self.assertEqual(server.post(simple())[0], 503)
                            self.assertEqual(server.ask("GET", "/readyz")[0], 503)
                        self.assertEqual(server.ask("GET", "/healthz")[0], 200)
                        self.assertEqual(server.stop(), OK)
                    self.assertEqual(server.errors.count("no longer the file that was opened"), 1, server.errors)

    def test_box_back_in_place(self):
        """a database that is moved back is used again, and a log that was removed costs no post"""
        def becomes_ready(server):
            for _ in range(100):
                if server.ask("GET", "/readyz")[0] == 200:
                    return
                time.sleep(0.1)
            self.fail("not ready again")

        with RunningServer(self.box) as server:
            self.assertEqual(server.post(simple("first"))[0], 201)
            database, away = self.box.folder / "box.db", self.box.folder / "away"
            database.rename(away)
            self.assertEqual(server.post(simple("refused"))[0], 503)
            away.rename(database)
            becomes_ready(server)
            self.assertEqual(server.post(simple("second"))[0], 201)
            (self.box.folder / "box.db-wal").unlink()
            self.assertEqual(server.ask("GET", "/readyz")[0], 503)
            becomes_ready(server)
            self.assertEqual(server.post(simple("third"))[0], 201)
            self.assertEqual(server.stop(by=signal.SIGKILL), -signal.SIGKILL)
        self.assertEqual(self.box.stored(), 3)

    def test_check_page(self):
        """the check page stores nothing"""
        with RunningServer(self.box) as server:
            form = urllib.parse.urlencode({"feedback": "to be looked at", "step": "check"})
            status, _, page = server.ask("POST", "/feedback", form.encode(),
                                         {"Content-Type": "application/x-www-form-urlencoded"})
        self.assertEqual(status, 200)
        self.assertIn("to be looked at", page)
        self.assertEqual(self.box.stored(), 0)

    def test_pages(self):
        """the pages that monitors and people ask for are there, and set no cookie"""
        with RunningServer(self.box) as server:
            for path, type_ in [("/", "text/html"), ("/easy", "text/html"), ("/for-someone", "text/html"),
                                ("/api/v1/form", "application/json"), ("/api/openapi.json", "application/json"),
                                ("/healthz", ""), ("/readyz", "")]:
                with self.subTest(path):
                    status, headers, body = server.ask("GET", path)
                    self.assertEqual(status, 200)
                    self.assertTrue(headers.get("Content-Type", "").startswith(type_))
                    self.assertIsNone(headers.get("Set-Cookie"))
                    if type_ == "text/html":
                        # The box's own script may stand there, no other, and none between the lines.
                        rest = body.replace('<script src="/page.js" defer></script>', "", 1)
                        self.assertFalse(re.search(r"<script|https?://(?!127)[^\s\"']*\.(js|css)", rest), path)

    def test_refusals(self):
        """what cannot be taken is refused as problem+json, and nothing is stored"""
        cases = [
            ("unknown key", 422, b'{"mood": "fine"}', "application/json"),
            ("unknown value", 422, b'{"rating": "splendid"}', "application/json"),
            ("blank", 422, b'{"feedback": " "}', "application/json"),
            ("a list", 422, b"[]", "application/json"),
            ("not JSON", 400, b"{", "application/json"),
            ("the same key twice", 400, b'{"feedback": "a", "feedback": "b"}', "application/json"),
            ("a NUL after it", 400, b'{"rating": "good"}\0', "application/json"),
            ("too large", 413, b'{"feedback": "' + b"a" * 200000 + b'"}', "application/json"),
            ("no JSON by its name", 415, b'{"rating": "good"}', "text/plain"),
        ]
        with RunningServer(self.box) as server:
            for why, expected, body, type_ in cases:
                with self.subTest(why):
                    status, headers, text = server.ask("POST", "/api/v1/feedback", body, {"Content-Type": type_})
                    self.assertEqual(status, expected, text)
                    self.assertEqual(headers["Content-Type"].split(";")[0], "application/problem+json")
                    self.assertTrue(json.loads(text)["type"].startswith("/problems/"))
            status, headers, _ = server.ask("GET", "/api/v1/feedback")
            self.assertEqual((status, "POST" in headers["Allow"]), (405, True))
            self.assertEqual(server.ask("GET", "/keys/box.key")[0], 404)
        self.assertEqual(self.box.stored(), 0)

    def test_two_servers(self):
        """two servers share a box, and both store"""
        with RunningServer(self.box) as one, RunningServer(self.box) as two:
            self.assertEqual(one.post(simple())[0], 201)
            self.assertEqual(two.post(simple())[0], 201)
        self.assertEqual(self.box.stored(), 2)

    def test_separation(self):
        """it warns when it can read a secret key, and refuses to start where separation is required"""
        with RunningServer(self.box) as server:
            server.stop(signal.SIGTERM)
        self.assertIn("key", server.errors)
        settings = self.box.folder / "postbox.toml"
        text = settings.read_text(encoding="utf-8")
        settings.write_text(text.replace("require_separation = false", "require_separation = true"), encoding="utf-8")
        self.assertNotEqual(settings.read_text(encoding="utf-8"), text)
        refused = support.run(support.SERVER, "--dir", self.box.folder, "--listen", "127.0.0.1:0")
        self.assertNotEqual(refused.returncode, OK)
        self.assertIn("require_separation", refused.stderr)
        self.assertNotIn("listening", refused.stdout)
