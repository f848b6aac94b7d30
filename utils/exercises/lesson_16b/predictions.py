"""The questions of dive 16b, words in a row."""

from utils.checking.questions import Predict

weights_of_a_layer = Predict(
    "weights_of_a_layer",
    right="b",
    choices={
        "a": "That is one weight for each word. But a word is 32 numbers here.",
        "b": "3 · 32 · 32 weights and 32 biases.",
        "c": "A picture's filter is three high and three wide. How many axes does this "
        "one slide along?",
    },
)

one_word_wide = Predict(
    "one_word_wide",
    right="a",
    choices={
        "a": "The same words, so the same answers, and the same maximum for each.",
        "b": "These have vectors of their own; a filter may like only one of them.",
        "c": "The second holds two words more, and each may be the largest.",
    },
)

do_they_agree = Predict(
    "do_they_agree",
    right="b",
    choices={
        "a": "One reads words, the other phrases. Must both stumble over the same?",
        "b": "More than a third of the mistakes of each, the other does not make.",
        "c": "Much is hard for both: a rare word, a joke.",
    },
)
