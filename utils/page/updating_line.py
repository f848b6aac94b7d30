"""A line of text that updates in place, for whatever takes its time."""

from IPython.display import display


class UpdatingLine:
    """One line on a notebook's page; `show` replaces what it says.

    A stored page holds its last state. Outside a notebook, where nothing can be
    replaced, every text is printed on a line of its own.
    """

    def __init__(self, text):
        # Outside IPython, display() prints its text and returns None.
        self._display = display(_Text(text), display_id=True)

    @property
    def is_replaceable(self):
        """Whether `show` replaces the text, so that it may be called often."""
        return self._display is not None

    def show(self, text):
        if self.is_replaceable:
            self._display.update(_Text(text))
        else:
            print(text, flush=True)


class _Text:
    """Text that a notebook shows without quotation marks."""

    def __init__(self, text):
        self.text = text

    def __repr__(self):
        return self.text
