"""postbox resort: what people sorted again, as a spreadsheet gives it back."""

import csv
import io
import json
import re
import zipfile

from support import DATA, NO_INPUT, NO_PERMISSION, OK, BoxTest, month

NOBODY_NAMED = {"feedback": "It rained all day.", "district": "carlisle"}


class Resort(BoxTest):
    def setUp(self):
        super().setUp()
        self.expect(self.box.import_lines(1, NOBODY_NAMED, NOBODY_NAMED | {"feedback": "Jo Bell was in the rain."}), OK)
        self.expect(self.box.empty(), OK)
        self.unsorted = self.box.exports / month(1) / "unsorted"

    def rows(self, pack, recipient):
        path = self.box.exports / pack / recipient / "feedback.jsonl"
        return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()] if path.exists() else []

    def filled_csv(self, *answers, separator=","):
        """feedback.csv with send_to filled in row by row, saved as a spreadsheet would."""
        with (self.unsorted / "feedback.csv").open(encoding="utf-8-sig", newline="") as given:
            table = list(csv.DictReader(given))
        for row, answer in zip(table, answers):
            row["send_to"] = answer
        filled = io.StringIO(newline="")
        writer = csv.DictWriter(filled, table[0].keys(), delimiter=separator)
        writer.writeheader()
        writer.writerows(table)
        path = self.folder / "filled.csv"
        path.write_text(filled.getvalue(), encoding="utf-8")
        return path

    def filled_workbook(self, answer):
        """feedback.xlsx with the answer typed into send_to of its first row, as an inline string."""
        path = self.folder / "filled.xlsx"
        with zipfile.ZipFile(self.unsorted / "feedback.xlsx") as given, zipfile.ZipFile(path, "w") as filled:
            for name in given.namelist():
                part = given.read(name)
                if name == "xl/worksheets/sheet3.xml":
                    text = part.decode("utf-8")
                    head = re.search(r'<row r="2".*?</row>', text, re.DOTALL)[0]
                    last = sorted(re.findall(r'<c r="([A-Z]+)1"', text), key=lambda c: (len(c), c))[-1]
                    rest = re.sub(rf'<c r="{last}2"[^>]*/>', "", head)
                    typed = rest.replace("</row>",
                                         f'<c r="{last}2" t="inlineStr"><is><t>{answer}</t></is></c></row>')
                    part = text.replace(head, typed).encode()
                filled.writestr(name, part)
        return path

    def resort(self, path, *arguments):
        return self.box.postbox("resort", path, "--passphrase-file", self.box.passphrase_file, *arguments)

    def test_csv(self):
        """a CSV that was filled in goes out with the next emptying, and only what was filled in"""
        said = self.expect(self.resort(self.filled_csv("transport", ""), "--json"), OK)
        self.assertEqual(json.loads(said.stdout), {"kept": 1, "left_empty": 1, "dry_run": False})
        self.expect(self.box.empty(), OK)
        self.assertEqual(self.box.packs(), [month(1), month(1) + ".2"])
        self.assertEqual(len(self.rows(month(1) + ".2", "cumberland-transport")), 1)
        self.assertEqual(self.box.manifest(month(1) + ".2")["read"], 1)
        self.expect(self.box.empty(), OK)
        self.assertEqual(len(self.box.packs()), 2)

    def test_workbook(self):
        """the workbook itself, with a name of the form instead of a code"""
        self.expect(self.resort(self.filled_workbook("Getting to school or college")), OK)
        self.expect(self.box.empty(), OK)
        self.assertEqual(len(self.rows(month(1) + ".2", "cumberland-transport")), 1)

    def test_semicolons(self):
        """saved where a comma is the decimal sign; two areas in one cell"""
        self.expect(self.resort(self.filled_csv("ehcp; transport", "camhs", separator=";")), OK)
        self.expect(self.box.empty(), OK)
        for recipient in ("cumberland-ehcp", "cumberland-transport", "cntw-camhs"):
            self.assertEqual(len(self.rows(month(1) + ".2", recipient)), 1, recipient)

    def test_labels(self):
        """--labels offers the redacted words with the person's areas, and never writes over a file"""
        labels = self.folder / "labels.jsonl"
        self.expect(self.resort(self.filled_csv("transport", "camhs"), "--labels", labels), OK, "read each")
        lines = [json.loads(line) for line in labels.read_text(encoding="utf-8").splitlines()]
        self.assertEqual(sorted(line["areas"] for line in lines), [["camhs"], ["transport"]])
        self.assertNotIn("Jo Bell", labels.read_text(encoding="utf-8"))
        self.assertEqual(labels.stat().st_mode & 0o777, 0o600)
        before = labels.read_bytes()
        self.assertNotEqual(self.resort(self.filled_csv("transport"), "--labels", labels).returncode, OK)
        self.assertEqual(labels.read_bytes(), before)

    def test_refusals(self):
        """a slip is named by its row, and nothing is kept"""
        before = self.box.fingerprint()
        other = self.folder / "other.csv"
        other.write_text("reference,send_to\naaaaaaaaaaaa,transport\n", encoding="utf-8")
        words = self.folder / "words.txt"
        words.write_text("Jo Bell\n", encoding="utf-8")
        for path, code, said in ((self.filled_csv("transprt"), DATA, "row 2"),
                                 (other, DATA, "aaaaaaaaaaaa"),
                                 (words, DATA, "send_to"),
                                 (self.folder / "none.xlsx", NO_INPUT, "feedback.xlsx")):
            with self.subTest(path.name):
                result = self.expect(self.resort(path), code, said)
                self.assertNotIn("Jo Bell", result.stderr + result.stdout)
        self.expect(self.box.postbox("resort", self.filled_csv("transport")), NO_PERMISSION)
        with self.box.database() as database:
            self.assertEqual(database.execute("SELECT count(*) FROM corrections").fetchone()[0], 0)
        self.assertEqual(set(before) - set(self.box.fingerprint()), set())

    def test_rehearsal(self):
        """--dry-run keeps nothing; nothing filled in asks for no passphrase"""
        self.expect(self.resort(self.filled_csv("transport"), "--dry-run"), OK)
        with self.box.database() as database:
            self.assertEqual(database.execute("SELECT count(*) FROM corrections").fetchone()[0], 0)
        said = self.expect(self.box.postbox("resort", self.unsorted / "feedback.csv"), OK)
        self.assertIn("2 without send_to", said.stdout)
