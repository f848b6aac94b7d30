"""The questions of lesson 17, pictures from pictures."""

from utils.checking.questions import Predict

twice_the_noise = Predict(
    "twice_the_noise",
    right="b",
    choices={
        "a": "Decibels count factors. Which factor has the mean squared error grown "
        "by, and what is 10 log10 of it?",
        "b": "Twice the noise is four times the squared error, and 10 log10(4) is 6.",
        "c": "2 is the factor of the noise itself. The error is squared first.",
    },
)

one_number = Predict(
    "one_number",
    right="b",
    choices={
        "a": "It is right most often. But what do the two white ones cost, squared?",
        "b": "The mean, (8 · 0.3 + 2 · 1) / 10: no number has a smaller squared error.",
        "c": "Half way between: that is for as many white ones as others.",
    },
)

noisy_targets = Predict(
    "noisy_targets",
    right="c",
    choices={
        "a": "To return that noise it would have to foresee it. Does the first noise "
        "say anything about the second?",
        "b": "That is what averaging the two would gain. The network returns the mean "
        "of all targets that go with such an input: not of two, of many.",
        "c": "The best answer is the mean of all targets, and that is the mean of "
        "clean pictures: the noise is 0 on average.",
    },
)

salted_targets = Predict(
    "salted_targets",
    right="a",
    choices={
        "a": "The mean of the targets: one fifth white, four fifths of what is there.",
        "b": "It cannot know where the target's salt will be. What is the best answer "
        "then, by squared error?",
        "c": "That was so because the noise was 0 on average. What is the mean of "
        "targets of which one in five is white?",
    },
)

a_spot = Predict(
    "a_spot",
    right="c",
    choices={
        "a": "Better at what it was taught. Was a spot in any of its pictures?",
        "b": "The Gaussian treats all pictures alike. The network goes by those that "
        "it was taught: what was a small bright thing there, mostly?",
        "c": "Among the pictures that it knows, a small bright thing is mostly noise.",
    },
)
