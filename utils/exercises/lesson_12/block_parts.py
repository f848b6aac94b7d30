"""What both blocks are built of, and what goes wrong in either."""


def convolved(maps, filters, size, stride, faults, relu=False, norm=True):
    """Convolution, normalisation, ReLU; depthwise if filters is None."""
    from keras import layers

    settings = {
        "strides": stride,
        "padding": "valid" if "no padding" in faults else "same",
        "use_bias": "bias" in faults,
    }
    if filters:
        steps = [layers.Conv2D(filters, size, **settings)]
    else:
        steps = [layers.DepthwiseConv2D(size, **settings)]
    if norm and "no norm" not in faults:
        steps.append(layers.BatchNormalization())
    if relu:
        steps.insert(1 if "early ReLU" in faults else 2, layers.ReLU())
    for step in steps:
        maps = step(maps)
    return maps


def faulty(block, *faults):
    return lambda *settings: block(*settings, *faults)


def mistakes_of_both(block):
    """What can go wrong in either block, and is said in the same words."""
    return [
        (
            faulty(block, "early ReLU"),
            'a ReLU stands before its normalisation, as activation="relu" in a '
            "convolution does. The order is convolution, normalisation, ReLU.",
        ),
        (
            faulty(block, "bias"),
            "the convolutions have biases. Batch normalisation follows each of them "
            "and shifts anyway: use_bias=False.",
        ),
        (
            faulty(block, "no norm"),
            "batch normalisation is missing: one behind each convolution.",
        ),
    ]
