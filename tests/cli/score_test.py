"""tools/score counts as it says: it is given a program whose answers are known."""

import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

from support import DATA, HOUSE, OK

AREAS = ["camhs", "asd-pathway", "schooling", "home-education", "ehcp", "therapies", "community-health",
         "learning-disability", "social-care", "transport", "preparing-for-adulthood", "information-advice"]


def labelled(number, *areas):
    return {"id": f"t{number}", "text": "words", "areas": list(areas), "tone": "neutral", "urgent": False, "pii": []}


def answered(number, **scores):
    scores = {area: scores.get(area.replace("-", "_"), 0.0) for area in AREAS}
    return labelled(number, *(area for area in AREAS if scores[area] >= 0.5)) | {"scores": scores, "redacted": "words"}


def lines(items):
    return "".join(json.dumps(item) + "\n" for item in items)


class Score(unittest.TestCase):
    def score(self, wanted, answers, *arguments):
        """Runs the tool with a program that answers what it is told."""
        with tempfile.TemporaryDirectory(prefix="postbox-score-") as name:
            folder = pathlib.Path(name)
            (folder / "wanted.jsonl").write_text(lines(wanted), encoding="utf-8")
            (folder / "answers.jsonl").write_text(lines(answers), encoding="utf-8")
            program = folder / "program"
            program.write_text(f"#!/bin/sh\ncat '{folder}/answers.jsonl'\n", encoding="utf-8")
            program.chmod(0o700)
            return subprocess.run([sys.executable, HOUSE / "tools" / "score", "--postbox", program, *arguments,
                                   folder / "wanted.jsonl"], text=True, capture_output=True, check=False)

    def figures(self, wanted, answers):
        ran = self.score(wanted, answers, "--json")
        self.assertEqual(ran.returncode, OK, ran.stderr)
        return json.loads(ran.stdout)

    def test_reliability(self):
        """the reliability table holds each decision in the bin of its score, 1 in the last"""
        wanted = [labelled(1, "camhs"), labelled(2, "camhs"), labelled(3), labelled(4, "transport")]
        answers = [answered(1, camhs=0.75), answered(2, camhs=0.71), answered(3, camhs=0.74), answered(4, transport=1)]
        table = self.figures(wanted, answers)["reliability"]
        bins = {round(row["from"] * 10): row for row in table["bins"]}
        self.assertEqual([bins[n]["count"] for n in range(10)], [44, 0, 0, 0, 0, 0, 0, 3, 0, 1])
        self.assertAlmostEqual(bins[7]["predicted"], 2.2 / 3)
        self.assertAlmostEqual(bins[7]["observed"]["share"], 2 / 3)
        self.assertEqual((bins[9]["predicted"], bins[9]["observed"]["share"]), (1, 1))
        self.assertEqual((bins[4]["predicted"], bins[4]["observed"]["share"]), (None, None))
        self.assertAlmostEqual(table["calibration_error"], 3 * (2.2 / 3 - 2 / 3) / 48)

    def test_wrong_scores(self):
        """scores that promise what never comes have a large calibration error"""
        sure = answered(1, **{area.replace("-", "_"): 1 for area in AREAS})
        self.assertEqual(self.figures([labelled(1)], [sure])["reliability"]["calibration_error"], 1)

    def test_intervals(self):
        """precision and recall of all areas stand with Wilson's interval"""
        wanted = [labelled(n, "camhs") for n in range(10)]
        answers = [answered(n, camhs=0.9 if n < 8 else 0.1) for n in range(10)]
        areas = self.figures(wanted, answers)["areas"]
        self.assertEqual((areas["micro_precision"]["count"], areas["micro_precision"]["of"]), (8, 8))
        self.assertEqual((areas["micro_recall"]["count"], areas["micro_recall"]["of"]), (8, 10))
        # Known values of the score interval for 8 of 10.
        self.assertEqual([round(each, 3) for each in areas["micro_recall"]["wilson95"]], [0.490, 0.943])
        printed = self.score(wanted, answers).stdout
        self.assertIn("areas, recall: 8 of 10, 0.80  (95%: 0.49 to 0.94)", printed)
        self.assertIn("  0.9 and 1.0   0.90      1.00", printed)

    def test_bad_scores(self):
        """an answer without a score for each area is refused by its line"""
        for scores in (None, {}, {area: 1.5 for area in AREAS}, {area: "1" for area in AREAS}):
            ran = self.score([labelled(1)], [labelled(1) | {"scores": scores}])
            self.assertEqual(ran.returncode, DATA, scores)
            self.assertIn('line 1: "scores"', ran.stderr)
