"""The task `shift_blind_net` of lesson 5, why convnets."""

import numpy as np

from utils.checking.keras_models import problem_of_model, with_known_shapes
from utils.checking.tasks import Task

SIDE, OTHER_SIDE, SHIFTS = 64, 40, range(5)


def _blots():
    """Blots of the same nine greys in other orders, each shifted both ways.

    Returns images (blots, directions, shifts, SIDE, SIDE, 1).
    """
    rng = np.random.default_rng(0)
    greys = np.linspace(0.1, 1, 9)
    blots = np.zeros((6, 2, len(SHIFTS), SIDE, SIDE, 1), "float32")
    for blot in blots:
        pattern = rng.permutation(greys).reshape(3, 3, 1)
        for place, shift in enumerate(SHIFTS):
            blot[0, place, 30:33, 28 + shift : 31 + shift] = pattern
            blot[1, place, 28 + shift : 31 + shift, 30:33] = pattern
    return blots


def _examine_shift_blind_net(build):
    import keras

    keras.utils.set_random_seed(0)
    for side in (OTHER_SIDE, SIDE):
        model = build(side)
        if problem := problem_of_model(model, "(side, side, 1)"):
            return problem
        model = with_known_shapes(model, (side, side, 1))
        if model.input_shape[1:] not in [(side, side, 1), (None, None, 1)]:
            return (
                f"for side = {side} it takes images of shape {model.input_shape[1:]}; "
                f"({side}, {side}, 1) is right."
            )
    if model.output_shape[1:] != (10,):
        return (
            f"for each image it gives the shape {model.output_shape[1:]}; ten scores, "
            "shape (10,), are right."
        )
    blots = _blots()
    images = blots.reshape(-1, SIDE, SIDE, 1)
    scores = np.array(model(images, training=False)).reshape(*blots.shape[:3], 10)
    apart = np.ptp(scores[:, 0, 0], axis=0).max()
    if apart <= 1e-4 * np.abs(scores).max():  # with weights of 0, all scores are 0
        return (
            "it cannot tell blots apart that are made of the same greys in another "
            "order. A convolution must look for patterns, and a ReLU or a maximum "
            "pick them out, before their place is forgotten. (The mean of a plain "
            "convolution is only the amount of ink.)"
        )
    change = np.abs(scores - scores[:, :, :1]).max(axis=(0, 1, 3)) / apart
    stays = dict(zip(SHIFTS, change < 1e-3, strict=True))
    if all(stays.values()):
        return None
    for shift in SHIFTS[2:]:
        if stays[shift] and not stays[1]:
            return (
                f"a blot that moves by {shift} pixels gets the same scores, by 1 pixel "
                f"others: a stride or a pooling moves in steps of {shift}, and where a "
                "blot falls between the steps matters."
            )
    return (
        "a blot that moves by one pixel gets other scores. Something in the network "
        "still knows places: does a stride or a pooling move in steps of several "
        "pixels? Or does a dense layer see the maps, not only one number of each?"
    )


shift_blind_net = Task(
    "shift_blind_net",
    code="""
    import keras
    from keras import layers

    def shift_blind_net(side):
        return keras.Sequential(
            [
                keras.Input((side, side, 1)),
                layers.Conv2D(16, 5, activation="relu"),
                layers.Conv2D(16, 3, activation="relu"),
                layers.GlobalMaxPooling2D(),
                layers.Dense(10),
            ]
        )
    """,
    why="Convolutions with stride 1 move along with the blot, pixel by pixel, and "
    "the largest answer of each map is the same wherever it stands.",
    hints=[
        "Go through the layers of the lesson's network with global pooling. Which of "
        "them are equivariant for a shift of one pixel, and which is not?",
        "Whatever moves in steps of two pixels treats odd and even places "
        "differently, unless nothing but a maximum over the whole map follows. With "
        "steps of 1 you are safe.",
        "keras.Sequential([keras.Input((side, side, 1)), …]): convolutions with ReLU "
        "and stride 1, then global max pooling, then ten dense units. No weights need "
        "to be trained: it holds for all.",
    ],
    notice="Exactly invariant, with random weights: nothing has been learned, the "
    "layers alone see to it. Whether it reads digits well is another question.",
    examine=_examine_shift_blind_net,
    seconds=60,
)
