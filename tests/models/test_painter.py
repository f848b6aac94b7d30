"""The painter in Keras paints as its published file does, at any size."""

import sys
from pathlib import Path

import numpy as np
import pytest

from tests.models.tflite import assert_stored_as_it_is_built
from tests.one_sentence import assert_one_sentence
from tools.lessons import COURSE
from utils.files.datasets import DATA_FOLDER
from utils.files.images import load_image
from utils.models.painter import (
    STYLES,
    WEIGHTS,
    load_painter,
    paint,
    painter_network,
    style_weights,
)

ONNX = Path(__file__).parent / "files" / "multistyle26.onnx"
CLOSE = {"rtol": 0, "atol": 1e-3}


@pytest.fixture(scope="module")
def painter():
    return load_painter()


@pytest.fixture(scope="module")
def published():
    """What the published file makes of a picture, whose sides are multiples of 4."""
    if sys.platform != "linux":
        pytest.skip("requirements.txt has onnxruntime on Linux only.")
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(ONNX, options)

    def answer(picture, weights):
        given = {"image": picture.transpose(2, 0, 1)[np.newaxis]}
        given["style_weights"] = np.asarray(weights, dtype=np.float32)
        return session.run(None, given)[0][0].transpose(1, 2, 0)

    return answer


@pytest.fixture(scope="module")
def pictures():
    """Photos and noise, upright, square and lying, whose sides are multiples of 4."""
    kinds = ("animal", "fish", "monument", "tool")
    photos = [
        sorted((DATA_FOLDER / "photos" / kind).glob("*.jpg"))[3] for kind in kinds
    ]
    files = [COURSE / "images" / "astronaut.png", *photos]
    opened = [load_image(file, max_side=120) for file in files]
    opened.append(np.random.default_rng(0).random((32, 48, 3), np.float32))
    cut = [p[: len(p) // 4 * 4, : p.shape[1] // 4 * 4] for p in opened]
    assert len({p.shape for p in cut}) > 3
    return cut


def mixtures(count):
    """Weights of random mixtures, (count, 26)."""
    shares = np.random.default_rng(1).dirichlet(np.full(STYLES, 0.2), count)
    return shares.astype(np.float32)


def test_it_paints_photos_as_the_published_file_does(painter, published, pictures):
    weights = [*np.eye(STYLES, dtype=np.float32)[[0, 7, 19]], *mixtures(3)]
    for picture, style in zip(pictures, weights, strict=True):
        wanted = published(picture, style)
        assert wanted.std() > 0.1
        np.testing.assert_allclose(paint(painter, picture, style), wanted, **CLOSE)


def test_every_style_and_mixtures_in_one_batch(painter, published, pictures):
    picture = pictures[0][20:84, :96]
    weights = np.concatenate([np.eye(STYLES, dtype=np.float32), mixtures(6)])
    images = np.repeat(picture[np.newaxis], len(weights), axis=0)
    found = np.asarray(painter([images, weights], training=False))
    wanted = [published(picture, style) for style in weights]
    np.testing.assert_allclose(found, wanted, **CLOSE)
    first = np.abs(np.subtract(wanted[1:STYLES], wanted[0])).mean(axis=(1, 2, 3))
    assert first.min() > 0.02  # so that one style cannot pass for another


@pytest.mark.parametrize(("height", "width"), [(61, 83), (64, 66), (8, 10), (11, 9)])
def test_any_size_is_painted_and_keeps_it(painter, published, height, width):
    picture = load_image(COURSE / "images" / "astronaut.png", max_side=128)
    picture = picture[20 : 20 + height, :width]
    found = paint(painter, picture, 7)
    assert found.shape == picture.shape and found.dtype == np.float32
    # The file is handed what the eye would add: rows and columns mirrored at the edge.
    rows = [*range(height), *range(height - 2, 0, -1)][: -(-height // 4) * 4]
    columns = [*range(width), *range(width - 2, 0, -1)][: -(-width // 4) * 4]
    wanted = published(picture[rows][:, columns], style_weights(7))
    np.testing.assert_allclose(found, wanted[:height, :width], **CLOSE)


def test_its_size_is_what_it_says(painter):
    assert painter.count_params() == 166_104


def test_every_stored_array_has_its_place_and_every_weight_its_array(painter):
    assert_stored_as_it_is_built(painter, WEIGHTS, np.float32, 700_000)


def test_its_inputs_have_names(painter):
    images = np.random.default_rng(0).random((2, 8, 12, 3), np.float32)
    weights = mixtures(2)
    named = painter({"images": images, "styles": weights})
    np.testing.assert_array_equal(named, painter([images, weights]))


@pytest.mark.parametrize("size", [(32, 30), (33, 32), (4, 32), (32, 0)])
def test_other_sizes_are_refused_in_one_sentence(size):
    images, weights = np.zeros((1, *size, 3), np.float32), mixtures(1)
    network = painter_network()
    for inputs in [images, weights], {"images": images, "styles": weights}:
        with pytest.raises(ValueError) as caught:
            network(inputs)
        assert_one_sentence(caught, "multiples of 4", "at least 8", str(images.shape))
    with pytest.raises(ValueError) as caught:
        network(np.zeros((1, 32, 32, 3), np.float32))  # the styles were forgotten
    assert_one_sentence(caught, "[images, style weights]")
    with pytest.raises(ValueError, match="multiples of 4"):
        network.predict([images, weights], verbose=0)


@pytest.mark.parametrize(
    ("picture", "part"),
    [
        (np.zeros((7, 40, 3)), "at least 8 × 8 pixels, not 7 × 40"),
        (np.zeros((40, 40)), "(height, width, 3), not (40, 40)"),
        (np.full((40, 40, 3), 200), "divide them by 255"),
    ],
)
def test_no_picture_is_refused_in_one_sentence(picture, part):
    with pytest.raises(ValueError) as caught:
        paint(None, picture, 0)
    assert_one_sentence(caught, part)


def test_a_style_is_a_number_or_how_much_of_each():
    first = [1.0] + [0.0] * 25
    assert style_weights(0).tolist() == style_weights(first).tolist() == first
    assert style_weights(np.int64(25)).tolist() == first[::-1]
    assert style_weights(0).dtype == style_weights(first).dtype == np.float32


@pytest.mark.parametrize(
    "style",
    [-1, 26, 1.0, "7", None, [0.5, 0.5], np.eye(26), [float("nan")] * 26, ["a"] * 26],
)
def test_what_is_no_style_is_refused_in_one_sentence(style):
    with pytest.raises(ValueError) as caught:
        style_weights(style)
    assert_one_sentence(caught, "whole number from 0 to 25, or 26 numbers")
    assert len(str(caught.value)) < 150
