"""Lesson 12, six networks: its questions and tasks."""

from utils.checking.lesson import hand_on
from utils.exercises.lesson_12 import predictions
from utils.exercises.lesson_12.basic_block import basic_block
from utils.exercises.lesson_12.inverted_block import inverted_block

hand_on(__name__, predictions, [basic_block, inverted_block])
