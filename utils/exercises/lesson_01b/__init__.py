"""Lesson 1b, six ways to convolve: its questions and tasks."""

from utils.checking.lesson import hand_on
from utils.exercises.lesson_01b import predictions
from utils.exercises.lesson_01b.conv2d_batch import conv2d_batch
from utils.exercises.lesson_01b.pad_same import pad_same
from utils.exercises.lesson_01b.row_matrix import row_matrix

hand_on(__name__, predictions, [pad_same, row_matrix, conv2d_batch])
