"""The peer of the slot: what a good programmer writes in an hour with Flask, PyNaCl and SQLite.

It checks little, seals each post to a public key, keeps it under a random integer key, and answers after the commit.
"""

import json
import os
import secrets
import sqlite3
import sys

SCHEMA = "CREATE TABLE sealed_submissions (key INTEGER PRIMARY KEY, month TEXT NOT NULL, sealed BLOB NOT NULL)"
INSERT = "INSERT INTO sealed_submissions VALUES (?, ?, ?)"
PADDED = 1024


def connect():
    database = sqlite3.connect(os.environ["PEER_DATABASE"], isolation_level=None, timeout=30)
    database.execute("PRAGMA page_size = 8192")
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("PRAGMA synchronous = FULL")
    return database


def random_key():
    return secrets.randbits(63) or 1


def fill(rows):
    """A box as full as ours; what lies in it is never read."""
    database = connect()
    database.execute(SCHEMA)
    database.execute("BEGIN")
    database.executemany(INSERT, ((random_key(), "2026-01", os.urandom(PADDED + 48)) for _ in range(rows)))
    database.execute("COMMIT")


def application():
    """For gunicorn."""
    import flask
    import nacl.public
    import nacl.utils

    app = flask.Flask(__name__)
    box = nacl.public.SealedBox(nacl.public.PrivateKey.generate().public_key)
    databases = []

    @app.post("/api/v1/feedback")
    def take():
        answers = flask.request.get_json()
        if not isinstance(answers, dict) or not any(answers.values()):
            return {"title": "nothing was answered"}, 422
        plaintext = json.dumps({"id": secrets.token_hex(16), "answers": answers}).encode() + b"\x80"
        sealed = box.encrypt(plaintext + bytes(-len(plaintext) % PADDED))
        if not databases:
            databases.append(connect())  # one for each process, made after the fork
        databases[0].execute(INSERT, (random_key(), "2026-01", sealed))
        return {"receipt": secrets.token_hex(10), "month": "2026-01"}, 201

    return app


if __name__ == "__main__":
    fill(int(sys.argv[1]))
