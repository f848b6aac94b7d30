"""A task: declared by its solution, hints, cases and mistakes; checked with a sentence.

CONTRIBUTING.md, "Add an exercise", shows how to declare one.
"""

import functools
import textwrap
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from utils.checking.comparing import RELATIVE, as_plain
from utils.checking.describing import PAGE_WIDTH, fold
from utils.checking.examining import find_problem
from utils.checking.own_results import OwnResults
from utils.checking.pace import is_slow
from utils.checking.reference import Reference
from utils.checking.spelling import no_such
from utils.checking.unsolved import NOT_SOLVED, Unsolved, is_unsolved
from utils.checking.verdicts import SIGNS, State, Verdict

METHODS = ("check", "hint", "solution", "or_solution")


@dataclass(eq=False, repr=False)
class Task:
    """Something to write, whose text and stub stand in the notebook.

    name: the name of the function, class or value to write, and of the task itself.
    code: the solution, runnable by itself; answers are compared with what it defines.
    why: a line of why the solution is as it is.
    hints: each says one step more; the last may say nearly everything.
    notice: what to notice, said when the answer is right.
    cases: calls that the function is compared on, `given(...)`, the smallest first;
        or a function that makes them, where they need Keras.
    mistakes: pairs (wrong function or value, what its author overlooked).
    examine: a function of the answer, for what comparing cannot see; it returns None, a
        sentence that says what is wrong, or a whole Verdict.
    tolerance: of numbers that are not whole, relative to the largest.
    seconds: after which the answer is stopped, for each call and for `examine`.
    at_work: a function that makes a call, `given(...)`, of about the size that a lesson
        goes on with: `or_solution` declines an answer that is far slower there.
    """

    name: str
    code: str
    why: str
    hints: Sequence[str]
    notice: str
    cases: Sequence[tuple] | Callable = ()
    mistakes: Sequence[tuple] = ()
    examine: Callable | None = None
    tolerance: float = RELATIVE
    seconds: float = 10
    at_work: Callable | None = None
    state: State = field(default=State.OPEN, init=False)
    hints_given: int = field(default=0, init=False)

    def __post_init__(self):
        self.code = textwrap.dedent(self.code).strip()
        self.reference = Reference(self.name, self.code)
        self.own = OwnResults(self)

    def __repr__(self):
        """How far the task is, and what to type."""
        words = {State.OPEN: "not solved yet", State.WRONG: "wrong so far"}
        state = words.get(self.state, "solved")
        call = f"exercise.{self.name}"
        return (
            f"{SIGNS[self.state]} {self.name} is {state}. Type "
            f"{call}.check({self.name}), {call}.hint() or {call}.solution()."
        )

    def __getattr__(self, name):  # is asked only for what does not exist
        raise no_such(name, f"The task {self.__dict__.get('name')}", METHODS)

    def check(self, *answers, **named):
        """Print what is right or wrong with an answer; never raises.

        answers: one. None, or more than one, is told so. A task that has been solved
        stays so: who plays on does not lose it.
        """
        answers = (*answers, *named.values())
        if len(answers) != 1:
            many = "nothing" if not answers else f"{len(answers)} things"
            text = (
                f"check got {many} to look at: write the name of your answer between "
            )
            print(fold(f"{text}the brackets, exercise.{self.name}.check({self.name})."))
            return
        (answer,) = answers
        try:
            verdict = self.verdict(answer)
        except Exception as error:
            print(
                f"{self.name} could not be checked ({type(error).__name__}: {error}). "
                "That is a fault of the check, not yours: please report it."
            )
            return
        if self.state is not State.RIGHT:
            self.state = verdict.state
        print(fold(verdict.text))

    def verdict(self, answer):
        """The Verdict on an answer; raises only where the task itself is at fault."""
        if is_unsolved(answer):
            return Verdict(State.OPEN, NOT_SOLVED)
        try:
            found = find_problem(self, answer)
        except Unsolved as gap:
            return Verdict(State.OPEN, str(gap))
        if isinstance(found, Verdict):
            return found
        if found:
            return Verdict(State.WRONG, f"✗ {found}")
        return Verdict(State.RIGHT, f"✓ {self.notice}")

    def hint(self):
        """Print a hint, one step more each time; the last is repeated."""
        count = len(self.hints)
        self.hints_given = min(self.hints_given + 1, count)
        text = self.hints[self.hints_given - 1]
        print(fold(f"Hint {self.hints_given} of {count}: {text}"))
        if self.hints_given == count:
            print(f"That is the last hint. exercise.{self.name}.solution() solves it.")

    def solution(self):
        """Print code that solves the task, and why it does."""
        reason = textwrap.fill(
            self.why, PAGE_WIDTH, initial_indent="# ", subsequent_indent="# "
        )
        print(f"{reason}\n{self.code}")

    def or_solution(self, answer):
        """Return the function if it is right, else the solution's, and print which.

        For a lesson that goes on with what its reader writes, and runs without it, too.
        What a right answer returns comes as arrays, though it made lists. With at_work,
        one that is right but far too slow is not taken either.
        """
        if self.verdict(answer).state is not State.RIGHT:
            print(f"{self.name}: the lesson goes on with its own until yours is right.")
            return self.reference.value
        if self.at_work and is_slow(answer, self.reference.value, self.at_work()):
            text = f"{self.name}: yours is right, but slow on large arrays, so the "
            print(fold(f"{text}lesson goes on with its own."))
            return self.reference.value
        print(f"{self.name}: the lesson goes on with yours.")

        @functools.wraps(answer)
        def in_arrays(*arguments):
            return as_plain(answer(*arguments))

        return in_arrays
