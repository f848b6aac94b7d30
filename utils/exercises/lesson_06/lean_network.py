"""The task `lean_network` of lesson 6, layers and shapes."""

import numpy as np

from utils.checking.keras_models import is_of_own_class, problem_of_model
from utils.checking.tasks import Task
from utils.checking.verdicts import State, Verdict

MOST_PARAMETERS, MOST_WORK = 30_000, 2_000_000
FILTERS, FEWEST_PLACES = (32, 64), 8


def _written(number):
    return f"{number:,}".replace(",", " ")


def _examine_lean_network(build):
    model = build()
    if problem := problem_of_model(model, "(32, 32, 3)"):
        return problem
    if is_of_own_class(model):
        return (
            "its layers are joined by a `call` of its own, so the work cannot be "
            "counted: join them with keras.Sequential."
        )
    shapes = model.input_shape[1:], model.output_shape[1:]
    if shapes != ((32, 32, 3), (10,)):
        return (
            f"it turns {shapes[0]} into {shapes[1]}; (32, 32, 3) into (10,) is right, "
            "a probability for each of ten classes."
        )
    return (
        _problem_of_convolutions(model)
        or _problem_of_answers(model)
        or _judge_costs(model)
    )


def _problem_of_convolutions(model):
    from utils.models.recording import layers_of

    found = [layer for layer in layers_of(model) if hasattr(layer, "kernel_size")]
    filters = [layer.filters for layer in found if hasattr(layer, "filters")]
    if filters != list(FILTERS):
        return (
            f"its convolutions have {filters} filters; keep the two of the lesson, 32 "
            "and then 64."
        )
    if any(layer.kernel_size != (3, 3) for layer in found):
        return "keep the filters of both convolutions 3×3, as in the lesson."
    places = found[-1].output.shape[1:3]
    if min(places) < FEWEST_PLACES:
        return (
            f"the second convolution gives maps of {places[0]}×{places[1]} places; at "
            "least 8×8 are asked for, so that something of the picture is left."
        )
    return None


def _problem_of_answers(model):
    pictures = np.random.default_rng(0).random((4, 32, 32, 3)).astype("float32")
    answers = np.asarray(model(pictures, training=False))
    if np.allclose(answers.sum(axis=1), 1, atol=1e-3) and answers.min() >= 0:
        return None
    return (
        "the ten numbers do not add up to 1: probabilities come from a softmax in the "
        "last layer."
    )


def _judge_costs(model):
    from utils.models.ledger import ledger, total_multiply_adds

    parameters, work = model.count_params(), total_multiply_adds(ledger(model))
    costs = f"{_written(parameters)} parameters and {_written(work)} multiply-adds"
    if parameters > MOST_PARAMETERS:
        return (
            f"it has {costs}; {_written(MOST_PARAMETERS)} parameters are allowed. "
            "Where did the lesson's network have most of them, and what was the remedy?"
        )
    if work > MOST_WORK:
        return (
            f"it has {costs}; {_written(MOST_WORK)} multiply-adds are allowed. Which "
            "layer has most to do, and in how many places does it do it?"
        )
    return Verdict(
        State.RIGHT,
        f"✓ {costs}. That comes from knowing where to look. Whether such a network "
        "answers as well is for training to say.",
    )


lean_network = Task(
    "lean_network",
    code="""
    import keras
    from keras import layers

    def lean_network():
        return keras.Sequential(
            [
                keras.Input((32, 32, 3)),
                layers.Conv2D(32, 3, strides=2, padding="same", activation="relu"),
                layers.MaxPooling2D(2),
                layers.Conv2D(64, 3, padding="same", activation="relu"),
                layers.GlobalAveragePooling2D(),
                layers.Dense(10, activation="softmax"),
            ]
        )
    """,
    why="Global average pooling hands on 64 numbers in place of thousands, so the "
    "dense layer is small. A stride of 2 in the first convolution leaves a quarter of "
    "the places to both.",
    hints=[
        "Two budgets, two rules: the parameters sit in the first dense layer, the work "
        "is done in the second convolution. Begin with the parameters.",
        "Global average pooling in place of flatten is the remedy for the parameters. "
        "For the work: let the second convolution have fewer places. What makes maps "
        "smaller before it?",
        "The second convolution may do its work in 8×8 places, not 16×16. A stride of "
        "2 in the first convolution and the pooling after it lead there, and the first "
        "convolution has less to do as well.",
    ],
    notice="Small and quick, with the same filters.",
    examine=_examine_lean_network,
    seconds=60,
)
