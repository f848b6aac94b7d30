"""However many images are asked about, a model sees a few at once; answers agree."""

from unittest.mock import patch

import keras
import numpy as np
import pytest
from keras import layers

from utils.models import recording
from utils.models.inspection import (
    feature_maps,
    grad_cam,
    most_activating_patches,
    occlusion_map,
    saliency_map,
)
from utils.models.measured_receptive_field import input_gradient
from utils.models.recording import BATCH_PIXELS, BATCH_SIZE, in_batches, layers_of

IMAGES = np.random.default_rng(0).random((7, 8, 8, 1)).astype("float32")
AT_ONCE = 3


def network():
    keras.utils.set_random_seed(0)
    return keras.Sequential(
        [
            keras.Input((8, 8, 1)),
            layers.Conv2D(4, 3, activation="relu", name="maps"),
            layers.GlobalAveragePooling2D(),
            layers.Dense(3, "softmax"),
        ]
    )


def windows(model, images):
    return [patch.window for patch in most_activating_patches(model, images, "maps", 1)]


QUESTIONS = {
    "feature_maps": lambda model, images: feature_maps(model, images, "maps"),
    "saliency_map": saliency_map,
    "grad_cam": grad_cam,
    "grad_cam of each class": lambda model, images: grad_cam(
        model, images, np.arange(len(images)) % 3
    ),
    "occlusion_map": lambda model, images: occlusion_map(model, images, patch=4),
    "most_activating_patches": windows,
    "input_gradient": lambda model, images: input_gradient(
        keras.Model(model.inputs, model.get_layer("maps").output), images
    ),
}


@pytest.fixture
def sizes_seen(monkeypatch):
    """The numbers of images that models saw; more than AT_ONCE are not asked for."""
    sizes = []
    run = recording.run

    def noting_run(model, images):
        sizes.append(images.shape[0])
        return run(model, images)

    for module in ("class_scores", "inspection", "measured_receptive_field"):
        monkeypatch.setattr(f"utils.models.{module}.run", noting_run)
    monkeypatch.setattr(recording, "run", noting_run)
    monkeypatch.setattr(recording, "BATCH_SIZE", AT_ONCE)
    return sizes


@pytest.mark.usefixtures("uncompiled")
@pytest.mark.parametrize("ask", QUESTIONS.values(), ids=QUESTIONS)
def test_a_model_never_sees_more_than_a_batch(ask, sizes_seen):
    model = network()
    with patch.object(recording, "BATCH_SIZE", len(IMAGES)):
        expected = ask(model, IMAGES)
    assert max(sizes_seen) == len(IMAGES)
    sizes_seen.clear()
    found = ask(model, IMAGES)
    np.testing.assert_allclose(found, expected, rtol=1e-5, atol=1e-7)
    assert max(sizes_seen) == AT_ONCE, sizes_seen


def test_compiled_questions_take_batches_of_any_size(monkeypatch):
    model = network()
    for question in (saliency_map, grad_cam):
        expected = question(model, IMAGES)
        monkeypatch.setattr(recording, "BATCH_SIZE", AT_ONCE)
        np.testing.assert_allclose(question(model, IMAGES), expected, rtol=1e-5)
        monkeypatch.undo()


def test_of_large_images_fewer_are_taken_at_once():
    def longest(side):
        parts = list(in_batches(range(100), (side, side, 3)))
        assert [one for part in parts for one in part] == list(range(100))
        return max(map(len, parts))

    assert longest(28) == BATCH_SIZE
    assert longest(224) == 8
    assert longest(448) == 2
    assert longest(5000) == 1 and 5000**2 > BATCH_PIXELS


def test_a_layer_that_stands_in_two_models_is_listened_to_once():
    inner = layers.Conv2D(2, 3, name="inner")
    base = keras.Sequential([keras.Input((8, 8, 1)), inner])
    image = keras.Input((8, 8, 1))
    model = keras.Model(image, [base(image), inner(image)])
    assert len([layer for layer in layers_of(model) if layer is inner]) == 2
    shapes = recording.output_shapes(model, IMAGES[:1])
    assert len(shapes[inner]) == 2, "it runs twice, and is not counted four times"
