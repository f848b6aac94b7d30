"""Lesson 12, six networks: its questions and tasks."""

from utils.checking.lesson import hand_on
from utils.exercises.lesson_12 import predictions
from utils.exercises.lesson_12.basic_block import basic_block
from utils.exercises.lesson_12.inverted_block import inverted_block
from utils.exercises.lesson_12.separable_parameters import separable_parameters
from utils.exercises.lesson_12.widest_bottleneck import widest_bottleneck

hand_on(
    __name__,
    predictions,
    [separable_parameters, widest_bottleneck, basic_block, inverted_block],
)
