"""A network trained on ImageNet, from data/, and the names of what it knows."""

import json

import numpy as np

from utils.files.datasets import verified_path
from utils.models.efficientnet import efficientnet_lite0
from utils.models.stored_weights import fill

WEIGHTS_SHA256 = "5bbc5a8a0afa021b63680fecf22e301cdb18010e7b292d55ad976e4741381435"
CLASSES_SHA256 = "3e232637a09beeb733f409908cfc0ba256e83f06815684678abafd4c0990c757"


def load_pretrained(include_top=True, input_size=224):
    """Return EfficientNet-Lite0, trained on 1.3 million ImageNet photos, in Keras.

    Input: float32 images in 0..1, (n, input_size, input_size, 3), as utils.files
    gives them; the model itself rescales them as its weights want. It
    was trained at 224 pixels; other sizes from 32 up work, the less well the further.
    include_top=True: 1000 probabilities per image, (n, 1000), 4 694 024 parameters.
    The numbers before the softmax: `model.get_layer("logits").output`.
    include_top=False: feature maps, (n, 7, 7, 1280) at 224 pixels, 3 413 024
    parameters; put GlobalAveragePooling2D and a dense layer of your own on top.
    Everything is trainable, as in keras.applications. `model.trainable = False` freezes
    it. For fine-tuning, freeze each BatchNormalization layer by its own `trainable`:
    then it keeps the means that it was trained with. Calling the model with
    `training=False` does not do this: in Keras 3, `fit` overrules it.

    Raises FileNotFoundError or ValueError if data/efficientnet_lite0.npz is missing or
    altered, ValueError for an input_size that is none. Source: data/README.md.
    """
    model = efficientnet_lite0(include_top, input_size)
    return fill(model, "efficientnet_lite0.npz", WEIGHTS_SHA256)


def imagenet_class_names():
    """Return the names of the 1000 ImageNet classes, in the order of the outputs.

    Of several names for a class the first is taken, so two names stand for two classes
    each: "crane" (134 is the bird) and "maillot" (638, 639, both swimwear).
    Source: data/imagenet_classes.json, which has all names; see data/README.md.
    """
    path = verified_path("imagenet_classes.json", CLASSES_SHA256)
    names = json.loads(path.read_text(encoding="utf-8"))
    return [names[str(number)].split(", ")[0] for number in range(1000)]


def top_classes(probabilities, count=5):
    """Return the likeliest classes of each image: a list of (name, probability).

    probabilities: (n, 1000), in 0..1, as load_pretrained's model predicts them.
    count: how many for each image, the likeliest first. Returns n lists.
    Raises ValueError for another shape or for values outside 0..1.
    """
    probabilities = np.asarray(probabilities)
    if probabilities.ndim != 2 or probabilities.shape[1] != 1000:
        raise ValueError(
            "top_classes needs 1000 probabilities for each image, (n, 1000), not "
            f"{probabilities.shape}: predict a batch, with the classifier on top."
        )
    if not ((probabilities >= 0) & (probabilities <= 1)).all():
        raise ValueError(
            "top_classes needs probabilities, but some values are not in 0..1: apply "
            "softmax to logits first."
        )
    names = imagenet_class_names()
    likeliest = np.argsort(-probabilities, axis=1)[:, :count]
    return [
        [(names[number], float(row[number])) for number in numbers]
        for row, numbers in zip(probabilities, likeliest, strict=True)
    ]
