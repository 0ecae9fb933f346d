"""postbox classify: JSON lines in, JSON lines out."""

import json
import unittest

import support
from support import DATA, OK, lines, run

AREAS = ["camhs", "asd-pathway", "schooling", "home-education", "ehcp", "therapies", "community-health",
         "learning-disability", "social-care", "transport", "preparing-for-adulthood", "information-advice"]


class Classify(unittest.TestCase):
    def classify(self, text, *options):
        result = run(support.POSTBOX, "classify", *options, text=text, cwd="/")
        return result, [json.loads(line) for line in result.stdout.splitlines()]

    def test_shape(self):
        """answers every line in order, needs no box, and keeps to its keys"""
        result, found = self.classify(lines({"id": "b", "text": "The taxi to school was late again.", "x": 1},
                                            {"id": "a", "text": ""}) + "\n  \n" +
                                      lines({"id": "ż", "text": "Thank you, Anna!"}))
        self.assertEqual(result.returncode, OK, result.stderr)
        self.assertEqual([line["id"] for line in found], ["b", "a", "ż"])
        for line in found:
            self.assertEqual(set(line), {"id", "areas", "scores", "tone", "urgent", "redacted", "pii"})
            self.assertEqual(sorted(line["scores"]), sorted(AREAS))
            self.assertTrue(all(0 <= score <= 1 for score in line["scores"].values()))
            self.assertEqual(line["areas"], sorted(line["areas"], key=lambda area: -line["scores"][area]))
            self.assertIs(type(line["urgent"]), bool)
        self.assertIn("transport", found[0]["areas"])
        self.assertEqual(found[1]["areas"], [])

    def test_explain(self):
        """--explain gives the words that decided"""
        _, (found,) = self.classify(lines({"id": "1", "text": "The taxi to school was late again."}), "--explain")
        self.assertTrue(found["why"]["transport"])
        for words in found["why"].values():
            for word in words:
                self.assertIs(type(word), str)

    def test_redacts(self):
        """names what it took out, in order and with repeats"""
        text = "Mail a.quayle@example.org, ring 07700 900417, mail a.quayle@example.org."
        _, (found,) = self.classify(lines({"id": "1", "text": text}))
        self.assertEqual(found["redacted"], "Mail [email], ring [phone], mail [email].")
        self.assertEqual(found["pii"], [{"type": "email", "text": "a.quayle@example.org"},
                                        {"type": "phone", "text": "07700 900417"},
                                        {"type": "email", "text": "a.quayle@example.org"}])

    def test_bad_lines(self):
        """a bad line is named and gives no line, the rest go on, and the exit code says so"""
        good = lines({"id": "1", "text": "good"})
        for why, bad in [("not JSON", "{"), ("no text", '{"id": "2"}'), ("text is no text", '{"id": "2", "text": 5}'),
                         ("no id", '{"text": "a"}'), ("a list", "[]"),
                         ("lone surrogate", '{"id": "2", "text": "\\udc00"}')]:
            with self.subTest(why):
                result, found = self.classify(good + bad + "\n" + good)
                self.assertEqual(result.returncode, DATA)
                self.assertEqual(len(found), 2)
                self.assertIn("2", result.stderr)

    def test_no_line_end(self):
        """a last line without a line end counts"""
        result, found = self.classify(lines({"id": "1", "text": "good"}).rstrip("\n"))
        self.assertEqual((result.returncode, len(found)), (OK, 1))
