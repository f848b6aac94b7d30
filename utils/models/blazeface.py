"""BlazeFace, a face detector made for phones, with its published weights, from data/.

Source: Bazarevsky, Kartynnik, Vakunov, Raveendran, Grundmann (2019), BlazeFace:
Sub-millisecond Neural Face Detection on Mobile GPUs, arXiv:1907.05047. The layout here
is that of the weights which MediaPipe publishes as "short range": filters of 3×3 where
the paper has 5×5, and single blocks throughout.
"""

import keras
from keras import layers

from utils.models.stored_weights import fill

WEIGHTS = "blazeface.npz"
WEIGHTS_SHA256 = "57cb882dc3d085074f657919222664094ffdaec731433a21dc0b83139e2f5ffe"

SIZE = 128  # pixels a side of what it looks at
CHANNELS = (24, 28, 32, 36, 42, 48, 56, 64, 72, 80, 88, 96, 96, 96, 96, 96)
HALVING = (3, 6, 12)  # the blocks that halve the side of the maps
FINE_END = 11  # the last block with maps of 16×16 places


def blazeface():
    """Return the network as a functional Keras model with random weights.

    Takes float32 images in 0..1, (n, 128, 128, 3), and turns them into -1..1. Returns
    two arrays for the 896 answers of each image, 2 at each of 16×16 places, then 6 at
    each of 8×8, row by row: boxes (n, 896, 16), in pixels, relative to the middle of
    the answer's place: x and y of the middle, width, height, then x and y of six
    points; and scores (n, 896, 1), before the sigmoid.
    """
    images = keras.Input((SIZE, SIZE, 3), name="images")
    maps = layers.Rescaling(2, offset=-1, name="preprocess")(images)
    stem = layers.Conv2D(24, 5, 2, padding="same", activation="relu", name="stem")
    maps = stem(maps)
    for number, channels in enumerate(CHANNELS, start=1):
        maps = block(maps, channels, 1 + (number in HALVING), f"block{number}")
        if number == FINE_END:
            fine = maps
    outputs = []
    for what, numbers in (("boxes", 16), ("scores", 1)):
        ends = [answers(fine, 2, numbers, f"fine_{what}")]
        ends.append(answers(maps, 6, numbers, f"coarse_{what}"))
        outputs.append(layers.Concatenate(axis=1, name=what)(ends))
    return keras.Model(images, outputs, name="blazeface")


def block(maps, channels, strides, name):
    """Add a depthwise and a pointwise convolution, and what came in, then ReLU.

    Where the block halves the maps, the shortcut takes maxima over 2×2; where it has
    more channels than came in, the shortcut has zeros there. It learns nothing.
    """
    depthwise = layers.DepthwiseConv2D(3, strides, "same", name=f"{name}_depthwise")
    change = layers.Conv2D(channels, 1, name=f"{name}_pointwise")(depthwise(maps))
    if strides > 1:
        maps = layers.MaxPooling2D(strides, name=f"{name}_pool")(maps)
    new = channels - maps.shape[-1]
    if new:
        maps = keras.ops.pad(maps, ((0, 0), (0, 0), (0, 0), (0, new)))
    return layers.ReLU(name=f"{name}_relu")(layers.Add()([change, maps]))


def answers(maps, count, numbers, name):
    """Add a 1×1 convolution that gives `count` answers of so many numbers a place."""
    end = layers.Conv2D(count * numbers, 1, name=name)(maps)
    return layers.Reshape((-1, numbers), name=f"{name}_listed")(end)


def load_blazeface():
    """Return BlazeFace as Google trained it, 101 390 parameters; see `blazeface`.

    Raises FileNotFoundError or ValueError if data/blazeface.npz is missing or altered.
    Source: data/README.md.
    """
    return fill(blazeface(), WEIGHTS, WEIGHTS_SHA256)
