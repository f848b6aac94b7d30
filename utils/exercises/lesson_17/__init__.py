"""Lesson 17, pictures from pictures: its questions and tasks."""

from utils.checking.lesson import hand_on
from utils.exercises.lesson_17 import predictions
from utils.exercises.lesson_17.best_answers import best_answers
from utils.exercises.lesson_17.gain_of_averaging import gain_of_averaging
from utils.exercises.lesson_17.share_removed import share_removed

hand_on(__name__, predictions, [gain_of_averaging, best_answers, share_removed])
