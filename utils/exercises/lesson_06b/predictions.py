"""The questions of lesson 6b, kinds of convolution."""

from utils.checking.questions import Predict

where_stamps_meet = Predict(
    "where_stamps_meet",
    right="c",
    choices={
        "a": "That would be the mean of the four. Stamps are added up where they "
        "overlap, not averaged.",
        "b": "Later stamps do not cover earlier ones: where they overlap, they add up.",
        "c": "Stamps of 3 × 3 that start two cells apart overlap by one cell, and in "
        "the very middle all four do: 1 + 2 + 3 + 4.",
    },
)

separable_share = Predict(
    "separable_share",
    right="b",
    choices={
        "a": "Two steps, but neither costs half. Count each: how many channels does "
        "one filter of the first step read, and how many places one of the second?",
        "b": "Nine places for one channel, then one place for 128 channels: 137 "
        "products for each number, in place of 9 · 128 = 1 152.",
        "c": "That is the first step alone, which does not mix channels. The second "
        "reads 128 channels for each number that it gives.",
    },
)

down_to_a_quarter = Predict(
    "down_to_a_quarter",
    right="b",
    choices={
        "a": "There are as many filters as before, and each gives one map. What does "
        "one filter read less of?",
        "b": "A filter that reads a quarter of the channels has a quarter of the "
        "weights.",
        "c": "As many maps come in and go out as before, in the same size. What has "
        "changed is how many of them one filter reads.",
    },
)
