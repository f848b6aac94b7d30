"""The blocks of ResNet-50 and MobileNet, as lesson 12 writes them out."""

from keras import layers


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
