"""The questions of lesson 13, transfer learning."""

from utils.checking.questions import Predict

rare_class = Predict(
    "rare_class",
    right="b",
    choices={
        "a": 'It would be safe never to answer "tool". But features of tools lie '
        "together, and three of them say where.",
        "b": "The features show the way; probably the many other photos push the "
        "border towards the few.",
        "c": "Features help much, but three tools do not show what tools can look "
        "like.",
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
        "c": "While it trains, each batch's own mean stands in for the averages. "
        "Afterwards it knows its photos again: in one epoch the averages have "
        "not moved far enough.",
    },
)
