"""The selfie network in Keras answers as its published file does."""

import numpy as np
import pytest
from keras import ops
from scipy.special import expit

from tests.models.tflite import (
    SELFIE,
    assert_stored_as_it_is_built,
    shortened,
    tflite_answers,
    twenty_images,
)
from tools.lessons import COURSE
from tools.tflite_format import read_tensors
from utils.files.images import centre_square, load_image
from utils.models.ledger import ledger, total_multiply_adds
from utils.models.selfie import WEIGHTS, load_selfie, selfie_network

# The file ends in an operation of MediaPipe's own, which TensorFlow Lite does not know:
# a transposed convolution, and after it the sigmoid. The tensor before these:
BEFORE_THE_END, AT_THE_END = 245, 2


@pytest.fixture(scope="module")
def network():
    return load_selfie()


@pytest.fixture(scope="module")
def images():
    return twenty_images("am", 256)


def stamped(maps):
    """The end of the file: each number stamps a filter of 2×2, and none overlap."""
    tensors = read_tensors(SELFIE.read_bytes())
    kernel, bias = (tensors[f"segment/{part}"][0] for part in ("Kernel", "Bias"))
    n, rows, columns, _ = maps.shape
    stamps = np.einsum("nrcd,hwd->nrhcw", maps, kernel.astype(np.float32))
    return expit(stamps.reshape(n, 2 * rows, 2 * columns, 1) + np.float32(bias))


def test_it_answers_as_the_published_file_does(network, images):
    assert len(images) == 20
    content = shortened(SELFIE.read_bytes(), BEFORE_THE_END, AT_THE_END)
    (maps,) = tflite_answers(content, images)
    wanted = stamped(maps)
    assert wanted.shape == (20, 256, 256, 1)
    assert np.mean(wanted > 0.9) > 0.1 and np.mean(wanted < 0.1) > 0.1
    found = np.asarray(network(images, training=False))
    np.testing.assert_allclose(found, wanted, rtol=0, atol=1e-4)


def test_its_size_is_what_it_says(network):
    assert network.count_params() == 106_401
    assert total_multiply_adds(ledger(network)) == 59_215_744


def test_every_stored_array_has_its_place_and_every_weight_its_array(network):
    assert_stored_as_it_is_built(network, WEIGHTS)


def test_the_astronaut_is_cut_out_with_her_helmet(network):
    picture = centre_square(load_image(COURSE / "images" / "astronaut.png"), 256)
    sure = np.asarray(network(picture[np.newaxis], training=False))[0, ..., 0]
    for row, column, person in [
        (60, 112, True),  # her face
        (160, 100, True),  # her suit
        (220, 225, True),  # the helmet
        (20, 180, False),  # the wall
        (60, 20, False),  # the flag
    ]:
        assert (sure[row, column] > 0.9) == person
        assert (sure[row, column] < 0.1) != person


def test_each_skip_can_be_changed_and_is_given_with_its_side():
    seen = {}

    def double(maps, side):
        seen[side] = maps.shape
        return 2 * maps if side == 64 else maps

    changed, plain = selfie_network(double), selfie_network()
    assert seen == {
        side: (None, side, side, channels)
        for side, channels in ((128, 16), (64, 16), (32, 24))
    }
    changed.set_weights(plain.get_weights())
    images = np.random.default_rng(0).random((1, 256, 256, 3), np.float32)
    assert float(ops.max(ops.abs(changed(images) - plain(images)))) > 1e-6
