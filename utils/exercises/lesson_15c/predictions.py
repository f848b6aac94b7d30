"""The questions of dive 15c, roads that were never driven."""

from utils.checking.questions import Predict

the_fall = Predict(
    "the_fall",
    right="c",
    choices={
        "a": "To you they are the same signs. What the network goes by are numbers, "
        "and nearly all of them have changed.",
        "b": "Nothing in training made half of it independent of the look.",
        "c": "It learnt what tells in A's pictures where signs are, and that is gone.",
    },
)

the_control = Predict(
    "the_control",
    right="b",
    choices={
        "a": "A network that was trained in B shows that B can be learnt.",
        "b": "B can be learnt; but who has learnt B is lost in A, too.",
        "c": "To eyes, day is easier than dusk. To a network that has seen dusk only, "
        "day is something new.",
    },
)

longer_in_a = Predict(
    "longer_in_a",
    right="b",
    choices={
        "a": "Longer training fits it better to A's pictures. Is there anything of B "
        "in them?",
        "b": "It learns more and more about A, and next to nothing about B.",
        "c": "What little it keeps in B does not vanish either.",
    },
)

one_change = Predict(
    "one_change",
    right="c",
    choices={
        "a": "Look at the rows of one change: two of them lie far to the left.",
        "b": "New is not the same as harmful: two changes hardly move the dots.",
        "c": "The light, and what lies behind the signs.",
    },
)

at_random = Predict(
    "at_random",
    right="b",
    choices={
        "a": "They need not look like a world: they must leave nothing to rely on but "
        "what all signs have in common.",
        "b": "The signs keep their own drawing in every look. A mark keeps little but "
        "its place.",
        "c": "So one would hope, and so it is for the signs. Look at the marks.",
    },
)
