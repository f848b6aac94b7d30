"""Dive 16c, which language is this: its questions and tasks."""

from utils.checking.lesson import hand_on
from utils.exercises.lesson_16c import predictions
from utils.exercises.lesson_16c.most_mixed_up import most_mixed_up
from utils.exercises.lesson_16c.places_of import places_of

hand_on(__name__, predictions, [places_of, most_mixed_up])
