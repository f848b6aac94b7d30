"""Lesson 3, pooling: its questions and tasks."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from utils.exercises.cases import given
from utils.exercises.comparing import NotComparable, as_plain
from utils.exercises.describing import describe
from utils.exercises.questions import Predict
from utils.exercises.record import progress
from utils.exercises.tasks import Task
from utils.pooling import pool2d

__all__ = ["progress"]

window_3_stride_2 = Predict(
    "window_3_stride_2",
    right="b",
    choices={
        "a": "Side by side only two windows of 3 fit. With stride 2 they overlap.",
        "b": "They begin at the cells 0, 2 and 4. The next would begin at 6 and hang "
        "over the border.",
        "c": "Half as many as cells is right for a window of 2. A window of 3 that "
        "begins at cell 6 has only two cells left.",
    },
)

minus_ones = Predict(
    "minus_ones",
    right="a",
    choices={
        "a": "Each window at the bottom holds zeros of the rim, and 0 is larger than "
        "−1.",
        "b": "So it should be. But the maximum does not know which numbers are rim and "
        "which are map.",
        "c": "That would be the mean of two of each. Here the largest number counts.",
    },
)

wall_on_its_side = Predict(
    "wall_on_its_side",
    right="b",
    choices={
        "a": "Moving the wall changes little, for the mean forgets where. It does not "
        "forget which filter answered.",
        "b": "What changed from left to right now changes from top to bottom, so the "
        "filters exchange their roles.",
        "c": "That would take a wall that looks the same lying and standing.",
    },
)

moved_one_pixel = Predict(
    "moved_one_pixel",
    right="c",
    choices={
        "a": "That is often said. But an edge near a window's border moves into the "
        "next window.",
        "b": "A window of 2 keeps an edge that moves by one pixel in about half of all "
        "cases, and what leaves disturbs two windows.",
        "c": "A window of 2 is left about as often as not, so pooling forgives a part, "
        "and the smaller one.",
    },
)

bar_moves_right = Predict(
    "bar_moves_right",
    right="a",
    choices={
        "a": "Moved by two, each number meets the same partner in the next window. "
        "Moved by one, it meets another.",
        "b": "True of a convolution with stride 1. Here the windows stay where they "
        "are while the bar moves by half of one.",
        "c": "Moved by exactly one window, every number meets the same neighbour as "
        "before.",
    },
)

shuffled_portrait = Predict(
    "shuffled_portrait",
    right="b",
    choices={
        "a": "The pixels leave their places, but not their windows.",
        "b": "Each window holds the same numbers in another order, and neither maximum "
        "nor mean knows an order.",
        "c": "Blur would mix pixels of different windows. Here each keeps its own.",
    },
)


def _examine_row(answer):
    """Pool the row as it is and moved one cell either way; None if it is sly."""
    try:
        row = np.asarray(as_plain(answer), dtype=float)
    except (NotComparable, TypeError, ValueError):
        return "one row of eight numbers is wanted, such as [1, 2, 3, 4, 5, 6, 7, 8]."
    if row.shape != (8,):
        return f"one row of eight numbers is wanted, not the shape {row.shape}."
    rows = {
        "as it is": row,
        "moved right": np.append(0, row[:-1]),
        "moved left": np.append(row[1:], 0),
    }
    pooled = {name: moved.reshape(4, 2).max(axis=1) for name, moved in rows.items()}
    stays = {name: np.array_equal(p, pooled["as it is"]) for name, p in pooled.items()}
    if stays["moved right"] and not stays["moved left"]:
        return None
    lines = [
        f"{name + ':':12} {describe(moved)} pooled {describe(pooled[name])}"
        for name, moved in rows.items()
    ]
    return "\n".join([_idea_behind(stays, pooled), *lines])


def _idea_behind(stays, pooled):
    if not stays["moved right"] and stays["moved left"]:
        return (
            "just the other way round: this row hides a move to the left. Windows "
            "begin at the cells 0, 2, 4 and 6."
        )
    if not stays["moved right"] and pooled["as it is"][0] < 0:
        return (
            "the 0 that comes in at the left beats your negative numbers; use numbers "
            "of 0 or more."
        )
    if not stays["moved right"]:
        return (
            "a move to the right shows. Something leaves its window when it moves; it "
            "must be in the first of the two cells to stay inside."
        )
    return "no move shows, in either direction. A move to the left should."


still_row = Task(
    "still_row",
    code="""
    still_row = [0, 0, 9, 0, 0, 0, 0, 0]
    """,
    why="Windows begin at the cells 0, 2, 4 and 6. From the first cell of a window, a "
    "step right stays inside and a step left leaves.",
    hints=[
        "One cell of 9 among zeros is enough. Where are the borders of the windows?",
        "The windows are the cells 0 and 1, 2 and 3, 4 and 5, 6 and 7. A 9 that stays "
        "in its window changes nothing.",
        "It has room to its right if it is in the first cell of its window; and from "
        "there a step to the left leaves the window.",
    ],
    notice="The same step of one pixel is invisible one way and plain the other. Only "
    "a grid that nobody sees decides: that is the stride.",
    examine=_examine_row,
)


def _cut(maps, size, stride):
    windows = sliding_window_view(maps, (size, size), axis=(1, 2))
    return windows[:, ::stride, ::stride]


def _alike(pooled, axis):
    """Each number replaced by the largest along the axis, in the same shape."""
    return np.broadcast_to(pooled.max(axis=axis, keepdims=True), pooled.shape)


def _map(*rows):
    return np.array(rows)[np.newaxis, :, :, np.newaxis]


def _random(*shape):
    """Numbers from -1 to 1, the same ones each time."""
    return np.random.default_rng(0).uniform(-1, 1, shape)


max_pool = Task(
    "max_pool",
    code="""
    from numpy.lib.stride_tricks import sliding_window_view

    def max_pool(maps, size, stride):
        windows = sliding_window_view(maps, (size, size), axis=(1, 2))
        return windows[:, ::stride, ::stride].max(axis=(-2, -1))
    """,
    why="The view holds a window at every position; every stride-th row and column of "
    "them is kept. Batch and channels just come along.",
    hints=[
        "pool_map does it for one map. In a batch, height and width are the axes 1 and "
        "2; channels come last. sliding_window_view has an argument `axis`.",
        "The view of shape (n, rows, columns, channels, size, size): stride thins the "
        "axes 1 and 2, and the maximum runs over the last two.",
        "With loops instead: window (i, j) begins at row i · stride and column j · "
        "stride, and there are (height - size) // stride + 1 of them down.",
    ],
    notice="Rows and columns shrink; images and channels never meet. That is all "
    "that a pooling layer does, and it has no weights.",
    cases=[
        given(_map([1, 2, 3, 4], [5, 6, 7, 8]), 2, 2),
        given(_map([1, 8, 3], [4, 5, 6]), 2, 1),
        given(_map([-4, -3], [-2, -1]), 2, 2),
        given(_map([1, 5, 2, 9, 4], [0, 3, 7, 1, 6]), 2, 2),
        given(np.array([[[[1, 7], [2, 6]], [[3, 5], [4, 8]]]]), 2, 2),
        given(_random(2, 7, 8, 3), 3, 2),
        given(_random(3, 9, 6, 2).astype(np.float32), 2, 3),
    ],
    mistakes=[
        (
            lambda maps, size, stride: _cut(maps, size, size).max(axis=(-2, -1)),
            "the windows lie side by side: the stride is not used yet.",
        ),
        (
            lambda maps, size, stride: _cut(maps, size, 1).max(axis=(-2, -1)),
            "there is a window at every position: only every stride-th counts.",
        ),
        (
            lambda maps, size, stride: pool2d(maps, size, stride, "same"),
            "there are windows that hang over the border. Without padding, only "
            "windows that fit in whole count.",
        ),
        (
            lambda maps, size, stride: _cut(maps, size, stride).mean(axis=(-2, -1)),
            "that is average pooling.",
        ),
        (
            lambda maps, size, stride: np.maximum(
                _cut(maps, size, stride).max(axis=(-2, -1)), 0
            ),
            "where all numbers of a window are negative, something starts from 0, and "
            "0 wins. Start from -inf, or from a number of the window.",
        ),
        (
            lambda maps, size, stride: _cut(maps, size, stride).max(axis=(-3, -2, -1)),
            "the largest of all channels is taken. Each channel is pooled for itself.",
        ),
        (
            lambda *args: _alike(pool2d(*args), axis=3),
            "the channels are mixed: each is pooled for itself; take the maximum over "
            "rows and columns only.",
        ),
        (
            lambda *args: _alike(pool2d(*args), axis=(0, 3)),
            "images and channels are mixed: each is pooled for itself; take the "
            "maximum over rows and columns only.",
        ),
        (
            lambda maps, size, stride: _cut(maps, size, stride).max(axis=(0, -2, -1)),
            "the largest of all images is taken. Each image is pooled for itself.",
        ),
    ],
)


average_filters = Task(
    "average_filters",
    code="""
    import numpy as np

    average_filters = np.zeros((2, 2, 3, 3))
    for channel in range(3):
        average_filters[:, :, channel, channel] = 1 / 4
    """,
    why="Filter number c must look at channel c alone: its weights for the other "
    "channels are 0.",
    hints=[
        "A filter sums over all channels that come in. How can it look at one only?",
        "Weights of 0. Start from np.zeros((2, 2, 3, 3)) and fill in what is needed: "
        "the last two axes are channel in and channel out.",
        "Where channel in and channel out are the same, all four weights of the window "
        "are 1 / 4.",
    ],
    notice="Of 36 weights 24 are 0. A convolution mixes channels unless its weights "
    "forbid it; pooling never does.",
    mistakes=[
        (
            np.full((2, 2, 3, 3), 1 / 4),
            "these add up all three channels, in every map. A filter must look at its "
            "own channel only, with weights of 0 for the others.",
        ),
        (
            np.full((2, 2, 3, 3), 1 / 12),
            "this is the mean over window and channels, so all three maps become the "
            "same grey. Each channel is to be averaged for itself.",
        ),
        (
            np.broadcast_to(np.eye(3), (2, 2, 3, 3)),
            "each channel is kept for itself, but these are sums: a window of four "
            "ones gives 4, and its mean is 1.",
        ),
        (
            np.broadcast_to(np.eye(3) / 3, (2, 2, 3, 3)),
            "each channel is kept for itself. But how many numbers is the mean of one "
            "window taken of?",
        ),
        (
            np.array([[1, 0], [0, 0]])[:, :, np.newaxis, np.newaxis] * np.eye(3),
            "this takes the top left number of every window and skips the others: a "
            "strided copy, not a mean.",
        ),
    ],
)


def _shared(share, feature_map, signal, size, stride):
    """Give each window's signal back in the shares that `share(window)` says."""
    back = np.zeros(feature_map.shape)
    for i, j in np.ndindex(*signal.shape):
        place = np.s_[i * stride : i * stride + size, j * stride : j * stride + size]
        back[place] += share(feature_map[place]) * signal[i, j]
    return back


def _winner(window):
    return window == window.max()


def _overwritten(feature_map, signal, size, stride):
    back = np.zeros(feature_map.shape)
    for i, j in np.ndindex(*signal.shape):
        place = np.s_[i * stride : i * stride + size, j * stride : j * stride + size]
        back[place][_winner(feature_map[place])] = signal[i, j]
    return back


def _window_wiped(feature_map, signal, size, stride):
    back = np.zeros(feature_map.shape)
    for i, j in np.ndindex(*signal.shape):
        place = np.s_[i * stride : i * stride + size, j * stride : j * stride + size]
        back[place] = _winner(feature_map[place]) * signal[i, j]
    return back


def _without_start(feature_map, signal, size, stride):
    back = np.zeros(feature_map.shape)
    for i, j in np.ndindex(*signal.shape):
        window = feature_map[i * stride :, j * stride :][:size, :size]
        back[np.unravel_index(window.argmax(), window.shape)] += signal[i, j]
    return back


def _shuffled(height, width, first):
    """Whole numbers in no order, no two alike, as floats."""
    numbers = np.random.default_rng(0).permutation(height * width) + first
    return numbers.reshape(height, width).astype(float)


max_pool_backward = Task(
    "max_pool_backward",
    code="""
    import numpy as np

    def max_pool_backward(feature_map, signal, size, stride):
        back = np.zeros(feature_map.shape)
        for i, j in np.ndindex(*signal.shape):
            top, left = i * stride, j * stride
            window = feature_map[top : top + size, left : left + size]
            row, column = np.unravel_index(window.argmax(), window.shape)
            back[top + row, left + column] += signal[i, j]
        return back
    """,
    why="Nudge a pixel: the pooled map moves only where the pixel is its window's "
    "largest, and then just as far. So the winner gets all of the signal; += because "
    "slopes of different paths add.",
    hints=[
        "Take one window, (1, 5; 3, 2), and nudge one number after the other. For "
        "which of them does the maximum move, and how far?",
        "Only for the 5, by as much as it is nudged: slope 1, all others 0. So start "
        "with zeros in the shape of feature_map, go through the windows, and put each "
        "window's signal where its largest number stands.",
        "window.argmax() counts along the rows; np.unravel_index(window.argmax(), "
        "window.shape) gives row and column *inside the window*. Add where the window "
        "begins. A pixel may win in two windows: then it gets both signals.",
    ],
    notice="Only winners learn: in every window all pixels but one get no signal. "
    "And a pixel that wins in several windows hears from all of them.",
    cases=[
        given(np.array([[1.0, 5], [3, 2]]), np.array([[7.0]]), 2, 2),
        given(np.array([[1.0, 5, 8, 6], [3, 2, 4, 7]]), np.array([[10.0, -1]]), 2, 2),
        given(np.array([[1.0, 9, 2], [3, 4, 5]]), np.array([[10.0, 1]]), 2, 1),
        given(np.array([[1.0, 2, 0], [3, 4, 5]]), np.array([[10.0, 1]]), 2, 1),
        given(_shuffled(5, 5, -30), np.array([[1.0, 2], [3, 4]]), 3, 2),
        given(_shuffled(5, 7, -5), _random(2, 3), 2, 2),
        given(_shuffled(6, 5, 1), _random(4, 3), 3, 1),
    ],
    mistakes=[
        (
            _overwritten,
            "where windows overlap, a pixel can be the largest in two of them. Then it "
            "gets both signals, added up (+=); here the last one replaces the others.",
        ),
        (
            _window_wiped,
            "where windows overlap, the later window wipes out what an earlier one "
            "has written. Add to what is there.",
        ),
        (
            lambda *args: _shared(lambda w: np.full(w.shape, 1 / w.size), *args),
            "the signal is shared out evenly: that is the way back through average "
            "pooling. A maximum depends on its largest number alone.",
        ),
        (
            lambda *args: _shared(lambda w: np.ones(w.shape), *args),
            "the whole window gets the signal. Nudge a number that is not the largest: "
            "does the maximum move?",
        ),
        (
            lambda feature_map, signal, size, stride: _shared(
                _winner, feature_map, np.ones(signal.shape), size, stride
            ),
            "the places are right, and these are the slopes. Each is still to be "
            "multiplied by its window's signal.",
        ),
        (
            lambda *args: _shared(lambda w: w * _winner(w), *args),
            "the signal is multiplied by the largest number. The slope there is 1, "
            "however large the number is.",
        ),
        (
            lambda feature_map, signal, size, stride: _shared(
                lambda w: w * _winner(w),
                feature_map,
                np.ones(signal.shape),
                size,
                stride,
            ),
            "the largest numbers themselves stand there: the signal belongs in their "
            "places.",
        ),
        (
            _without_start,
            "argmax gives the place inside the window. Add the row and the column "
            "where the window begins.",
        ),
    ],
)
