"""The program that faces the public contains nothing that opens."""

import re
import subprocess
import unittest

import support

OPENING = ["crypto_box_seal_open", "crypto_secretbox_open_easy", "crypto_pwhash", "SecretKeys", "Passphrase"]


def symbols(program):
    """Every word of every symbol, defined or asked of a library, C++ names spelt out."""
    words = set()
    for options in (["-C"], ["-C", "-D"]):
        listed = subprocess.run(["nm", *options, str(program)], capture_output=True, text=True, check=True)
        words.update(re.findall(r"[A-Za-z_][A-Za-z_0-9]*", listed.stdout))
    return words


class Symbols(unittest.TestCase):
    def test_server(self):
        """postbox-server can seal and has no opener"""
        found = symbols(support.SERVER)
        self.assertIn("crypto_box_seal", found)
        self.assertEqual([name for name in OPENING if name in found], [])

    def test_keeper(self):
        """postbox has the opener, so that the check above can fail"""
        found = symbols(support.POSTBOX)
        self.assertEqual([name for name in OPENING if name not in found], [])
