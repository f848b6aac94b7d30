"""EfficientNet-Lite0 from its papers: the network that `pretrained` gives weights.

Sources: Sandler, Howard, Zhu, Zhmoginov, Chen (2018), MobileNetV2: Inverted Residuals
and Linear Bottlenecks, arXiv:1801.04381 (the block). Tan, Le (2019), EfficientNet:
Rethinking Model Scaling for Convolutional Neural Networks, arXiv:1905.11946, Table 1
(the stages). The Lite variant, for phones: no squeeze-and-excitation, and ReLU6 in
place of swish (github.com/tensorflow/tpu, models/official/efficientnet/lite).
"""

from typing import NamedTuple

import keras
from keras import layers

SMALLEST_SIZE = 32  # pixels; the network halves each side five times


class Stage(NamedTuple):
    """Some blocks in a row; the first changes size and channels, the others repeat."""

    blocks: int
    kernel_size: int
    strides: int  # of the first block
    expansion: int
    channels: int


STAGES = (
    Stage(blocks=1, kernel_size=3, strides=1, expansion=1, channels=16),
    Stage(blocks=2, kernel_size=3, strides=2, expansion=6, channels=24),
    Stage(blocks=2, kernel_size=5, strides=2, expansion=6, channels=40),
    Stage(blocks=3, kernel_size=3, strides=2, expansion=6, channels=80),
    Stage(blocks=3, kernel_size=5, strides=1, expansion=6, channels=112),
    Stage(blocks=4, kernel_size=5, strides=2, expansion=6, channels=192),
    Stage(blocks=1, kernel_size=3, strides=1, expansion=6, channels=320),
)


def efficientnet_lite0(include_top=True, input_size=224):
    """Return EfficientNet-Lite0 as a functional Keras model with random weights.

    Takes float32 images in 0..1, (n, input_size, input_size, 3), and turns them into
    (255 x - 127) / 128 by its layer "preprocess". Returns 1000 probabilities per image,
    from the dense layer "logits" and the softmax "probabilities"; or, without the top,
    maps of 1280 channels, a 32nd of the input's size, for a pooling of your own.
    Dropout and stochastic depth of the published training are left out.
    Raises ValueError if input_size is not a whole number of at least 32 pixels.
    """
    if not isinstance(input_size, int) or input_size < SMALLEST_SIZE:
        raise ValueError(
            f"input_size is one whole number, {SMALLEST_SIZE} pixels or more, not "
            f"{input_size!r}."
        )
    images = keras.Input((input_size, input_size, 3), name="images")
    x = layers.Rescaling(255 / 128, offset=-127 / 128, name="preprocess")(images)

    stem = layers.Conv2D(
        32, 3, strides=2, padding="same", use_bias=False, name="stem_conv"
    )
    x = relu6(batch_norm(stem(x), "stem"), "stem")

    for number, stage in enumerate(STAGES, start=1):
        for letter in "abcd"[: stage.blocks]:
            strides = stage.strides if letter == "a" else 1
            x = inverted_residual(x, stage, strides, name=f"block{number}{letter}")

    head = layers.Conv2D(1280, 1, use_bias=False, name="head_conv")
    x = relu6(batch_norm(head(x), "head"), "head")

    if include_top:
        x = layers.GlobalAveragePooling2D(name="pool")(x)
        x = layers.Dense(1000, name="logits")(x)
        x = layers.Softmax(name="probabilities")(x)
    return keras.Model(images, x, name="efficientnet_lite0")


def inverted_residual(x, stage, strides, name):
    """Add one block: widen the maps, filter each by itself, narrow them, add the input.

    Expand: 1×1 convolution to `expansion` times as many channels, left out where that
    is 1. Depthwise: one small filter for each channel. Project: 1×1 convolution to few
    channels, without activation, for a ReLU here would lose what they hold. Skip: the
    sum with the block's input, where both have the same shape.
    Source: Sandler et al. (2018), Table 1 and Figure 4.
    """
    block_input = x
    if stage.expansion > 1:
        wide = stage.expansion * x.shape[-1]
        expand = layers.Conv2D(wide, 1, use_bias=False, name=f"{name}_expand")
        x = relu6(batch_norm(expand(x), f"{name}_expand"), f"{name}_expand")

    depthwise = layers.DepthwiseConv2D(
        stage.kernel_size,
        strides=strides,
        padding="same",
        use_bias=False,
        name=f"{name}_depthwise",
    )
    x = relu6(batch_norm(depthwise(x), f"{name}_depthwise"), f"{name}_depthwise")

    project = layers.Conv2D(stage.channels, 1, use_bias=False, name=f"{name}_project")
    x = batch_norm(project(x), f"{name}_project")

    if x.shape == block_input.shape:
        x = layers.Add(name=f"{name}_skip")([x, block_input])
    return x


def batch_norm(x, name):
    """Add batch normalisation with the constants of the published training."""
    layer = layers.BatchNormalization(momentum=0.99, epsilon=1e-3, name=f"{name}_bn")
    return layer(x)


def relu6(x, name):
    """Add ReLU cut off at 6, which keeps the numbers small for phones' 8-bit units."""
    return layers.ReLU(max_value=6, name=f"{name}_relu")(x)
