"""Dive 18b, one painter, many manners: its questions and tasks."""

from utils.checking.lesson import hand_on
from utils.exercises.lesson_18b import predictions
from utils.exercises.lesson_18b.in_the_manner import in_the_manner
from utils.exercises.lesson_18b.numbers_of_manners import numbers_of_manners

hand_on(__name__, predictions, [numbers_of_manners, in_the_manner])
