"""What comparing does not see in an answer to `cover_brightest`."""

import numpy as np


def covers_too_much(answer):
    """Whether it covers too much, or too little, of an even map."""
    covered = np.asarray(answer(np.ones((4, 5, 1)), np.zeros((4, 5)), 0.25, 0))
    count = np.count_nonzero(covered == 0)
    if count != 5:
        return (
            "where the whole map is 0, a quarter of 20 pixels is still 5; here "
            f"{count} are covered. A limit takes either all or none of equally bright "
            "pixels, and a Grad-CAM map has many zeros: count pixels."
        )
    return None
