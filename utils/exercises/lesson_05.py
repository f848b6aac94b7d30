"""Lesson 5, why convnets: its questions and tasks."""

import numpy as np

from utils.exercises.cases import given
from utils.exercises.keras_models import problem_of_model
from utils.exercises.named import Named
from utils.exercises.questions import Predict
from utils.exercises.record import progress
from utils.exercises.tasks import Task

__all__ = ["progress"]

growth = Predict(
    "growth",
    right="b",
    choices={
        "a": "For one of the two it holds. But write down what a filter of 3 × 3 "
        "pixels and 3 channels is made of: where is the size of the photo in it?",
        "b": "A dense unit pays for every pixel, and twice the side is four times "
        "the pixels. A filter is as large as its window, whatever it slides over.",
        "c": "Twice as wide *and* twice as high: count the pixels, not the side.",
    },
)

scattered_rival = Predict(
    "scattered_rival",
    right="b",
    choices={
        "a": "Then any 25 pixels would do. But what can a unit tell from 25 pixels "
        "that have nothing to do with each other?",
        "b": "It has as few connections as local, and wins next to nothing: few is "
        "not enough, they must be the right ones.",
        "c": "A single such unit knows little, but there are many, and together they "
        "see all of the digit. Nothing is lost; the question is what is won.",
    },
)

moved_digits = Predict(
    "moved_digits",
    right="c",
    choices={
        "a": "The local layer has more weights, but each of them learns only from "
        "the digits that happened to lie in its window.",
        "b": "On centred digits a window always meets the same kind of stroke, which "
        "is kind to weights of one's own. That is over now.",
        "c": "Every place of the local layer must learn each stroke for itself. A "
        "filter learns from all places, and uses in all of them what it has learned.",
    },
)

shifted_digits = Predict(
    "shifted_digits",
    right="b",
    choices={
        "a": "The maps do find the strokes, and move along with them: equivariant. "
        "But what reads the maps is dense, and has a weight for every place.",
        "b": "The maps move along with the digit, and the dense output layer reads "
        "them in their old places. Much of a wide stroke still overlaps with where "
        "it was.",
        "c": "The reason is right, and the conclusion too strong: three pixels are "
        "little on broad strokes, so part of what has moved still falls where it is "
        "expected.",
    },
)

most_digits = Predict(
    "most_digits",
    right="c",
    choices={
        "a": "It has both bets, and 28 filters. But it looks at the image only once, "
        "and its output layer has a weight for every place.",
        "b": "With so many units dense can learn nearly anything, if it sees enough "
        "images. Here there are 2 000.",
        "c": "Both bets, and pooling on top: what is true of images need not be "
        "learned from them.",
    },
)

shuffled_pixels = Predict(
    "shuffled_pixels",
    right="b",
    choices={
        "a": "One of the three has a weight for every pixel and no idea which pixels "
        "are neighbours. What is it to that network if they change places, always in "
        "the same way?",
        "b": "Dense gets the same numbers in another order. The convolution's "
        "windows hold strangers, and pooling throws away three of four strangers.",
        "c": "Pooling keeps the largest of four neighbours. That is a sensible "
        "summary only if neighbours have something to do with each other.",
    },
)

few_images = Predict(
    "few_images",
    right="b",
    choices={
        "a": "Nothing is thrown away, but everything has to be learned: that an edge "
        "is an edge, for every pixel anew, from 500 images.",
        "b": "What people know about edges is built in, so nothing of it must be "
        "learned from the few images.",
        "c": "It learns filters *and* classifier from the same few images. That pays "
        "once there are enough of them.",
    },
)


parameter_counts = Task(
    "parameter_counts",
    code="""
    def parameter_counts(side, channels, window, stride, filters):
        units = ((side - window) // stride + 1) ** 2 * filters
        in_window = window**2 * channels + 1
        in_image = side**2 * channels + 1
        return units * in_image, units * in_window, filters * in_window
    """,
    why="Each unit pays for all that it sees, and one bias. Dense and local have a "
    "unit for every output; sharing leaves one for each filter.",
    hints=[
        "Begin with the convolution: how many numbers does it put out? The two other "
        "layers need one unit for each of these.",
        "Along one side the window has (side - window) // stride + 1 places; "
        "squared, and times the filters, that is the number of units.",
        "A unit has a weight for each number that it sees (of all channels), and a "
        "bias of its own. A dense unit sees the image, a local one its window. In "
        "the convolution all places share one set for each filter.",
    ],
    notice="Where the window is as large as the image, all three are the same layer. "
    "From there on dense grows with the image and with the places, local with the "
    "places, the convolution with neither.",
    cases=[
        given(3, 1, 3, 1, 1),
        given(4, 1, 3, 1, 1),
        given(4, 1, 3, 1, 2),
        given(5, 3, 3, 2, 1),
        given(28, 1, 5, 2, 8),
        given(32, 3, 3, 1, 16),
    ],
    mistakes=[
        (
            lambda n, c, k, s, f: (
                _units(n, k, s, f) * (n * n * c + 1),
                _units(n, k, s, f) * k * k * c + f,
                f * (k * k * c + 1),
            ),
            "the local layer has too few biases: sharing a bias among all places is "
            "the second bet already. Each unit has its own.",
        ),
        (
            lambda n, c, k, s, f: (
                _units(n, k, s, f) * (n * n * c + 1),
                _units(n, k, s, f) * (k * k * c + 1),
                f * k * k * c + _units(n, k, s, f),
            ),
            "the convolution has too many biases: it shares them as it shares the "
            "weights, one for each filter.",
        ),
        (
            lambda n, c, k, s, f: (
                _units(n, k, s, f) * n * n * c,
                _units(n, k, s, f) * k * k * c,
                f * k * k * c,
            ),
            "the biases are missing: every unit and every filter has one.",
        ),
        (
            lambda n, c, k, s, f: (
                f * (n * n * c + 1),
                _units(n, k, s, f) * (k * k * c + 1),
                f * (k * k * c + 1),
            ),
            "that dense layer has one unit for each filter, so it puts out far fewer "
            "numbers than the two others. Give it a unit for every filter in every "
            "place.",
        ),
        (
            lambda n, c, k, s, f: (
                _units(n, k, s, f) * (n * n * c + 1),
                _units(n, k, s, f) * (k * k * c + 1),
                _units(n, k, s, f) * (k * k * c + 1),
            ),
            "local and convolution cost the same here. What is shared exists once: "
            "count the filters, not the places.",
        ),
        (
            lambda n, c, k, s, f: (
                ((n - k) // s + 1) * f * (n * n * c + 1),
                ((n - k) // s + 1) * f * (k * k * c + 1),
                f * (k * k * c + 1),
            ),
            "the places are counted along one side only: the window moves in rows "
            "and in columns.",
        ),
        (
            lambda n, c, k, s, f: (
                _units(n, k, 1, f) * (n * n * c + 1),
                _units(n, k, 1, f) * (k * k * c + 1),
                f * (k * k * c + 1),
            ),
            "the stride is not used yet: it decides in how many places a window "
            "stands.",
        ),
        (
            lambda n, c, k, s, f: (
                (-(-n // s)) ** 2 * f * (n * n * c + 1),
                (-(-n // s)) ** 2 * f * (k * k * c + 1),
                f * (k * k * c + 1),
            ),
            "so many places there are with padding `same`. Here is no padding.",
        ),
        (
            lambda n, c, k, s, f: (
                ((n - k) / s + 1) ** 2 * f * (n * n * c + 1),
                ((n - k) / s + 1) ** 2 * f * (k * k * c + 1),
                f * (k * k * c + 1),
            ),
            "a window that no longer fits in whole does not count: divide with //.",
        ),
        (
            lambda n, c, k, s, f: (
                _units(n, k, s, f) * (n * n + 1),
                _units(n, k, s, f) * (k * k + 1),
                f * (k * k + 1),
            ),
            "the channels are missing: a unit sees all channels of its pixels, with "
            "a weight for each.",
        ),
    ],
)


def _units(side, window, stride, filters):
    return ((side - window) // stride + 1) ** 2 * filters


def _turns(image):
    return [np.rot90(image, turns) for turns in range(4)]


CORNER = Named("upper_left_pixel", lambda image: image[0, 0])
TOP_ROW = Named("first_row_minus_last", lambda image: np.sum(image[0] - image[-1]))
SLANTED = Named(
    "weighted_sum",
    lambda image: np.sum(image * np.arange(image.size).reshape(image.shape) ** 2),
)

best_of_turns = Task(
    "best_of_turns",
    code="""
    import numpy as np

    def best_of_turns(score, image):
        return max(score(np.rot90(image, quarter)) for quarter in range(4))
    """,
    why="A turned image only takes the same four candidates in another order, and "
    "the maximum does not look at their order.",
    hints=[
        "Global max pooling asks every place and keeps the largest answer. Here you "
        "ask every direction.",
        "np.rot90(image, 1) turns by a quarter, np.rot90(image, 2) by a half. Four "
        "turned images give four scores; one of the four is not turned at all.",
    ],
    notice="Pooling over places forgives shifts, pooling over turns forgives turns: "
    "a third bet, at four times the work. It has its price, too: a 6 and a 9 now "
    "look alike.",
    cases=[
        given(CORNER, np.array([[1, 2], [3, 4]])),
        given(CORNER, np.array([[4, 2], [3, 1]])),
        given(TOP_ROW, np.array([[1, 5], [2, 3]])),
        given(TOP_ROW, np.array([[0, 0, 9], [0, 0, 9], [1, 0, 9]])),
        given(SLANTED, np.array([[0, 1, 0], [0, 0, 1], [0, 1, 0]])),
        given(SLANTED, np.array([[1, 2], [4, 3]])),
        given(SLANTED, np.array([[1, -2, 0], [0, 3, 1], [0, 1, 5]])),
        given(CORNER, np.array([[-5.0, -2.5, -3], [-4, -1, -7]])),
    ],
    mistakes=[
        (
            lambda score, image: max(score(turned) for turned in _turns(image)[1:]),
            "the image as it stands is missing: not to be turned is one of the four "
            "turns.",
        ),
        (
            lambda score, image: max(score(turned) for turned in _turns(image)[::2]),
            "only the half turn is tried: quarter turns count as well.",
        ),
        (
            lambda score, image: max(score(turned) for turned in _turns(image)[:2]),
            "only one quarter turn is tried: there are four positions, 0, 90, 180 "
            "and 270 degrees.",
        ),
        (
            lambda score, image: max(score(turned) for turned in _turns(image)[:3]),
            "the last quarter is missing: 0, 90, 180 and 270 degrees are four "
            "positions.",
        ),
        (
            lambda score, image: max(
                score(image[::down, ::right]) for down in (1, -1) for right in (1, -1)
            ),
            "these are mirror images: to flip is not to turn. np.rot90 turns.",
        ),
        (
            lambda score, image: max(
                score(turned) for turned in _turns(image) + _turns(image.T)
            ),
            "mirror images have come in as well: only the four turns count.",
        ),
        (
            lambda score, image: np.mean([score(turned) for turned in _turns(image)]),
            "the mean forgives turns as well, but here the largest of the four "
            "scores is asked for.",
        ),
        (
            lambda score, image: np.sum([score(turned) for turned in _turns(image)]),
            "the sum forgives turns as well, but here the largest of the four scores "
            "is asked for.",
        ),
        (
            lambda score, image: np.argmax([score(turned) for turned in _turns(image)]),
            "this says *which* turn scores highest, and that changes with the "
            "image's turn. The score itself is asked for.",
        ),
        (
            lambda score, image: score(image),
            "this is the score of the image as it stands: nothing is turned yet.",
        ),
        (
            lambda score, image: max(0, *(score(turned) for turned in _turns(image))),
            "scores can be negative: do not start at 0.",
        ),
    ],
)


def _reaction(layer, row, back=1, first="invariant", otherwise="neither"):
    """The solution, and by its settings some ways to get it wrong."""
    still, moved = layer(row), layer(np.roll(row, 1))
    holds = {
        "invariant": np.array_equal(moved, still),
        "equivariant": np.array_equal(moved, np.roll(still, back)),
    }
    order = sorted(holds, key=lambda word: word != first)
    return next((word for word in order if holds[word]), otherwise)


def _same_numbers(layer, row):
    still, moved = layer(row), layer(np.roll(row, 1))
    if np.array_equal(moved, still):
        return "invariant"
    same = np.array_equal(np.sort(np.ravel(moved)), np.sort(np.ravel(still)))
    return "equivariant" if same else "neither"


def _by_size(row_too, number):
    """A mistake: a single number is judged by being one.

    row_too: whether a row may be invariant as well; number: whether a number may change
    and is called invariant all the same.
    """

    def reaction(layer, row):
        still, moved = layer(row), layer(np.roll(row, 1))
        stays, is_number = np.array_equal(moved, still), np.ndim(still) == 0
        if (is_number and (stays or number)) or (row_too and stays):
            return "invariant"
        along = np.array_equal(moved, np.roll(still, 1))
        return "equivariant" if along else "neither"

    return reaction


A_ROW_TOO = (
    "a whole row can be invariant too: what counts is whether the output stays, not "
    "how many numbers it has."
)

OTHER_WORD = {
    "invariant": "equivariant",
    "equivariant": "invariant",
    "neither": "neither",
}
THREE, FOUR = np.array([3, 1, 2]), np.array([5, 1, 2, 9])

reaction = Task(
    "reaction",
    code="""
    import numpy as np

    def reaction(layer, row):
        still, moved = layer(row), layer(np.roll(row, 1))
        if np.array_equal(moved, still):
            return "invariant"
        if np.array_equal(moved, np.roll(still, 1)):
            return "equivariant"
        return "neither"
    """,
    why="Move the input, and look at the output: it stays, it moves along, or it "
    "does something else. A number cannot move, so ask first whether it stays.",
    hints=[
        "An experiment: call the layer twice, once on the row, once on the moved "
        "row. What must hold between the two outputs if it is invariant? And if it "
        "is equivariant?",
        "Invariant: the two outputs are equal. Equivariant: the second is the first, "
        "moved by np.roll as the row was. np.array_equal compares arrays as a whole, "
        "even of unequal length.",
        "Which question comes first matters for layers that put out a single number: "
        "np.roll leaves a single number as it is.",
    ],
    notice="Sorting is invariant, though its output is a whole row. And every second "
    "number, which is stride 2, is neither: that is how a stride breaks equivariance.",
    cases=[
        given(Named("largest", np.max), THREE),
        given(
            Named("difference_to_the_left", lambda x: x - np.roll(x, 1)),
            THREE,
        ),
        given(Named("times_1_2_4", lambda x: x * [1, 2, 4]), THREE),
        given(Named("sort", np.sort), THREE),
        given(Named("double", lambda x: 2 * x), THREE),
        given(Named("back_to_front", lambda x: x[::-1]), THREE),
        given(Named("every_second_number", lambda x: x[::2]), FOUR),
        given(
            Named("larger_of_each_pair", lambda x: np.maximum(x[::2], x[1::2])), FOUR
        ),
        given(Named("minus_the_mean", lambda x: x - x.mean()), THREE),
        given(Named("sum_of_squares", lambda x: np.sum(x**2)), FOUR),
        given(Named("weighted_sum", lambda x: np.sum(x * [1, 2, 4])), THREE),
    ],
    mistakes=[
        (
            lambda layer, row: _reaction(layer, row, first="equivariant"),
            "a single number cannot move: np.roll leaves it as it is, so it passes "
            "for a number that moved along. Ask first whether the output stays.",
        ),
        (
            lambda layer, row: OTHER_WORD[_reaction(layer, row)],
            "the two words are exchanged: *in*variant does not vary, *equi*variant "
            "varies equally, along with the input.",
        ),
        (
            lambda layer, row: _reaction(layer, row, otherwise="equivariant"),
            "not everything that changes is equivariant: the output must be the old "
            "one, moved as the row was.",
        ),
        (
            lambda layer, row: _reaction(layer, row, otherwise="invariant"),
            "what neither stays nor moves along is 'neither'.",
        ),
        (
            lambda layer, row: _reaction(layer, row, back=-1),
            "the row is moved one way and the output the other: both must move in "
            "the same direction.",
        ),
        (
            _same_numbers,
            "the same numbers are not enough: they must stand one place further on, "
            "like those of the row.",
        ),
        (_by_size(row_too=False, number=True), A_ROW_TOO),
        (_by_size(row_too=False, number=False), A_ROW_TOO),
        (
            _by_size(row_too=True, number=True),
            "a single number can change as well, and then it is not invariant: what "
            "counts is whether the output stays, not how many numbers it has.",
        ),
    ],
)

SIDE, SHIFTS = 64, (0, 1, 2, 4)


def _blots():
    """Blots of the same nine greys in other orders, each shifted both ways.

    Returns images (blots, directions, shifts, SIDE, SIDE, 1).
    """
    rng = np.random.default_rng(0)
    greys = np.linspace(0.1, 1, 9)
    blots = np.zeros((6, 2, len(SHIFTS), SIDE, SIDE, 1), "float32")
    for blot in blots:
        pattern = rng.permutation(greys).reshape(3, 3, 1)
        for place, shift in enumerate(SHIFTS):
            blot[0, place, 30:33, 28 + shift : 31 + shift] = pattern
            blot[1, place, 28 + shift : 31 + shift, 30:33] = pattern
    return blots


def _examine_shift_blind_net(build):
    import keras

    keras.utils.set_random_seed(0)
    model = build(SIDE)
    if problem := problem_of_model(model, "(side, side, 1)"):
        return problem
    if model.input_shape[1:] not in [(SIDE, SIDE, 1), (None, None, 1)]:
        return (
            f"for side = {SIDE} it takes images of shape {model.input_shape[1:]}; "
            f"({SIDE}, {SIDE}, 1) is right."
        )
    if model.output_shape[1:] != (10,):
        return (
            f"for each image it gives the shape {model.output_shape[1:]}; ten scores, "
            "shape (10,), are right."
        )
    blots = _blots()
    images = blots.reshape(-1, SIDE, SIDE, 1)
    scores = np.array(model(images, training=False)).reshape(*blots.shape[:3], 10)
    apart = np.ptp(scores[:, 0, 0], axis=0).max()
    if apart <= 1e-4 * np.abs(scores).max():  # with weights of 0, all scores are 0
        return (
            "it cannot tell blots apart that are made of the same greys in another "
            "order. A convolution must look for patterns, and a ReLU or a maximum "
            "pick them out, before their place is forgotten. (The mean of a plain "
            "convolution is only the amount of ink.)"
        )
    change = np.abs(scores - scores[:, :, :1]).max(axis=(0, 1, 3)) / apart
    stays = dict(zip(SHIFTS, change < 1e-3, strict=True))
    if all(stays.values()):
        return None
    for shift in (2, 4):
        if stays[shift] and not stays[1]:
            return (
                f"a blot that moves by {shift} pixels gets the same scores, by 1 pixel "
                f"others: a stride or a pooling moves in steps of {shift}, and where a "
                "blot falls between the steps matters."
            )
    return (
        "a blot that moves by one pixel gets other scores. Something in the network "
        "still knows places: does a dense layer see the maps, not only one number of "
        "each?"
    )


shift_blind_net = Task(
    "shift_blind_net",
    code="""
    import keras
    from keras import layers

    def shift_blind_net(side):
        return keras.Sequential(
            [
                keras.Input((side, side, 1)),
                layers.Conv2D(16, 5, activation="relu"),
                layers.Conv2D(16, 3, activation="relu"),
                layers.GlobalMaxPooling2D(),
                layers.Dense(10),
            ]
        )
    """,
    why="Convolutions with stride 1 move along with the blot, pixel by pixel, and "
    "the largest answer of each map is the same wherever it stands.",
    hints=[
        "Go through the layers of the lesson's network with global pooling. Which of "
        "them are equivariant for a shift of one pixel, and which is not?",
        "Whatever moves in steps of two pixels treats odd and even places "
        "differently. Every step must be 1.",
        "Convolutions with ReLU and stride 1, then global max pooling, then ten "
        "dense units. No weights need to be trained: it holds for all.",
    ],
    notice="Exactly invariant, with random weights: nothing has been learned, the "
    "layers alone see to it. Whether it reads digits well is another question.",
    examine=_examine_shift_blind_net,
    seconds=60,
)
