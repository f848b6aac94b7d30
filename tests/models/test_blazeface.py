"""BlazeFace in Keras answers as its published file does, and finds a face."""

import shutil

import numpy as np
import pytest
from scipy.special import expit

from tests.models.tflite import (
    FACES,
    assert_stored_as_it_is_built,
    tflite_answers,
    twenty_images,
)
from tests.one_sentence import assert_one_sentence
from tools.lessons import COURSE
from utils.files import datasets
from utils.files.datasets import DATA_FOLDER
from utils.files.images import centre_square, load_image
from utils.models.blazeface import WEIGHTS, load_blazeface
from utils.models.ledger import ledger, total_multiply_adds


@pytest.fixture(scope="module")
def network():
    return load_blazeface()


@pytest.fixture(scope="module")
def images():
    return twenty_images("mt", 128)


def test_it_answers_as_the_published_file_does(network, images):
    assert len(images) == 20
    # "classificators" come before "regressors".
    wanted = tflite_answers(FACES.read_bytes(), 2 * images - 1)[::-1]
    found = network(images, training=False)
    boxes, scores = (np.asarray(part) for part in found)
    assert np.ptp(wanted[0]) > 100 and np.ptp(wanted[1]) > 10
    # As they are used: shares of the picture's side, and probabilities.
    np.testing.assert_allclose(boxes / 128, wanted[0] / 128, rtol=0, atol=1e-5)
    np.testing.assert_allclose(expit(scores), expit(wanted[1]), rtol=0, atol=1e-4)
    # As they are: the scores reach from -180 to 2, and float32 has seven digits.
    np.testing.assert_allclose(scores, wanted[1], rtol=1e-5, atol=1e-3)


def test_its_size_is_what_it_says(network):
    assert network.count_params() == 101_390
    assert total_multiply_adds(ledger(network)) == 30_760_960


def test_every_stored_array_has_its_place_and_every_weight_its_array(network):
    assert_stored_as_it_is_built(network, WEIGHTS)


def test_its_best_answer_for_the_astronaut_lies_on_her_face(network):
    picture = centre_square(load_image(COURSE / "images" / "astronaut.png"), 128)
    boxes, scores = network(picture[np.newaxis], training=False)
    best = int(np.argmax(scores))
    side, each = (16, 2) if best < 512 else (8, 6)
    row, column = np.divmod((best - 512 * (best >= 512)) // each, side)
    middle = (np.array([column, row]) + 0.5) * 128 / side + boxes[0, best, :2]
    np.testing.assert_allclose(middle * 4, (226, 130), atol=8)  # her nose
    np.testing.assert_allclose(boxes[0, best, 2:4] * 4, 95, atol=8)
    assert 1 / (1 + np.exp(-scores[0, best, 0])) > 0.9


def test_altered_weights_are_refused(tmp_path, monkeypatch):
    shutil.copy(DATA_FOLDER / WEIGHTS, tmp_path)
    monkeypatch.setattr(datasets, "DATA_FOLDER", tmp_path)
    with (tmp_path / WEIGHTS).open("ab") as file:
        file.write(b"more")
    with pytest.raises(ValueError, match="truncated or altered") as e:
        load_blazeface()
    assert_one_sentence(e)
