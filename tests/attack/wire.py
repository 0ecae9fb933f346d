"""A client that sends exactly the bytes it is told to, and a server that is watched meanwhile."""

import contextlib
import json
import pathlib
import socket
import time

import support
from support import SERVER, BoxTest, RunningServer, simple

PATIENCE = 15  # seconds that any one wait may take
MEBIBYTE = 1024 * 1024
MEMORY_MAX = 128 * MEBIBYTE


def is_sanitized():
    """Built for finding mistakes, so neither its memory nor its time says anything."""
    program = SERVER.read_bytes()
    return b"__asan_init" in program or b"__tsan_init" in program


class Answer:
    """One answer as it came; status 0: the connection ended before one."""

    def __init__(self, head=b"", body=b""):
        self.head, self.body = head, body
        self.status = int(head.split(b" ", 2)[1]) if head else 0

    def header(self, name):
        for line in self.head.split(b"\r\n")[1:]:
            key, _, value = line.partition(b":")
            if key.lower() == name.lower().encode():
                return value.strip().decode()
        return None

    @property
    def closes(self):
        return self.header("Connection") == "close"

    def json(self):
        return json.loads(self.body)


class Wire:
    """A connection; what is read beyond an answer is kept for the next."""

    def __init__(self, server, receive_buffer=None):
        self.socket = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        if receive_buffer:
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
        self.socket.settimeout(PATIENCE)
        self.socket.connect((server.host, server.port))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.read = b""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.socket.close()

    def send(self, data):
        """False where the other side has gone."""
        try:
            self.socket.sendall(data)
            return True
        except OSError:
            return False

    def more(self):
        """False at the end of the connection, or when patience is."""
        try:
            data = self.socket.recv(65536)
        except OSError:
            return False
        self.read += data
        return bool(data)

    def answer(self, to_head=False):
        """The next answer; those with 100 are passed over."""
        while b"\r\n\r\n" not in self.read:
            if not self.more():
                return Answer()
        head, self.read = self.read.split(b"\r\n\r\n", 1)
        answer = Answer(head)
        if answer.status == 100:
            return self.answer(to_head)
        length = 0 if to_head else int(answer.header("Content-Length"))
        while len(self.read) < length:
            if not self.more():
                return Answer()
        answer.body, self.read = self.read[:length], self.read[length:]
        return answer

    def rest(self):
        """Everything until the other side closes."""
        while self.more():
            pass
        return self.read

    def is_closed(self):
        return self.rest() == b""


def post(body, *headers, path="/api/v1/feedback", type_="application/json", version="HTTP/1.1"):
    """The bytes of an ordinary post; `headers` are whole lines."""
    body = body if isinstance(body, bytes) else json.dumps(body, ensure_ascii=False).encode()
    lines = [f"POST {path} {version}", "Host: localhost", f"Content-Type: {type_}",
             f"Content-Length: {len(body)}", *headers]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


GOOD = post(simple("a lamp by the mill"))


class AttackTest(BoxTest):
    """A server of its own for each test; afterwards it must still be there, answer, and hold what it said."""

    arguments = ()

    def setUp(self):
        super().setUp()
        self.server = RunningServer(self.box, *self.arguments)
        self.addCleanup(self.server.stop)
        self.acknowledged = 0
        self.addCleanup(self.after_the_attack)  # runs first

    def after_the_attack(self):
        if self.server.process.poll() is not None:
            self.fail(f"the server is gone: {self.server.process.stderr.read()}")
        self.honest_post()
        self.assertEqual(self.server.stop(), support.OK, "it ends well")
        self.assertNotIn("unforeseen", self.server.errors)
        self.assertEqual(self.box.stored(), self.acknowledged, "as many rows as acknowledgements")

    def ask(self, data):
        with Wire(self.server) as wire:
            wire.send(data)
            return self.count(wire.answer())

    def count(self, answer):
        self.acknowledged += answer.status == 201
        self.assertNotIn(answer.status, range(500, 503), "503 is the only one of its hundred")
        return answer

    def honest_post(self):
        """An ordinary family gets its answer; the seconds it took."""
        began = time.monotonic()
        answer = self.ask(GOOD)
        self.assertEqual(answer.status, 201, answer.head)
        return time.monotonic() - began

    def memory_peak(self):
        status = pathlib.Path(f"/proc/{self.server.process.pid}/status").read_text(encoding="utf-8")
        line = next(line for line in status.splitlines() if line.startswith("VmHWM:"))
        return int(line.split()[1]) * 1024

    def expect_small(self):
        if not is_sanitized():
            self.assertLess(self.memory_peak(), MEMORY_MAX)

    def open_many(self, count, **options):
        """So many connections, closed when the test ends."""
        crowd = contextlib.ExitStack()
        self.addCleanup(crowd.close)
        return [crowd.enter_context(Wire(self.server, **options)) for _ in range(count)]
