"""The questions of dive 15c, roads that were never driven."""

from utils.checking.questions import Predict

the_fall = Predict(
    "the_fall",
    right="c",
    choices={
        "a": "To you they are the same signs. What the network goes by are numbers, "
        "and B's light, grain and grounds change them.",
        "b": "Nothing in training made even a third of it independent of the look.",
        "c": "What it learnt is tied to how A looks, and little of that holds in B.",
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
        "a": "It does fit A ever closer. But what little it has in B does not shrink: "
        "it grows in every run.",
        "b": "It learns more about A, and a little of that is of use in B.",
        "c": "B gains, too, but from next to nothing, and less than A does.",
    },
)

one_change = Predict(
    "one_change",
    right="b",
    choices={
        "a": "The light does. The camera changes the signs' pixels, too, and yet the "
        "dots hardly move.",
        "b": "The surfaces leave the signs' drawings as they are, and cost much "
        "all the same.",
        "c": "The surfaces do. The marks cost the other end, and the signs next to "
        "nothing.",
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
