"""Lesson 2, ReLU: its questions and tasks."""

import numpy as np

from utils.exercises.cases import given
from utils.exercises.comparing import NotComparable, as_plain
from utils.exercises.describing import describe
from utils.exercises.questions import Predict
from utils.exercises.record import progress
from utils.exercises.tasks import Task

__all__ = ["progress"]

one_filter = Predict(
    "one_filter",
    right="c",
    choices={
        "a": "It feels like that, but what the first finds are sums of pixels, and "
        "weighted sums of sums are weighted sums again.",
        "b": "One filter it is. But how many pixels across does a 3 × 3 window see, if "
        "each number under it has already seen 3 × 3 pixels?",
        "c": "Weighted sums of weighted sums are weighted sums, of all the pixels that "
        "take part.",
    },
)

photo_and_negative = Predict(
    "photo_and_negative",
    right="c",
    choices={
        "a": "Without ReLU the second answer is the first with the other sign. A ReLU "
        "leaves nothing negative that could cancel.",
        "b": "The photo alone shows those. What does −photo show, where every edge "
        "goes the other way?",
        "c": "The photo shows the edges that get brighter, its negative those that get "
        "darker, and nothing is negative, so nothing cancels.",
    },
)

what_remains = Predict(
    "what_remains",
    right="b",
    choices={
        "a": "A ReLU fades nothing: each number stays as it is, or becomes 0.",
        "b": "From left to right it gets brighter there, Sobel x answers with positive "
        "numbers, and a ReLU keeps them.",
        "c": "There it gets darker, so Sobel x answers with negative numbers. What "
        "does a ReLU do to these?",
    },
)

signal_in_layer_1 = Predict(
    "signal_in_layer_1",
    right="c",
    choices={
        "a": "Glorot's start keeps the size steady for an activation of slope 1. What "
        "is the largest slope that a sigmoid has?",
        "b": "That would be a loss of the same amount in each layer. Slopes along the "
        "way multiply.",
        "c": "A slope of a quarter at most, twenty times over: a product, not a sum.",
    },
)

one_long_step = Predict(
    "one_long_step",
    right="b",
    choices={
        "a": "One step moves all weights at once, and a huge learning rate moves them "
        "as far as it likes.",
        "b": "The step pushes about half of the units up and half of them down, far "
        "below zero for every example.",
        "c": "Not all are pushed down: a unit that counts positively in the output is "
        "raised, for the answers were too small.",
    },
)

rings_without_relu = Predict(
    "rings_without_relu",
    right="a",
    choices={
        "a": "No line parts two rings. The best one would still beat half, but the "
        "cross-entropy punishes confident mistakes, so a timid half everywhere is "
        "cheapest.",
        "b": "The best line gets more right than this network does: training "
        "minimises the cross-entropy, which punishes confident mistakes.",
        "c": "Sixteen weighted sums, weighed and added up, are one weighted sum.",
    },
)

scores_plus_1000 = Predict(
    "scores_plus_1000",
    right="c",
    choices={
        "a": "So says mathematics. But the computer has to write down e to the power "
        "of 1002 on the way.",
        "b": "The cat leads by one point, as before, so it cannot take all. And is "
        "there a number for e to the power of 1002?",
        "c": "The powers overflow to infinity, and infinity divided by infinity is "
        "`nan`.",
    },
)


merge_layers = Task(
    "merge_layers",
    code="""
    def merge_layers(w1, b1, w2, b2):
        return w1 @ w2, b1 @ w2 + b2
    """,
    why="(x @ w1 + b1) @ w2 + b2, multiplied out. The first bias passes through the "
    "second layer's weights.",
    hints=[
        "Write both layers in one line, with brackets: (x @ w1 + b1) @ w2 + b2. Then "
        "multiply out.",
        "x @ w1 @ w2 holds the weights. Which terms are left that do not contain x?",
        "b1 is multiplied by w2 like everything that comes out of the first layer.",
    ],
    notice="As many layers as you like, one matrix and one bias at the end. That is "
    "all that depth is worth without a ReLU.",
    cases=[
        given(*(np.array(a) for a in ([[2.0]], [1.0], [[3.0]], [5.0]))),
        given(
            np.array([[1, 2], [0, 1]]),
            np.array([1, -2]),
            np.array([[1, 0], [3, 1]]),
            np.array([0, 10]),
        ),
        given(
            *(
                np.random.default_rng(seed).normal(size=shape)
                for seed, shape in enumerate([(3, 3), 3, (3, 3), 3])
            )
        ),
    ],
    mistakes=[
        (
            lambda w1, b1, w2, b2: (w1 @ w2, b1 + b2),
            "the first bias comes out of the first layer, so it passes through the "
            "second one's weights, like everything else that does.",
        ),
        (
            lambda w1, b1, w2, b2: (w1 @ w2, b2),
            "the first layer's bias is lost.",
        ),
        (
            lambda w1, b1, w2, b2: (w1 @ w2, b1 @ w2),
            "the second layer's bias is lost.",
        ),
        (
            lambda w1, b1, w2, b2: (w2 @ w1, w2 @ b1 + b2),
            "that is right for columns, w @ x. Here the examples are rows, x @ w, and "
            "meet w1 first.",
        ),
        (
            lambda w1, b1, w2, b2: (w1 @ w2, w2 @ b1 + b2),
            "b1 stands on the left, as x does: b1 @ w2.",
        ),
        (
            lambda w1, b1, w2, b2: (w2 @ w1, b1 @ w2 + b2),
            "the order: x meets w1 first, so w1 stands on the left of w2.",
        ),
        (
            lambda w1, b1, w2, b2: (w1 * w2, b1 * w2 + b2),
            "* multiplies number by number. Weights are applied with @, and so they "
            "are put together.",
        ),
        (
            lambda w1, b1, w2, b2: (w1 + w2, b1 + b2),
            "the layers stand one behind the other, not side by side: their weights "
            "multiply.",
        ),
    ],
)


def _inside(z):
    return (z > 0) & (z < 6)


_CUTS_OFF = (
    "this cuts off the signal. It is z that says where ReLU6 is flat; the signal may "
    "be negative, or larger than 6."
)

relu6_backward = Task(
    "relu6_backward",
    code="""
    import numpy as np

    def relu6_backward(z, signal):
        return np.where((z > 0) & (z < 6), signal, 0)
    """,
    why="The slope is 1 between 0 and 6 and 0 elsewhere: z opens or closes the gate, "
    "and the signal passes unchanged or not at all.",
    hints=[
        "Draw ReLU6. Where is it flat, where does it climb, and how steeply?",
        "The slope is 1 where z lies between 0 and 6, and 0 elsewhere. What does the "
        "walk backwards do with slope and signal?",
        "They multiply. (z > 0) & (z < 6) is an array of True and False, which count "
        "as 1 and 0.",
    ],
    notice="z decides, the signal passes: a negative signal comes through as it is. "
    "But no signal comes back from above 6: the price of the lid.",
    cases=[
        given(np.array([-2.0, 3.0]), np.array([5.0, 5.0])),
        given(np.array([3.0, 8.0]), np.array([5.0, 5.0])),
        given(np.array([-2.0, 3.0, 8.0]), np.array([-4.0, -4.0, -4.0])),
        given(np.array([3.0, 0.5]), np.array([9.0, 7.0])),
        given(np.array([0.0, 6.0]), np.array([1.0, 2.0])),
        given(
            np.random.default_rng(0).normal(3, 4, (4, 5)),
            np.random.default_rng(1).normal(0, 5, (4, 5)),
        ),
    ],
    mistakes=[
        (
            lambda z, signal: np.where(z > 0, signal, 0),
            "that is the slope of the plain ReLU. ReLU6 is flat above 6 too.",
        ),
        (
            lambda z, signal: np.clip(signal, 0, 6),
            _CUTS_OFF,
        ),
        (
            lambda z, signal: np.where(_inside(signal), signal, 0),
            _CUTS_OFF,
        ),
        (
            lambda z, signal: np.where(_inside(z), np.maximum(signal, 0), 0),
            "z is treated rightly, but negative signals are lost: they say that the "
            "loss falls when this number grows, and the layers before must hear it.",
        ),
        (
            lambda z, signal: _inside(z) * 1.0,
            "that is the slope alone. The walk backwards multiplies it by the signal.",
        ),
        (
            lambda z, signal: np.clip(z, 0, 6) * signal,
            "the signal is multiplied by what ReLU6 gives, not by its slope.",
        ),
        (
            lambda z, signal: np.clip(z, 0, 6),
            "that is the way forward, ReLU6 itself. Backwards, its slope is wanted, "
            "times the signal.",
        ),
        (
            lambda z, signal: np.where((z >= 0) & (z <= 6), signal, 0),
            "right but at the two corners, 0 and 6, where this course takes the slope "
            "0.",
        ),
    ],
)


def _examine_lamp(answer):
    """Try the hidden layer on 0, 1, 2 and 3 switches; None if the lamp is right."""
    try:
        parts = [np.asarray(as_plain(part), dtype=float) for part in answer]
    except (NotComparable, TypeError, ValueError):
        return "two lists of numbers are wanted: ([biases], [output weights])."
    if len(parts) != 2 or any(part.ndim != 1 for part in parts):
        return "two lists of numbers are wanted: ([biases], [output weights])."
    biases, weights = parts
    if len(biases) != len(weights):
        return (
            f"there are {len(biases)} biases and {len(weights)} output weights. Every "
            "hidden unit has one of each."
        )
    switches = np.arange(4)
    hidden = np.maximum(switches[:, np.newaxis] + biases, 0)
    lamp = hidden @ weights
    wrong = np.flatnonzero(~np.isclose(lamp, switches % 2, atol=1e-6))
    if not len(wrong):
        return None
    n = wrong[0]
    return (
        f"{_idea_behind(biases, lamp)}\nWith {n} on, the hidden units are "
        f"{describe(hidden[n])} and the output is {lamp[n]:.4g}. Right is {n % 2}."
    )


def _idea_behind(biases, lamp):
    if np.allclose(lamp, [0, 1, 0, -1]):
        return (
            "right up to 2. From there the line goes on falling; one more unit has to "
            "bend it up again."
        )
    if np.allclose(lamp, [1, 0, 1, 0]):
        return "just the other way round: the lamp is off when no switch is on."
    if np.any(biases > 0):
        return (
            "a bias above 0 wakes the unit even if all switches are off. To let it "
            "sleep until more are on, the bias must be negative."
        )
    if len(set(biases[biases > -3])) < 3:
        return (
            "each unit bends the line at one place, and equal biases bend it at the "
            "same one. Up, down and up again takes three."
        )
    return "the lamp is not right in every case."


three_switches = Task(
    "three_switches",
    code="""
    three_switches = ([0, -1, -2], [1, -2, 2])
    """,
    why="The units wake at 0, 1 and 2 switches. The output climbs by 1, then the "
    "second adds -2 to its slope, then the third +2.",
    hints=[
        "Draw the lamp over the number of switches that are on: up, down, up. Each "
        "hidden unit can bend the line at one place. Where does it have to bend?",
        "It starts at 0 and bends at 1 and at 2. A unit with the bias -1 sleeps up to "
        "1 and climbs from there.",
        "The slope is +1 at first and then -1: what must the second unit add to it? "
        "Then +1 again: and the third?",
    ],
    notice="Each hidden unit adds one bend. Four switches take one unit more, and so "
    "on: that is how a layer draws any zigzag.",
    examine=_examine_lamp,
)


def _softmax(scores):
    shifted = scores - scores.max(axis=1, keepdims=True)
    return np.exp(shifted) / np.exp(shifted).sum(axis=1, keepdims=True)


def _log_softmax(scores, level, axis=1):
    """The right formula, but for what is subtracted first or for the sum's axis."""
    ahead = scores - level
    return ahead - np.log(np.exp(ahead).sum(axis=axis, keepdims=True))


log_softmax = Task(
    "log_softmax",
    code="""
    import numpy as np

    def log_softmax(scores):
        ahead = scores - scores.max(axis=1, keepdims=True)
        return ahead - np.log(np.exp(ahead).sum(axis=1, keepdims=True))
    """,
    why="The logarithm of the fraction is taken on paper: the logarithm of the power "
    "is the score itself, and no power has to be divided.",
    hints=[
        "Take the logarithm on paper first. What is the logarithm of a fraction, and "
        "of a power of e?",
        "log p = z - log(sum of all e^z). No fraction is left, so nothing is rounded "
        "to 0. But the sum can still overflow.",
        "Subtract the row's largest score from all of the row first, as the stable "
        "softmax does; axis=1 and keepdims=True keep the rows apart.",
    ],
    notice="A probability too small for any float has a harmless logarithm. That is "
    "why losses are computed from scores: lesson 8 calls it from_logits=True.",
    cases=[
        given(np.array([[0.0, 0.0]])),
        given(np.array([[2.0, 1.0, -1.0]])),
        given(np.array([[0.0, 0.0], [1.0, 3.0]])),
        given(np.array([[1000.0, 1001.0]])),
        given(np.array([[0.0, 1000.0]])),
        given(np.array([[1000.0, 1001.0], [0.0, 1.0]])),
        given(np.array([[0.0, 2000.0]])),
        given(np.random.default_rng(0).normal(scale=50, size=(5, 5))),
    ],
    mistakes=[
        (
            lambda s: np.log(_softmax(s)),
            "the largest score is subtracted, so nothing overflows. But a small "
            "probability is rounded to 0, and its logarithm is -inf. Take the "
            "logarithm on paper, before you divide.",
        ),
        (
            lambda s: np.log(np.exp(s) / np.exp(s).sum(axis=1, keepdims=True)),
            "right for small scores, but e^1000 overflows.",
        ),
        (
            lambda s: _log_softmax(s, 0),
            "the formula is right, but e^1000 overflows inside it. Only differences of "
            "scores count: use that first.",
        ),
        (
            lambda s: np.log(_softmax(s) + 1e-12),
            "a tiny number added keeps the logarithm finite, but not right: below it "
            "all probabilities look alike.",
        ),
        (
            lambda s: _log_softmax(s, s.max()),
            "the largest score of the whole table is subtracted. A row far below it "
            "has only powers that round to 0. Take each row's own.",
        ),
        (
            lambda s: _log_softmax(s, s.mean(axis=1, keepdims=True)),
            "the row's mean is subtracted, and a score far above it still overflows. "
            "Which number has nothing above it in its row?",
        ),
        (
            lambda s: _log_softmax(s, s.max(axis=0), axis=0),
            "the sum runs down the columns, over all examples; the classes of one "
            "example stand in a row: axis=1.",
        ),
        (
            lambda s: _log_softmax(s, s.max(), axis=None),
            "the sum runs over the whole table. Each row is an example of its own, "
            "whose probabilities sum to 1.",
        ),
        (
            lambda s: (
                s - s.max(axis=1) - np.log(np.exp(s.T - s.max(axis=1)).sum(axis=0))
            ),
            "a vector is laid along the columns, so each column loses what belongs to "
            "a row. keepdims=True keeps the sums upright.",
        ),
        (
            lambda s: s - s.max(axis=1, keepdims=True),
            "that is only how far each score lies behind the best. The logarithm of "
            "the sum is still to be subtracted.",
        ),
        (
            _softmax,
            "these are the probabilities themselves; wanted are their logarithms.",
        ),
        (
            lambda s: np.log10(np.e) * _log_softmax(s, s.max(axis=1, keepdims=True)),
            "logarithms to the base 10; wanted is the natural one, np.log.",
        ),
    ],
)
