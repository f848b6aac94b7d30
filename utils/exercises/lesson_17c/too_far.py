"""The task `too_far` of dive 17c, depth from two eyes."""

from utils.checking.cases import given
from utils.checking.tasks import Task


def _placed(depth, focal, baseline, pixels):
    return focal * baseline / (focal * baseline / depth - pixels)


too_far = Task(
    "too_far",
    code="""
    def too_far(depth, focal, baseline, pixels):
        disparity = focal * baseline / depth
        return focal * baseline / (disparity - pixels) - depth
    """,
    why="The true disparity, less the error, turned back into a depth; less the true "
    "depth.",
    hints=[
        "Which disparity has a thing at `depth`?",
        "That disparity comes out too small by `pixels`. Which depth belongs to it?",
        "Wanted is by how much it is too far, not where it is.",
    ],
    notice="For small errors it is about pixels · depth² / (focal · baseline): "
    "uncertainty grows with the square of the distance.",
    cases=[
        given(2.0, 100.0, 0.2, 1.0),
        given(4.0, 100.0, 0.2, 1.0),
        given(4.0, 100.0, 0.2, 0.5),
        given(4.0, 200.0, 0.1, 2.0),
        given(1.0, 80.0, 0.06, 0.25),
        given(8.0, 640.0, 0.5, 3.0),
        given(3.0, 50.0, 0.3, 0.0),
    ],
    mistakes=[
        (_placed, "this is where it is placed: take the true depth away."),
        (
            lambda *given: -(_placed(*given) - given[0]),
            "the sign: too small a disparity is too far, which counts as positive.",
        ),
        (
            lambda depth, focal, baseline, pixels: (
                depth - _placed(depth, focal, baseline, -pixels)
            ),
            "this disparity is too large by `pixels`, and the thing too near.",
        ),
        (
            lambda depth, focal, baseline, pixels: (
                _placed(depth, focal, baseline, -pixels) - depth
            ),
            "this disparity is too large by `pixels`, and the thing too near.",
        ),
        (
            lambda depth, focal, baseline, pixels: (
                pixels * depth**2 / (focal * baseline)
            ),
            "this is the rule for small errors. Compute both depths.",
        ),
        (
            lambda depth, focal, baseline, pixels: pixels * depth / (focal * baseline),
            "the error in pixels is taken for one in metres.",
        ),
    ],
)
