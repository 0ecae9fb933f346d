"""What the scripts share: the programs, a box ready made, a server, a month ago."""

import contextlib
import datetime
import functools
import hashlib
import http.client
import json
import os
import pathlib
import re
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import threading
import unittest

HOUSE = pathlib.Path(__file__).resolve().parent.parent.parent
PROGRAMS = pathlib.Path(os.environ.get("POSTBOX_PROGRAMS", HOUSE / "build"))
POSTBOX = PROGRAMS / "postbox"
SERVER = PROGRAMS / "postbox-server"

# sysexits.h, as far as the programs use it.
OK, USAGE, DATA, NO_INPUT = 0, 64, 65, 66
CANNOT_CREATE, TRY_AGAIN, NO_PERMISSION, CONFIG = 73, 75, 77, 78

PASSPHRASE = "three herons on the weir"
SAFEGUARDING_PASSPHRASE = "a lamp in the lower window"


def month(back):
    """The month so many months ago, as YYYY-MM; negative: to come. UTC is near enough: closed stays closed."""
    today = datetime.datetime.now(datetime.timezone.utc)
    count = today.year * 12 + today.month - 1 - back
    return f"{count // 12:04}-{count % 12 + 1:02}"


def run(program, *arguments, text=None, cwd=None, environment=None):
    """Standard input is never a terminal here: a program that would ask for a passphrase must say so instead."""
    return subprocess.run(
        [str(program), *map(str, arguments)], input=text if text is not None else "", cwd=cwd, timeout=120,
        env={**os.environ, **(environment or {})}, text=True, encoding="utf-8", capture_output=True, check=False)


def lines(*submissions):
    return "".join(json.dumps(submission, ensure_ascii=False) + "\n" for submission in submissions)


def simple(text="The bus was on time all week.", **answers):
    """A submission that finds a recipient: one service, one district, whatever the words are taken for."""
    return {"feedback": text, "areas": ["transport"], "only_to": ["transport"], "district": "carlisle", "rating": "good"} | answers


class Box:
    """A box's folder, with its passphrases beside it (a passphrase in the box would be a poor example)."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.passphrase_file = self.folder.parent / "box-passphrase"
        self.safeguarding_file = self.folder.parent / "safeguarding-passphrase"

    def write_passphrases(self):
        self.passphrase_file.write_text(PASSPHRASE + "\n", encoding="utf-8")
        self.safeguarding_file.write_text(SAFEGUARDING_PASSPHRASE + "\n", encoding="utf-8")
        self.passphrase_file.chmod(0o600)
        self.safeguarding_file.chmod(0o600)

    def postbox(self, command, *arguments, text=None):
        return run(POSTBOX, "--dir", self.folder, command, *arguments, text=text)

    def init(self, *arguments):
        return self.postbox("init", "--passphrase-file", self.passphrase_file,
                            "--safeguarding-passphrase-file", self.safeguarding_file, *arguments)

    def import_lines(self, back, *submissions):
        return self.postbox("import", "-", "--month", month(back), text=lines(*submissions))

    def empty(self, *arguments):
        return self.postbox("empty", "--passphrase-file", self.passphrase_file, *arguments)

    def empty_command(self, *arguments):
        return [str(POSTBOX), "--dir", str(self.folder), "empty", "--passphrase-file", str(self.passphrase_file),
                *arguments]

    @property
    def exports(self):
        return self.folder / "exports"

    def packs(self):
        return sorted(path.name for path in self.exports.iterdir()) if self.exports.is_dir() else []

    def manifest(self, pack):
        return json.loads((self.exports / pack / "manifest.json").read_text(encoding="utf-8"))

    def words(self, pattern="*/*/feedback.jsonl"):
        """All exported lines, as text."""
        return "".join(path.read_text(encoding="utf-8") for path in sorted(self.exports.glob(pattern)))

    def database(self):
        return contextlib.closing(sqlite3.connect(self.folder / "box.db", timeout=10))

    def stored(self):
        with self.database() as database:
            return database.execute("SELECT count(*) FROM sealed_submissions").fetchone()[0]

    def fingerprint(self):
        """Every file of the box with its bytes, to see that nothing was changed."""
        return fingerprint(self.folder)


def fingerprint(folder):
    """{path: SHA-256} of all files under `folder`; folders stand with a slash."""
    return {
        path.relative_to(folder).as_posix() + ("/" if path.is_dir() else ""):
            "" if path.is_dir() else hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(pathlib.Path(folder).rglob("*"))
    }


MAKING = threading.Lock()  # several classes of tests may begin at the same time


@functools.cache
def box_ready_made():
    """One box for all: a key under Argon2id takes its second, and is tested where `init` is."""
    folder = tempfile.TemporaryDirectory(prefix="postbox-cli-")
    box = Box(pathlib.Path(folder.name) / "box")
    box.write_passphrases()
    made = box.init()
    if made.returncode != OK:
        raise RuntimeError(f"init ended with {made.returncode}: {made.stderr}")
    return folder, box


class BoxTest(unittest.TestCase):
    """Each test has its own copy of a box that was made and never used."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="postbox-cli-")
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        with MAKING:
            _, ready_made = box_ready_made()
        self.box = self.copy_of(ready_made, "box")

    def copy_of(self, box, name):
        shutil.copytree(box.folder, self.folder / name)
        copy = Box(self.folder / name)
        copy.write_passphrases()
        return copy

    def expect(self, result, code, *said):
        """The exit code, and words that standard error must have."""
        self.assertEqual(result.returncode, code, f"standard error: {result.stderr}")
        for words in said:
            self.assertIn(words, result.stderr)
        return result


class RunningServer:
    """postbox-server on a free port of this machine; `with` ends it."""

    def __init__(self, box, *arguments, under=(), program=SERVER):
        """`under`: a program and its arguments that start the server and put it in their own place. `program`: one
        that was installed elsewhere."""
        self.process = subprocess.Popen(
            [*under, str(program), "--dir", str(box.folder), "--listen", "127.0.0.1:0", *arguments],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8")
        announced = self.process.stdout.readline()
        if announced.startswith("metrics on "):
            self.metrics = announced.removeprefix("metrics on ").removesuffix("/metrics\n")
            announced = self.process.stdout.readline()
        match = re.fullmatch(r"listening on http://([0-9.]+):([0-9]+)\n", announced)
        if not match:
            self.process.kill()
            raise RuntimeError(f"the server said {announced!r} and {self.process.stderr.read()!r}")
        self.host, self.port = match[1], int(match[2])

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()

    def connect(self):
        return http.client.HTTPConnection(self.host, self.port, timeout=15)

    def ask(self, method, path, body=None, headers=None):
        """(status, headers, body as text)"""
        with contextlib.closing(self.connect()) as connection:
            connection.request(method, path, body=body, headers=headers or {})
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read().decode("utf-8")

    def post(self, submission):
        status, _, body = self.ask("POST", "/api/v1/feedback", json.dumps(submission).encode(),
                                   {"Content-Type": "application/json"})
        return status, json.loads(body)

    def stop(self, by=signal.SIGTERM):
        """The exit code: negative for a signal that the server did not take care of."""
        if self.process.stdout.closed:
            return self.process.returncode  # stopped before
        if self.process.poll() is None:
            self.process.send_signal(by)
        try:
            code = self.process.wait(timeout=30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise
        self.process.stdout.close()
        self.errors = self.process.stderr.read()
        self.process.stderr.close()
        return code
