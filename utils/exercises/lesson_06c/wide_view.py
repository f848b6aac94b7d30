"""The task `wide_view` of lesson 6c, the receptive field."""

import numpy as np

from utils.checking.keras_models import problem_of_model, with_known_shapes
from utils.checking.tasks import Task
from utils.checking.verdicts import State, Verdict
from utils.exercises.lesson_06c.wide_view_examination import is_varied, pixels_seen

FIELD, BUDGET = 31, 2_500


def _examine_wide_view(build):
    from utils.models.recording import layers_of

    built = build()
    if problem := problem_of_model(built, "(32, 32, 3)"):
        return problem
    model = with_known_shapes(built, (32, 32, 3))
    shapes = model.input_shape[1:], model.output_shape[1:]
    if shapes[0] == (None, None, 3):
        return (
            "right in principle, a convolution takes pictures of any size; here, fix "
            "the size: keras.Input((32, 32, 3))."
        )
    if shapes != ((32, 32, 3), (32, 32, 8)):
        return (
            f"it turns {shapes[0]} into {shapes[1]}; (32, 32, 3) into (32, 32, 8) is "
            "right. (A stride or a pooling makes maps smaller, and so does a window "
            "without padding.)"
        )
    seen = pixels_seen(built)
    height, width = (np.ptp(np.flatnonzero(seen.any(axis))) + 1 for axis in (1, 0))
    parameters = f"{model.count_params():,}".replace(",", " ")
    if model.count_params() > BUDGET:
        return (
            f"it has {parameters} parameters, and {BUDGET} are allowed. (A number in "
            f"the middle sees {height} × {width} pixels.) Each layer of eight channels "
            "costs much: can you do with fewer, whose steps grow?"
        )
    if min(height, width) < FIELD:
        return (
            f"a number in the middle sees {height} × {width} pixels; {FIELD} × {FIELD} "
            f"are needed. ({parameters} parameters.)"
        )
    if not is_varied(built):
        return (
            "each map holds one number, the same everywhere: a mean over the whole "
            "picture has forgotten the places. Each number of a map should see what "
            "lies around its own place."
        )
    if seen.sum() < height * width:
        return (
            f"its field is {height} × {width} pixels, but has gaps: only {seen.sum()} "
            f"of the {height * width} are seen. Neighbouring reads of a layer lie "
            "further apart than the layers below reach."
        )
    what_it_took = (
        "Each layer whose dilation doubles about doubles the field, for the price of a "
        "plain one."
        if any(_is_dilated(layer) for layer in layers_of(model))
        else "Without dilation, too. What did it cost: detail (pooling), depth, or "
        "channels? The usual answer is dilation 1, 2, 4, 8: 1 976 parameters."
    )
    return Verdict(
        State.RIGHT,
        f"✓ {height} × {width} pixels, seen with {parameters} parameters. "
        + what_it_took,
    )


def _is_dilated(layer):
    return np.max(getattr(layer, "dilation_rate", 1)) > 1


wide_view = Task(
    "wide_view",
    code="""
    import keras
    from keras import layers

    def wide_view():
        model = keras.Sequential([keras.Input((32, 32, 3))])
        for step in (1, 2, 4, 8):
            model.add(layers.Conv2D(8, 3, padding="same", dilation_rate=step))
            model.add(layers.ReLU())
        return model
    """,
    why="3 × 3 windows with dilation 1, 2, 4 and 8 add 2, 4, 8 and 16 pixels to the "
    "first one: 31, and no pixel is left out.",
    hints=[
        "Of the four ways to see more, strides make the maps smaller, and so does "
        "pooling, unless its stride is 1: then it blurs. How many plain 3 × 3 layers "
        "would it take, and what would they cost?",
        "Dilation sees further for the same price. What does dilation 1, 2, 4 see, "
        "as in the lesson? What does one more layer add?",
        'Four layers of 8 filters, 3 × 3, padding "same", whose dilation_rate '
        "doubles each time.",
    ],
    notice="The field doubles with every layer, the price does not.",
    examine=_examine_wide_view,
    seconds=60,
)
