"""The task `step_towards` of lesson 11b, made to be seen."""

import numpy as np

from utils.checking.cases import given
from utils.checking.tasks import Task

ONLY_THE_SIGN = (
    "pixels with a large gradient move far, others hardly at all. Every pixel may move "
    "by ε, so take it fully: only the sign of the gradient counts."
)

NO_GRADIENT = (
    "a pixel with gradient 0 moves as well. Moving it would change nothing, so it "
    "stays."
)

step_towards = Task(
    "step_towards",
    code="""
    import numpy as np

    def step_towards(image, gradient, epsilon):
        return np.clip(image - epsilon * np.sign(gradient), 0, 1)
    """,
    why="The gradient says where the loss rises, so the step goes against it; what "
    "leaves 0..1 is no picture any more.",
    hints=[
        "FGSM adds ε times the sign of the gradient, and the loss rises. Here the "
        "loss is that of the class you want. Shall it rise?",
        "np.sign gives -1, 0 or 1 for each pixel, so each moves by ε or stays. A "
        "pixel that was white cannot become whiter: np.clip.",
    ],
    notice="One subtraction, and the network is led to the class that you chose. It "
    "is a step of training, with the picture in place of the weights.",
    cases=[
        given(np.array([[0.5, 0.25]]), np.array([[4.0, -0.01]]), 0.125),
        given(np.array([[0.0, 1.0], [0.0, 1.0]]), np.array([[1.0, -2], [-3, 4]]), 0.5),
        given(np.array([[0.5, 0.75, 0.25]]), np.array([[0.0, 7.0, -7.0]]), 0.25),
        given(
            np.random.default_rng(0).random((2, 5, 4, 3), np.float32),
            np.random.default_rng(1).normal(size=(2, 5, 4, 3)),
            8 / 255,
        ),
    ],
    mistakes=[
        (
            lambda image, gradient, epsilon: np.clip(
                image + epsilon * np.sign(gradient), 0, 1
            ),
            "this is FGSM as above: the loss of the class that you wish for rises, "
            "so the step leads away from it. Go against the gradient.",
        ),
        (
            lambda image, gradient, epsilon: image + epsilon * np.sign(gradient),
            "the step leads away from the class that you wish for: go against the "
            "gradient. And what leaves 0..1 must be cut off.",
        ),
        (
            lambda image, gradient, epsilon: image - epsilon * np.sign(gradient),
            "the direction is right, but some pixels leave 0..1: darker than black, "
            "whiter than white. No file can hold such a picture.",
        ),
        (
            lambda image, gradient, epsilon: np.clip(image - epsilon * gradient, 0, 1),
            ONLY_THE_SIGN,
        ),
        (lambda image, gradient, epsilon: image - epsilon * gradient, ONLY_THE_SIGN),
        (
            lambda image, gradient, epsilon: np.clip(
                image - epsilon * gradient / np.abs(gradient).max(), 0, 1
            ),
            "only the pixel with the largest gradient moves by ε, the others by "
            "less. Every pixel may: only the sign of the gradient counts.",
        ),
        (
            lambda image, gradient, epsilon: np.clip(
                image - np.where(gradient > 0, epsilon, -epsilon), 0, 1
            ),
            NO_GRADIENT,
        ),
        (
            lambda image, gradient, epsilon: np.clip(
                image - np.where(gradient >= 0, epsilon, -epsilon), 0, 1
            ),
            NO_GRADIENT,
        ),
    ],
)
