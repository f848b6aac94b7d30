"""A misspelt exercise or method gets one sentence, which no traceback buries."""

from difflib import get_close_matches


class Misspelt(AttributeError):
    """A name that does not exist; in a notebook its message stands alone."""

    def _render_traceback_(self):
        """The lines that IPython shows in place of a traceback."""
        return [str(self)]


def no_such(name, owner, names):
    """The error to raise for a name that an owner ("Lesson 3") does not have.

    names: those that it has. Names with two underscores, which Python itself asks for,
    get a plain AttributeError.
    """
    if name.startswith("_"):
        return AttributeError(name)
    close = get_close_matches(name, names, n=1)
    advice = f"did you mean {close[0]}?" if close else f"it has {', '.join(names)}."
    return Misspelt(f"{owner} has no {name}: {advice}")
