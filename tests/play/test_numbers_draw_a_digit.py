"""What the page makes of a drawing is what utils and Keras make of it."""

import json
import shutil
import subprocess
from pathlib import Path

import numpy as np
import pytest

from tests.play.drawings import drawing, strokes
from tools.lessons import COURSE
from utils.files.datasets import load_mnist
from utils.files.digits import prepare_drawing
from utils.play.draw_a_digit import FAULTS, PEN, RULES, SIDE, drawn

READER = Path(__file__).with_name("read_digits.mjs")
TFJS = COURSE / "site" / "node_modules" / "@tensorflow" / "tfjs"


def test_a_pen_leaves_the_same_ink(call_in_node):
    random = np.random.default_rng(1)
    cases = [[strokes(random), SIDE, PEN] for _ in range(20)]
    fields = call_in_node("digits/pen.js", "drawnStrokes", cases)
    for (some_strokes, *_), field in zip(cases, fields, strict=True):
        wanted = drawn(some_strokes)
        np.testing.assert_allclose([*field.values()], wanted.ravel(), atol=1e-6)


def test_a_hundred_drawings_are_prepared_alike(call_in_node):
    """Within 1e-6: Pillow keeps what it has resized as float32, the page as float64."""
    random = np.random.default_rng(0)
    drawings = [drawing(random) for _ in range(100)]
    cases = [[ink.ravel().tolist(), SIDE, RULES] for ink in drawings]
    answers = call_in_node("digits/prepare.js", "prepareDrawing", cases)
    taken = 0
    for ink, answer in zip(drawings, answers, strict=True):
        try:
            wanted = prepare_drawing(ink)
        except ValueError as error:
            assert FAULTS[answer["fault"]] == str(error)
            continue
        taken += 1
        image = [*answer["image"].values()]
        np.testing.assert_allclose(image, wanted.ravel(), rtol=0, atol=1e-6)
    assert 80 < taken < 100, "most are digits as far as can be seen, but not all"


def fields_without_a_digit():
    """Yield (fault, ink) of what is refused, one of each kind and more."""
    yield "empty", drawn([])
    yield "empty", 0.04 * drawn([[(60, 60), (120, 140)]])
    yield "small", drawn([[(100, 100)]], radius=3)
    yield "parts", drawn([[(40, 40), (40, 160)], [(150, 40), (150, 160)]])
    yield "parts", drawn([[(40, 40), (60, 60)], [(140, 140), (160, 160)]])
    yield "broad", drawn([[(90, 100), (110, 100)]], radius=50)


def fields_with_more_than_a_digit():
    """Yield ink of which a part is left out: a ring round a stroke, a speck."""
    ring = [
        (100 + 80 * np.cos(t), 100 + 80 * np.sin(t)) for t in np.arange(0, 6.4, 0.1)
    ]
    yield drawn([ring, [(100, 70), (100, 130)]], radius=6)
    yield drawn([[(60, 60), (60, 150)], [(160, 160)]], radius=6)
    yield drawn([[(60, 40), (60, 150)], [(78, 150)]], radius=6)


def test_what_is_no_digit_is_refused_alike(call_in_node):
    faults, fields = zip(*fields_without_a_digit(), strict=True)
    cases = [[ink.ravel().tolist(), SIDE, RULES] for ink in fields]
    answers = call_in_node("digits/prepare.js", "prepareDrawing", cases)
    assert [answer.get("fault") for answer in answers] == list(faults)
    for fault, ink in zip(faults, fields, strict=True):
        with pytest.raises(ValueError) as refusal:
            prepare_drawing(ink)
        assert FAULTS[fault] == str(refusal.value)


def test_what_is_left_out_is_left_out_alike(call_in_node):
    fields = list(fields_with_more_than_a_digit())
    cases = [[ink.ravel().tolist(), SIDE, RULES] for ink in fields]
    answers = call_in_node("digits/prepare.js", "prepareDrawing", cases)
    for ink, answer in zip(fields, answers, strict=True):
        image = [*answer["image"].values()]
        np.testing.assert_allclose(image, prepare_drawing(ink).ravel(), atol=1e-6)


@pytest.fixture(scope="module")
def readings():
    """(digits, what Keras makes of each, what TensorFlow.js makes of each)."""
    from course_site.network_scripts import exported
    from utils.models.digit_network import load_digit_network
    from utils.models.digit_reading import reader_of

    if not TFJS.is_dir():
        pytest.fail("TensorFlow.js is not here: make site fetches it.")
    (images, _), _ = load_mnist()
    digits = images[-100:]
    network = load_digit_network()
    read = reader_of(network)
    done = subprocess.run(
        [shutil.which("node"), READER],
        input=json.dumps(
            {
                "exported": exported(network),
                "images": digits.reshape(100, -1).tolist(),
            }
        ),
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    by_keras = network.predict(digits[..., np.newaxis], verbose=0)
    in_full = [read(digit) for digit in digits[:5]]
    return by_keras, in_full, json.loads(done.stdout)


def test_tensorflow_js_gives_the_probabilities_of_keras_for_100_digits(readings):
    by_keras, _, shown = readings
    probabilities = [one["probabilities"] for one in shown]
    np.testing.assert_allclose(probabilities, by_keras, rtol=0, atol=1e-5)


def test_maps_of_every_layer_are_those_of_keras(readings):
    _, in_full, shown = readings
    for reading, one in zip(in_full, shown, strict=False):
        assert [layer["name"] for layer in one["layers"]] == list(reading.layers)
        for layer, maps in zip(one["layers"], reading.layers.values(), strict=True):
            shape = layer["height"], layer["width"], layer["channels"]
            values = np.reshape(layer["values"], shape)
            np.testing.assert_allclose(values, maps, rtol=1e-4, atol=1e-5)


def test_the_reasons_are_those_of_grad_cam(readings):
    _, in_full, shown = readings
    for reading, one in zip(in_full, shown, strict=False):
        shape = 10, one["heat"]["height"], one["heat"]["width"]
        heat = np.reshape(one["heat"]["values"], shape)
        np.testing.assert_allclose(heat, reading.heat, rtol=1e-4, atol=1e-6)
