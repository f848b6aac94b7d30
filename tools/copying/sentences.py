"""What is told about copies of lessons, in words."""

import os


def listed(words):
    """The words as a list in a sentence: "a, b and c"."""
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last


def called(names):
    """Lessons as people call them: "lesson 3", "lessons 1, 3 and 3b"."""
    numbers = [name.lstrip("0") for name in names]
    return f"lesson{'s' * (len(numbers) > 1)} {listed(numbers)}"


def counted(number, thing):
    """How many there are of a thing: "1 cell", "2 cells"."""
    return f"{number} {thing}{'s' * (number != 1)}"


def renewing(name):
    """What to type to renew the copy of a lesson; on Windows there may be no make."""
    number = name.lstrip("0")
    if os.name == "nt":
        return rf"`.venv\Scripts\python -m tools.renew {number}`"
    return f"`make renew LESSON={number}`"
