"""The task `in_both` of lesson 10b, what is wrong with it."""

import numpy as np

from utils.checking.cases import given
from utils.checking.tasks import Task

# Small images. C: pixels of A in other places. E: sum of B. F: values of B.
A, B, C, D, E, F = np.array(
    [
        [[1, 0], [0, 0]],
        [[0, 2], [2, 0]],
        [[0, 1], [0, 0]],
        [[3, 3], [3, 3]],
        [[4, 0], [0, 0]],
        [[2, 0], [0, 0]],
    ]
)


def _as_bytes(images):
    return [image.tobytes() for image in images]


in_both = Task(
    "in_both",
    code="""
    def in_both(training, judging):
        known = {image.tobytes() for image in training}
        return sum(image.tobytes() in known for image in judging)
    """,
    why="Each image that judges is looked up among those it learns from; a set "
    "finds it at once, however many there are.",
    hints=[
        "For one image of `judging`: is there one in `training` with all pixels the "
        "same? np.array_equal(image, other) tells for one pair.",
        "Go through `judging`, and count the images for which there is such a one. "
        "With thousands of images two loops take long.",
        "image.tobytes() makes one value of all the pixels. Put those of `training` "
        "into a set, and ask for each image of `judging` whether it is in it.",
    ],
    notice="It finds exact copies only. A photo that was cropped, or taken a second "
    "later, leaks as well: split by person, place or day where images belong together.",
    cases=[
        given(np.stack([A, B]), np.stack([B, D])),
        given(np.stack([A, B, C, D]), np.stack([D, C])),
        given(np.stack([A, B]), np.stack([D, F])),
        given(np.stack([A, B]), np.stack([D, E])),
        given(np.stack([A, B]), np.stack([C, D])),
        given(np.stack([A, A, B]), np.stack([D, A])),
        given(np.stack([A, D]), np.stack([B, D, D])),
        given(np.stack([B, C, D]), np.stack([A, A, C, B])),
    ],
    mistakes=[
        (
            lambda training, judging: len(
                set(_as_bytes(training)) & set(_as_bytes(judging))
            ),
            "an image that stands twice in `judging` judges twice, so it counts twice.",
        ),
        (
            lambda training, judging: sum(
                image in _as_bytes(judging) for image in _as_bytes(training)
            ),
            "this counts the images of `training` that are in `judging`. Asked is the "
            "other way round.",
        ),
        (
            lambda training, judging: sum(
                mine == other
                for mine, other in zip(
                    _as_bytes(training), _as_bytes(judging), strict=False
                )
            ),
            "this compares images in the same place only. A copy may stand anywhere in "
            "the other pile.",
        ),
        (
            lambda training, judging: sum(
                sorted(image.ravel()) in [sorted(other.ravel()) for other in training]
                for image in judging
            ),
            "the pixels are compared without their places: these two images have the "
            "same pixels, but not where they stand.",
        ),
        (
            lambda training, judging: sum(
                image.sum() in [other.sum() for other in training] for image in judging
            ),
            "two images with the same sum need not be the same.",
        ),
        (
            lambda training, judging: sum(
                bool(np.isin(image, training).all()) for image in judging
            ),
            "`in` and np.isin ask for single pixels here: a pixel of the same value "
            "anywhere is enough for them. All pixels of *one* image must agree.",
        ),
        (
            lambda training, judging: (
                len(judging)
                - sum(image in _as_bytes(training) for image in _as_bytes(judging))
            ),
            "these are the images that are *not* in both.",
        ),
        (
            lambda training, judging: (
                sum(image in _as_bytes(training) for image in _as_bytes(judging))
                / len(judging)
            ),
            "this is a share. Asked is how many.",
        ),
        (
            lambda training, judging: (
                sum(image in _as_bytes(training) for image in _as_bytes(judging)) > 0
            ),
            "this says whether there are any. Asked is how many.",
        ),
    ],
)
