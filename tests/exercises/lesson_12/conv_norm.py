"""The layers that answers to both blocks are built of."""


def conv_norm(maps, filters, size, stride=1, padding="same", **settings):
    from keras import layers

    settings = {"use_bias": False} | settings
    maps = layers.Conv2D(filters, size, stride, padding, **settings)(maps)
    return layers.BatchNormalization()(maps)
