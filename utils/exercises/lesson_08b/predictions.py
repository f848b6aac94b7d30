"""The questions of lesson 8b, output, loss and metric."""

from utils.checking.questions import Predict

softmax_of_one = Predict(
    "softmax_of_one",
    right="c",
    choices={
        "a": "They are: softmax over two scores is the sigmoid of their difference. "
        "Here is only one score. What does it divide by?",
        "b": "Half and half would take a second score, equally large. What does "
        "softmax divide by, if there is one only?",
        "c": "The only score is divided by the sum of all, which is itself.",
    },
)

misread_as = Predict(
    "misread_as",
    right="b",
    choices={
        "a": "By their looks, yes. But this loss does not know digits, it knows the "
        "numbers 0, 1 and 2. What does it answer when in doubt between two of them?",
        "b": "In doubt between 0 and 2 the squared error is smallest in the middle, "
        "and the number there belongs to the 7.",
        "c": "It would, if the three classes had no order. As numbers they have one, "
        "and the squared error goes by it.",
    },
)
