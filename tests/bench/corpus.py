"""Invented submissions in any number, the same for the same seed, no two alike."""

import json
import pathlib
import random

HOUSE = pathlib.Path(__file__).resolve().parent.parent.parent
NUMBER = "000000000"  # bench-loader puts the post's own number here

DISTRICTS = ("allerdale", "barrow-in-furness", "carlisle", "copeland", "eden", "south-lakeland")
RATINGS = ("very-good", "good", "neither", "poor", "very-poor")


def labelled_texts():
    """(text, areas) of the labelled texts of the house, without the urgent ones: held posts reach no pack."""
    for name in ("dev-a.jsonl", "dev-b.jsonl"):
        for line in (HOUSE / "tests" / "data" / name).read_text(encoding="utf-8").splitlines():
            one = json.loads(line)
            if not one["urgent"]:
                yield one["text"], one["areas"]


class Corpus:
    """Sentences of the labelled texts in new company: 30 to 4,000 bytes, most of them short."""

    def __init__(self, seed):
        self._random = random.Random(seed)
        self._parts = list(labelled_texts())

    def text(self):
        """(text, areas)"""
        parts = self._random.choices(self._parts, k=self._random.choice((1, 1, 1, 2, 2, 3, 6)))
        words = "\n\n".join(part for part, _ in parts)
        return words[:3_900], sorted({area for _, areas in parts for area in areas})

    def submission(self, number):
        chance = self._random.random
        words, areas = self.text()
        answers = {"feedback": f"{words} ({number})", "rating": self._random.choice(RATINGS)}
        if chance() < 0.5 and areas:
            answers["areas"] = areas[:2]
        if chance() < 0.7:
            answers["district"] = self._random.choice(DISTRICTS)
        if chance() < 0.3:
            answers["about_you"] = "parent-carer"
        return answers

    def submissions(self, count, first=0):
        for number in range(first, first + count):
            yield self.submission(f"{number:09}")


def write_lines(path, objects):
    with path.open("w", encoding="utf-8") as file:
        for one in objects:
            file.write(json.dumps(one, ensure_ascii=False) + "\n")


def write_bodies(path, count):
    """For the loader."""
    corpus = Corpus("bodies")
    write_lines(path, (corpus.submission(NUMBER) for _ in range(count)))
