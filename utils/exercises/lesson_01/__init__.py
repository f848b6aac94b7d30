"""Lesson 1, convolution: its questions and tasks."""

from utils.checking.lesson import hand_on
from utils.exercises.lesson_01 import predictions
from utils.exercises.lesson_01.learning_step import learning_step
from utils.exercises.lesson_01.output_shape import output_shape
from utils.exercises.lesson_01.shift_kernel import shift_kernel
from utils.exercises.lesson_01.sobel_y import sobel_y

hand_on(__name__, predictions, [shift_kernel, sobel_y, output_shape, learning_step])
