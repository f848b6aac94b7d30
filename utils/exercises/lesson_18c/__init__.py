"""Dive 18c, how good is a generator: its questions and tasks."""

from utils.checking.lesson import hand_on
from utils.exercises.lesson_18c import predictions
from utils.exercises.lesson_18c.frechet_on_a_line import frechet_on_a_line
from utils.exercises.lesson_18c.noised import noised
from utils.exercises.lesson_18c.spread_of_kinds import spread_of_kinds

hand_on(__name__, predictions, [frechet_on_a_line, spread_of_kinds, noised])
