"""What do networks like lesson 9's answer, and how sure are they?

The lesson's own cells train the network from three seeds. Stored is what each answers
to the 5 000 validation digits, and how surely; and, of seed 0, which is the lesson's
own network, the same for the test digits: the one answer sheet on which lesson 9 and
its dive report. Nothing is chosen by it.
"""

import numpy as np

from tests.benchmarks.store import store_result
from tests.lessons.lesson_code import run_cells
from utils.page.quiet import quiet_start

with quiet_start():
    import keras

LESSON = "09_mnist"
CELLS = ["load", "split", "build", "compile", "fit"]
SEEDS, SEED_OF_THE_LESSON = range(3), 0


def run_and_store():
    """Train, print, store in data/results/answers.json; True: there is no target."""
    page = {}
    run_cells(LESSON, page, "settings", "load", "split")
    runs = []
    for seed in SEEDS:
        keras.utils.set_random_seed(seed)
        run_cells(LESSON, page, "build", "compile", "fit")
        runs.append(_answers(page, seed, "validation", page["x_valid"]))
        print(
            f"  seed {seed}: {_misread(runs[-1], page['y_valid'])} misread", flush=True
        )
        if seed == SEED_OF_THE_LESSON:
            images, _ = page["sealed_test"]
            runs.append(_answers(page, seed, "test", images[..., np.newaxis]))
    store_result("answers", runs, LESSON, functions=[], cells=CELLS)
    return True


def _answers(page, seed, digits, images):
    """What the network answers, a digit an image, and its confidence in 1/10 000."""
    probabilities = page["model"].predict(images, batch_size=500, verbose=0)
    confidence = np.floor(10_000 * probabilities.max(axis=1)).astype(int)
    return {
        "seed": seed,
        "digits": digits,
        "answers": "".join(map(str, probabilities.argmax(axis=1))),
        "confidence": confidence.tolist(),
    }


def _misread(run, labels):
    return sum(
        int(answer) != label
        for answer, label in zip(run["answers"], labels, strict=True)
    )
