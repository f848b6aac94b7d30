"""The task `average_filters` of lesson 3b, what pooling forgives."""

import numpy as np

from utils.checking.tasks import Task

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
