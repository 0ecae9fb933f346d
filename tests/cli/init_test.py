"""postbox init: a new box, never over an old one."""

import pathlib
import stat
import tempfile
import unittest

import support
from support import CANNOT_CREATE, NO_PERMISSION, OK, Box


class Init(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="postbox-cli-")
        self.addCleanup(folder.cleanup)
        self.box = Box(pathlib.Path(folder.name) / "box")
        self.box.write_passphrases()

    def mode_of(self, path):
        return stat.S_IMODE(path.stat().st_mode)

    def test_makes(self):
        """makes the files of a box, the secret ones for their owner alone"""
        made = self.box.init()
        self.assertEqual(made.returncode, OK, made.stderr)
        for name in ("postbox.toml", "box.pub", "safeguarding.pub", "box.db", "keys/box.key", "keys/safeguarding.key"):
            self.assertTrue((self.box.folder / name).is_file(), name)
        self.assertEqual(self.mode_of(self.box.folder / "keys"), 0o700)
        for name in ("box.key", "safeguarding.key"):
            self.assertEqual(self.mode_of(self.box.folder / "keys" / name), 0o600)
        self.assertIn("-", made.stdout, "the fingerprints go to standard output")

    def test_never_overwrites(self):
        """never overwrites a box"""
        self.assertEqual(self.box.init().returncode, OK)
        before = self.box.fingerprint()
        again = self.box.init()
        self.assertEqual(again.returncode, CANNOT_CREATE, again.stderr)
        self.assertEqual(self.box.fingerprint(), before)

    def test_keys_elsewhere(self):
        """--keys-dir puts the secret keys elsewhere, and nothing secret stays in the box"""
        keys = self.box.folder.parent / "stick"
        made = self.box.init("--keys-dir", keys)
        self.assertEqual(made.returncode, OK, made.stderr)
        self.assertTrue((keys / "box.key").is_file())
        self.assertEqual(list(self.box.folder.rglob("*.key")), [])
        self.assertEqual(self.box.import_lines(1, support.simple()).returncode, OK)
        emptied = self.box.empty()
        self.assertEqual(emptied.returncode, OK, emptied.stderr)

    def test_one_passphrase(self):
        """one passphrase for both keys is allowed, with a warning"""
        made = self.box.postbox("init", "--passphrase-file", self.box.passphrase_file,
                                "--safeguarding-passphrase-file", self.box.passphrase_file)
        self.assertEqual(made.returncode, OK, made.stderr)
        self.assertIn("passphrase", made.stderr)

    def test_no_passphrase(self):
        """without a passphrase and without a terminal to ask on there is no box"""
        asked = self.box.postbox("init")
        self.assertEqual(asked.returncode, NO_PERMISSION, asked.stderr)
        self.assertFalse((self.box.folder / "box.pub").exists())

    def test_no_place(self):
        """a folder that cannot be made is said to be so"""
        made = Box("/dev/null/box").postbox("init", "--passphrase-file", self.box.passphrase_file,
                                            "--safeguarding-passphrase-file", self.box.safeguarding_file)
        self.assertEqual(made.returncode, CANNOT_CREATE, made.stderr)
