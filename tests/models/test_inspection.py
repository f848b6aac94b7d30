"""Maps of networks whose right answer is known; and they leave the network alone.

The blob detector adds up 3 × 3 pixels, less a threshold that only a bright blob passes,
and takes the strongest place for its score. So what every method must find is the blob.
"""

import keras
import numpy as np
import pytest
from keras import layers

from utils.models.inspection import (
    feature_maps,
    grad_cam,
    most_activating_patches,
    occlusion_map,
    saliency_map,
)

SIDE = 16
PLACES = [(2, 3), (12, 12), (7, 10)]  # where the middle of the blob lies


def blobs(channels):
    """Dim images, each with one bright 3 × 3 blob."""
    images = np.full((len(PLACES), SIDE, SIDE, channels), 0.1, "float32")
    for image, (row, column) in zip(images, PLACES, strict=True):
        image[row - 1 : row + 2, column - 1 : column + 2] = 0.9
    return images


def detector_layers():
    return [
        layers.RandomTranslation(0.5, 0.5),  # does nothing outside training
        layers.Conv2D(1, 3, padding="same", activation="relu", name="blob"),
        layers.Conv2D(2, 1, name="for_and_against"),
    ]


def set_detector(model, channels, units):
    """Score ½ for a blob and -½ without one; less the same for class 0, if it is told.

    Only a whole blob passes the threshold: the mean of any other 3 × 3 pixels is lower.
    """
    gain = 0.5 * SIDE**2 / 0.05 * 2
    weights = [
        np.full((3, 3, channels, 1), 1 / (9 * channels)),
        np.array([-0.85]),
        np.array([-gain, gain]).reshape(1, 1, 1, 2),
        np.zeros(2),
        np.array([[0.0], [1.0]]) if units == 1 else np.eye(2),
        np.array([-0.5]) if units == 1 else np.array([0.5, -0.5]),
    ]
    model.set_weights(weights)
    return model


def sequential(channels, units, activation):
    stack = [*detector_layers(), layers.GlobalAveragePooling2D()]
    model = keras.Sequential(
        [keras.Input((SIDE, SIDE, channels)), *stack, layers.Dense(units, activation)]
    )
    return set_detector(model, channels, units)


def functional(channels, units, activation):
    """With a branch, and the softmax or sigmoid as a layer of its own."""
    inputs = x = keras.Input((SIDE, SIDE, channels))
    for layer in detector_layers():
        x = layer(x)
    x = layers.Add()([x, layers.Rescaling(0.0)(x)])
    x = layers.Dense(units)(layers.GlobalAveragePooling2D()(x))
    if activation == "softmax":
        x = layers.Softmax()(x)
    elif activation:
        x = layers.Activation(activation)(x)
    return set_detector(keras.Model(inputs, x), channels, units)


def nested(channels, units, activation):
    """A frozen base in a model in a model, the last layer nested, too."""
    base_in = x = keras.Input((SIDE, SIDE, channels))
    for layer in detector_layers():
        x = layer(x)
    base = keras.Model(base_in, x, name="base")
    head = keras.Sequential([keras.Input((2,)), layers.Dense(units, activation)])
    inputs = keras.Input((SIDE, SIDE, channels))
    inner = keras.Sequential([keras.Input((SIDE, SIDE, channels)), base])
    outputs = head(layers.GlobalAveragePooling2D()(inner(inputs)))
    model = set_detector(keras.Model(inputs, outputs), channels, units)
    base.trainable = False
    return model


ENDS = [(2, "softmax"), (2, None), (1, "sigmoid"), (1, None)]
every_model = pytest.mark.parametrize("build", [sequential, functional, nested])
every_end = pytest.mark.parametrize("end", ENDS, ids=str)
grey_and_colour = pytest.mark.parametrize("channels", [1, 3])


def peak(heat):
    """Row and column of the middle of what is within a hair of the largest value."""
    return tuple(np.argwhere(heat >= heat.max() - 1e-6).mean(axis=0))


@every_model
@every_end
@grey_and_colour
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


@every_model
@every_end
def test_the_class_against_gets_no_heat_and_gains_when_the_blob_is_covered(build, end):
    model, image = build(1, *end), blobs(1)[0]
    assert not grad_cam(model, image, 0).any()
    assert grad_cam(model, image, 1).max() > 0
    falls = occlusion_map(model, image, 0, patch=3, stride=1, fill=0.1)
    assert peak(-falls) == PLACES[0] and falls.min() < 0


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
    for method in (grad_cam, saliency_map):
        trained, again, randomised = (
            method(small_network(seed), images, 1).ravel() for seed in (0, 0, 1)
        )
        assert np.array_equal(trained, again) and np.ptp(trained) > 0
        assert abs(np.corrcoef(trained, randomised)[0, 1]) < 0.5


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


@every_model
def test_bad_questions_are_answered_in_one_sentence(build):
    model, image = build(3, 2, "softmax"), blobs(3)[0]
    with pytest.raises(ValueError, match=r"no layer 'blop': choose among .*blob, "):
        grad_cam(model, image, layer="blop")
    flat = next(one.name for one in model.layers if "pooling" in one.name)
    with pytest.raises(ValueError, match=r"the shape \(1, 2\), no maps: choose .*blob"):
        feature_maps(model, image, flat)
    with pytest.raises(ValueError, match=r"^The classes are numbered 0 to 1, not 2\.$"):
        saliency_map(model, image, 2)
    with pytest.raises(ValueError, match=r"numbered 0 to 1, not -1"):
        occlusion_map(model, image, -1)
    for wrong in (
        image[..., :1],
        image[..., 0],
        image[1:],
        np.zeros((1, 1, 16, 16, 3)),
    ):
        with pytest.raises(
            ValueError, match=r"images of shape \(16, 16, 3\), one or a"
        ):
            grad_cam(model, wrong)


def test_models_that_cannot_be_asked():
    inputs = keras.Input((6, 6, 1))
    maps_only = keras.Model(inputs, layers.Conv2D(2, 3, name="maps")(inputs))
    image = np.zeros((6, 6, 1), "float32")
    with pytest.raises(ValueError, match="one row of class scores for each image, not"):
        grad_cam(maps_only, image)
    assert feature_maps(maps_only, image, "maps").shape == (4, 4, 2)
    dense = keras.Sequential([inputs, layers.Flatten(), layers.Dense(2)])
    with pytest.raises(ValueError, match="no layer whose output is maps"):
        grad_cam(dense, image)
    with pytest.raises(ValueError, match="choose among none"):
        feature_maps(dense, image, "maps")
    idle = layers.Conv2D(2, 3, name="idle")(inputs)
    scores = layers.Dense(2)(layers.Flatten()(inputs))
    model = keras.Model(inputs, [scores, idle])
    with pytest.raises(ValueError, match="class scores for each image, not several"):
        grad_cam(model, image, layer="idle")
