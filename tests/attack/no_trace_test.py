"""What was posted is nowhere but in the seal: not in files, not in what the server says, not in its memory."""

import os
import pathlib
import time
import unittest

from wire import AttackTest, Wire, is_sanitized, post

# Seconds between the last answer and the look into the memory; the promise is a minute.
WAIT = int(os.environ.get("NO_TRACE_WAIT", "2"))


def marker(number):
    """Distinct in every 12 bytes, so that a piece of one is found as well."""
    return f"zq{number:03}heronwading{number * 7919:06}kingfisher"


class Marked:
    """Hands out markers and remembers which piece stood where."""

    def __init__(self):
        self.where = {}

    def __call__(self, where):
        text = marker(len(self.where))
        self.where[text] = where
        return text

    def found_in(self, data):
        return sorted({where for text, where in self.where.items() if text[:16].encode() in data})


def multipart(fields):
    parts = "".join(f'--weir\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
                    for name, value in fields.items())
    return (parts + "--weir--\r\n").encode()


class NoTrace(AttackTest):
    def setUp(self):
        super().setUp()
        self.marked = Marked()

    def after_the_attack(self):
        super().after_the_attack()
        self.assertEqual(self.marked.found_in(self.server.errors.encode()), [], "nor in what the server said")

    def headers(self):
        return [f"{name}: {self.marked('the header ' + name)}"
                for name in ("User-Agent", "X-Forwarded-For", "X-Real-IP", "Forwarded", "Referer", "Cookie", "Via",
                             "Accept-Language", "Authorization", "From", "X-Custom", "Idempotency-Key")]

    def post_everywhere(self):
        new = self.marked
        stored = [
            post({"feedback": new("JSON") + " " * 5000, "working_well": new("JSON, second")}, *self.headers(),
                 path=f"/api/v1/feedback?{new('the query')}"),
            post({"feedback": "\n\"" + new("JSON, escaped") + "\\", "risk_now": True}),
            post({"feedback": new("JSON, urgent") + " he will kill himself tonight"}),
            post({"feedback": new("JSON, long") + "ä" * 9000}),
        ]
        form = f"feedback={new('form')}&could_be_better={new('form, second')}&step="
        multi = {"feedback": new("multipart"), "website": new("the trap"), "step": "send"}
        kinds = [("application/x-www-form-urlencoded", (form + "check").encode()),
                 ("application/x-www-form-urlencoded", (form + "change").encode()),
                 ("application/x-www-form-urlencoded", (form + "send&mood=" + new("form, refused")).encode()),
                 ("application/x-www-form-urlencoded", (form + "send").encode()),
                 ("multipart/form-data; boundary=weir", multipart(multi))]
        refused = [
            post({new("an unknown key"): new("its value")}),
            post({"rating": new("an unknown value")}),
            post({"feedback": new("beside null"), "rating": None}),
            post(b'{"feedback": "' + new("not JSON").encode()),
            post({"feedback": new("from another site")}, "Origin: http://" + new("the Origin")),
            post({"feedback": new("the wrong type")}, type_="text/" + new("the type")),
            f"GET /{new('the path')} HTTP/1.1\r\nHost: {new('the Host')}\r\n\r\n".encode(),
            f"{new('the method')[:30]} / HTTP/1.1\r\nHost: a\r\n\r\n".encode(),
            f"GET / HTTP/1.1\r\nHost: a\r\n{new('a bad header')}\r\n\r\n".encode(),
        ]
        for data in stored + refused:
            self.ask(data)
        with Wire(self.server) as wire:  # one connection for many: what is kept of the last one?
            for type_, body in kinds:
                wire.send(post(body, path="/feedback", type_=type_))
                answer = wire.answer()
                self.assertIn(answer.status, (200, 422))
                self.acknowledged += b"hank you" in answer.body
        for text in (new("a head that never ended"), new("a body that never ended")):
            with Wire(self.server) as wire:
                wire.send(post(text.encode())[:-5])
        self.assertGreaterEqual(self.acknowledged, 6)

    def memory(self):
        """Every writable page of the process."""
        process = pathlib.Path(f"/proc/{self.server.process.pid}")
        with open(process / "mem", "rb", buffering=0) as memory:
            for line in (process / "maps").read_text(encoding="utf-8").splitlines():
                if " rw" not in line or "[v" in line:
                    continue
                begin, end = (int(part, 16) for part in line.split(" ", 1)[0].split("-"))
                memory.seek(begin)
                yield memory.read(end - begin)

    def test_files_and_words(self):
        """no marker stands in the database, its log, another file of the box, or in what the server said"""
        self.post_everywhere()
        for path in self.box.folder.rglob("*"):
            if path.is_file():
                self.assertEqual(self.marked.found_in(path.read_bytes()), [], path)
        for link in pathlib.Path(f"/proc/{self.server.process.pid}/fd").iterdir():
            target = os.readlink(link)
            self.assertFalse(target.startswith("/") and not target.startswith((str(self.box.folder), "/dev/")), target)

    @unittest.skipIf(is_sanitized(), "a sanitizer keeps freed memory to find mistakes in its use")
    @unittest.skipUnless(os.geteuid() == 0, "only root may look into a process that is not dumpable")
    def test_memory(self):
        """a moment after the last answer no marker is left in the memory of the server"""
        self.post_everywhere()
        time.sleep(WAIT)
        whole = b"\n".join(self.memory())
        self.assertTrue(b"working_well" in whole, "what is kept on purpose, the form, is found in it")
        self.assertEqual(self.marked.found_in(whole), [])

    def test_no_dump(self):
        """the process writes no core"""
        limits = pathlib.Path(f"/proc/{self.server.process.pid}/limits").read_text(encoding="utf-8")
        self.assertRegex(limits, r"Max core file size +0 +0 ")
