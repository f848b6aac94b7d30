"""What do regularisers bring where digits are few? Lesson 10b's, each alone.

Every seed has 1 000 training digits of its own; the last 10 000 of the training images
judge. The test images are not touched.
"""

from tests.benchmarks.measure import print_runs
from tests.benchmarks.spread import spread
from tests.benchmarks.store import store_result
from tests.lessons.lesson_code import lesson_namespace
from utils.files.datasets import load_mnist
from utils.page.quiet import quiet_start

with quiet_start():
    import keras

LESSON = "10b_what_is_wrong_with_it"
FUNCTIONS = ["REGULARISERS", "shifts", "train_few"]
HELPERS = ["utils/training/digit_recipe.py"]
SEEDS = range(7)


def run_and_store():
    """Train, print, store in data/results/few.json; True, as it has no target."""
    rows = lesson_namespace(LESSON)["REGULARISERS"]
    runs = spread(_trained, [(row, seed) for seed in SEEDS for row in rows])
    store_result("few", runs, LESSON, FUNCTIONS, HELPERS)
    print_runs("Lesson 10b: mean ± standard deviation over seeds", runs, ["row"])
    return True


def _trained(row, seed):
    lesson = lesson_namespace(LESSON)
    (images, labels), _ = load_mnist()
    images = images[..., None]
    own = slice(1_000 * seed, 1_000 * (seed + 1))
    keras.utils.set_random_seed(seed)
    settings = lesson["REGULARISERS"][row]
    model, _ = lesson["train_few"](images[own], labels[own], **settings)
    return {
        "row": row,
        "seed": seed,
        "learnt": _accuracy(model, images[own], labels[own]),
        "fresh": _accuracy(model, images[50_000:], labels[50_000:]),
    }


def _accuracy(model, images, labels):
    scores = model.predict(images, batch_size=1000, verbose=0)
    return round(100 * float((scores.argmax(axis=1) == labels).mean()), 2)
