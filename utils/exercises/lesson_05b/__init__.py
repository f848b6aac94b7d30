"""Lesson 5b, features by hand: its questions and tasks."""

from utils.checking.lesson import hand_on
from utils.exercises.lesson_05b import predictions
from utils.exercises.lesson_05b.best_of_turns import best_of_turns
from utils.exercises.lesson_05b.nearest_direction import nearest_direction
from utils.exercises.lesson_05b.reaction import reaction

hand_on(__name__, predictions, [nearest_direction, reaction, best_of_turns])
