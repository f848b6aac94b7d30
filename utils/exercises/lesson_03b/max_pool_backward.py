"""The task `max_pool_backward` of lesson 3b, what pooling forgives."""

import numpy as np

from utils.checking.cases import given
from utils.checking.tasks import Task
from utils.exercises.lesson_03b import max_pool_backward_mistakes as wrong


def _shuffled(height, width, first):
    """Whole numbers in no order, no two alike, as floats."""
    numbers = np.random.default_rng(0).permutation(height * width) + first
    return numbers.reshape(height, width).astype(float)


def _signal(height, width):
    return np.random.default_rng(0).uniform(-1, 1, (height, width))


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
        given(_shuffled(5, 7, -5), _signal(2, 3), 2, 2),
        given(_shuffled(6, 5, 1) / 10, _signal(4, 3), 3, 1),
        # below whatever low number somebody may start from
        given(_shuffled(4, 4, -2 * 10**9), _signal(2, 2), 2, 2),
    ],
    mistakes=[
        (
            wrong.overwritten,
            "where windows overlap, a pixel can be the largest in two of them. Then it "
            "gets both signals, added up (+=); here the last one replaces the others.",
        ),
        (
            wrong.window_wiped,
            "where windows overlap, the later window wipes out what an earlier one "
            "has written. Add to what is there.",
        ),
        (
            wrong.shared_out,
            "the signal is shared out evenly: that is the way back through average "
            "pooling. A maximum depends on its largest number alone.",
        ),
        (
            wrong.to_the_whole_window,
            "the whole window gets the signal. Nudge a number that is not the largest: "
            "does the maximum move?",
        ),
        (
            wrong.slopes_alone,
            "the places are right, and these are the slopes. Each is still to be "
            "multiplied by its window's signal.",
        ),
        (
            wrong.times_the_largest,
            "the signal is multiplied by the largest number. The slope there is 1, "
            "however large the number is.",
        ),
        (
            wrong.largest_alone,
            "the largest numbers themselves stand there: the signal belongs in their "
            "places.",
        ),
        (
            wrong.without_start,
            "argmax gives the place inside the window. Add the row and the column "
            "where the window begins.",
        ),
    ],
)
