"""The task `volume_error` of dive 15e, a person cut out."""

from utils.checking.cases import given
from utils.checking.tasks import Task

volume_error = Task(
    "volume_error",
    code="""
    def volume_error(radius, shift):
        return ((radius + shift) / radius) ** 3 - 1
    """,
    why="A ball's volume grows with the cube of its radius, so all other factors "
    "cancel. What is more than 1 is the error.",
    hints=[
        "The outlined ball has the radius `radius + shift`. How does the volume of a "
        "ball depend on its radius?",
        "The ratio of the two volumes is ((radius + shift) / radius) ** 3.",
        "An error of 0 means: as large as it is. So subtract 1 from the ratio.",
    ],
    notice="For a small shift this is about three times shift / radius: of 1 mm, the "
    "smaller the tumour the more.",
    cases=[
        given(2, 0),
        given(1, 1),
        given(10, 1),
        given(10, -1),
        given(4.5, -0.5),
        given(3, -3),
    ],
    mistakes=[
        (
            lambda radius, shift: ((radius + shift) / radius) ** 3,
            "this is the ratio: 1 where the outline is right. The error there is 0.",
        ),
        (
            lambda radius, shift: ((radius + shift) / radius) ** 2 - 1,
            "this is the error of an area. A volume grows with the cube.",
        ),
        (
            lambda radius, shift: shift / radius,
            "this is the error of the radius. A volume grows with its cube.",
        ),
        (
            lambda radius, shift: 3 * shift / radius,
            "nearly right for a small shift, but only then: cube the ratio of the "
            "radii.",
        ),
        (
            lambda radius, shift: 1 - ((radius + shift) / radius) ** 3,
            "the sign is turned: too large an outline is a positive error.",
        ),
        (
            lambda radius, shift: abs(((radius + shift) / radius) ** 3 - 1),
            "the sign is lost: too small an outline is a negative error.",
        ),
        (
            lambda radius, shift: (shift / radius) ** 3,
            "cube the ratio of the two radii, not the ratio of shift and radius.",
        ),
        (
            lambda radius, shift: (
                4 / 3 * 3.141592653589793 * ((radius + shift) ** 3 - radius**3)
            ),
            "this is the difference of the volumes: divide it by the true volume.",
        ),
        (
            lambda radius, shift: 100 * (((radius + shift) / radius) ** 3 - 1),
            "in percent this would be right; a share is asked for.",
        ),
        (
            lambda radius, shift: (
                1 - (radius / (radius + shift)) ** 3 if radius + shift else -1.0
            ),
            "this compares with the outlined volume. Compare with the true one.",
        ),
        (
            lambda radius, shift: ((radius + 2 * shift) / radius) ** 3 - 1,
            "the radius changes by the shift, once: it is the diameter that changes by "
            "twice as much.",
        ),
    ],
)
