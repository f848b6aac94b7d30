"""The questions of dive 15c, roads that were never driven."""

from utils.checking.questions import Predict

the_fall = Predict(
    "the_fall",
    right="c",
    choices={
        "a": "To you they are the same signs. What the network goes by are numbers, "
        "and nearly all of them have changed.",
        "b": "Nothing in training made half of it independent of the look.",
        "c": "What it learnt is tied to how A looks, and most of that is missing in B.",
    },
)

the_control = Predict(
    "the_control",
    right="b",
    choices={
        "a": "A network that was trained in B shows that B can be learnt.",
        "b": "B can be learnt; but a network that has learnt B does far worse in A.",
        "c": "To eyes, day is easier than dusk. To a network that has seen dusk only, "
        "day is something new.",
    },
)

longer_in_a = Predict(
    "longer_in_a",
    right="b",
    choices={
        "a": "Longer training fits it better to A's pictures. Is there much of B "
        "in them?",
        "b": "It learns more and more about A, and little that is of use in B.",
        "c": "What little it has in B does not shrink: it even grows a little.",
    },
)

one_change = Predict(
    "one_change",
    right="c",
    choices={
        "a": "Look at the rows of one change: two of them lie far to the left.",
        "b": "New is not the same as harmful: two changes hardly move the dots.",
        "c": "The light, and the surfaces around the signs.",
    },
)

at_random = Predict(
    "at_random",
    right="b",
    choices={
        "a": "They need not look like a world: they must leave nothing to rely on but "
        "what all signs have in common.",
        "b": "The signs keep their own drawing in every look. The marks do not; but "
        "whether that is the reason, these runs do not prove.",
        "c": "So one would hope, and so it is for the signs. Look at the marks.",
        "d": "It is the other way round: what is drawn alike in every picture gains.",
    },
)
