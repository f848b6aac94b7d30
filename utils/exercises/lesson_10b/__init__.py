"""Lesson 10b, what is wrong with it: its questions and tasks."""

from utils.checking.lesson import hand_on
from utils.exercises.lesson_10b import predictions
from utils.exercises.lesson_10b.batches_needed import batches_needed
from utils.exercises.lesson_10b.in_both import in_both

hand_on(__name__, predictions, [in_both, batches_needed])
