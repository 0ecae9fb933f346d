"""postbox empty: which months, what it leaves, how it ends."""

import csv
import io
import json
import signal
import subprocess
import time
import zipfile

import support
from support import (CANNOT_CREATE, CONFIG, DATA, NO_PERMISSION, OK, TRY_AGAIN, USAGE, BoxTest, month, simple)


class Empty(BoxTest):
    def check_sums(self, manifest):
        self.assertEqual(manifest["read"], manifest["opened"] + manifest["refused"])
        self.assertEqual(manifest["opened"], manifest["delivered"] + manifest["unsorted"] + manifest["held"])

    def test_closed_months(self):
        """by default every closed month that holds something, and not the running one"""
        for back in (0, 1, 3):
            self.expect(self.box.import_lines(back, simple()), OK)
        self.expect(self.box.empty(), OK)
        self.assertEqual(self.box.packs(), [month(3), month(1)])
        for pack in self.box.packs():
            self.check_sums(self.box.manifest(pack))
            self.assertEqual(self.box.manifest(pack)["delivered"], 1)

    def test_running_month(self):
        """the running month is asked for by --up-to-now; by its name alone it is bad usage"""
        self.expect(self.box.import_lines(0, simple()), OK)
        self.expect(self.box.empty("--month", month(0)), USAGE, "--up-to-now")
        self.assertEqual(self.box.packs(), [])
        self.expect(self.box.empty("--up-to-now"), OK)
        self.assertEqual(self.box.packs(), [month(0)])

    def test_again(self):
        """a month emptied again takes what is new alone, in a folder of its own"""
        self.expect(self.box.import_lines(1, simple("first of them")), OK)
        self.expect(self.box.empty(), OK)
        self.expect(self.box.import_lines(1, simple("second of them")), OK)
        self.expect(self.box.empty(), OK)
        self.assertEqual(self.box.packs(), [month(1), month(1) + ".2"])
        self.assertEqual(self.box.words().count("first of them"), 1)
        self.assertNotIn("first of them", self.box.words(month(1) + ".2/*/feedback.jsonl"))

    def test_nothing_due(self):
        """nothing due is a success that makes no folder"""
        self.expect(self.box.empty(), OK)
        self.assertEqual(self.box.packs(), [])

    def test_month_without_posts(self):
        """a closed month without posts gives a manifest of zeros"""
        self.expect(self.box.empty("--month", month(2)), OK)
        manifest = self.box.manifest(month(2))
        self.assertEqual([manifest[key] for key in ("read", "opened", "refused", "delivered", "unsorted", "held")],
                         [0] * 6)

    def test_dry_run(self):
        """--dry-run says what would be done and does nothing"""
        self.expect(self.box.import_lines(1, simple()), OK)
        self.expect(self.box.empty("--dry-run"), OK)
        self.assertEqual(self.box.packs(), [])
        self.expect(self.box.empty(), OK)
        self.assertEqual(self.box.manifest(month(1))["read"], 1)

    def test_other_languages(self):
        """what is to be translated is told before anything else, in a rehearsal too; danger in any language is held"""
        polish = {"feedback": "Autobus szkolny spóźnia się codziennie i nikt do nas nie dzwoni."}
        danger = {"feedback": "Syn mówi, że chce umrzeć, i nikt do nas nie dzwoni."}
        self.expect(self.box.import_lines(1, polish, danger, simple()), OK)
        rehearsal = self.box.empty("--dry-run")
        self.expect(rehearsal, OK)
        self.assertIn("for translation: 1 in unsorted (Polish 1)", rehearsal.stdout)
        (said,) = json.loads(self.box.empty("--dry-run", "--json").stdout)
        self.assertEqual(said["for_translation"], {"unsorted": {"Polish": 1}})
        emptied = self.box.empty()
        self.expect(emptied, OK)
        told = [line for line in emptied.stderr.splitlines() if line.startswith(("for translation", "warning"))]
        self.assertTrue(told[0].startswith("for translation: 1 in ") and "(Polish 1)" in told[0], told)
        self.assertTrue(any(line.startswith(f"warning: {month(1)}: 1 held") for line in told), told)
        (pack,) = self.box.packs()
        rows = (self.box.exports / pack / "unsorted" / "feedback.jsonl").read_text(encoding="utf-8")
        self.assertIn("[for translation: Polish] Autobus", rows)
        self.assertNotIn("umrzeć", rows)

    def test_rare(self):
        """what could show who is meant waits in unsorted/, and the keeper is told so"""
        self.expect(self.box.import_lines(1, {
            "feedback": "She is the only deaf girl in Year 4 in Shap and the taxi is late.", "district": "eden"}), OK)
        emptied = self.box.empty()
        self.expect(emptied, OK)
        self.assertIn(f"note: {month(1)}: 1 of the unsorted could show who is meant", emptied.stderr)
        (pack,) = self.box.packs()
        self.assertTrue((self.box.exports / pack / "unsorted" / "feedback.csv").is_file())

    def test_out(self):
        """--out delivers elsewhere; a place that cannot be made is said to be so, and nothing is lost"""
        self.expect(self.box.import_lines(1, simple("the words")), OK)
        self.expect(self.box.empty("--out", "/dev/null/out"), CANNOT_CREATE)
        self.expect(self.box.empty("--out", self.folder / "out"), OK)
        self.assertTrue((self.folder / "out" / month(1) / "manifest.json").is_file())
        self.assertEqual(self.box.packs(), [])

    def test_keys(self):
        """a key or passphrase that is wrong, missing or cannot be asked for is 77, and the box stays full"""
        self.expect(self.box.import_lines(1, simple()), OK)
        wrong = self.folder / "wrong"
        wrong.write_text("not this one\n", encoding="utf-8")
        key = self.box.folder / "keys" / "box.key"
        cases = [
            ("wrong", ["empty", "--passphrase-file", wrong]),
            ("nobody to ask", ["empty"]),
            ("no such file", ["empty", "--passphrase-file", self.folder / "none"]),
            ("no such key", ["empty", "--key", self.folder / "none", "--passphrase-file", self.box.passphrase_file]),
            ("the other key", ["empty", "--key", key.with_name("safeguarding.key"), "--passphrase-file",
                               self.box.safeguarding_file]),
        ]
        for why, command in cases:
            with self.subTest(why):
                self.expect(self.box.postbox(*command), NO_PERMISSION)
                self.assertEqual(self.box.packs(), [])
        self.expect(self.box.empty(), OK)

    def test_credentials_directory(self):
        """a passphrase is found in $CREDENTIALS_DIRECTORY"""
        self.expect(self.box.import_lines(1, simple()), OK)
        result = support.run(support.POSTBOX, "--dir", self.box.folder, "empty",
                             environment={"CREDENTIALS_DIRECTORY": str(self.folder)})
        self.expect(result, OK)

    def test_settings(self):
        """a setting that is not known is named with its line and stops the emptying"""
        settings = self.box.folder / "postbox.toml"
        settings.write_text(settings.read_text(encoding="utf-8") + "\nretention_dayz = 9\n", encoding="utf-8")
        self.expect(self.box.empty(), CONFIG, "postbox.toml:", "retention_dayz")

    def test_damaged(self):
        """a record that does not open is counted and kept, the rest go on, and the exit code says so"""
        self.expect(self.box.import_lines(1, *[simple(f"kept {word}") for word in ("one", "two", "three")]), OK)
        with self.box.database() as database:
            key, sealed = database.execute("SELECT key, sealed FROM sealed_submissions LIMIT 1").fetchone()
            middle = len(sealed) // 2
            bent = sealed[:middle] + bytes([sealed[middle] ^ 1]) + sealed[middle + 1:]
            database.execute("UPDATE sealed_submissions SET sealed = ? WHERE key = ?", (bent, key))
            database.commit()
        self.expect(self.box.empty(), DATA)
        manifest = self.box.manifest(month(1))
        self.check_sums(manifest)
        self.assertEqual((manifest["read"], manifest["refused"], manifest["delivered"]), (3, 1, 2))

    def test_cells(self):
        """the CSV has its BOM, its line ends, every field quoted, and no cell that a spreadsheet would run"""
        self.expect(self.box.import_lines(1, simple("=1+1 is what they said")), OK)
        self.expect(self.box.empty(), OK)
        (table,) = self.box.exports.glob("*/*/feedback.csv")
        text = table.read_bytes().decode("utf-8")
        self.assertTrue(text.startswith("\ufeff\""))
        self.assertTrue(text.endswith("\"\r\n"))
        cells = [cell for row in csv.reader(io.StringIO(text[1:], newline="")) for cell in row]
        self.assertTrue(any(cell.endswith("'=1+1 is what they said") for cell in cells), cells)
        self.assertFalse([cell for cell in cells if cell[:1] in "=+-@\t\r" and cell])

    def test_redacted(self):
        """what names a person is in no file of any pack"""
        self.expect(self.box.import_lines(1, simple(
            "Ring me on 07700 900417 or write to a.quayle@example.org, LA99 9ZZ, NHS number 999 000 0018.")), OK)
        self.expect(self.box.empty(), OK)
        seen = 0
        for path in self.box.exports.rglob("*"):
            if path.is_file():
                for part in unpacked(path):
                    seen += b"[email]" in part
                    for secret in (b"900417", b"quayle", b"9ZZ", b"0018"):
                        self.assertNotIn(secret, part, path)
        self.assertGreaterEqual(seen, 3, "the words themselves are there")

    def test_urgent(self):
        """what is urgent is held back from every pack"""
        self.expect(self.box.import_lines(1, simple("he is in danger tonight", risk_now=True), simple()), OK)
        self.expect(self.box.empty(), OK)
        self.assertEqual(self.box.manifest(month(1))["held"], 1)
        for path in self.box.exports.rglob("*"):
            if path.is_file():
                for part in unpacked(path):
                    self.assertNotIn(b"in danger tonight", part, path)

    def test_private(self):
        """the exports are for their owner alone"""
        self.expect(self.box.import_lines(1, simple()), OK)
        self.expect(self.box.empty(), OK)
        self.assertEqual(self.box.exports.stat().st_mode & 0o077, 0)

    def test_two_at_once(self):
        """while one empties, another is told to try again"""
        self.expect(self.box.import_lines(1, *[simple(f"word {n}") for n in range(2000)]), OK)
        first = subprocess.Popen(self.box.empty_command(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            until = time.monotonic() + 60
            while not self.box.packs() and first.poll() is None and time.monotonic() < until:
                time.sleep(0.001)
            first.send_signal(signal.SIGSTOP)
            self.assertIsNone(first.poll(), "the first was over before it could be stopped")
            self.expect(self.box.empty(), TRY_AGAIN)
        finally:
            first.send_signal(signal.SIGCONT)
            self.assertEqual(first.wait(timeout=120), OK)
        self.assertEqual(self.box.manifest(month(1))["read"], 2000)


def unpacked(path):
    """The bytes of a file; of a workbook, of its parts."""
    if path.suffix != ".xlsx":
        return [path.read_bytes()]
    with zipfile.ZipFile(path) as workbook:
        return [workbook.read(name) for name in workbook.namelist()]
