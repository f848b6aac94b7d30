"""What the page draws from two numbers is what Keras draws, and reads in it."""

import json
import shutil
import subprocess
from pathlib import Path

import keras
import numpy as np
import pytest

from course_site.network_scripts import exported, layer_settings, needed
from tests.one_sentence import assert_one_sentence
from tests.play.drawers import normalised_drawer, random_drawer
from tests.play.test_numbers_draw_a_digit import TFJS
from utils.models.digit_drawer import load_digit_drawer
from utils.models.digit_network import load_digit_network
from utils.play.digit_drawer import REACH, SHEET, middles

DRAWER = Path(__file__).with_name("draw_digits.mjs")
DRAWERS = load_digit_drawer, random_drawer, normalised_drawer


@pytest.mark.parametrize("drawer", DRAWERS, ids=lambda drawer: drawer.__name__)
def test_a_hundred_places_are_drawn_and_read_alike(drawer):
    if not TFJS.is_dir():
        pytest.fail("TensorFlow.js is not here: make site fetches it.")
    network, reader = drawer(), load_digit_network()
    places = np.random.default_rng(0).uniform(-REACH, REACH, (100, 2))
    asked = {"drawer": exported(network), "reader": exported(reader)}
    done = subprocess.run(
        [shutil.which("node"), DRAWER],
        input=json.dumps({**asked, "places": places.tolist()}),
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    shown = json.loads(done.stdout)
    pictures = network.predict(places.astype(np.float32), verbose=0)
    probabilities = reader.predict(pictures, verbose=0)
    assert pictures.std(axis=0).max() > 0.05, "places differ"
    drawn = np.reshape(shown["pictures"], pictures.shape)
    np.testing.assert_allclose(drawn, pictures, rtol=0, atol=1e-5)
    read = np.reshape(shown["probabilities"], probabilities.shape)
    np.testing.assert_allclose(read, probabilities, rtol=0, atol=1e-5)


def test_the_small_drawings_stand_at_the_same_places(call_in_node):
    cases = [[{"across": across, "reach": 2.5}] for across in (1, 2, 15)]
    answers = call_in_node("digits/places.js", "middlesOf", cases)
    for (sheet,), answer in zip(cases, answers, strict=True):
        np.testing.assert_allclose(answer, middles(sheet["across"], 2.5), atol=1e-12)
    assert len(middles()) == SHEET["across"] ** 2


@pytest.mark.parametrize(
    ("layer", "words"),
    [
        (keras.layers.LeakyReLU(), "named here for LeakyReLU"),
        (keras.layers.UpSampling2D(2, interpolation="bilinear"), "'bilinear'"),
        (keras.layers.Conv2D(1, 3, dilation_rate=2), "dilation_rate (2, 2)"),
        (keras.layers.ReLU(max_value=6), "max_value 6"),
    ],
)
def test_what_would_be_built_otherwise_is_refused(layer, words):
    with pytest.raises(ValueError) as refused:
        layer_settings(layer)
    assert_one_sentence(refused, words)


def test_a_page_gets_the_scripts_of_its_playthings_once():
    assert needed(["iou", "tracks"]) == []
    assert needed(["digit_drawer", "draw_a_digit"]) == [
        "tf.min.js",
        "digit_network.js",
        "digit_drawer.js",
    ]
    assert "digit_drawer.js" not in needed(["draw_a_digit"])
