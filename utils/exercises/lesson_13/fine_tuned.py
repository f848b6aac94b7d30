"""The task `fine_tuned` of lesson 13, transfer learning."""

from utils.checking.tasks import Task
from utils.exercises.lesson_13.fine_tuned_examination import problem_of_training

fine_tuned = Task(
    "fine_tuned",
    code="""
    import keras
    from keras import layers

    def fine_tuned(base, images, labels):
        base.trainable = False
        head = layers.Dense(int(labels.max()) + 1, activation="softmax")
        model = keras.Sequential([base, layers.GlobalAveragePooling2D(), head])
        loss = "sparse_categorical_crossentropy"
        model.compile(keras.optimizers.Adam(0.02), loss)
        model.fit(images, labels, batch_size=20, epochs=30, verbose=0)

        base.trainable = True
        for layer in base.layers:
            if isinstance(layer, layers.BatchNormalization):
                layer.trainable = False
        model.compile(keras.optimizers.Adam(1e-4), loss)
        model.fit(images, labels, batch_size=20, epochs=3, verbose=0)
        return model
    """,
    why="With the base frozen the head learns fast and does no harm; then everything "
    "but batch normalisation learns, in small steps, after compiling again.",
    hints=[
        "Two trainings. First base.trainable = False and a new head on top (global "
        "average pooling, Dense with softmax, as many outputs as there are classes).",
        "The head is small and the images are few: it takes a large learning rate "
        "such as 0.02 and some dozens of epochs.",
        "Then base.trainable = True, batch normalisation off again by each layer's "
        "own switch, compile again with a learning rate of 1e-4 or so, and fit for a "
        "few epochs.",
    ],
    notice="First the head, then small steps for all.",
    examine=problem_of_training,
    seconds=240,
)
