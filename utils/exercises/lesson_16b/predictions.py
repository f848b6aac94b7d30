"""The questions of dive 16b, words in a row."""

from utils.checking.questions import Predict

weights_of_a_filter = Predict(
    "weights_of_a_filter",
    right="c",
    choices={
        "a": "One for each word would do if a word were one number.",
        "b": "That is one word's vector. The filter lies over three.",
        "c": "Three words of 32 numbers; the bias comes to it.",
    },
)

one_word_wide = Predict(
    "one_word_wide",
    right="a",
    choices={
        "a": "The same words, so the same answers, and the same maximum for each.",
        "b": "These have vectors of their own; a filter may like only one of them.",
        "c": "A longer sentence holds other words, too, and each may be the largest.",
    },
)

who_reads_better = Predict(
    "who_reads_better",
    right="c",
    choices={
        "a": "Phrases are more than words. But what do the phrases above have that "
        "their best word has not?",
        "b": "It is ahead on some splits. On how many?",
        "c": "What one word says, both can read.",
    },
)
