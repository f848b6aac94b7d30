"""Which language: dive 16c's counted runs of letters and its network, on five deals.

Both learn from the same parts of the text, choose their settings by the same others,
and are tested on the same pieces of parts that neither has read.
"""

import numpy as np

from tests.benchmarks.measure import print_table
from tests.benchmarks.store import store_result
from tests.lessons.lesson_code import run_cells
from utils.arrays.comparisons import Comparisons
from utils.page.quiet import quiet_start

with quiet_start():
    import keras

LESSON = "16c_languages"
CELLS = ["texts", "pieces", "counting", "network", "training"]
DEALS = range(5)
COUNTED = [(most, unseen) for most in (2, 3, 4, 5) for unseen in (0.01, 0.03, 0.1, 0.3)]
LEARNT = [(filters, epochs) for filters in (128, 256) for epochs in (4, 12)]
LENGTH = 16
WAYS = ("counting", "triples", "network")


def run_and_store():
    """Try all, print a table, store every deal; True if the dive's claims hold."""
    page = {"__name__": LESSON}
    run_cells(LESSON, page, "settings", *CELLS)
    runs = []
    for seed in DEALS:
        runs.append(_deal(page, seed))
        print("  ", runs[-1], flush=True)
    store_result("languages", runs, LESSON, [], [], CELLS)
    right = {way: np.array([run[way] for run in runs]) for way in WAYS}
    learnt, _, tested = (len(parts) for parts in page["deal"](0))
    share = tested / (tested + learnt)
    judge = Comparisons(right, planned=2, test_share=share)  # as the dive's
    low, high = judge.interval("counting", "network")
    rows = [[way, f"{r.mean():.3f} ± {r.std(ddof=1):.3f}"] for way, r in right.items()]
    rows.append(["counting less network", f"{low:+.3f} to {high:+.3f}"])
    print_table("Pieces of 16 letters named rightly, five deals", ["", "share"], rows)
    return low > 0 and judge.about_equal("triples", "network", 0.01)


def _deal(page, seed):
    learn, choose, test = (page["texts_of"](parts) for parts in page["deal"](seed))
    names = np.array(page["NAMES"])
    asked, truth = page["pieces_of"](choose, 200, LENGTH, 2)
    tested, wanted = page["pieces_of"](test, 400, LENGTH, 1)
    known, own = page["pieces_of"](learn, 200, LENGTH, 4)

    def share(model, pieces, languages):
        return round(float(np.mean(model.predict(pieces) == names[languages])), 4)

    counted = {}
    for way, longest in (("counting", 5), ("triples", 3)):
        offered = [setting for setting in COUNTED if setting[0] <= longest]
        models = [page["counting"](learn, *setting) for setting in offered]
        chosen = int(np.argmax([share(model, asked, truth) for model in models]))
        counted[way] = share(models[chosen], tested, wanted)
        counted[f"{way}: runs up to, unseen"] = list(offered[chosen])
        counted[f"{way} on its own pieces"] = share(models[chosen], known, own)
    best = {"chosen by": 0}
    for filters, epochs in LEARNT:
        network, letters, history = page["taught"](
            learn, epochs, filters, seed=seed, watched=choose
        )
        if history["val_accuracy"][-1] > best["chosen by"]:

            def right(pieces, languages, network=network, letters=letters):
                answers = network.predict(page["numbered"](pieces, letters), verbose=0)
                return round(float(np.mean(answers.argmax(axis=1) == languages)), 4)

            best = {
                "chosen by": history["val_accuracy"][-1],
                "network": right(tested, wanted),
                "network on its own pieces": right(known, own),
                "filters, epochs": [filters, epochs],
            }
        keras.backend.clear_session()
    best.pop("chosen by")
    return {
        "seed": seed,
        **counted,
        **best,
    }
