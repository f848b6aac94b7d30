"""Answers to `layer_parameters`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_06 as exercise

right(
    exercise.layer_parameters,
    (160, 4640, 8010),
    np.array([160, 4640, 8010], dtype=np.float32),
    [16 * 10, 32 * 145, 10 * (5 * 5 * 32 + 1)],
)

wrong(exercise.layer_parameters, "the biases are missing", (144, 4608, 8000))
wrong(exercise.layer_parameters, "through all 16 maps", [160, 320, 8010])
wrong(exercise.layer_parameters, "padding `same`", [160, 4640, 15690])
wrong(exercise.layer_parameters, "5 rows after pooling", [160, 4640, 11530])
wrong(exercise.layer_parameters, "global average pooling", [160, 4640, 330])
wrong(exercise.layer_parameters, "one channel comes in", [448, 4640, 8010])
wrong(exercise.layer_parameters, "2 axes are too many", [[[160, 4640, 8010]]])
wrong(exercise.layer_parameters, "1 axis is missing", 160 + 4640 + 8010)
wrong(exercise.layer_parameters, "(5,); (3,) is right", [160, 0, 4640, 0, 8010])
wrong(exercise.layer_parameters, "multiply, do not add", [160, 4640, 810])
wrong(
    exercise.layer_parameters, "too large a number in place 2 of 3", [160, 4641, 8010]
)
wrong(
    exercise.layer_parameters,
    "parameters has too small a number in place 1 of 3",
    [0, 0, 0],
)
wrong(exercise.layer_parameters, "dense layer has biases, too", [160, 4640, 8000])
wrong(exercise.layer_parameters, "first convolution has biases", [144, 4640, 8010])
wrong(exercise.layer_parameters, "second convolution has biases", [160, 4608, 8010])
wrong(exercise.layer_parameters, "biases of the convolutions", [144, 4608, 8010])
wrong(exercise.layer_parameters, "16 are the maps that come in", [160, 4624, 8010])
wrong(exercise.layer_parameters, "all 32 maps are flattened", [160, 4640, 260])
