"""The blocks of ResNet-50, MobileNet and ConvNeXt, as lesson 12 writes them out."""

from keras import initializers, layers


def conv_norm(maps, filters, size, stride=1):
    """Return the maps behind a convolution without bias and its batch normalisation."""
    maps = layers.Conv2D(filters, size, stride, "same", use_bias=False)(maps)
    return layers.BatchNormalization()(maps)


def bottleneck(maps, filters, stride):
    """Return the maps behind a residual block, with 4 * filters channels.

    Source: He, Zhang, Ren, Sun (2015), figure 5, right; shortcuts of option B.
    """
    change = layers.ReLU()(conv_norm(maps, filters, 1, stride))
    change = layers.ReLU()(conv_norm(change, filters, 3))
    change = conv_norm(change, 4 * filters, 1)
    if change.shape != maps.shape:
        maps = conv_norm(maps, 4 * filters, 1, stride)
    return layers.ReLU()(layers.Add()([maps, change]))


def separable(maps, filters, stride):
    """Return the maps behind a depthwise 3×3 and a pointwise convolution.

    Source: Howard and others (2017), figure 3, right.
    """
    maps = layers.DepthwiseConv2D(3, stride, "same", use_bias=False)(maps)
    maps = layers.ReLU()(layers.BatchNormalization()(maps))
    return layers.ReLU()(conv_norm(maps, filters, 1))


def convnext_block(maps, channels):
    """Return the maps behind a block of ConvNeXt; they keep their shape.

    channels: as many as come in. Source: Liu and others (2022), figure 4.
    """
    change = layers.DepthwiseConv2D(7, padding="same")(maps)
    change = layers.LayerNormalization(epsilon=1e-6)(change)
    change = layers.Conv2D(4 * channels, 1, activation="gelu")(change)
    change = layers.Conv2D(channels, 1)(change)
    a_factor_each = layers.DepthwiseConv2D(
        1, use_bias=False, depthwise_initializer=initializers.Constant(1e-6)
    )
    return layers.Add()([maps, a_factor_each(change)])
