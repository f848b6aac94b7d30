"""The questions of lesson 14d, things it has never seen."""

from utils.checking.questions import Predict

new_kinds = Predict(
    "new_kinds",
    right="c",
    choices={
        "a": "It has no word for a mammal, but it was not asked for one: only whether "
        "something is there.",
        "b": "What it learnt comes from birds, bugs, fish, flowers and fruit. A grey "
        "car shares some of it with them, not everything.",
        "c": "Much of what makes a drawing stand out from a photo is common to all "
        "drawings. Much, not all.",
    },
)

many_or_few = Predict(
    "many_or_few",
    right="a",
    choices={
        "a": "Ten are soon known; what 157 have in common is of use elsewhere.",
        "b": "More different things are more to learn in the same time. Can it know "
        "each of 157 as well as each of ten?",
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
        "c": "More of them were seen, but that does not make them as easy to find as "
        "birds, bugs, fish, flowers and fruit.",
    },
)

edge_or_inside = Predict(
    "edge_or_inside",
    right="d",
    choices={
        "a": "The sharp edge is still there in the filled outlines. Look how many of "
        "them are left alone.",
        "b": "The inside of the faded drawings is still there. Look how many of them "
        "are left alone.",
        "c": "Then each of the two stand-ins would be found about as often as the "
        "drawings. Compare their shares.",
        "d": "It goes by both, so it misses either.",
    },
)

real_photos = Predict(
    "real_photos",
    right="c",
    choices={
        "a": "Pasted is not the same as standing out. In some photos a thing stands "
        "out from a plain ground as a drawing does.",
        "b": "Fur in grass and scales on a reef have no edge as scissors leave it, and "
        "no surface as a drawing has it.",
        "c": "In these eight, some of those that stand out from a plain ground, as a "
        "drawing does.",
    },
)

another_forest = Predict(
    "another_forest",
    right="a",
    choices={
        "a": "Other trees, other ground, other light: two pictures did not show what "
        "forests have in common.",
        "b": "That would be something to build on. It knows two pictures, and this is "
        "neither.",
        "c": "To you. The network knows two pictures, with their light, their ground "
        "and their colours.",
    },
)
