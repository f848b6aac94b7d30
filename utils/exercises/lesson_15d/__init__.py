"""Dive 15d, when hardly a pixel counts: its questions and tasks."""

from utils.checking.lesson import hand_on
from utils.exercises.lesson_15d import predictions
from utils.exercises.lesson_15d.safe_dice import safe_dice
from utils.exercises.lesson_15d.unweighted import unweighted

hand_on(__name__, predictions, [safe_dice, unweighted])
