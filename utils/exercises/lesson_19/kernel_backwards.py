"""The task `kernel_backwards` of lesson 19, what moves."""

import numpy as np

from utils.checking.cases import given
from utils.checking.tasks import Task

KERNELS = np.random.default_rng(0).integers(-3, 4, (2, 3, 3, 2)).astype(float)

kernel_backwards = Task(
    "kernel_backwards",
    code="""
    def kernel_backwards(kernel):
        return kernel[::-1]
    """,
    why="Time is the first axis. Its first slice met the earlier frame; played "
    "backwards, that frame comes last, so the slice goes last, too.",
    hints=[
        "Take the kernel [-1, 1] along time: it answers after − before. What must "
        "it become, so that the film backwards gets the same answers?",
        "Rows and columns of the frames stay where they are. Only one axis is "
        "reversed.",
        "kernel[::-1] reverses the first axis, which is time.",
    ],
    notice="So for every kernel that fires at one way there is one that fires at the "
    "other, with the same weights in another order. A network has to learn both.",
    cases=[
        given(np.array([-1.0, 1]).reshape(2, 1, 1)),
        given(np.arange(8.0).reshape(2, 2, 2)),
        given(np.arange(27.0).reshape(3, 3, 3)),
        given(KERNELS[0]),
        given(KERNELS[1]),
    ],
    mistakes=[
        (
            lambda kernel: kernel,
            "the kernel is as it was. Its first slice still meets the frame that comes "
            "first, and that is another one now.",
        ),
        (
            lambda kernel: -kernel,
            "the signs are changed. That is the same for [-1, 1], but not for a kernel "
            "whose slices differ in more than their sign.",
        ),
        (
            lambda kernel: kernel[::-1, ::-1, ::-1],
            "all three axes are reversed: rows and columns too. Time alone runs "
            "backwards.",
        ),
        (
            lambda kernel: kernel[:, :, ::-1],
            "the columns are reversed: that is for a film seen in a mirror.",
        ),
        (
            lambda kernel: kernel[:, ::-1],
            "the rows are reversed: that is for a film upside down.",
        ),
        (
            lambda kernel: kernel[:, ::-1, ::-1],
            "rows and columns are reversed, time is not.",
        ),
    ],
)
