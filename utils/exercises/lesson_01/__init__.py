"""Lesson 1, convolution: its questions and tasks."""

from utils.checking.lesson import hand_on
from utils.exercises.lesson_01 import predictions
from utils.exercises.lesson_01.conv2d_batch import conv2d_batch
from utils.exercises.lesson_01.output_shape import output_shape
from utils.exercises.lesson_01.pad_same import pad_same
from utils.exercises.lesson_01.shift_kernel import shift_kernel
from utils.exercises.lesson_01.sobel_y import sobel_y

hand_on(
    __name__, predictions, [shift_kernel, sobel_y, pad_same, output_shape, conv2d_batch]
)
