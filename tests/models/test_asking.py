"""Models and images that have no true answer get one sentence, whatever is asked."""

import functools

import keras
import numpy as np
import pytest
from keras import layers

from tests.one_sentence import assert_one_sentence
from utils.models.graph import activation_bytes, calls, widest_receptive_field
from utils.models.inspection import (
    feature_maps,
    grad_cam,
    most_activating_patches,
    occlusion_map,
    saliency_map,
)
from utils.models.ledger import ledger
from utils.models.measured_receptive_field import (
    input_gradient,
    measured_receptive_field,
)

IMAGES = np.random.default_rng(0).random((2, 8, 8, 1)).astype("float32")
OF_IMAGES = {
    "feature_maps": lambda model, images: feature_maps(model, images, "maps"),
    "saliency_map": lambda model, images: saliency_map(model, images, 1),
    "grad_cam": lambda model, images: grad_cam(model, images, 1),
    "occlusion_map": lambda model, images: occlusion_map(model, images, 1, patch=4),
    "patches": lambda model, images: most_activating_patches(model, images, "maps", 0),
    "input_gradient": input_gradient,
}
OF_IMAGE_MODELS = OF_IMAGES | {
    "widest": lambda model, _: widest_receptive_field(model),
    "measured": lambda model, _: measured_receptive_field(model),
}
OF_MODELS = OF_IMAGE_MODELS | {
    "calls": lambda model, _: calls(model),
    "activation_bytes": lambda model, _: activation_bytes(model),
    "ledger": lambda model, _: ledger(model),
}


def every(questions):
    return pytest.mark.parametrize("ask", questions.values(), ids=questions)


def classifier(inputs, maps=None, **settings):
    """Of whatever comes in: a convolution, and scores for three classes."""
    maps = inputs if maps is None else maps
    maps = layers.Conv2D(2, 3, name="maps", **settings)(maps)
    pooling = layers.GlobalAveragePooling2D(**settings)
    return keras.Model(inputs, layers.Dense(3)(pooling(maps)), name="seen")


@functools.cache
def plain():
    """Built once; to be left as it is."""
    return classifier(keras.Input((8, 8, 1)))


class Subclassed(keras.Model):
    def __init__(self):
        super().__init__(name="unseen")
        self.maps = layers.Conv2D(2, 3, name="maps")

    def call(self, images):
        return self.maps(images)


def run_once(model):
    model(IMAGES)
    return model


@every(OF_MODELS)
def test_models_whose_layers_cannot_be_seen(ask):
    unbuilt = keras.Sequential([layers.Conv2D(2, 3, name="maps")], name="unseen")
    for model in (unbuilt, Subclassed(), run_once(Subclassed())):
        with pytest.raises(ValueError, match='the layers of "unseen": build it') as e:
            ask(model, IMAGES)
        assert_one_sentence(e)
    with pytest.raises(TypeError, match="Keras model can be asked, not function") as e:
        ask(lambda images: images, IMAGES)
    assert_one_sentence(e)


@every(OF_IMAGE_MODELS)
def test_models_of_other_inputs(ask):
    image, other = keras.Input((8, 8, 1)), keras.Input((8, 8, 1))
    two = classifier([image, other], layers.Concatenate()([image, other]))
    with pytest.raises(ValueError, match='"seen" takes 2 inputs: only one') as e:
        ask(two, IMAGES)
    assert_one_sentence(e)

    row = keras.Input((8, 1))
    pooled = layers.GlobalAveragePooling1D()(layers.Conv1D(2, 3, name="maps")(row))
    flat = keras.Model(row, layers.Dense(3)(pooled))
    with pytest.raises(
        ValueError, match=r"inputs of shape \(8, 1\): only one that"
    ) as e:
        ask(flat, IMAGES)
    assert_one_sentence(e)

    first = classifier(keras.Input((1, 8, 8)), data_format="channels_first")
    with pytest.raises(ValueError, match='"maps" has its channels first: build') as e:
        ask(first, IMAGES.transpose(0, 3, 1, 2))
    assert_one_sentence(e)


@every(OF_IMAGES)
@pytest.mark.parametrize(
    ("images", "sentence"),
    [
        (np.full((8, 8, 1), np.nan), "NaN or infinity somewhere"),
        (np.full((2, 8, 8, 1), -np.inf), "NaN or infinity somewhere"),
        (IMAGES[:0], r"nothing in an array of shape \(0, 8, 8, 1\)"),
        ("photo.png", "one array of numbers, .* not str"),
        ([[1.0], [1.0, 2.0]], "one array of numbers, .* not list"),
        (None, "one array of numbers, .* not NoneType"),
        (IMAGES * 1j, "one array of numbers, .* not ndarray"),
        (IMAGES[..., 0], r"images of shape \(8, 8, 1\), one or a batch"),
    ],
)
def test_images_that_are_none(ask, images, sentence):
    with pytest.raises(ValueError, match=sentence) as e:
        ask(plain(), images)
    assert_one_sentence(e)


def test_images_of_any_size_fit_a_model_of_open_size():
    model = classifier(keras.Input((None, None, 1)))
    assert feature_maps(model, IMAGES[:, :5], "maps").shape == (2, 3, 6, 2)
    assert len(most_activating_patches(model, IMAGES, "maps", 0)) == 2
    for ask in (
        activation_bytes,
        ledger,
        widest_receptive_field,
        measured_receptive_field,
    ):
        with pytest.raises(
            ValueError, match=r"build (the model|it) with keras\.Input"
        ) as e:
            ask(model)
        assert_one_sentence(e)
    with pytest.raises(ValueError, match="nothing in an array of shape"):
        feature_maps(model, IMAGES[:, :0], "maps")


def test_inputs_and_outputs_may_stand_in_a_list():
    image = keras.Input((8, 8, 1))
    model = classifier(image)
    listed = keras.Model([image], [model.outputs[0]])
    for ask in (OF_IMAGES[name] for name in ("feature_maps", "grad_cam")):
        assert np.array_equal(ask(listed, IMAGES), ask(model, IMAGES))


def test_a_layer_that_runs_twice_has_no_single_output():
    image = keras.Input((8, 8, 1))
    shared = layers.Conv2D(1, 3, padding="same", name="shared")
    maps = layers.Conv2D(2, 3, name="once")(shared(shared(image)))
    model = keras.Model(image, layers.Dense(3)(layers.GlobalMaxPooling2D()(maps)))
    for ask in (
        lambda: feature_maps(model, IMAGES, "shared"),
        lambda: grad_cam(model, IMAGES, 1, shared),
        lambda: most_activating_patches(model, IMAGES, "shared", 0),
    ):
        with pytest.raises(ValueError, match="'shared' runs 2 times in this") as e:
            ask()
        assert_one_sentence(e)
    assert feature_maps(model, IMAGES, "once").shape == (2, 6, 6, 2)
    assert grad_cam(model, IMAGES, 1).shape == (2, 6, 6)


def test_a_name_that_stands_for_two_layers():
    image = keras.Input((8, 8, 1))
    inner = layers.Conv2D(2, 3, name="maps")
    model = classifier(image, keras.Sequential([keras.Input((8, 8, 1)), inner])(image))
    with pytest.raises(ValueError, match="2 layers of the name 'maps': give the") as e:
        feature_maps(model, IMAGES, "maps")
    assert_one_sentence(e)
    assert feature_maps(model, IMAGES, inner).shape == (2, 6, 6, 2)


def test_a_model_that_answers_nan():
    model = classifier(keras.Input((8, 8, 1)))
    model.set_weights([weight * np.nan for weight in model.get_weights()])
    with pytest.raises(ValueError, match='"seen" answers NaN to some image') as e:
        saliency_map(model, IMAGES)
    assert_one_sentence(e)


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        ({"fill": None}, "fill must be a number, or one for each of 1 channels"),
        ({"fill": np.nan}, "fill must be a number"),
        ({"fill": "grey"}, "fill must be a number"),
        ({"fill": [0, 0, 0]}, r"fill must be a number, .* not \[0, 0, 0\]"),
        ({"patch": 2.5}, r"patch must be a whole number of at least 1, not 2\.5"),
        ({"patch": "4"}, "patch must be a whole number of at least 1, not '4'"),
        ({"stride": 0}, "stride must be a whole number of at least 1, not 0"),
        ({"patch": 9}, "patch of 9 and a stride of 4 do not suit"),
        ({"class_index": "a"}, "classes are numbered 0 to 2, not a"),
        ({"class_index": [[0], [1, 2]]}, "classes are numbered 0 to 2"),
    ],
)
def test_bad_settings_of_an_occlusion_map(settings, sentence):
    with pytest.raises(ValueError, match=sentence) as e:
        occlusion_map(plain(), IMAGES, **({"patch": 4} | settings))
    assert_one_sentence(e)


@pytest.mark.parametrize(
    ("layer", "channel", "count", "sentence"),
    [
        ("maps", "a", 2, "channel must be a whole number of at least 0, not 'a'"),
        ("maps", 1.5, 2, r"channel must be a whole number of at least 0, not 1\.5"),
        ("maps", 2, 2, "'maps' has the channels 0 to 1, no 2"),
        ("maps", 0, 0, "count must be a whole number of at least 1, not 0"),
        (["maps"], 0, 2, "named or given itself, but"),
    ],
)
def test_bad_settings_of_patches(layer, channel, count, sentence):
    with pytest.raises(ValueError, match=sentence) as e:
        most_activating_patches(plain(), IMAGES, layer, channel, count)
    assert_one_sentence(e)


def test_a_colour_to_cover_with():
    """A network that adds up the red: only what red is covered with counts."""
    kernel = np.array([1.0, 0, 0]).reshape(3, 1)
    model = keras.Sequential(
        [keras.Input((4, 4, 3)), layers.GlobalAveragePooling2D(), layers.Dense(1)]
    )
    model.set_weights([kernel, np.zeros(1)])
    white = np.ones((4, 4, 3), "float32")
    assert not occlusion_map(model, white, 1, patch=2, fill=[1, 0, 0]).any()
    assert occlusion_map(model, white, 1, patch=2, fill=[0, 1, 1]).min() > 0
