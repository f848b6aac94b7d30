"""What is a pretrained network worth with thirty photos per class?

Lesson 13's functions on the 132 photos, in four parts. "ways": from nothing, frozen
features, top fine-tuned, all fine-tuned, on the same splits. "few": 1 to 16 photos per
class, all others are the test. "preprocessing": a head trained and tested on features
of wrongly prepared photos. "rates": the top fine-tuned with other learning rates, batch
normalisation frozen or learning.
"""

import time
from functools import partial

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
FUNCTIONS = ["SIZE", "halving", "fresh_network", "train_from_nothing", "draw"]
FUNCTIONS += ["features_of", "new_head", "train_head", "CUT", "cut_in_two"]
FUNCTIONS += ["unfreeze", "whole_network", "fine_tune"]
FUNCTIONS += ["as_0_to_255", "standardised", "IMAGENET_MEAN", "IMAGENET_SD"]
SPLITS, FEWER_SPLITS = range(5), range(3)  # fewer for what takes longest
COUNTS = {"from nothing": (1, 4, 16), "frozen": (1, 2, 4, 8, 16)}  # photos per class
DRAWS = {"from nothing": range(3), "frozen": range(6)}
RATES = {"frozen": (1e-5, 1e-4, 1e-3, 1e-2), "learning": (1e-5, 1e-3)}


def run():
    """Print and store all runs; True if frozen features reach 95 % on average."""
    experiment = _Experiment(lesson_namespace(LESSON))
    runs = []
    for part in (_ways, _few, _preprocessing, _rates):
        for result in part(experiment):
            print("  ", result, flush=True)
            runs.append(result)
            keras.backend.clear_session()
    store_result("transfer", runs, LESSON, FUNCTIONS)
    return _report(runs)


class _Experiment:
    """The lesson's functions, the photos, and what is computed of them once."""

    def __init__(self, lesson):
        self.lesson = lesson
        self.photos, self.labels, class_names = load_photos(size=lesson["SIZE"])
        self.classes = len(class_names)
        self.base = self.new_base()
        self.features = lesson["features_of"](self.base, self.photos)
        self.bottom, self.top = lesson["cut_in_two"](self.new_base())
        self.maps = self.bottom.predict(self.photos, verbose=0)
        self.published = self.top.get_weights()

    def new_base(self):
        return load_pretrained(include_top=False, input_size=self.lesson["SIZE"])

    def split(self, k):
        """Indices for training and test, as in the lesson."""
        piles = stratified_split(self.labels, shares=(0.2,) * 5, seed=1)
        return np.concatenate([piles[i] for i in range(5) if i != k]), piles[k]

    def head(self, train, seed, features=None):
        features = self.features if features is None else features
        return self.lesson["train_head"](
            features[train], self.labels[train], self.classes, seed=seed
        )

    def from_nothing(self, train, seed):
        return self.lesson["train_from_nothing"](
            self.photos[train], self.labels[train], self.classes, seed=seed
        )

    def fresh_top(self, batch_norm=False):
        self.top.set_weights(self.published)
        self.lesson["unfreeze"](self.top, batch_norm)
        return self.top

    def fine_tuned(self, part, inputs, train, head, seed, **settings):
        keras.utils.set_random_seed(seed)
        return self.lesson["fine_tune"](
            part, head, inputs[train], self.labels[train], **settings
        )[0]

    def scores(self, model, inputs, test):
        """Accuracy, and the cross-entropy of what is said about the test photos."""
        answers = np.asarray(model(inputs[test], training=False))
        given = answers[np.arange(len(test)), self.labels[test]]
        return {
            "test_accuracy": float(
                np.mean(answers.argmax(axis=1) == self.labels[test])
            ),
            "test_loss": round(float(-np.log(np.maximum(given, 1e-7)).mean()), 4),
        }


def _ways(ours):
    for k in SPLITS:
        train, test = ours.split(k)
        head = ours.head(train, k)
        ways = {
            "from nothing": (ours.photos, partial(ours.from_nothing, train, k)),
            "frozen": (ours.features, partial(ours.head, train, k)),
            "top fine-tuned": (
                ours.maps,
                partial(ours.fine_tuned, ours.fresh_top(), ours.maps, train, head, k),
            ),
        }
        if k in FEWER_SPLITS:
            base = ours.new_base()
            ours.lesson["unfreeze"](base)
            ways["all fine-tuned"] = (
                ours.photos,
                partial(ours.fine_tuned, base, ours.photos, train, head, k),
            )
        for way, (inputs, train_it) in ways.items():
            start = time.process_time()
            model = train_it()
            seconds = round(time.process_time() - start, 1)
            run = {"part": "ways", "way": way, "seed": k, "cpu_seconds": seconds}
            yield run | ours.scores(model, inputs, test)


def _few(ours):
    for way in COUNTS:
        for count in COUNTS[way]:
            for seed in DRAWS[way]:
                chosen, others = ours.lesson["draw"](ours.labels, count, seed)
                if way == "frozen":
                    scores = ours.scores(ours.head(chosen, seed), ours.features, others)
                else:
                    model = ours.from_nothing(chosen, seed)
                    scores = ours.scores(model, ours.photos, others)
                yield {"part": "few", "way": way, "count": count, "seed": seed} | scores


def _preprocessing(ours):
    for change in ("as_0_to_255", "standardised"):
        changed = ours.lesson[change](ours.photos)
        features = ours.lesson["features_of"](ours.base, changed)
        for k in SPLITS:
            train, test = ours.split(k)
            scores = ours.scores(ours.head(train, k, features), features, test)
            yield {"part": "preprocessing", "change": change, "seed": k} | scores


def _rates(ours):
    for k in FEWER_SPLITS:
        train, test = ours.split(k)
        head = ours.head(train, k)
        for norm, rates in RATES.items():
            for rate in rates:
                top = ours.fresh_top(batch_norm=norm == "learning")
                model = ours.fine_tuned(
                    top, ours.maps, train, head, k, learning_rate=rate
                )
                scores = ours.scores(model, ours.maps, test)
                yield {"part": "rates", "norm": norm, "rate": rate, "seed": k} | scores


def _report(runs):
    rows = []
    ways = {run["way"]: [] for run in runs if run["part"] == "ways"}
    for run in runs:
        if run["part"] == "ways":
            ways[run["way"]].append(100 * run["test_accuracy"])
    for way, values in ways.items():
        rows.append([way, f"{np.mean(values):.1f} ± {np.std(values, ddof=1):.1f} %"])
    print_table("132 photos in four classes, five splits", ["", "test accuracy"], rows)
    good = np.mean(ways["frozen"]) >= 95
    print(f"  target, frozen at least 95 %: {'met' if good else 'MISSED'}")
    return bool(good)
