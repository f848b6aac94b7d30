"""The questions of lesson 13, transfer learning."""

from utils.checking.questions import Predict

first_names = Predict(
    "first_names",
    right="c",
    choices={
        "a": "It has not learned your four words, true. But it has seen 1.3 "
        "million photos, many of them of animals, buildings and tools.",
        "b": "You expect it to stumble over photos that it has not seen. It stumbles "
        "over words: it has names for most of what is here.",
        "c": "It knew these things before you came; only your four words are new.",
    },
)

four_photos = Predict(
    "four_photos",
    right="c",
    choices={
        "a": "That is what a head would get that had learned nothing. But the groups "
        "are there before it is trained; it needs only their names.",
        "b": "One photo can be an odd one, that is true. But a photo's features tell "
        "more about its kind than about this one photo.",
        "c": "The groups are there already; one photo of each says which is which.",
    },
)

fed_0_to_255 = Predict(
    "fed_0_to_255",
    right="b",
    choices={
        "a": "To you it is the same picture, to the network it is not: its first "
        "weights and all its moving averages were made for numbers up to 1.",
        "b": "No error, no warning, and many answers still right: such a fault can "
        "stay unnoticed for months.",
        "c": "That would at least be easy to notice. The layers behind pass on much "
        "of what is in the picture, even at another scale.",
    },
)

steps_of_length_0 = Predict(
    "steps_of_length_0",
    right="c",
    choices={
        "a": "No *weight* changes. Moving averages are not learned by steps: each "
        "batch pulls them, whatever the learning rate is.",
        "b": "In training it uses the mean of the batch in place of its averages. "
        "With batches of four photos that is another network.",
        "c": "Batch normalisation has two ways to do harm: the batch's own mean "
        "while training, and moved averages afterwards.",
    },
)

lead_of_reuse = Predict(
    "lead_of_reuse",
    right="c",
    choices={
        "a": "More examples help both. And the one that may change all its layers "
        "can make more of them.",
        "b": "The reused layers know what a stroke is. With enough examples the "
        "other one learns that too, and better suited to these digits.",
        "c": "Borrowed knowledge counts most where you have little of your own.",
    },
)
