"""Lesson 6b, kinds of convolution: its questions and tasks."""

from utils.checking.lesson import hand_on
from utils.exercises.lesson_06b import predictions
from utils.exercises.lesson_06b.mix_channels import mix_channels
from utils.exercises.lesson_06b.network_parameters import network_parameters
from utils.exercises.lesson_06b.ungrouped import ungrouped

hand_on(__name__, predictions, [network_parameters, mix_channels, ungrouped])
