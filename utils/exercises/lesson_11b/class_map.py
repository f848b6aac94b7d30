"""The task `class_map` of lesson 11b, made to be seen."""

from utils.checking.tasks import Task
from utils.exercises.lesson_11b import class_map_mistakes as wrong
from utils.exercises.lesson_11b.class_map_networks import cases_of_class_map

ADDED_UP = (
    "scores of other classes are added to the one asked for: one score for each image."
)

class_map = Task(
    "class_map",
    code="""
    import keras
    import tensorflow as tf

    def class_map(model, images, classes, layer):
        inner = model.get_layer(layer).output
        both = keras.Model(model.inputs[0], [inner, model.outputs[0]])
        with tf.GradientTape() as tape:
            maps, scores = both(images, training=False)
            asked = tf.gather(scores, classes, axis=1, batch_dims=1)
        slopes = tape.gradient(asked, maps)
        worth = tf.reduce_mean(slopes, axis=(1, 2))
        return tf.nn.relu(tf.einsum("nijk,nk->nij", maps, worth))
    """,
    why="One model hands out the maps and the scores of the same run, so the tape "
    "knows how the scores come from the maps; gather picks each image's own class.",
    hints=[
        "A model may have two outputs: keras.Model(model.inputs[0], [the layer's "
        "output, model.outputs[0]]). Called inside the tape, it gives maps and "
        "scores of one run. (model.input fails for a Sequential model.)",
        "One score for each image: tf.gather(scores, classes, axis=1, batch_dims=1). "
        "The gradient of these for the maps has the maps' shape.",
        "Mean of the gradient over rows and columns: what each channel of each image "
        "is worth. Weight, sum over the channels, ReLU.",
    ],
    notice="This is the whole method, in a few lines, for any layer. Behind a "
    "Flatten, though, the mean over the places throws away that a channel may count "
    "in one place and not in another; HiResCAM (Draelos and Carin, 2020) leaves the "
    "mean out.",
    cases=cases_of_class_map,
    tolerance=1e-3,
    seconds=60,
    mistakes=[
        (
            wrong.without_relu,
            "the ReLU is missing: Grad-CAM keeps what speaks for the class and sets "
            "the rest to 0.",
        ),
        (
            wrong.asking(wrong.of_the_probability),
            "the gradient is that of a probability. Of a sure answer it is nearly 0, "
            "and it depends on all other classes: take the score, without softmax.",
        ),
        (
            wrong.place_by_place,
            "each place is weighted by its own gradient. In Grad-CAM a channel has "
            "one worth, the mean of its gradient over all places. (Without the mean "
            "it is HiResCAM, another good map.)",
        ),
        (
            wrong.summed_over_the_places,
            "the gradient is summed over rows and columns. What a channel is worth is "
            "the *mean* of its gradient: tf.reduce_mean.",
        ),
        (
            wrong.asking(lambda tf, scores, classes: scores[:, classes[0]]),
            "all images are asked for the first class of the list: each has a class "
            "of its own.",
        ),
        (
            wrong.asking(lambda tf, scores, classes: tf.reduce_max(scores, axis=1)),
            "this asks for the class with the highest score, not for the class given.",
        ),
        (
            wrong.asking(
                lambda tf, scores, classes: tf.gather(scores, classes, axis=1)
            ),
            ADDED_UP,
        ),
        (wrong.asking(lambda tf, scores, classes: scores), ADDED_UP),
        (
            wrong.mean_over_images,
            "the mean runs over the images, too. A channel has another worth in each "
            "image: average over the places only.",
        ),
        (
            wrong.of_last_layer,
            "that is the map of the last convolution. The layer asked for is another "
            "one: model.get_layer(layer).",
        ),
    ],
)
