"""Dive 15e, a person cut out: its questions and tasks."""

from utils.checking.lesson import hand_on
from utils.exercises.lesson_15e import predictions
from utils.exercises.lesson_15e.composite import composite
from utils.exercises.lesson_15e.hard_swish import hard_swish
from utils.exercises.lesson_15e.volume_error import volume_error

hand_on(__name__, predictions, [hard_swish, composite, volume_error])
