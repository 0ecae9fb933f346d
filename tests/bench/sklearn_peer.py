"""The peer of the classifier: TF-IDF of words and pairs, one linear SVM for each area. Prints a JSON object.

    sklearn_peer.py TRAINING TEXTS ONE-BY-ONE     both: JSON lines; `areas` beside the texts to learn from
"""

import json
import pathlib
import sys
import time
import warnings

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.multiclass import OneVsRestClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import MultiLabelBinarizer
from sklearn.svm import LinearSVC


def read(path):
    return [json.loads(line) for line in pathlib.Path(path).read_text(encoding="utf-8").splitlines()]


def per_second(count, work):
    begin = time.perf_counter()
    work()
    return count / (time.perf_counter() - begin)


def main(training, texts, one_by_one):
    warnings.simplefilter("ignore")  # in a tiny run an area may be missing from the training texts
    known = read(training)
    model = make_pipeline(TfidfVectorizer(ngram_range=(1, 2)), OneVsRestClassifier(LinearSVC()))
    model.fit([one["text"] for one in known], MultiLabelBinarizer().fit_transform([one["areas"] for one in known]))
    asked = [one["text"] for one in read(texts)]
    single = asked[:int(one_by_one)]
    print(json.dumps({
        "texts": len(asked),
        "batch_per_second": per_second(len(asked), lambda: model.predict(asked)),
        "one_by_one_per_second": per_second(len(single), lambda: [model.predict([text]) for text in single]),
    }))


if __name__ == "__main__":
    main(*sys.argv[1:])
