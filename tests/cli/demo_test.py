"""tools/demo, as a new user would run it."""

import json
import os
import pathlib
import re
import socket
import subprocess
import tempfile
import unittest

import support

DEMO = support.HOUSE / "tools" / "demo"


class Demo(unittest.TestCase):
    def demo(self, *arguments, programs=support.PROGRAMS):
        return subprocess.run([DEMO, *map(str, arguments)], capture_output=True, text=True, timeout=300, check=False,
                              stdin=subprocess.DEVNULL,
                              env={**os.environ, "POSTBOX_PROGRAMS": str(programs)})

    def test_once(self):
        """--once makes a box, fills and empties it, says in a page where to look, and leaves no server"""
        with tempfile.TemporaryDirectory(prefix="postbox-cli-") as folder:
            box = pathlib.Path(folder) / "new"
            ran = self.demo("--once", "--listen", "127.0.0.1:0", "--dir", box)
            self.assertEqual(ran.returncode, 0, ran.stdout + ran.stderr)
            self.assertIn(str(box), ran.stdout)
            exports = box / "exports"
            self.assertIn(f"exports   {exports}\n", ran.stdout)
            self.assertLess(len((ran.stdout + ran.stderr).splitlines()), 60)
            named = re.findall(r"^report    (.*)$", ran.stdout, re.MULTILINE)
            self.assertEqual(named, sorted(str(path) for path in exports.glob(f"{max(os.listdir(exports))}/*/report.html"))[:20])
            self.assertGreater(len(named), 5)
            log = pathlib.Path(re.search(r"^log       (.*)$", ran.stdout, re.MULTILINE)[1]).read_text(encoding="utf-8")
            self.assertEqual(re.findall(r"^report    (.*)$", log, re.MULTILINE),
                             sorted(str(path) for path in exports.rglob("report.html")))
            self.assertIn("opened 12 = delivered", log, "what the programs said")
            manifests = [json.loads(path.read_text(encoding="utf-8")) for path in exports.glob("*/manifest.json")]
            self.assertEqual(len(manifests), 19, "18 past months and the running one")
            imported = int(re.search(r"^(\d+) pieces of feedback", ran.stdout, re.MULTILINE)[1])
            posts = (support.HOUSE / "tools" / "sample" / "posts.jsonl").read_text(encoding="utf-8").splitlines()
            self.assertGreater(imported, 400)
            self.assertEqual(sum(manifest["read"] for manifest in manifests), imported + len(posts))
            self.assertEqual(sum(manifest["refused"] for manifest in manifests), 0)
            self.assertGreaterEqual(sum(manifest["held"] for manifest in manifests), 2)
            self.find_planted_shift(exports, ran.stdout)
            address = re.search(r"^form      http://127\.0\.0\.1:(\d+)/$", ran.stdout, re.MULTILINE)
            with socket.socket() as probe:
                self.assertNotEqual(probe.connect_ex(("127.0.0.1", int(address[1]))), 0, "the server is gone")

    def find_planted_shift(self, exports, said):
        """the board's last pack is named, and says that transport has changed"""
        board = re.search(r"^board     (.*)$", said, re.MULTILINE)[1]
        page = pathlib.Path(board).read_text(encoding="utf-8")
        self.assertEqual(board, str(sorted(exports.glob("*/board/trends.html"))[-1]))
        section = page[page.index("Getting to school or college</h3>"):]
        self.assertIn("\u25c6", section[:section.index("</section>")], "the mark of a special cause")

    def test_failure(self):
        """a program that fails is named with what it said last, and where all of it stands"""
        with tempfile.TemporaryDirectory(prefix="postbox-cli-") as folder:
            broken = pathlib.Path(folder) / "postbox"
            broken.write_text("#!/bin/sh\necho no room for a box >&2\nexit 74\n", encoding="utf-8")
            broken.chmod(0o755)
            box = pathlib.Path(folder) / "new"
            ran = self.demo("--once", "--listen", "127.0.0.1:0", "--dir", box, programs=folder)
            self.assertEqual(ran.returncode, 1)
            self.assertIn("no room for a box", ran.stderr)
            self.assertIn("ended with 74", ran.stderr)
            self.assertIn(str(box / "demo.log"), ran.stderr)

    def test_port_taken(self):
        """a port that is taken is named at once, with what to try"""
        with socket.create_server(("127.0.0.1", 0)) as other:
            ran = self.demo("--once", "--listen", f"127.0.0.1:{other.getsockname()[1]}")
        self.assertEqual(ran.returncode, 73)
        self.assertIn("--listen", ran.stderr)
        self.assertEqual(ran.stdout, "")

    def test_usage(self):
        """what it does not know is bad usage"""
        for arguments in (["--twice"], ["--listen"], ["--listen", "8080"], ["--dir"]):
            with self.subTest(arguments):
                self.assertEqual(self.demo(*arguments).returncode, 64)
