"""The patches that a channel answers to most hold the blob, and end at the rim."""

import numpy as np
import pytest

from tests.models.blob_detectors import PLACES, SIDE, blobs, every_model, nested
from utils.models.inspection import most_activating_patches


@every_model
def test_patches_show_the_blob_and_nothing_else(build):
    images = np.concatenate([np.full((4, SIDE, SIDE, 1), 0.1, "float32"), blobs(1)])
    images[5] *= 0.97  # less bright
    patches = most_activating_patches(build(1, 2, "softmax"), images, "blob", 0, 3)
    assert [patch.image for patch in patches] == [4, 6, 5]
    activations = [patch.activation for patch in patches]
    assert activations == sorted(activations, reverse=True)
    for patch in patches:
        row, column = PLACES[patch.image - 4]
        assert patch.window == (row - 1, column - 1, 3, 3)
        assert patch.pixels.shape == (3, 3, 1) and np.ptp(patch.pixels) == 0
    with pytest.raises(ValueError, match="channels 0 to 0, no 1"):
        most_activating_patches(build(1, 2, None), images, "blob", 1)


def test_a_patch_ends_at_the_rim():
    image = np.zeros((1, SIDE, SIDE, 3), "float32")
    image[0, 0, 15] = 30  # four windows see it, of which the first is in row 0
    (patch,) = most_activating_patches(nested(3, 2, None), image, "blob", 0)
    assert patch.window == (0, 13, 2, 3)
    assert np.array_equal(patch.pixels, image[0, 0:2, 13:16])
