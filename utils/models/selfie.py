"""A network that cuts people out of photos, with its published weights, from data/.

MediaPipe's "selfie segmentation", the general model. Its way down is made of the blocks
of Howard and others (2019), Searching for MobileNetV3, arXiv:1905.02244; on its way up,
each skip goes through a gate. The layout is that of the published file.
"""

import keras
from keras import layers

from utils.models.stored_weights import fill

WEIGHTS = "selfie.npz"
WEIGHTS_SHA256 = "24c7c004a6e35c24ee8178a10397ac37b79792b72d266276e4a95f3748cb89b2"

SIZE = 256  # pixels a side of what it looks at

# Of the blocks on the way down: channels inside, channels of what it hands on, side of
# the depthwise filters, stride, channels of the squeeze (0: none), activation.
BLOCKS = (
    (16, 16, 3, 2, 8, "relu"),
    (72, 24, 3, 2, 0, "relu"),
    (88, 24, 3, 1, 0, "relu"),
    (96, 32, 5, 2, 24, "hard_swish"),
    (128, 32, 5, 1, 32, "hard_swish"),
    (128, 32, 5, 1, 32, "hard_swish"),
    (96, 32, 5, 1, 24, "hard_swish"),
    (96, 32, 5, 1, 24, "hard_swish"),
)
SKIPS = {1: 64, 3: 32}  # blocks whose maps are carried over, and their side


def selfie_network(change_skip=None):
    """Return the network as a functional Keras model with random weights.

    Takes float32 images in 0..1, (n, 256, 256, 3). Returns how sure it is that each
    pixel is of a person, (n, 256, 256, 1), in 0..1. change_skip: for experiments, a
    function that is given the maps (n, side, side, channels) of each skip and its side,
    128, 64 or 32, and returns maps of that shape, which are used in their place.
    """
    images = keras.Input((SIZE, SIZE, 3), name="images")
    maps = convolution(images, 16, "stem", "hard_swish", 3, 2)
    skips = {128: maps}
    for number, sizes in enumerate(BLOCKS, start=1):
        maps = block(maps, *sizes, name=f"block{number}")
        if number in SKIPS:
            skips[SKIPS[number]] = maps
    maps = centre(maps)
    for side in (32, 64, 128):
        skip = change_skip(skips[side], side) if change_skip else skips[side]
        maps = join(maps, skip, f"join{side}")
    answer = layers.Conv2DTranspose(1, 2, 2, activation="sigmoid", name="answer")
    return keras.Model(images, answer(maps), name="selfie")


def convolution(maps, channels, name, activation=None, size=1, strides=1):
    """Add a convolution with its activation."""
    keep = {"padding": "same", "activation": activation, "name": name}
    return layers.Conv2D(channels, size, strides, **keep)(maps)


def block(maps, inside, channels, size, strides, squeezed, activation, name):
    """Add a block: more channels, a depthwise convolution, fewer channels again.

    Where height, width and channels stay, what came in is added.
    """
    wide = convolution(maps, inside, f"{name}_expand", activation)
    keep = {"padding": "same", "activation": activation, "name": f"{name}_depthwise"}
    wide = layers.DepthwiseConv2D(size, strides, **keep)(wide)
    if squeezed:
        shares = excitation(wide, squeezed, inside, name)
        wide = layers.Multiply(name=f"{name}_weighed")([wide, shares])
    change = convolution(wide, channels, f"{name}_project")
    if strides > 1:
        return change
    return layers.Add(name=f"{name}_add")([change, maps])


def excitation(maps, squeezed, channels, name):
    """Add squeeze and excitation: a number in 0..1 for each channel, from all means.

    Returns (n, 1, 1, channels). squeezed: channels in between, or 0 for none. Source:
    Hu, Shen, Sun (2018), Squeeze-and-excitation networks, arXiv:1709.01507.
    """
    means = layers.GlobalAveragePooling2D(keepdims=True, name=f"{name}_means")(maps)
    if squeezed:
        means = convolution(means, squeezed, f"{name}_squeeze", "relu")
    return convolution(means, channels, f"{name}_excite", "sigmoid")


def centre(maps):
    """Add what stands between the way down and the way up."""
    wide = convolution(maps, 128, "centre", "relu")
    shares = excitation(maps, 0, 128, "centre")
    return layers.Multiply(name="centre_weighed")([wide, shares])


def join(maps, skip, name):
    """Add one step up: twice the side, the skip added through its gate, a mixture.

    The gate is a number in 0..1 for each channel of the skip, from the means of both.
    """
    channels = skip.shape[-1]
    maps = layers.UpSampling2D(interpolation="bilinear", name=f"{name}_up")(maps)
    coarse = convolution(maps, channels, f"{name}_coarse")
    both = layers.Add(name=f"{name}_both")([skip, coarse])
    gate = excitation(both, channels, channels, name)
    fine = layers.Multiply(name=f"{name}_gated")([skip, gate])
    maps = layers.Add(name=f"{name}_add")([fine, coarse])
    maps = convolution(maps, channels, f"{name}_mix", "relu")
    keep = {"padding": "same", "activation": "relu", "name": f"{name}_depthwise"}
    return layers.Add()([maps, layers.DepthwiseConv2D(3, **keep)(maps)])


def load_selfie(change_skip=None):
    """Return the network as Google trained it; see `selfie_network`.

    Raises FileNotFoundError or ValueError if data/selfie.npz is missing or altered.
    Source: data/README.md.
    """
    return fill(selfie_network(change_skip), WEIGHTS, WEIGHTS_SHA256)
