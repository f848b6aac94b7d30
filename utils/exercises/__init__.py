"""Questions and tasks of the lessons, checked on the spot: one module per lesson."""

from utils.exercises.record import progress

__all__ = ["progress"]
