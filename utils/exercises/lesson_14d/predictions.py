"""The questions of lesson 14d, things it has never seen."""

from utils.checking.questions import Predict

new_kinds = Predict(
    "new_kinds",
    right="b",
    choices={
        "a": "It has no word for a mammal, but it was not asked for one: only whether "
        "something is there.",
        "b": "Much of what makes a drawing stand out from a photo is common to all "
        "drawings. Much, not all.",
        "c": "What it learnt comes from birds, bugs, fish, flowers and fruit. A grey "
        "car shares some of it with them, not everything.",
    },
)

many_or_few = Predict(
    "many_or_few",
    right="b",
    choices={
        "a": "More different things are more to learn in the same time. Can it know "
        "each of 157 as well as each of ten?",
        "b": "Ten can be learnt by heart; what 157 have in common is of use elsewhere.",
        "c": "It is the other way round: ten drawings, seen over and over, are easily "
        "known.",
    },
)

the_control = Predict(
    "the_control",
    right="b",
    choices={
        "a": "That would be so if mammals and vehicles were as easy to find as birds, "
        "bugs, fish, flowers and fruit.",
        "b": "Seen, they are found more often than never seen; but they are harder "
        "than what the others learnt.",
        "c": "Then to have seen them would be worth nothing.",
    },
)

edge_or_inside = Predict(
    "edge_or_inside",
    right="c",
    choices={
        "a": "The sharp edge is still there in the filled outlines. Look how many of "
        "them are left alone.",
        "b": "The inside of the faded drawings is still there. Look how many of them "
        "are left alone.",
        "c": "It goes by both, so it misses either.",
    },
)

real_photos = Predict(
    "real_photos",
    right="b",
    choices={
        "a": "Pasted is not the same as standing out. In some photos a thing stands "
        "out from a plain ground as a drawing does.",
        "b": "Those that stand out from a plain ground, as a drawing does.",
        "c": "Fur in grass and scales on a reef have no edge as scissors leave it, and "
        "no surface as a drawing has it.",
    },
)

another_forest = Predict(
    "another_forest",
    right="c",
    choices={
        "a": "To you. The network knows two pictures, with their light, their ground "
        "and their colours.",
        "b": "That would be something to build on. It knows two pictures, and this is "
        "neither.",
        "c": "Other trees, other ground, other light: two pictures did not show what "
        "forests have in common.",
    },
)
