"""Dive 17c, depth from two eyes: its questions and tasks."""

from utils.checking.lesson import hand_on
from utils.exercises.lesson_17c import predictions
from utils.exercises.lesson_17c.expected_disparity import expected_disparity
from utils.exercises.lesson_17c.match_row import match_row
from utils.exercises.lesson_17c.too_far import too_far

hand_on(__name__, predictions, [match_row, expected_disparity, too_far])
