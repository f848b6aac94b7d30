"""Predict: a question with choices, each answered by a sentence of its own."""

from dataclasses import dataclass

from utils.checking.describing import fold
from utils.checking.verdicts import State, Verdict


@dataclass(eq=False, repr=False)
class Predict:
    """A question whose text and choices stand in the notebook.

    `name` is the name in the lesson's module; `choices` gives for each letter the
    sentence that says why it is right or which idea leads there; `right` is a letter.
    """

    name: str
    choices: dict[str, str]
    right: str
    state: State = State.OPEN

    def answer(self, choice):
        """Print whether the choice is right, and why; what is right once stays so."""
        verdict = self.verdict(choice)
        if self.state is not State.RIGHT and verdict.state is not State.OPEN:
            self.state = verdict.state
        print(fold(verdict.text))

    def verdict(self, choice):
        """The Verdict on a letter; on anything else, one that says what to do."""
        letter = choice.strip().strip("()").lower() if isinstance(choice, str) else None
        if letter in ("?", ""):
            return Verdict(
                State.OPEN,
                f"Not answered yet: put {self._letters()} in place of the question "
                "mark and run the cell.",
            )
        if letter not in self.choices:
            return Verdict(
                State.OPEN,
                f"{choice!r:.40} is none of the choices: put {self._letters()} between "
                f'quotes, like answer("{min(self.choices)}").',
            )
        if letter == self.right:
            return Verdict(
                State.RIGHT, f"✓ ({letter}) is right. {self.choices[letter]}"
            )
        return Verdict(State.WRONG, f"✗ Not ({letter}). {self.choices[letter]}")

    def _letters(self):
        *first, last = sorted(self.choices)
        return f"{', '.join(first)} or {last}"
