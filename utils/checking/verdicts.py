"""What a check finds out about an answer."""

from enum import Enum
from typing import NamedTuple


class State(Enum):
    """How far an answer is."""

    OPEN = "open"
    WRONG = "wrong"
    RIGHT = "right"


SIGNS = {State.OPEN: "·", State.WRONG: "✗", State.RIGHT: "✓"}


class Verdict(NamedTuple):
    """A state, and the text that the learner reads."""

    state: State
    text: str
