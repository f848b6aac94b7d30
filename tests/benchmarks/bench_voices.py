"""Which language is this? Dive 16d's network on sentences and on voices it never heard.

Five folds: each fifth of the sentences is the test once. What the network may go by is
taken away step by step; English and Spanish, spoken by one person, are told apart, too;
and two new people say the sentences of the test.
"""

import numpy as np

from tests.benchmarks.measure import print_table
from tests.benchmarks.store import store_result
from tests.lessons.lesson_code import run_cells
from utils.files.voices import LANGUAGES, load_new_voices

LESSON = "16d_sound"
CELLS = ["voices", "network", "spectrum", "controls", "statistics"]
HELPERS = ["utils/training/digit_recipe.py"]
FOLDS = range(5)
TRAINED_LONGER = range(1)
EPOCHS = 12  # as the dive's `train`
ALLISON = ("English", "Spanish")  # the languages of one voice


def run_and_store():
    """Train all, print a table, store every run; True if the dive's claims hold."""
    page = {"__name__": LESSON}
    run_cells(LESSON, page, "settings", *CELLS)
    runs = []
    for fold in FOLDS:
        for run in _runs(page, fold):
            runs.append({"seed": fold, **run})
            print("  ", runs[-1], flush=True)
    store_result("voices", runs, LESSON, [], HELPERS, CELLS)
    return _report(runs)


def _runs(page, fold):
    """Every way to listen, tested on one fifth of the sentences."""
    loudness, labels = page["loudness"], page["labels"]
    test = page["is_test"](page["prompts"], fold)
    new, spoken, said = load_new_voices()
    held = page["is_test"](said, fold)
    by_one = labels < len(ALLISON)
    flat = page["levelled"]

    def in_disorder(pictures):
        return page["shuffled"](flat(pictures), fold)

    def judged(voices, way, listen):
        """One run: `listen` says what language each picture is."""
        ask = test & (by_one if voices == "one" else True)
        run = {"voices": voices, "way": way}
        run["right"] = round(float(np.mean(listen(loudness[ask]) == labels[ask])), 4)
        run["largest"] = round(float(np.bincount(labels[ask]).max() / ask.sum()), 4)
        return (
            run if voices == "one" else run | _called(listen(new[held]), spoken[held])
        )

    for voices, chosen in (("five", labels >= 0), ("one", by_one)):
        learn = ~test & chosen
        for way, features, strength in (
            ("mean spectrum", page["spectrum_of"], 1.0),
            ("statistics", page["without_order"], 0.1),
        ):
            rule = page["weigh"](features(loudness[learn]), labels[learn], strength)
            yield judged(voices, way, lambda p, r=rule, f=features: r.predict(f(p)))
        networks = {"levelled": flat}
        if voices == "five":
            networks |= {"network": np.asarray, "shuffled": in_disorder}
        for way, seen in networks.items():
            network = page["train"](seen(loudness[learn]), labels[learn], fold)
            yield judged(
                voices, way, lambda p, n=network, s=seen: page["heard"](n, s(p))
            )
    # The new people's other sentences are learnt from, too: are they hard to hear?
    more = np.concatenate([loudness[~test], new[~held]])
    network = page["train"](more, np.concatenate([labels[~test], spoken[~held]]), fold)
    yield judged("seven", "network", lambda p, n=network: page["heard"](n, p))
    if fold in TRAINED_LONGER:  # had the levelled network learnt enough?
        longer = page["train"](flat(loudness[~test]), labels[~test], fold, 2 * EPOCHS)
        yield judged("five", "twice as long", lambda p: page["heard"](longer, flat(p)))


def _called(answers, spoken):
    """How often the new people are taken for each language, by what they speak."""
    return {
        f"new {LANGUAGES[label]}": np.bincount(
            answers[spoken == label], minlength=len(LANGUAGES)
        ).tolist()
        for label in np.unique(spoken)
    }


def share_of_new(run):
    """How many of the new people's seconds a run has right, of all."""
    called = {
        language: run[f"new {language}"]
        for language in LANGUAGES
        if f"new {language}" in run
    }
    right = sum(row[LANGUAGES.index(name)] for name, row in called.items())
    return right / sum(map(sum, called.values()))


def _report(runs):
    rows, means = [], {}
    for voices, way in dict.fromkeys((run["voices"], run["way"]) for run in runs):
        of = [run for run in runs if (run["voices"], run["way"]) == (voices, way)]
        right = np.array([run["right"] for run in of])
        new = [share_of_new(run) for run in of if "new Italian" in run]
        means[voices, way] = right.mean(), np.mean(new) if new else None
        rows.append(
            [
                f"{voices} {way}",
                f"{right.mean():.3f} ({right.min():.3f} to {right.max():.3f})",
                f"{np.mean(new):.3f}" if new else "",
            ]
        )
    print_table("Right, five folds", ["", "new sentences", "new voices"], rows)
    return bool(
        means["five", "network"][0] >= 0.85
        and means["five", "network"][1] < 0.4
        and means["seven", "network"][1] > 0.8
    )
