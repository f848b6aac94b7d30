"""Lesson 9, handwritten digits: its questions and tasks."""

import math

import numpy as np

from utils.exercises.cases import given
from utils.exercises.comparing import NotComparable, as_plain
from utils.exercises.keras_models import problem_of_model
from utils.exercises.questions import Predict
from utils.exercises.record import progress
from utils.exercises.tasks import Task
from utils.exercises.verdicts import State, Verdict

__all__ = ["progress"]

lazy_answer = Predict(
    "lazy_answer",
    right="b",
    choices={
        "a": "There are only ten possible answers. How often does each come up, if "
        "they are about equally frequent?",
        "b": "Ten digits, about equally frequent: the most frequent one is a little "
        "more than a tenth of them.",
        "c": "Half would be right with two classes of equal size. Here are ten.",
    },
)

ten_pictures = Predict(
    "ten_pictures",
    right="c",
    choices={
        "a": "Guessing gets one in ten. Look at the ten mean images again: could you "
        "tell them apart, even blurred?",
        "b": "Which of the ten blurred pictures could be taken for one another? Are "
        "these half of all digits?",
        "c": "Ten blurred pictures are enough for most digits. A network has to be "
        "held against that, not against zero.",
    },
)

most_parameters = Predict(
    "most_parameters",
    right="c",
    choices={
        "a": "64 filters with 3 × 3 × 64 weights each. Now count the dense layer: "
        "how many numbers does Flatten hand to each of its outputs?",
        "b": "Every output sees every input, but how many inputs are left after two "
        "poolings? And how many numbers does one filter of the third convolution see?",
        "c": "Each of the 64 filters, and each of the 64 outputs, sees 3 × 3 × 64 "
        "numbers, and adds one bias.",
    },
)

after_two_epochs = Predict(
    "after_two_epochs",
    right="c",
    choices={
        "a": "500 would still be half of what the nearest mean misreads. Each of the "
        "55 000 images is read twice, and a stroke is found wherever it lies.",
        "b": "One in twenty would be fair for a method with a single weight for each "
        "pixel. What does this network have beyond that?",
        "c": "Fewer than one in fifty, after having seen each training image twice.",
    },
)

best_of_fifty = Predict(
    "best_of_fifty",
    right="b",
    choices={
        "a": "That is what each is worth, and what they show on average. You report "
        "the best of them.",
        "b": "Each figure scatters around 99.0 %, and you took the top of the scatter.",
        "c": "Too much luck: a figure measured on 10 000 images scatters by about a "
        "tenth of a percentage point. How far is the best of fifty from the middle?",
    },
)

how_many_digits = Predict(
    "how_many_digits",
    right="c",
    choices={
        "a": "On 1 000 digits the two make about 10 and 9 mistakes. Could you tell "
        "that from luck?",
        "b": "On 10 000 digits the two make about 100 and 90 mistakes, and each of "
        "these counts scatters by about 10.",
        "c": "The difference is a tenth of a percentage point, and it must be "
        "several times as large as its scatter, which falls only with the root of n.",
    },
)

sure_and_wrong = Predict(
    "sure_and_wrong",
    right="b",
    choices={
        "a": "So one would wish. But a digit that looks like another one leaves the "
        "network no reason to doubt.",
        "b": "Most of its mistakes come with doubt; some look so much like another "
        "digit that it has none.",
        "c": "Then its confidence would be worth nothing. Most digits that it "
        "misreads are ones over which you would hesitate, too.",
    },
)

not_prepared = Predict(
    "not_prepared",
    right="c",
    choices={
        "a": "The filters slide, but what stands behind Flatten? And no filter has "
        "ever seen a dark stroke on light ground.",
        "b": "It would be convenient. But softmax shares out 100 % among ten digits, "
        "whatever comes in, and was never shown what doubt means for such pictures.",
        "c": "Its confidence can be relied on for pictures like those of its "
        "training, and for those only.",
    },
)


_BALANCED = np.array([[8, 2], [0, 10]])
_RARE = np.array([[90, 10], [0, 5]])
_THREE = np.array([[90, 3, 7], [1, 95, 4], [29, 6, 65]])
_UNUSED = np.array([[5, 0, 1], [2, 0, 2], [1, 0, 9]])


def _by(confusions, axis):
    return np.diag(confusions) / np.maximum(confusions.sum(axis=axis), 1)


share_right = Task(
    "share_right",
    code="""
    import numpy as np

    def share_right(confusions):
        answered = confusions.sum(axis=0)
        return np.diag(confusions) / np.maximum(answered, 1)
    """,
    why="A column holds all images that got this answer; on the diagonal are those "
    "that deserved it.",
    hints=[
        "All images that were called a 4 stand in one place of the matrix. Is it a "
        "row or a column?",
        "A column. The share is the number on the diagonal, divided by the sum of "
        "its column: .sum(axis=0).",
        "A column that is all 0 would divide 0 by 0. Where the sum is 0, divide by "
        "something else, for example by 1.",
    ],
    notice="Rows say what becomes of a digit (recall), columns what an answer is "
    "worth (precision). Where one class is rare they part: of 5 rare ones all are "
    "found, and two of three such answers are wrong all the same.",
    cases=[
        given(_BALANCED),
        given(_RARE),
        given(_THREE),
        given(_UNUSED),
        given(np.random.default_rng(0).integers(0, 50, (10, 10))),
    ],
    mistakes=[
        (
            lambda confusions: _by(confusions, 1),
            "this divides by the rows: which share of each digit is read correctly. "
            "Asked is the share of each *answer* that is right.",
        ),
        (
            lambda confusions: np.diag(confusions) / confusions.sum(axis=0),
            "an answer that was never given divides 0 by 0, and that makes nan. The "
            "task wants 0 there.",
        ),
        (
            lambda confusions: np.diag(confusions) / confusions.sum(),
            "divided by all images. Divide by those that got this answer.",
        ),
        (
            lambda confusions: np.diag(confusions),
            "these are counts. Divide them by how often each answer was given.",
        ),
        (
            lambda confusions: 1 - _by(confusions, 0),
            "this is the share that is wrong.",
        ),
        (
            lambda confusions: np.trace(confusions) / confusions.sum(),
            "this is the accuracy, one number for all. Asked is one number for each "
            "answer.",
        ),
        (
            lambda confusions: confusions / np.maximum(confusions.sum(axis=0), 1),
            "the whole matrix is divided; only its diagonal is asked for.",
        ),
    ],
)


def _with_z(z):
    return lambda claim: math.ceil(z**2 * claim / (1 - claim))


def _by_luck(share):
    return lambda claim: math.ceil(math.log(share) / math.log(claim))


flawless = Task(
    "flawless",
    code="""
    import math
    from scipy.stats import norm

    def flawless(claim):
        z = norm.ppf(0.975)
        return math.ceil(z**2 * claim / (1 - claim))
    """,
    why="With no mistake the lower end of the interval is 1 / (1 + z²/n). Set it "
    "equal to the claim, solve for n, and round up.",
    hints=[
        "No mistake means that the measured share is 1. Put that into the formula of "
        "the interval: the root becomes simple.",
        "The lower end is 1 / (1 + z²/n), with z = 1.96. (Or leave the formula alone "
        "and try n = 1, 2, 3 …, with SciPy as above.)",
        "It reaches the claim c as soon as n is at least z² · c / (1 - c). n is a "
        "whole number: round up, for with one image fewer the claim is just missed.",
    ],
    notice='Not one mistake among a hundred digits, and "at least 99 %" is still '
    "an empty claim: that takes nearly four hundred.",
    cases=[given(0.5), given(0.9), given(0.99), given(0.95), given(0.995)],
    mistakes=[
        (
            lambda claim: math.floor(1.96**2 * claim / (1 - claim)),
            "rounded down: with so few the lower end just misses the claim.",
        ),
        (
            lambda claim: round(1.959964**2 * claim / (1 - claim)),
            "rounded to the nearest: where that is down, the lower end just misses the "
            "claim.",
        ),
        (
            lambda claim: 1.959964**2 * claim / (1 - claim),
            "a number of digits is whole. Which way must this be rounded?",
        ),
        *(
            (
                _by_luck(share),
                "claim ** n is the chance to meet no mistake where the claim just "
                "holds. That is a fair way, too, but not Wilson's interval.",
            )
            for share in (0.05, 0.025)
        ),
        (
            lambda claim: math.ceil(round(1 / (1 - claim), 6)),
            "with 1 / (1 - claim) images you would *expect* one mistake. To meet none "
            "among so many is luck that comes about one time in three.",
        ),
        (
            lambda claim: 1,
            "the formula p (1 - p) / n gives an interval of width 0 if there is no "
            "mistake, and believes everything. That is why the lesson uses Wilson's.",
        ),
        (
            _with_z(1.6448536),
            "z = 1.64 leaves 5 % at one end. The interval of the lesson leaves 2.5 % "
            "at either end: z = 1.96.",
        ),
        (
            lambda claim: math.ceil(1.959964 * claim / (1 - claim)),
            "z must be squared.",
        ),
        (
            lambda claim: math.ceil(1.959964**2 / (1 - claim)),
            "the factor `claim` is missing: the lower end is 1 / (1 + z²/n), not 1 - "
            "z²/n.",
        ),
        (
            lambda claim: math.ceil(round(3 / (1 - claim), 6)),
            "the rule of three is for an interval with one end. Wilson's has two, "
            "and takes more.",
        ),
    ],
)


def _split_problem(answer):
    """Whether piles of 12 images hold what they should, for several seeds."""
    random = np.random.default_rng(5)
    images = random.permutation(12 * 25).reshape(12, 5, 5).astype("float32")
    labels = random.permutation(12) % 3
    known, piles = _known(images), []
    for seed in (0, 0, 1, 2, 3, 4, 5, 6):
        result = answer(images.copy(), labels.copy(), 4, seed)
        if not isinstance(result, tuple | list) or len(result) != 4:
            return "it must return four arrays: x_train, y_train, x_valid, y_valid."
        try:
            parts = [as_plain(part) for part in result]
        except NotComparable as reason:
            return f"one of the four results {reason}"
        if problem := _pile_problem(*parts, images, labels, known):
            return problem
        piles.append([known[_key(image)][0] for image in parts[2]])
    if piles[0] != piles[1]:
        return (
            "the same seed gives another split each time: np.random.default_rng(seed)."
        )
    if all(set(pile) == set(piles[0]) for pile in piles):
        return "with every seed the same images are put aside: draw them at random."
    if all(sum((i + 1) % 12 not in pile for i in pile) == 1 for pile in piles):
        return (
            "the images put aside are neighbours each time. A file may be sorted: draw "
            "every image for itself."
        )
    return None


def _key(image):
    return image.astype("float32").tobytes()


def _known(images):
    """The number of each image, and whether it is shifted, by the image's bytes."""
    known = {}
    for i, image in enumerate(images):
        known[_key(image)] = i, False
        first, last = image[:, 0], image[:, -1]
        for border in (last, 0 * last, first):  # around, black, repeated
            known[_key(np.column_stack([border, image[:, :-1]]))] = i, True
    return known


def _stranger(image, images):
    """What an image is that is neither given nor shifted as it should be."""
    shifts = {
        (1, 1): "is shifted down: the columns are another axis.",
        (2, -1): "is shifted to the left.",
        (2, 1): "is shifted to the right, but its left border is neither black nor "
        "its own: does np.roll know the axis?",
    }
    for (axis, step), sentence in shifts.items():
        for shifted in np.roll(images, step, axis):
            if np.array_equal(image[1:-1, 1:-1], shifted[1:-1, 1:-1]):
                return f"an image {sentence}"
    return (
        "an image is neither one of those given nor one of them shifted by a pixel to "
        "the right."
    )


def _pile_problem(x_train, y_train, x_valid, y_valid, images, labels, known):
    sources = []
    for x, y in ((x_train, y_train), (x_valid, y_valid)):
        if np.shape(x)[1:] != (5, 5) or np.shape(y) != np.shape(x)[:1]:
            return (
                f"{np.shape(x)} images and {np.shape(y)} labels do not fit: of 12 "
                "images of 5 × 5 and n_valid = 4 the shapes are (16, 5, 5), (16,), "
                "(4, 5, 5) and (4,)."
            )
        found = [known.get(_key(image)) for image in x]
        if None in found:
            return _stranger(x[found.index(None)], images)
        if any(labels[i] != label for (i, _), label in zip(found, y, strict=True)):
            return "images and labels have lost each other: the same order for both."
        sources.append(found)
    return _leak(*sources)


def _leak(train, valid):
    if (len(train), len(valid)) == (4, 16):
        return "the piles are exchanged: x_train and y_train come first."
    seen = {i for i, _ in train}
    leaked = [i for i, _ in valid if i in seen]
    if leaked:
        form = "as it is" if (leaked[0], False) in train else "shifted"
        return (
            f"it still leaks: of 12 images, {len(valid)} of them to judge, "
            f"{len(leaked)} that judge are also learned from. images[{leaked[0]}], "
            f"for example, stands in the training pile {form}."
        )
    if any(shifted for _, shifted in valid):
        return (
            "the validation pile holds shifted images. It should show what the network "
            "will meet: images as they come."
        )
    if len(set(valid)) < len(valid):
        return "an image stands twice among those that judge: draw each once at most."
    if len(valid) != 4:
        return f"{len(valid)} images are put aside instead of n_valid = 4."
    if sorted(train) != sorted((i, s) for i in seen for s in (False, True)):
        return (
            "in the training pile each image should stand twice, once as it is and "
            "once shifted."
        )
    if len(seen) != 8:
        return (
            f"the training pile is made of {len(seen)} images. Only the 4 that judge "
            "are to be kept out, so 8 of 12 are left."
        )
    return None


clean_split = Task(
    "clean_split",
    code="""
    import numpy as np

    def clean_split(images, labels, n_valid, seed):
        order = np.random.default_rng(seed).permutation(len(images))
        valid, train = order[:n_valid], order[n_valid:]
        copies = np.roll(images[train], 1, axis=2)
        x_train = np.concatenate([images[train], copies])
        y_train = np.tile(labels[train], 2)
        return x_train, y_train, images[valid], labels[valid]
    """,
    why="First the split, then the copies, and of the training images only: so no "
    "copy can cross over.",
    hints=[
        "Follow one image and its copy through the function. In which piles can the "
        "two end up?",
        "The images are doubled before they are shuffled, so image and copy are "
        "drawn apart. In which order should the two steps come?",
        "Shuffle the numbers 0 … n - 1, put the first n_valid aside, and shift only "
        "the images that are left.",
    ],
    notice="An image and its copy always on the same side. The same holds for photos "
    "of one scene, scans of one patient, digits of one writer: split by what they "
    "have in common.",
    examine=_split_problem,
)

BUDGET, GOAL = 5_000, 0.92


def _net_problem(answer):
    import keras

    keras.utils.set_random_seed(0)
    model = answer()
    if problem := problem_of_model(model, "(28, 28, 1)"):
        return problem
    shapes = tuple(model.input_shape), tuple(model.output_shape)
    if shapes != ((None, 28, 28, 1), (None, 10)):
        return (
            f"it makes {shapes[1]} of {shapes[0]}; (None, 10) of (None, 28, 28, 1) is "
            "right."
        )
    count = model.count_params()
    if count > BUDGET:
        largest = max(model.layers, key=lambda layer: layer.count_params())
        return (
            f"{count:,} parameters are more than {BUDGET:,}. Most of them, "
            f"{largest.count_params():,}, sit in the layer {largest.name}."
        )
    sums = np.sum(model(np.random.default_rng(0).random((5, 28, 28, 1))), axis=1)
    if not np.allclose(sums, 1, atol=1e-3):
        return "the ten outputs do not add up to 1: the last layer needs a softmax."
    share = _trained_share(keras.models.clone_model(model))
    if share < GOAL:
        pools_all = any("Global" in type(layer).__name__ for layer in model.layers)
        reason = " Global pooling forgets where a stroke lies." if pools_all else ""
        return (
            f"it reads {share:.1%} of 2 000 other digits, with {count:,} parameters: "
            f"{GOAL:.0%} are asked for.{reason}"
        )
    return Verdict(
        State.RIGHT,
        f"✓ It reads {share:.1%} of 2 000 other digits, with {count:,} parameters. "
        f"{small_net.notice}",
    )


def _trained_share(model):
    """Train on 3 000 digits and return the share of 2 000 others that it reads."""
    import keras

    from utils.datasets import load_mnist

    (images, labels), _ = load_mnist()
    rate = keras.optimizers.schedules.CosineDecay(0.005, decay_steps=5 * 60)
    model.compile(keras.optimizers.Adam(rate), "sparse_categorical_crossentropy")
    few = images[:3000, ..., np.newaxis], labels[:3000]
    model.fit(*few, batch_size=50, epochs=5, verbose=0)
    others = images[50_000:52_000, ..., np.newaxis].reshape(4, 500, 28, 28, 1)
    read = [np.argmax(model(batch, training=False), axis=1) for batch in others]
    return np.mean(np.concatenate(read) == labels[50_000:52_000])


small_net = Task(
    "small_net",
    code="""
    import keras
    from keras import layers

    def small_net():
        return keras.Sequential(
            [
                keras.Input((28, 28, 1)),
                layers.Conv2D(8, 3, activation="relu"),
                layers.MaxPooling2D(),
                layers.Conv2D(12, 3, activation="relu"),
                layers.MaxPooling2D(),
                layers.Flatten(),
                layers.Dense(10, "softmax"),
            ]
        )
    """,
    why="Few filters, and pooling before Flatten: 5 · 5 · 12 = 300 numbers reach the "
    "last layer, which takes 3 010 of the 3 966 parameters.",
    hints=[
        "Most parameters sit where Flatten meets a dense layer. How many numbers may "
        "arrive there, if the ten outputs are to cost at most 3 000?",
        "About 300, for the convolutions need their share, too. So take fewer filters "
        "than the lesson, and pool twice. A hidden dense layer is too dear.",
        "Two convolutions with 8 and 12 filters of 3 × 3 and ReLU, max pooling "
        "behind each, Flatten, a softmax of ten.",
    ],
    notice="One dense layer alone, with 7 850, reads about nine in ten after the "
    "same training: filters that slide learn from every place of the image at once.",
    examine=_net_problem,
    seconds=120,
)
