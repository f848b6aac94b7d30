"""Lesson 12b, from paper to Keras: its questions and tasks."""

from utils.checking.lesson import hand_on
from utils.exercises.lesson_12b import predictions
from utils.exercises.lesson_12b.largest_batch import largest_batch
from utils.exercises.lesson_12b.separable_parameters import separable_parameters
from utils.exercises.lesson_12b.widest_bottleneck import widest_bottleneck

hand_on(__name__, predictions, [separable_parameters, widest_bottleneck, largest_batch])
