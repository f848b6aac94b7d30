"""Dive 16d, one second of speech: its questions and tasks."""

from utils.checking.lesson import hand_on
from utils.exercises.lesson_16d import predictions
from utils.exercises.lesson_16d.loudest_hertz import loudest_hertz
from utils.exercises.lesson_16d.one_answer import one_answer

hand_on(__name__, predictions, [loudest_hertz, one_answer])
