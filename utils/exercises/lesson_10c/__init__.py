"""Lesson 10c, how small can it be: its questions and tasks."""

from utils.checking.lesson import hand_on
from utils.exercises.lesson_10c import predictions
from utils.exercises.lesson_10c.narrow_parameters import narrow_parameters
from utils.exercises.lesson_10c.read_shifted import read_shifted
from utils.exercises.lesson_10c.unbeaten import unbeaten

hand_on(__name__, predictions, [narrow_parameters, unbeaten, read_shifted])
