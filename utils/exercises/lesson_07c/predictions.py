"""The questions of lesson 7c, nudges and steps."""

from utils.checking.questions import Predict

best_nudge = Predict(
    "best_nudge",
    right="b",
    choices={
        "a": "That would be so with numbers of endlessly many digits. The two losses "
        "become so alike that their difference drowns in the last digit.",
        "b": "A large nudge sees the curve's bend, a tiny one only rounding. The "
        "best lies where the two errors meet.",
        "c": "The bend does matter less and less. But something else gets worse the "
        "smaller the difference is: think of the last digit.",
    },
)

adam_first_step = Predict(
    "adam_first_step",
    right="b",
    choices={
        "a": "Plain gradient descent would do that: slope times learning rate. Adam "
        "divides the size of the slope out.",
        "b": "The mean is the slope, the root of the mean square is its size: only "
        "the sign is left.",
        "c": "Steep weights are held back, and gentle ones are pushed on just as "
        "much: each slope is divided by its own size.",
    },
)

higher_rate = Predict(
    "higher_rate",
    right="c",
    choices={
        "a": "Along the valley, yes. But across it every step overshoots, and the "
        "question is by how much.",
        "b": "It would, as long as each swing is shorter than the last. Across the "
        "valley the slope is 25 · weight 2. By what does a step multiply weight 2?",
        "c": "Across the valley each step now overshoots by more than it came, so "
        "the swings grow without end.",
    },
)
