"""Lesson 9, handwritten digits: its questions and tasks."""

from utils.checking.lesson import hand_on
from utils.exercises.lesson_09 import predictions
from utils.exercises.lesson_09.clean_split import clean_split
from utils.exercises.lesson_09.share_right import share_right
from utils.exercises.lesson_09.small_net import small_net

hand_on(__name__, predictions, [share_right, clean_split, small_net])
