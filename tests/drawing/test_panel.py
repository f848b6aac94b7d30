"""What every panel needs."""

import matplotlib.pyplot as plt
import numpy as np

from utils.drawing.panel import frame
from utils.drawing.pictures import show_image


def test_a_frame_is_drawn_around_a_white_picture():
    _, axes = plt.subplots(1, 3)
    for ax in axes:
        show_image(np.ones((4, 4)), "white", ax)
    frame(*axes[:2])
    assert [ax.axison for ax in axes] == [True, True, False]
    assert all(spine.get_visible() for ax in axes[:2] for spine in ax.spines.values())
    assert not axes[0].get_xticks().size and not axes[0].get_yticks().size
    assert axes[0].get_title() == "white"
