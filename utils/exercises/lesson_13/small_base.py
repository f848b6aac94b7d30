"""The base that several tasks adapt, small enough to be built at once."""

SIDE, CLASSES = 12, 3


def small_base():
    """A small base: three convolutions, and a depthwise layer before the last."""
    import keras
    from keras import layers

    maps = images = keras.Input((SIDE, SIDE, 1))
    settings = {"padding": "same", "use_bias": False}
    for name, filters in (("stem", 8), ("expand", 12), ("look", 0), ("project", 16)):
        if filters:
            maps = layers.Conv2D(filters, 3, name=name, **settings)(maps)
        else:
            maps = layers.DepthwiseConv2D(3, name=name, **settings)(maps)
        maps = layers.BatchNormalization(name=f"{name}_bn")(maps)
        maps = layers.ReLU(name=f"{name}_relu")(maps)
    return keras.Model(images, maps, name="base")
