"""Classification: one core of ours against scikit-learn on the same texts."""

import json
import os
import pathlib
import subprocess

import corpus
import measuring

TRAINING = 3_000


def write_texts(path, seed, count):
    some = corpus.Corpus(seed)
    corpus.write_lines(path, ({"text": f"{text} ({number})", "areas": areas}
                              for number, (text, areas) in enumerate(some.text() for _ in range(count))))


def peer(training, texts, one_by_one):
    script = pathlib.Path(__file__).parent / "sklearn_peer.py"
    single = {name: "1" for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS")}
    ran = subprocess.run([measuring.PEER_PYTHON, script, training, texts, str(one_by_one)], capture_output=True, text=True,
                         check=True, env={**os.environ, **single})
    return json.loads(ran.stdout)


def measure(size, folder, peers, say):
    """[figures of each round], and the raw measurements"""
    training, texts = folder / "training.jsonl", folder / "texts.jsonl"
    write_texts(training, "training", min(TRAINING, 10 * size.texts))
    write_texts(texts, "texts", size.texts)
    rounds, raw = [], []
    for number in range(size.rounds):
        say(f"classifying, round {number + 1} of {size.rounds}")
        ours = measuring.part("classify", corpus.HOUSE, texts)
        theirs = peer(training, texts, size.one_by_one) if peers else None
        raw.append({"ours": ours, "peer": theirs})
        if theirs:
            rounds.append({"8": ours["per_second"] / theirs["batch_per_second"],
                           "8x": ours["per_second"] / theirs["one_by_one_per_second"]})
    return rounds, raw
