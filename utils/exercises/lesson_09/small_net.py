"""The task `small_net` of lesson 9, handwritten digits."""

import numpy as np

from utils.checking.keras_models import problem_of_model, with_known_shapes
from utils.checking.tasks import Task
from utils.checking.verdicts import State, Verdict
from utils.exercises.lesson_09.small_net_training import GOAL, best_share

BUDGET = 5_000


def _net_problem(answer):
    model = answer()
    if problem := problem_of_model(model, "(28, 28, 1)"):
        return problem
    known = with_known_shapes(model, (28, 28, 1))
    shapes = tuple(known.input_shape), tuple(known.output_shape)
    if shapes != ((None, 28, 28, 1), (None, 10)):
        return (
            f"it makes {shapes[1]} of {shapes[0]}; (None, 10) of (None, 28, 28, 1) is "
            "right."
        )
    count = model.count_params()
    if count > BUDGET:
        largest = max(model.layers, key=lambda layer: layer.count_params())
        return (
            f"{count:,} parameters are more than {BUDGET:,}. Most of them, "
            f"{largest.count_params():,}, sit in the layer {largest.name}."
        )
    sums = np.sum(model(np.random.default_rng(0).random((5, 28, 28, 1))), axis=1)
    if not np.allclose(sums, 1, atol=1e-3):
        return "the ten outputs do not add up to 1: the last layer needs a softmax."
    share = best_share(model)
    if share < GOAL:
        return (
            f"it reads {share:.1%} of 2 000 other digits, with {count:,} parameters: "
            f"{GOAL:.0%} are asked for.{_hint_for(model.layers)}"
        )
    return Verdict(
        State.RIGHT,
        f"✓ It reads {share:.1%} of 2 000 other digits, with {count:,} parameters. "
        f"{small_net.notice}",
    )


def _hint_for(layers):
    """What may be missing, in a sentence, where it can be seen."""
    if any("Global" in type(layer).__name__ for layer in layers):
        return " Global pooling forgets where a stroke lies."
    if not any(_has_activation(layer) for layer in layers[:-1]):
        return " No layer but the last has an activation: add ReLU."
    return ""


def _has_activation(layer):
    name = getattr(getattr(layer, "activation", None), "__name__", "linear")
    return name != "linear" or type(layer).__name__.endswith("LU")


small_net = Task(
    "small_net",
    code="""
    import keras
    from keras import layers

    def small_net():
        return keras.Sequential(
            [
                keras.Input((28, 28, 1)),
                layers.Conv2D(8, 3, activation="relu"),
                layers.MaxPooling2D(),
                layers.Conv2D(12, 3, activation="relu"),
                layers.MaxPooling2D(),
                layers.Flatten(),
                layers.Dense(10, "softmax"),
            ]
        )
    """,
    why="Few filters, and pooling before Flatten: 5 · 5 · 12 = 300 numbers reach the "
    "last layer, which takes 3 010 of the 3 966 parameters.",
    hints=[
        "Most parameters sit where Flatten meets a dense layer. How many numbers may "
        "arrive there, if the ten outputs are to cost at most 3 000?",
        "About 300, for the convolutions need their share, too. So take fewer filters "
        "than the lesson, and pool twice. A hidden dense layer is too dear.",
        "Two convolutions with 8 and 12 filters of 3 × 3 and ReLU, max pooling "
        "behind each, Flatten, a softmax of ten.",
    ],
    notice="One dense layer alone, with 7 850, reads about nine in ten after the "
    "same training. A filter learns from every place of the image at once, a weight of "
    "that layer from one.",
    examine=_net_problem,
    seconds=120,
)
