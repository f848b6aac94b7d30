"""The questions of lesson 13, transfer learning."""

from utils.checking.questions import Predict

rare_class = Predict(
    "rare_class",
    right="b",
    choices={
        "a": 'It would be safe never to answer "tool". But features of tools lie '
        "together, and three of them say where.",
        "b": "The features show the way, and the many other photos push the border "
        "towards the few.",
        "c": "With as few photos of *every* class the features would do nearly all. "
        "Here the others have many votes on where the border runs.",
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
