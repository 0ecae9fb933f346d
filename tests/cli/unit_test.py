"""The unit of systemd as it is installed: no mistake in it, and a user that sees neither keys nor exports."""

import os
import pathlib
import subprocess
import tempfile
import unittest

from support import HOUSE, SERVER

UNIT = HOUSE / "config" / "postbox-server.service"


def verify(text):
    """What systemd says against the unit, and whether it takes it."""
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder) / UNIT.name
        copy.write_text(text.replace("/usr/local/bin/postbox-server", str(SERVER)), encoding="utf-8")
        done = subprocess.run(["systemd-analyze", "verify", "--man=no", copy], text=True, capture_output=True, check=False,
                              env={**os.environ, "SYSTEMD_LOG_LEVEL": "warning"})
        return [line for line in done.stderr.splitlines() if UNIT.name in line], done.returncode


class Unit(unittest.TestCase):
    def test_verify(self):
        """systemd finds no mistake in the unit, and would find one"""
        text = UNIT.read_text(encoding="utf-8")
        self.assertEqual(verify(text), ([], 0))
        said, _ = verify(text.replace("ProtectHome=yes", "ProtectHomes=yes"))
        self.assertTrue(any("ProtectHomes" in line for line in said), said)

    def test_separation(self):
        """its user is not root, and neither keys nor exports of the box are there for it"""
        lines = UNIT.read_text(encoding="utf-8").splitlines()
        self.assertIn("User=postbox", lines)
        hidden = " ".join(line.partition("=")[2] for line in lines if line.startswith("InaccessiblePaths="))
        for folder in ("keys", "exports"):
            self.assertIn(f"-/var/lib/postbox/{folder}", hidden.split())
