"""Lesson 14b, a face detector: its questions and tasks."""

from utils.checking.lesson import hand_on
from utils.exercises.lesson_14b import predictions
from utils.exercises.lesson_14b.back_to_picture import back_to_picture
from utils.exercises.lesson_14b.blend import blend
from utils.exercises.lesson_14b.decode import decode
from utils.exercises.lesson_14b.recall_by_group import recall_by_group

hand_on(__name__, predictions, [decode, back_to_picture, blend, recall_by_group])
