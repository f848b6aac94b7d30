"""The task `as_batch` of lesson 8c, photos from a folder."""

import numpy as np

from utils.checking.cases import given
from utils.checking.tasks import Task

_rng = np.random.default_rng(0)

as_batch = Task(
    "as_batch",
    code="""
    import numpy as np

    def as_batch(photo):
        colours = photo[:, :, :3]
        return colours[np.newaxis] / 255
    """,
    why="The fourth channel goes, the batch axis comes first, and 255 is white, so "
    "it becomes 1.",
    hints=[
        "Three things differ from what the network was trained on: the range of the "
        "numbers, the channels, and the number of axes.",
        "`photo[:, :, :3]` are the first three channels. White is 255 and should be 1.",
        "A model wants the photos in a batch, also if it is one photo: np.newaxis as "
        "first index makes an axis of length 1.",
    ],
    notice="Keras stops at a missing axis and at a fourth channel. A wrong range it "
    "does not notice: the answer is wrong, and nothing says so.",
    cases=[
        given(np.array([[[255, 0, 51, 255]]], dtype=np.uint8)),
        given(np.array([[[51, 102, 0, 255], [0, 51, 102, 204]]], dtype=np.uint8)),
        given(_rng.integers(0, 200, (2, 2, 4)).astype(np.uint8)),
        given(_rng.integers(0, 256, (64, 64, 4)).astype(np.uint8)),
    ],
    tolerance=1e-3,  # float16 will do
    mistakes=[
        (
            lambda photo: photo[:, :, :3] / 255,
            "the batch axis is missing: the network would take each row for a photo.",
        ),
        (
            lambda photo: photo[:, :, :3, np.newaxis] / 255,
            "the new axis stands last, where the network looks for channels. The "
            "batch is the first axis.",
        ),
        (
            lambda photo: photo[np.newaxis] / 255,
            "the fourth channel is still there: the filters of the network have "
            "three channels, for red, green and blue.",
        ),
        (
            lambda photo: photo[np.newaxis, :, :, :3],
            "the values still go up to 255. The network was trained on 0 to 1, and "
            "nothing warns of other numbers.",
        ),
        (
            lambda photo: photo[np.newaxis, :, :, :3] // 255,
            "all but pure white becomes 0: // divides without a remainder, and whole "
            "numbers such as uint8 hold no fractions. Use /, and keep its result.",
        ),
        (
            lambda photo: photo[np.newaxis, :, :, 1:] / 255,
            "the wrong channel is left out: the opacity stands last, behind red, "
            "green and blue.",
        ),
        (
            lambda photo: photo[np.newaxis, :, :, :3] / max(photo[:, :, :3].max(), 1),
            "divided by the largest value of this photo, so that a dark photo "
            "becomes a bright one. Divide by what white is in every photo.",
        ),
        (
            lambda photo: photo[np.newaxis, :, :, :3] / photo.max(),
            "divided by the largest number of this photo, opacity included. Divide by "
            "what white is in every photo.",
        ),
        (
            lambda photo: photo[np.newaxis][:, :, :3] / 255,
            "behind np.newaxis the third axis is the width, and `[:, :, :3]` cuts "
            "that. Which axis are the channels now?",
        ),
        (
            lambda photo: photo[np.newaxis, :, :, 2::-1] / 255,
            "red and blue are exchanged: the colours keep their order.",
        ),
        (
            lambda photo: photo[np.newaxis, :, :, :3] / 127.5 - 1,
            "this goes from -1 to 1, as some networks want it. This one was trained "
            "on 0 to 1.",
        ),
    ],
)
