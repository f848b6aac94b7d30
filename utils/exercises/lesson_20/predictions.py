"""The questions of lesson 20, more than one machine."""

from utils.checking.questions import Predict

read_ahead = Predict(
    "read_ahead",
    right="b",
    choices={
        "a": "That is reading and training one after the other. Who reads while the "
        "network trains?",
        "b": "The network never waits: its next batch has been ready for a while.",
        "c": "So it would be if both could share the work evenly. Can the reader take "
        "over a part of the training?",
    },
)

small_updates = Predict(
    "small_updates",
    right="a",
    choices={
        "a": "Between 1 and its next larger neighbour in float16 lies nearly 0.001: "
        "each sum is rounded back to 1.",
        "b": "So it is in float32, but for the last digits. How far is it from 1 to "
        "the "
        "next number in float16?",
        "c": "Would each sum lose half of what is added? How far is it from 1 to the "
        "next number in float16?",
    },
)

halves_normalised = Predict(
    "halves_normalised",
    right="c",
    choices={
        "a": "So it was without batch normalisation. Whose mean does each half "
        "subtract?",
        "b": "What is normalised otherwise is handed on. Do the layers around it see "
        "the same numbers?",
        "c": "Each half is normalised by its own mean and spread, so all slopes "
        "differ.",
    },
)

one_is_killed = Predict(
    "one_is_killed",
    right="b",
    choices={
        "a": "With half the batch? Nobody told it that half of the sum will do.",
        "b": "It needs the other's gradients for its step, and they never come.",
        "c": "The other half of the digits is at hand, to be sure. But who would tell "
        "it "
        "that it is alone now?",
    },
)

two_for_little = Predict(
    "two_for_little",
    right="c",
    choices={
        "a": "Half of the computing, to be sure. What else has to be done in each "
        "step?",
        "b": "What is saved and what is added would have to be equal. What does a "
        "conversation cost, however little is said?",
        "c": "A step so short is over before the two have agreed on it.",
    },
)
