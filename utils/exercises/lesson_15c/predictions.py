"""The questions of dive 15c, roads that were never driven."""

from utils.checking.questions import Predict
