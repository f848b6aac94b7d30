"""What comparing does not see in an answer to `cover_brightest`."""

import numpy as np


def changes_too_much(answer):
    """Whether it changes its arguments, or covers too much of an even map."""
    image, heat = np.ones((2, 2, 1)), np.array([[4.0, 1.0], [2.0, 3.0]])
    image_before, heat_before = image.copy(), heat.copy()
    answer(image, heat, 0.5, 0)
    if not np.array_equal(image, image_before):
        return "the image given is changed, too: cover a copy of it."
    if not np.array_equal(heat, heat_before):
        return "the map given is changed: work on a copy of it."
    covered = np.asarray(answer(np.ones((4, 5, 1)), np.zeros((4, 5)), 0.25, 0))
    count = np.count_nonzero(covered == 0)
    if count != 5:
        return (
            "where the whole map is 0, a quarter of 20 pixels is still 5; here "
            f"{count} are covered. A limit takes either all or none of equally bright "
            "pixels, and a Grad-CAM map has many zeros: count pixels."
        )
    return None
