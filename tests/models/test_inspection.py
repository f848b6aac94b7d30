"""Maps of networks whose right answer is known; and they leave the network alone."""

from itertools import product

import keras
import numpy as np
import pytest
from keras import layers

from tests.models.blob_detectors import (
    ENDS,
    PLACES,
    blobs,
    every_model,
    functional,
    nested,
    sequential,
)
from utils.models import class_scores, recording
from utils.models.class_scores import keep_graphs
from utils.models.inspection import (
    feature_maps,
    grad_cam,
    occlusion_map,
    saliency_map,
)

# Each build, end and number of channels once; the rest of the product is long.
QUICK = [
    (sequential, (2, "softmax"), 1),
    (functional, (1, "sigmoid"), 3),
    (functional, (2, None), 1),
    (nested, (1, None), 3),
    (nested, (2, "softmax"), 3),
]
every_network = pytest.mark.parametrize(
    ("build", "end", "channels"),
    [
        pytest.param(*one, marks=[pytest.mark.long] * (one not in QUICK))
        for one in product([sequential, functional, nested], ENDS, [1, 3])
    ],
)


@pytest.fixture
def in_one_go(monkeypatch):
    """The 324 covered copies of an image go in one batch, not in eleven: quicker."""
    monkeypatch.setattr(recording, "BATCH_SIZE", 400)


def peak(heat):
    """Row and column of the middle of what is within a hair of the largest value."""
    return tuple(np.argwhere(heat >= heat.max() - 1e-6).mean(axis=0))


@pytest.mark.usefixtures("in_one_go", "uncompiled")
@every_network
def test_every_map_peaks_on_the_blob(build, end, channels):
    model, images = build(channels, *end), blobs(channels)
    before = model.get_weights(), [layer.trainable for layer in model.layers]
    maps = {
        "feature map": feature_maps(model, images, "blob")[..., 0],
        "Grad-CAM": grad_cam(model, images, 1),
        "Grad-CAM of another layer": grad_cam(model, images, 1, "blob"),
        "occlusion": occlusion_map(model, images, 1, patch=3, stride=1, fill=0.1),
    }
    for name, heat in maps.items():
        for one, place in zip(heat, PLACES, strict=True):
            assert peak(one) == place, name
    for saliency, (row, column) in zip(
        saliency_map(model, images, 1), PLACES, strict=True
    ):
        blob = np.s_[row - 1 : row + 2, column - 1 : column + 2]
        assert saliency[blob].min() > 0
        assert np.isclose(saliency[blob].sum(), saliency.sum()), "nothing else counts"
    for old, new in zip(before[0], model.get_weights(), strict=True):
        assert np.array_equal(old, new)
    assert before[1] == [layer.trainable for layer in model.layers]


@pytest.mark.usefixtures("in_one_go")
@every_network
def test_the_class_against_gets_no_heat_and_gains_when_the_blob_is_covered(
    build, end, channels
):
    model, image = build(channels, *end), blobs(channels)[0]
    with keep_graphs(model):  # one for both questions
        assert not grad_cam(model, image, 0).any()
        assert grad_cam(model, image, 1).max() > 0
    falls = occlusion_map(model, image, 0, patch=3, stride=1, fill=0.1)
    assert peak(-falls) == PLACES[0] and falls.min() < 0


@pytest.mark.usefixtures("uncompiled")
@every_model
def test_the_class_is_the_highest_unless_told_and_may_differ_by_image(build):
    for end in ENDS:
        model, images = build(1, *end), np.concatenate([blobs(1)[:1]] * 2)
        images[1] = 0.1  # no blob: the bias decides
        told = grad_cam(model, images, [1, 0])
        assert np.array_equal(told[0], grad_cam(model, images[0], 1))
        assert np.array_equal(told[0], grad_cam(model, images[0]))
    with pytest.raises(ValueError, match="or 2, one for each: not 3"):
        grad_cam(model, images, [0, 1, 1])


def test_squashing_changes_no_gradient_but_the_answers():
    """The score is taken before softmax: a sure network has gradients all the same."""
    images = 30 * blobs(1)
    squashed, scores = (sequential(1, 2, end) for end in ("softmax", None))
    assert squashed(images)[0, 1] == 1, "so sure that the softmax is flat"
    for method in (grad_cam, saliency_map):
        assert np.array_equal(method(squashed, images, 1), method(scores, images, 1))
        assert method(squashed, images, 1).max() > 0
    assert squashed(images)[0, 1] == 1, "and the softmax is back"


def small_network(seed=0, units=3, strides=2):
    keras.utils.set_random_seed(seed)
    return keras.Sequential(
        [
            keras.Input((10, 9, 2)),
            layers.Conv2D(5, 3, activation="tanh", name="first"),
            layers.BatchNormalization(),
            layers.Conv2D(4, 1, strides, activation="relu", name="last"),
            layers.GlobalAveragePooling2D(),
            layers.Dense(units, activation="softmax"),
        ]
    )


def test_grad_cam_is_cam_where_cam_is_defined():
    """After global average pooling the weights are known (Zhou et al. 2016).

    The score of class c is the sum of w[k, c] times the mean of map k, so its gradient
    is w[k, c] / places everywhere: Grad-CAM is CAM over the number of places.
    """
    model = small_network()
    images = np.random.default_rng(0).normal(size=(4, 10, 9, 2)).astype("float32")
    maps = feature_maps(model, images, "last")
    weights = model.layers[-1].get_weights()[0]
    for c in range(3):
        cam = np.maximum(maps @ weights[:, c], 0) / (maps.shape[1] * maps.shape[2])
        assert cam.max() > 0.001
        assert np.allclose(grad_cam(model, images, c), cam, atol=1e-6)


def test_saliency_agrees_with_finite_differences():
    model = small_network(strides=1)
    image = np.random.default_rng(1).normal(size=(10, 9, 2)).astype("float32")
    scores = keras.Sequential([*model.layers[:-1], layers.Dense(3)])
    scores.build((None, 10, 9, 2))
    scores.set_weights(model.get_weights())
    step = 0.002
    moved = np.repeat(image[np.newaxis], image.size, axis=0).reshape(image.size, -1)
    up, down = (
        (moved + sign * step * np.eye(image.size)).reshape(-1, 10, 9, 2)
        for sign in (1, -1)
    )
    slopes = (scores(up) - scores(down))[:, 2] / (2 * step)
    expected = np.abs(slopes).reshape(image.shape).max(axis=-1)
    saliency = saliency_map(model, image, 2)
    # ReLU has kinks, and a pixel may cross one within the step: nearly all agree.
    assert np.mean(np.isclose(saliency, expected, atol=2e-4)) > 0.95


def test_random_weights_give_other_maps():
    """The sanity check of Adebayo et al. 2018: a map that stays shows no learning."""
    images = np.random.default_rng(0).normal(size=(12, 10, 9, 2)).astype("float32")
    networks = [small_network(seed) for seed in (0, 0, 1)]
    for method in (grad_cam, saliency_map):
        trained, again, randomised = (
            method(network, images, 1).ravel() for network in networks
        )
        assert np.array_equal(trained, again) and np.ptp(trained) > 0
        assert abs(np.corrcoef(trained, randomised)[0, 1]) < 0.5


def test_kept_graphs_are_compiled_once_and_follow_the_weights(monkeypatch):
    model, images = sequential(3, 2, "softmax"), blobs(3)
    compiled = []

    def count(name):
        compile_it = getattr(class_scores, name)
        monkeypatch.setattr(
            class_scores, name, lambda *on: compiled.append(name) or compile_it(*on)
        )

    count("_compiled_gradient")
    count("_compiled_scores")
    weights = model.get_weights()
    halves = [weight / 2 for weight in weights]
    with keep_graphs(model):
        kept = []
        for now in (weights, halves):
            model.set_weights(now)
            kept += [saliency_map(model, images), grad_cam(model, images)]
        assert len(compiled) == 3, "scores, and two gradients"
        kept_fall = occlusion_map(model, images, 1, patch=3)
    model.set_weights(halves)
    anew = [saliency_map(model, images), grad_cam(model, images)]
    assert len(compiled) == 5, "outside of the block nothing is kept"
    np.testing.assert_allclose(kept[2:], anew, rtol=1e-6)
    fall = occlusion_map(model, images, 1, patch=3)
    np.testing.assert_allclose(kept_fall, fall, atol=1e-6, err_msg="of probabilities")
    assert np.abs(kept[0] - kept[2]).max() > 0.01


def test_occlusion_averages_over_all_squares_that_cover_a_pixel():
    """A network that returns the mean pixel: a square of 0 costs what it covers."""
    inputs = keras.Input((7, 7, 1))
    model = keras.Model(inputs, layers.GlobalAveragePooling2D()(inputs))
    image = np.ones((7, 7, 1), "float32")
    inner = occlusion_map(model, image, 1, 3, 1, fill=0)[2:-2, 2:-2]
    assert np.allclose(inner, 9 / 49)
    image[3, 3] = 10
    heat = occlusion_map(model, image, 1, patch=4, stride=2, fill=0)
    # Squares start at -2, 0, 2, 4, 6: two of them cover a row, and those at the rim
    # cover less. The pixel (3, 3) lies in the squares of 4 that start at 0 and 2.
    assert np.allclose(heat[3, 3], (16 + 9) / 49)
    assert np.allclose(heat[0, 0], (4 + 8 + 8 + (16 + 9)) / 4 / 49)
    assert np.allclose(heat[6, 2], (3 * 4 * 2 + 1 * 4 * 2) / 4 / 49)
    with pytest.raises(ValueError, match="patch of 3 and a stride of 4 do not suit"):
        occlusion_map(model, image, 1, patch=3, stride=4)
