"""Grey is what the eye sees of a colour."""

import numpy as np
import pytest
from PIL import Image

from utils.arrays.colour import to_grey


def test_to_grey_agrees_with_pillow(colours):
    pillow = np.asarray(Image.fromarray(colours).convert("L")) / 255
    np.testing.assert_allclose(to_grey(colours / 255), pillow, atol=1 / 255)


def test_to_grey_weights_the_channels_by_rec_601():
    primaries = np.eye(3)[np.newaxis]
    np.testing.assert_allclose(to_grey(primaries)[0], [0.299, 0.587, 0.114], atol=1e-7)


def test_to_grey_refuses_another_shape():
    with pytest.raises(ValueError, match=r"\(height, width, 3\).*not \(2, 2, 4\)"):
        to_grey(np.zeros((2, 2, 4)))
