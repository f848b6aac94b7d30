"""Lesson 14, detection: its questions and tasks."""

from utils.checking.lesson import hand_on
from utils.exercises.lesson_14 import predictions
from utils.exercises.lesson_14.focal_loss import focal_loss
from utils.exercises.lesson_14.precision_recall_at import precision_recall_at
from utils.exercises.lesson_14.suppress import suppress

hand_on(__name__, predictions, [suppress, precision_recall_at, focal_loss])
