"""The questions of lesson 19, what moves."""

from utils.checking.questions import Predict

from_one_frame = Predict(
    "from_one_frame",
    right="a",
    choices={
        "a": "Every frame stands in a film of each action, so one is as good a guess "
        "as another.",
        "b": "A bird's head tells where a bird wants to go. Does it tell where this "
        "drawing was sent?",
        "c": "What would it learn from? The same frame comes with every label.",
    },
)

plus_and_minus = Predict(
    "plus_and_minus",
    right="c",
    choices={
        "a": "So does a bright thing on a dark ground. What does a dark thing do to "
        "the side that it comes to?",
        "b": "So does a dark thing on a bright ground. What does a bright thing do to "
        "the side that it comes to?",
        "c": "Bright to the right and dark to the left give the same difference.",
    },
)

weights_along_time = Predict(
    "weights_along_time",
    right="b",
    choices={
        "a": "They slide differently. The one has a slice for each frame of the film, "
        "the other for each frame under it.",
        "b": "3 · 3 · 8 against 3 · 3 · 3: the one reaches over the whole film, the "
        "other slides along it.",
        "c": "It slides along one axis more, but a step along time costs no weight.",
    },
)

played_backwards = Predict(
    "played_backwards",
    right="b",
    choices={
        "a": "The frames are the same, but is it the frames that it goes by?",
        "b": "Backwards, a film is one of the opposite action, such as it has learnt.",
        "c": "What is a film of `left`, backwards? Has the network seen such films?",
    },
)

one_difference = Predict(
    "one_difference",
    right="b",
    choices={
        "a": "A difference cannot be undone: two frames give it, but which two?",
        "b": "It says along which axis, or that something turns; not which way.",
        "c": "It differs from action to action: whether things go across or up, it "
        "shows.",
    },
)

later_than_learnt = Predict(
    "later_than_learnt",
    right="b",
    choices={
        "a": "Both see all frames, but each flat weight belongs to one frame of the "
        "film. Which of them have met a thing that moves?",
        "b": "Its kernels slide along time, and the mean at the end asks how much, not "
        "when.",
        "c": "Late films are new to both. But what does a kernel that slides along "
        "time know of early and late?",
    },
)
