"""The task `two_ways` of lesson 8, a network in Keras."""

from functools import cache

import numpy as np

from utils.checking.comparing import agree, as_plain
from utils.checking.keras_models import problem_of_model, with_known_shapes
from utils.checking.tasks import Task


def _fill(model, maps, last):
    """Give a model weights that depend on their shapes alone, not on their order."""
    random = np.random.default_rng(0)
    model.set_weights(
        [
            np.full(weight.shape, last)
            if weight.shape[-1] == 1
            else maps * random.normal(size=weight.shape)
            for weight in model.get_weights()
        ]
    )


def _two_ways_problem(answer):
    try:
        model = answer()
    except ValueError as error:
        if "Concatenate" in str(error):
            return (
                "Concatenate joins lists, but something else came: maps need a "
                f"Flatten first. Keras says: {str(error).splitlines()[0]}"
            )
        raise
    if problem := problem_of_model(model, "(64, 64, 3)"):
        return problem
    model = with_known_shapes(model, (64, 64, 3))
    shapes = tuple(model.input_shape), tuple(model.output_shape)
    if shapes != ((None, 64, 64, 3), (None, 1)):
        return (
            f"it makes {shapes[1]} of {shapes[0]}; a photo (None, 64, 64, 3) and one "
            "number, (None, 1), are right."
        )
    if (count := model.count_params()) != 2028:
        known = {
            2025: "the second way is missing: nothing but the maps reaches the dense "
            "layer.",
            2033: "the second way begins at the maps. It should begin at the photo "
            "itself, beside the first.",
            7916: "pooling takes 2 × 2; here it should be 4 × 4.",
            4: "the means of the photo arrive, the maps do not.",
            236: "the maps are averaged. Flatten hands on every place.",
            2276: "something pads; nothing should.",
            2026: "one mean for all three channels; each has its own.",
            6121: "a mean at each pixel, over the channels. The other way: over all "
            "pixels, for each channel.",
            1171: "3 filters of 8 × 8. It should be 8 of 3 × 3.",
        }
        unknown = "compare each layer with the text."
        return (
            f"it has {count:,} parameters instead of 224 + (1 800 + 3 + 1): "
            f"{known.get(count, unknown)}"
        )
    for maps, last in ((0, 1), (0.3, 0.001)):
        output, right = _output(model, maps, last), _right_output(maps, last)
        if not agree(output, right, tolerance=1e-3):
            return _two_ways_sentence(model, output, right, maps)
    return None


def _output(model, maps, last):
    """What a model with given weights makes of two photos, a bright and a dark one."""
    photos = np.random.default_rng(1).random((2, 64, 64, 3)).astype("float32")
    photos **= np.array([0.3, 3]).reshape(2, 1, 1, 1)
    _fill(model, maps, last)
    return as_plain(model(photos, training=False))


@cache
def _right_output(maps, last):
    return _output(two_ways.reference.value(), maps, last)


def _two_ways_sentence(model, output, right, maps):
    logit = np.log(right / (1 - right))
    if agree(output, logit, 1e-3):
        return "the sigmoid is missing: out comes the raw score."
    if np.all(output == 1) and np.all(_output(model, 0, -1) == 1):
        return "every output is 1: is that a softmax on one unit?"
    if maps:
        return (
            "the way through the maps computes something else: 8 filters of 3 × 3, "
            "ReLU, the largest of 4 × 4."
        )
    return (
        "the second way does not give the mean. If only the three means count, with "
        f"weight 1 each, a photo should get {right[0, 0]:.3f} and gets "
        f"{output[0, 0]:.3f}."
    )


two_ways = Task(
    "two_ways",
    code="""
    import keras
    from keras import layers

    def two_ways():
        photo = keras.Input((64, 64, 3))
        maps = layers.Conv2D(8, 3, activation="relu")(photo)
        first = layers.Flatten()(layers.MaxPooling2D(4)(maps))
        second = layers.GlobalAveragePooling2D()(photo)
        both = layers.Concatenate()([first, second])
        return keras.Model(photo, layers.Dense(1, "sigmoid")(both))
    """,
    why="`photo` is called upon twice, and Concatenate writes both results into one "
    "list; no Sequential can say that.",
    hints=[
        "Both ways start from the one tensor `photo`, as in the cell with the skip "
        "connection. The first is called on it; on what is the second?",
        "second = layers.GlobalAveragePooling2D()(photo), one mean for each channel.",
        "layers.Concatenate()([first, second]) joins two lists into one. Behind it "
        "stands the dense unit, and what that gives out is the model's output.",
    ],
    notice="About two thousand parameters. The means stand ready before the last "
    "unit, so no filter has to find the brightness. Whether a network *should* go by "
    "it is another question.",
    examine=_two_ways_problem,
    seconds=60,
)
