"""postbox trends: the figures of all emptyings, published, and shown by the server."""

import json
import os
import time

from support import NO_PERMISSION, OK, USAGE, BoxTest, RunningServer, month, simple

FILES = ["trends.csv", "trends.html", "trends.xlsx"]


class Trends(BoxTest):
    def trends(self, *arguments):
        return self.box.postbox("trends", "--passphrase-file", self.box.passphrase_file, *arguments)

    def published(self):
        folder = self.box.folder / "published"
        return sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []

    def empty_some(self, back, count):
        self.expect(self.box.import_lines(back, *[simple(f"The bus came, number {n}.") for n in range(count)]), OK)
        self.expect(self.box.empty(), OK)

    def test_published(self):
        """what is published is what the board was given last, byte for byte, and grows with each emptying"""
        self.empty_some(2, 6)
        self.expect(self.trends(), OK)
        self.assertEqual(self.published(), FILES)
        self.empty_some(1, 7)
        said = self.trends("--json")
        self.expect(said, OK)
        self.assertEqual(json.loads(said.stdout)["month"], month(1))
        board = self.box.exports / month(1) / "board"
        for name in FILES:
            self.assertEqual((self.box.folder / "published" / name).read_bytes(), (board / name).read_bytes(), name)

    def test_nothing_yet(self):
        """before the first emptying nothing is written, which is a success"""
        said = self.trends()
        self.expect(said, OK)
        self.assertIn("nothing was written", said.stderr)
        self.assertEqual(self.published(), [])

    def test_small_numbers(self):
        """a count that could be somebody is in none of the published files"""
        self.empty_some(1, 3)
        self.expect(self.trends(), OK)
        table = (self.box.folder / "published" / "trends.csv").read_text(encoding="utf-8-sig")
        self.assertIn('"[c]"', table)
        self.assertNotIn('"3"', table)

    def test_elsewhere(self):
        """--out puts them where nobody is shown them"""
        self.empty_some(1, 6)
        self.expect(self.trends("--out", self.folder / "for the board"), OK)
        self.assertEqual(self.published(), [])
        self.assertEqual(sorted(path.name for path in (self.folder / "for the board").iterdir()), FILES)

    def test_keys(self):
        """without the key there are no figures"""
        self.empty_some(1, 6)
        self.expect(self.box.postbox("trends"), NO_PERMISSION)
        self.expect(self.box.postbox("trends", "--passphrase-file", self.box.safeguarding_file), NO_PERMISSION)
        self.expect(self.box.postbox("trends", "now"), USAGE)
        self.assertEqual(self.published(), [])

    def test_served(self):
        """the server shows the page as soon as it is published, and nothing else of the folder"""
        self.empty_some(1, 6)
        with RunningServer(self.box) as server:
            self.assertEqual(server.ask("GET", "/trends")[0], 404)
            self.expect(self.trends(), OK)
            time.sleep(1)  # the page is read again each second
            status, headers, body = server.ask("GET", "/trends")
            self.assertEqual(status, 200)
            self.assertEqual(body, (self.box.folder / "published" / "trends.html").read_text(encoding="utf-8"))
            self.assertIn("style-src 'unsafe-inline'", headers["Content-Security-Policy"])
            self.assertEqual(server.ask("GET", "/trends.csv")[0], 404)
            page = self.box.folder / "published" / "trends.html"
            page.unlink()
            os.mkfifo(page)
            time.sleep(1)
            for _ in range(8):  # more often than there are workers
                self.assertEqual(server.ask("GET", "/trends")[0], 404)
            self.assertEqual(server.ask("GET", "/")[0], 200)
