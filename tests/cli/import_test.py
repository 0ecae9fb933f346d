"""postbox import: feedback that came another way, all or none."""

import support
from support import DATA, NO_INPUT, OK, USAGE, BoxTest, lines, month, simple


class Import(BoxTest):
    def test_file_and_standard_input(self):
        """takes a file, and standard input where the file is -"""
        file = self.folder / "paper.jsonl"
        file.write_text(lines(simple(), simple("Second form.")), encoding="utf-8")
        self.expect(self.box.postbox("import", file, "--month", month(1)), OK)
        self.assertEqual(self.box.stored(), 2)
        self.expect(self.box.postbox("import", "-", "--month", month(1), text=lines(simple())), OK)
        self.assertEqual(self.box.stored(), 3)

    def test_all_or_none(self):
        """one bad line refuses the whole file and is named"""
        good = lines(simple())
        cases = [
            ("not JSON", "{\n"),
            ("unknown key", lines({"mood": "fine"})),
            ("unknown value", lines({"rating": "splendid"})),
            ("nothing said", lines({"feedback": "  "})),
            ("a tick that says no is blank", lines({"risk_now": False})),
            ("a list at the top", "[]\n"),
            ("the same key twice", '{"feedback": "a", "feedback": "b"}\n'),
            ("too long", lines({"feedback": "a" * 10001})),
            ("half of a pair of surrogates", '{"feedback": "\\ud800"}\n'),
        ]
        for why, bad in cases:
            with self.subTest(why):
                result = self.box.postbox("import", "-", "--month", month(1), text=good + good + bad + good)
                self.expect(result, DATA, "3")
                self.assertEqual(self.box.stored(), 0)

    def test_longest(self):
        """the longest answers are taken, counted in code points"""
        self.expect(self.box.import_lines(1, {"feedback": "ż" * 10000, "working_well": "😀" * 10000}), OK)
        self.assertEqual(self.box.stored(), 1)

    def test_months(self):
        """the running month is taken, a month to come is bad data, what is no month is bad usage"""
        self.expect(self.box.postbox("import", "-", "--month", month(0), text=lines(simple())), OK)
        self.expect(self.box.postbox("import", "-", "--month", month(-2), text=lines(simple())), DATA)
        for wrong in ("2026-13", "2026-1", "november", ""):
            with self.subTest(wrong):
                self.expect(self.box.postbox("import", "-", "--month", wrong, text=lines(simple())), USAGE)
        self.expect(self.box.postbox("import", "-", text=lines(simple())), USAGE)
        self.assertEqual(self.box.stored(), 1)

    def test_no_file(self):
        """a file that is not there is no input"""
        self.expect(self.box.postbox("import", self.folder / "none.jsonl", "--month", month(1)), NO_INPUT)

    def test_sealed(self):
        """nothing that was said can be read in the box's files"""
        secret = "the heron stands on one leg"
        self.expect(self.box.import_lines(1, simple(secret)), OK)
        for path in self.box.folder.rglob("*"):
            if path.is_file():
                self.assertNotIn(secret.encode(), path.read_bytes(), path.name)
                self.assertNotIn(b"carlisle", path.read_bytes(), path.name)

    def test_sample(self):
        """the sample of the demonstration is taken whole"""
        sample = support.HOUSE / "tools" / "sample" / "feedback.jsonl"
        self.expect(self.box.postbox("import", sample, "--month", month(1)), OK)
        self.assertEqual(self.box.stored(), len(sample.read_text(encoding="utf-8").splitlines()))
