"""Lesson 4, edge detection: its questions and tasks."""

from utils.checking.lesson import hand_on
from utils.exercises.lesson_04 import predictions
from utils.exercises.lesson_04.edge_picture import edge_picture
from utils.exercises.lesson_04.find_filter import find_filter
from utils.exercises.lesson_04.sobel_towards import sobel_towards

hand_on(__name__, predictions, [edge_picture, sobel_towards, find_filter])
