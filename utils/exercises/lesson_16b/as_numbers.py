"""The task `as_numbers` of dive 16b, words in a row."""

from utils.checking.cases import given
from utils.checking.tasks import Task


def _numbered(words, vocabulary, length, unknown=1):
    row = [vocabulary.get(word, unknown) for word in words][:length]
    return row + [0] * (length - len(row))


def _unknown_left_out(words, vocabulary, length):
    return _numbered([w for w in words if w in vocabulary], vocabulary, length)


def _zeros_first(words, vocabulary, length):
    row = [vocabulary.get(word, 1) for word in words][:length]
    return [0] * (length - len(row)) + row


def _end_kept(words, vocabulary, length):
    return _numbered(words[-length:], vocabulary, length)


_WORDS = {"good": 2, "not": 3, "worth": 4, "it": 5}

as_numbers = Task(
    "as_numbers",
    code="""
    def as_numbers(words, vocabulary, length):
        row = [vocabulary.get(word, 1) for word in words][:length]
        return row + [0] * (length - len(row))
    """,
    why="`dict.get` has a second argument for what is not there; a slice cuts what is "
    "too long and leaves alone what is not.",
    hints=[
        "Three things in turn: a number for each word, a cut, zeros behind.",
        "vocabulary.get(word, 1) is the word's number, or 1.",
        "How many zeros are missing once the row is cut to at most `length` numbers?",
    ],
    notice="0 has a row of the embedding, too, and filters see it: that is how they "
    "know that a sentence is over.",
    cases=[
        given(["good"], _WORDS, 1),
        given(["not", "good"], _WORDS, 4),
        given(["not", "so", "good"], _WORDS, 5),
        given(["not", "worth", "it", "good"], _WORDS, 2),
        given([], _WORDS, 3),
        given(["well", "well"], _WORDS, 3),
        given(["it", "is", "not", "it"], _WORDS, 4),
    ],
    mistakes=[
        (
            lambda words, vocabulary, length: _numbered(words, vocabulary, length, 0),
            "unknown words became 0. That means that the sentence is over; they are 1.",
        ),
        (
            _unknown_left_out,
            "unknown words were left out. They take part, as number 1.",
        ),
        (_zeros_first, "the zeros stand before the words. They belong behind them."),
        (
            _end_kept,
            "the end of a long sentence was kept. Keep its beginning.",
        ),
        (
            lambda words, vocabulary, length: [vocabulary.get(w, 1) for w in words],
            "the row is as long as the sentence. It has `length` numbers: cut it, or "
            "fill it up with 0.",
        ),
        (
            lambda words, vocabulary, length: [vocabulary.get(w, 1) for w in words][
                :length
            ],
            "a short sentence is not filled up to `length` numbers.",
        ),
    ],
)
