"""What lesson 13's frozen head does when it trains on, is fed wrongly, or sees few.

"longer": each split's head after 15 epochs and after 60. "wrongly fed": the same heads,
asked about photos in the wrong form. "rare": five draws that leave few photos of one
class to train on; then the head trains on for 15 epochs, with class weights or, as a
control, without. Judged are photos that no head of the split has learned from.
"""

import numpy as np

from tests.benchmarks.measure import print_table
from tests.benchmarks.store import store_result
from tests.lessons.lesson_code import lesson_namespace
from utils.files.datasets import load_photos, stratified_split
from utils.models.pretrained import load_pretrained
from utils.page.quiet import quiet_start

with quiet_start():
    import keras

LESSON = "13_transfer_learning"
FUNCTIONS = ["SIZE", "features_of", "new_head", "train_head", "draw", "RARE", "FEW"]
FUNCTIONS += ["with_few", "balanced_weights", "train_on", "as_0_to_255"]
FUNCTIONS += ["standardised", "IMAGENET_MEAN", "IMAGENET_SD"]
DRAWS = range(5)  # one for each split


def run_and_store():
    """Train all, print a table and store every run in data/results/heads.json."""
    experiment = _Experiment(lesson_namespace(LESSON))
    runs = []
    for part in (_splits, _rare):
        for run in part(experiment):
            print("  ", run, flush=True)
            runs.append(run)
        keras.backend.clear_session()
    store_result("heads", runs, LESSON, FUNCTIONS)
    _report(runs)
    return True


class _Experiment:
    """The lesson's functions, and the photos with their features."""

    def __init__(self, lesson):
        self.lesson = lesson
        photos, self.labels, class_names = load_photos(size=lesson["SIZE"])
        self.classes = len(class_names)
        base = load_pretrained(include_top=False, input_size=lesson["SIZE"])
        changes = ("as_0_to_255", "standardised")
        self.features = lesson["features_of"](base, photos)
        self.wrongly = {
            name: lesson["features_of"](base, lesson[name](photos)) for name in changes
        }
        self.piles = stratified_split(self.labels, shares=(0.2,) * 5, seed=1)

    def split(self, k):
        """Indices for training and test, as in the lesson."""
        others = [pile for i, pile in enumerate(self.piles) if i != k]
        return np.concatenate(others), self.piles[k]

    def head(self, train, seed):
        return self.lesson["train_head"](
            self.features[train], self.labels[train], self.classes, seed=seed
        )

    def train_on(self, head, train, **settings):
        self.lesson["train_on"](
            head, self.features[train], self.labels[train], **settings
        )

    def scores(self, head, test, features=None):
        """Accuracy, and the cross-entropy of what is said about the test photos."""
        features = self.features if features is None else features
        answers = np.asarray(head(features[test], training=False))
        given = answers[np.arange(len(test)), self.labels[test]]
        right = answers.argmax(axis=1) == self.labels[test]
        return {
            "test_accuracy": float(right.mean()),
            "test_loss": round(float(-np.log(np.maximum(given, 1e-7)).mean()), 4),
        }

    def recall(self, head, test):
        """Recall in percent: of the rare class, and of all the others."""
        answers = np.asarray(head(self.features[test], training=False))
        right = answers.argmax(axis=1) == self.labels[test]
        rare = self.labels[test] == self.lesson["RARE"]
        return {
            "recall_rare": round(100 * float(right[rare].mean()), 2),
            "recall_others": round(100 * float(right[~rare].mean()), 2),
        }


def _splits(ours):
    for k in range(len(ours.piles)):
        train, test = ours.split(k)
        head = ours.head(train, k)
        run = {"part": "longer", "seed": k}
        yield run | {"epochs": 15} | ours.scores(head, test)
        for change, features in ours.wrongly.items():
            wrongly = {"part": "wrongly fed", "change": change, "seed": k}
            yield wrongly | ours.scores(head, test, features)
        ours.train_on(head, train, epochs=45)
        yield run | {"epochs": 60} | ours.scores(head, test)


def _rare(ours):
    for seed in DRAWS:
        train, test = ours.split(seed % len(ours.piles))
        few = ours.lesson["with_few"](train, ours.labels, seed)
        weights = ours.lesson["balanced_weights"](ours.labels[few])
        run = {"part": "rare", "seed": seed}
        head = ours.head(few, seed)
        yield run | {"way": "few"} | ours.recall(head, test)
        ours.train_on(head, few)
        yield run | {"way": "few, trained on"} | ours.recall(head, test)
        head = ours.head(few, seed)
        ours.train_on(head, few, class_weight=weights)
        yield run | {"way": "few, then weighted"} | ours.recall(head, test)


def _report(runs):
    rare = [run for run in runs if run["part"] == "rare"]
    rows = []
    for way in dict.fromkeys(run["way"] for run in rare):
        of_way = [run for run in rare if run["way"] == way]
        means = [
            np.mean([run[key] for run in of_way])
            for key in ("recall_rare", "recall_others")
        ]
        rows.append([way, *(f"{mean:.1f}" for mean in means)])
    print_table("Recall in %, mean of the draws", ["", "rare", "others"], rows)
