"""The task `mended` of lesson 8b, output, loss and metric."""

from utils.checking.tasks import Task
from utils.exercises.lesson_08b.mended_examination import problem_of_mended

mended = Task(
    "mended",
    code="""
    import keras
    from keras import layers, losses

    def mended():
        model = keras.Sequential(
            [
                keras.Input(shape=(784,)),
                layers.Dense(32, "relu"),
                layers.Dense(3),
            ]
        )
        loss = losses.SparseCategoricalCrossentropy(from_logits=True)
        model.compile("adam", loss, metrics=["accuracy"])
        return model
    """,
    why="The loss applies the softmax, so the model must not. The other way round is "
    "as good: softmax in the model, and no from_logits.",
    hints=[
        'Find its last dense layer in the table "What belongs together", then its '
        "loss. Do both stand in the same line?",
        'from_logits=True says: "I get scores and apply the softmax myself". What '
        "does the model hand over?",
        "Keras did not warn, because Reshape made a new tensor. Take one of the two "
        "softmaxes away, and the Reshape, which was of no use.",
    ],
    notice="One softmax, in the model or in the loss. With two, the accuracy may "
    "look well while the loss cannot fall below ln(1 + 2/e) = 0.55.",
    examine=problem_of_mended,
    seconds=60,
)
