"""Tell a stub that is still to be filled in from an answer, also by its error."""

import dis
import inspect
import traceback

NOT_SOLVED = "Not solved yet: put your answer in place of the ... and run the cell."
RAISES = (
    "Not solved yet: it raises NotImplementedError. Put your answer in place of that "
    "line and run the cell."
)
IDLE = {"RESUME", "NOP", "LOAD_CONST", "RETURN_VALUE", "RETURN_CONST"}


class Unsolved(Exception):
    """The answer turned out to be a stub; the message is what the learner reads."""

    def __init__(self, text=NOT_SOLVED):
        super().__init__(text)


def is_unsolved(answer):
    """Whether the answer is None, `...`, holds `...`, or is a function without code."""
    if answer is None or answer is ...:
        return True
    if isinstance(answer, list | tuple):
        return any(is_unsolved(part) for part in answer)
    if isinstance(answer, dict):
        return any(is_unsolved(part) for part in answer.values())
    if inspect.isclass(answer):
        methods = [part for part in vars(answer).values() if inspect.isfunction(part)]
        return bool(methods) and all(map(_does_nothing, methods))
    return inspect.isfunction(answer) and _does_nothing(answer)


def _does_nothing(function):
    """Whether a function's body is empty but for a docstring, `...` or pass."""
    code = function.__code__
    constants = {None, function.__doc__, ...}
    idle = {step.opname for step in dis.get_instructions(code)} <= IDLE
    return idle and all(part in constants for part in code.co_consts)


def gap_behind(error):
    """What to say of an error that comes from a gap left open; None of any other."""
    if isinstance(error, Unsolved):
        return str(error)
    if type(error) is NotImplementedError and not _is_from_a_library(error):
        return RAISES
    return NOT_SOLVED if _stops_at_dots(error) else None


def _is_from_a_library(error):
    frames = traceback.extract_tb(error.__traceback__)
    return bool(frames) and "site-packages" in frames[-1].filename


def _stops_at_dots(error):
    """Whether an error comes from a `...` left over, and does not just mention one."""
    text = str(error)
    names_type = "ellipsis" in text and "ellipsis (`...`)" not in text  # an index
    if isinstance(error, TypeError | AttributeError) and names_type:
        return True
    return "Ellipsis" in text  # or the value
