"""postbox-server in an operator's hands: check, metrics, reload of keys, service manager."""

import pathlib
import re
import signal
import socket
import tempfile
import urllib.error
import urllib.request

import support
from support import OK, USAGE, BoxTest, RunningServer, simple


def key_ids(box):
    """The key ids of all sealed rows: bytes 5 to 12 of a record."""
    with box.database() as database:
        return {bytes(sealed[5:13]).hex() for (sealed,) in database.execute("SELECT sealed FROM sealed_submissions")}


class Operate(BoxTest):
    def test_check(self):
        """--check says that the server could start, or what keeps it from it, and changes nothing"""
        before = self.box.fingerprint()
        good = support.run(support.SERVER, "--dir", self.box.folder, "--check")
        self.expect(good, OK)
        self.assertIn("could start", good.stdout)
        after = {name: sum_ for name, sum_ in self.box.fingerprint().items() if not name.startswith("box.db-")}
        self.assertEqual(after, {name: sum_ for name, sum_ in before.items() if not name.startswith("box.db-")})
        self.box.folder.joinpath("box.pub").write_text("nothing of the kind\n", encoding="utf-8")
        self.expect(support.run(support.SERVER, "--dir", self.box.folder, "--check"), support.NO_PERMISSION, "box.pub")

    def test_metrics(self):
        """metrics are there for this machine alone, tell how full it is, and do not move with a post"""
        with RunningServer(self.box, "--metrics", "127.0.0.1:0") as server:
            page = server.metrics + "/metrics"
            with urllib.request.urlopen(page, timeout=10) as answer:
                first = answer.read().decode()
                self.assertTrue(answer.headers["Content-Type"].startswith("text/plain; version=0.0.4"))
            for number in range(5):
                self.assertEqual(server.post(simple(f"number {number}"))[0], 201)
            with urllib.request.urlopen(page, timeout=10) as answer:
                second = answer.read().decode()
            with self.assertRaises(urllib.error.HTTPError):
                urllib.request.urlopen(server.metrics + "/feedback", timeout=10)
            self.assertEqual(server.ask("GET", "/metrics")[0], 404, "not on the public side")
        value = re.compile(r"^postbox_[a-z_]+ [0-9]+$", re.MULTILINE)
        self.assertGreaterEqual(len(value.findall(first)), 5)
        self.assertIn("\npostbox_storage_works 1\n", first)
        still = [line for line in first.splitlines() if not line.startswith(("postbox_connections ", "postbox_buffered"))]
        self.assertEqual(still, [line for line in second.splitlines()
                                 if not line.startswith(("postbox_connections ", "postbox_buffered"))])
        refused = support.run(support.SERVER, "--dir", self.box.folder, "--listen", "127.0.0.1:0",
                              "--metrics", "0.0.0.0:0")
        self.expect(refused, USAGE, "metrics")

    def hang_up_and_expect(self, server, words):
        server.process.send_signal(signal.SIGHUP)
        while words not in (line := server.process.stderr.readline()):
            self.assertTrue(line, f"it never said: {words}")

    def test_rotation(self):
        """a key is rotated while the server runs: it seals to the new one from SIGHUP on, and all posts come out"""
        with RunningServer(self.box) as server:
            self.assertEqual(server.post(simple("A post of before."))[0], 201)
            self.expect(self.box.postbox("key", "rotate", "--passphrase-file", self.box.passphrase_file), OK, "reload")
            self.assertEqual(server.post(simple("A post between."))[0], 201)
            self.assertEqual(len(key_ids(self.box)), 1, "before the signal nothing changes")
            self.hang_up_and_expect(server, "read anew")
            self.assertEqual(server.post(simple("A post of after."))[0], 201)
            self.assertEqual(len(key_ids(self.box)), 2)
        self.expect(self.box.empty("--up-to-now"), OK)
        words = self.box.words()
        for post in ("A post of before.", "A post between.", "A post of after."):
            self.assertEqual(words.count(post), 1, post)

    def test_reload(self):
        """SIGHUP reads the public keys anew; keys that are none change nothing"""
        other = support.Box(self.folder / "other" / "box")
        other.folder.parent.mkdir()
        other.write_passphrases()
        self.expect(other.init(), OK)
        with RunningServer(self.box) as server:
            self.assertEqual(server.post(simple())[0], 201)
            for name in ("box.pub", "safeguarding.pub"):
                (self.box.folder / name).write_bytes((other.folder / name).read_bytes())
            self.assertEqual(server.post(simple())[0], 201)
            self.assertEqual(len(key_ids(self.box)), 1, "before the signal nothing changes")
            self.hang_up_and_expect(server, "read anew")
            self.assertEqual(server.post(simple())[0], 201)
            self.assertEqual(len(key_ids(self.box)), 2)
            (self.box.folder / "box.pub").write_text("nothing of the kind\n", encoding="utf-8")
            self.hang_up_and_expect(server, "could not be read anew")
            self.assertEqual(server.post(simple())[0], 201)
            self.assertEqual(len(key_ids(self.box)), 2)
        self.assertEqual(self.box.stored(), 4)

    def test_service_manager(self):
        """the service manager hears when the server is ready and when it stops"""
        with tempfile.TemporaryDirectory() as folder, socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
            path = str(pathlib.Path(folder) / "notify")
            manager.bind(path)
            manager.settimeout(10)
            with RunningServer(self.box, under=["env", f"NOTIFY_SOCKET={path}"]) as server:
                self.assertEqual(manager.recv(100), b"READY=1")
                self.assertEqual(server.stop(), OK)
            self.assertEqual(manager.recv(100), b"STOPPING=1")
