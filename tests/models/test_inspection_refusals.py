"""What a network cannot be asked, and networks that cannot be asked, are refused."""

import keras
import numpy as np
import pytest
from keras import layers

from tests.models.blob_detectors import blobs, every_model
from utils.models.inspection import (
    feature_maps,
    grad_cam,
    occlusion_map,
    saliency_map,
)


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
