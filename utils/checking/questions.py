"""Predict: a question with choices, each answered by a sentence of its own."""

import re
from dataclasses import dataclass

from utils.checking.describing import fold
from utils.checking.spelling import no_such
from utils.checking.verdicts import SIGNS, State, Verdict
from utils.page.buttons import can_click, offer_choices

ONE_LETTER = re.compile(r"[\W_]*([a-z])[\W_]*")  # b, (b), b), "b.", [b]


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

    def __repr__(self):
        """How far the question is, and what to type."""
        words = {State.OPEN: "not answered yet", State.WRONG: "wrong so far"}
        state = words.get(self.state, "answered")
        letter = min(self.choices)
        return (
            f"{SIGNS[self.state]} {self.name} is {state}. Type "
            f'exercise.{self.name}.answer("{letter}") for choice {letter}.'
        )

    def __getattr__(self, name):  # is asked only for what does not exist
        raise no_such(name, f"The question {self.__dict__.get('name')}", ("answer",))

    def answer(self, *choices, **named):
        """Print whether a choice is right, and why; what is right once stays so.

        choices: one letter. None, or more than one, is told so. For a question mark a
        notebook shows buttons, which say the same.
        """
        choices = (*choices, *named.values())
        choice = choices[0] if len(choices) == 1 else choices or "?"
        if _letter_of(choice) == "?" and can_click():
            offer_choices(sorted(self.choices), self._invitation(), self._choose)
        else:
            print(self._choose(choice)[0])

    def _choose(self, choice):
        """What is said of a choice, and whether it is right; the state is kept."""
        verdict = self.verdict(choice)
        if self.state is not State.RIGHT and verdict.state is not State.OPEN:
            self.state = verdict.state
        return fold(verdict.text), verdict.state is State.RIGHT

    def _invitation(self):
        """What stands in place of the buttons where no kernel runs."""
        return (
            f"Run this cell to answer by a click, or put {self._letters()} in place of "
            "the question mark."
        )

    def verdict(self, choice):
        """The Verdict on a letter; on anything else, one that says what to do."""
        letter = _letter_of(choice)
        if letter == "?":
            return Verdict(
                State.OPEN,
                f"Not answered yet: put {self._letters()} in place of the question "
                "mark and run the cell.",
            )
        if letter not in self.choices:
            shown = f"{choice!r:.40}".partition("\n")[0]
            return Verdict(
                State.OPEN,
                f"{shown} is none of the choices: put {self._letters()} between "
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


def _letter_of(choice):
    """The one letter that a choice stands for; "?" if it is still to come, or None."""
    while isinstance(choice, list | tuple | set) and len(choice) == 1:
        (choice,) = choice
    if not isinstance(choice, str):
        return None
    text = choice.strip().lower()
    if text.strip("?()") == "":
        return "?"
    found = ONE_LETTER.fullmatch(text)
    return found[1] if found else None
