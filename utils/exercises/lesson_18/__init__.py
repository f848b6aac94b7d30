"""Lesson 18, who judges a picture: its questions and tasks."""

from utils.checking.lesson import hand_on
from utils.exercises.lesson_18 import predictions
from utils.exercises.lesson_18.both_losses import both_losses
from utils.exercises.lesson_18.effective_kinds import effective_kinds
from utils.exercises.lesson_18.gram_of_whole import gram_of_whole

hand_on(__name__, predictions, [gram_of_whole, both_losses, effective_kinds])
