"""Lesson 19, what moves: its questions and tasks."""

from utils.checking.lesson import hand_on
from utils.exercises.lesson_19 import predictions
from utils.exercises.lesson_19.bill_of_conv3d import bill_of_conv3d
from utils.exercises.lesson_19.kernel_backwards import kernel_backwards
from utils.exercises.lesson_19.shift_between import shift_between

hand_on(__name__, predictions, [kernel_backwards, bill_of_conv3d, shift_between])
