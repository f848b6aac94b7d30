"""The course's own network for drawn digits, and what is shown of a reading."""

import keras
import numpy as np
import pytest

from utils.files.datasets import DATA_FOLDER, load_mnist
from utils.files.digits import prepare_drawing
from utils.models.digit_network import WEIGHTS, load_digit_network
from utils.models.digit_reading import reader_of
from utils.models.inspection import feature_maps, grad_cam
from utils.play.draw_a_digit import EXAMPLE, drawn


@pytest.fixture(scope="module")
def network():
    return load_digit_network()


def test_its_size_is_what_it_says(network):
    assert network.count_params() == 16_586
    assert (DATA_FOLDER / WEIGHTS).stat().st_size < 60_000


def test_it_reads_training_digits_and_the_drawing(network):
    (images, labels), _ = load_mnist()
    answers = network.predict(images[:500, ..., np.newaxis], verbose=0).argmax(axis=1)
    assert np.mean(answers == labels[:500]) > 0.97
    drawing = prepare_drawing(drawn(EXAMPLE))
    assert reader_of(network)(drawing).probabilities.argmax() == 4


def test_a_reading_holds_maps_answer_and_reasons(network):
    image = prepare_drawing(drawn(EXAMPLE))
    reading = reader_of(network)(image)
    assert list(reading.layers) == ["conv_1", "pool", "conv_2", "conv_3"]
    grey = image[..., np.newaxis]
    for name, maps in reading.layers.items():
        np.testing.assert_allclose(maps, feature_maps(network, grey, name), atol=1e-6)
    assert reading.probabilities.sum() == pytest.approx(1, abs=1e-6)
    np.testing.assert_allclose(reading.heat[7], grad_cam(network, grey, 7), atol=1e-6)


def test_a_network_of_ones_own_can_be_read_with(network):
    own = keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            keras.layers.Conv2D(4, 3, activation="relu", name="first"),
            keras.layers.Flatten(),
            keras.layers.Dense(6, activation="relu"),
            keras.layers.Dense(10, activation="softmax"),
        ]
    )
    reading = reader_of(own)(prepare_drawing(drawn(EXAMPLE)))
    assert {name: maps.shape for name, maps in reading.layers.items()} == {
        "first": (26, 26, 4)
    }
    assert reading.heat.shape == (10, 26, 26)
