"""Lesson 11, what a network sees: its questions and tasks."""

import numpy as np

from utils.exercises.cases import given
from utils.exercises.questions import Predict
from utils.exercises.record import progress
from utils.exercises.tasks import Task

__all__ = ["progress"]

trained_filters = Predict(
    "trained_filters",
    right="c",
    choices={
        "a": "A window of 7 × 7 sees a small part of a digit of 28 × 28, and it "
        "slides everywhere. Whole digits can only be put together by later layers.",
        "b": "After one epoch the network reads most digits. Its first layer could "
        "hardly have stayed as it was: the gradient reaches it in every step.",
        "c": "Bright beside dark, at some angle: what a small window of a digit can "
        "hold. Nobody asked for it.",
    },
)

random_mixture = Predict(
    "random_mixture",
    right="b",
    choices={
        "a": "You pick the nine *strongest* of 2 000 digits. Does it take training "
        "for these to have something in common?",
        "b": "Picking the strongest makes any nine patches alike. That is why "
        "patches that look alike prove little.",
        "c": "Nine different digits are asked, one patch each. A trained channel's "
        "nine are not the same patch either.",
    },
)

covered_with_ink = Predict(
    "covered_with_ink",
    right="b",
    choices={
        "a": "That holds for squares of ground, which take ink away. A white square "
        "on a white stroke changes little there.",
        "b": "Ink on a stroke changes little. On which empty place it does most harm, "
        "the figure will show: look for a reason before you read on.",
        "c": "A map without any contrast would mean that no place matters more than "
        "another. One stroke more in the right place makes another digit.",
    },
)

two_questions = Predict(
    "two_questions",
    right="b",
    choices={
        "a": "There is no place where the network looks as such: it reads all "
        "places. Which of them speak for a class depends on the class.",
        "b": "The maps are weighted by what each channel is worth for the class "
        "asked, so another class weights them anew.",
        "c": "The two halves are treated by the same filters, each in its own place; "
        "only the mean at the end mixes them.",
    },
)

saliency_of_the_cat = Predict(
    "saliency_of_the_cat",
    right="b",
    choices={
        "a": "You trust the name of the map. It shows which pixels move the score, "
        "and one can lower a cat's score on the cup, too.",
        "b": "A little more than a map would that knows nothing. Where a small "
        "change moves the score is another question than where the evidence lies.",
        "c": "A small change on the cat does move the cat's score, so saliency "
        "cannot leave the cat out.",
    },
)

output_shuffled = Predict(
    "output_shuffled",
    right="b",
    choices={
        "a": "Grad-CAM weights its maps by what the output layer says of each "
        "channel. Shuffle that, and other channels are asked.",
        "b": "It is shaped more by the layers below, which are still trained, than "
        "by what the output layer says about classes.",
        "c": "A shuffled output changes what a class is called, and still the "
        "gradient runs down through the same trained layers. One of the two maps is "
        "made mostly by those.",
    },
)

fgsm_steps = Predict(
    "fgsm_steps",
    right="c",
    choices={
        "a": "Against noise that helps: in random signs most pixels cancel each "
        "other. In FGSM all pull the same way.",
        "b": "Training with noise does help, against noise. But here all 784 pixels "
        "pull the same way, which random signs hardly ever do.",
        "c": "Training with noise protects against noise. Against somebody with the "
        "gradient it does little.",
    },
)


_ONLY_THE_SIGN = (
    "pixels with a large gradient move far, others hardly at all. Every pixel may move "
    "by ε, so take it fully: only the sign of the gradient counts."
)
_NO_GRADIENT = (
    "a pixel with gradient 0 moves as well. Moving it would change nothing, so it "
    "stays."
)

step_towards = Task(
    "step_towards",
    code="""
    import numpy as np

    def step_towards(image, gradient, epsilon):
        return np.clip(image - epsilon * np.sign(gradient), 0, 1)
    """,
    why="The gradient says where the loss rises, so the step goes against it; what "
    "leaves 0..1 is no picture any more.",
    hints=[
        "FGSM adds ε times the sign of the gradient, and the loss rises. Here the "
        "loss is that of the class you want. Shall it rise?",
        "np.sign gives -1, 0 or 1 for each pixel, so each moves by ε or stays. A "
        "pixel that was white cannot become whiter: np.clip.",
    ],
    notice="One subtraction, and the network is led to the class that you chose. It "
    "is a step of training, with the picture in place of the weights.",
    cases=[
        given(np.array([[0.5, 0.25]]), np.array([[4.0, -0.01]]), 0.125),
        given(np.array([[0.0, 1.0], [0.0, 1.0]]), np.array([[1.0, -2], [-3, 4]]), 0.5),
        given(np.array([[0.5, 0.75, 0.25]]), np.array([[0.0, 7.0, -7.0]]), 0.25),
        given(
            np.random.default_rng(0).random((2, 5, 4, 3), np.float32),
            np.random.default_rng(1).normal(size=(2, 5, 4, 3)),
            8 / 255,
        ),
    ],
    mistakes=[
        (
            lambda image, gradient, epsilon: np.clip(
                image + epsilon * np.sign(gradient), 0, 1
            ),
            "this is FGSM as above: the loss of the class that you wish for rises, "
            "so the step leads away from it. Go against the gradient.",
        ),
        (
            lambda image, gradient, epsilon: image + epsilon * np.sign(gradient),
            "the step leads away from the class that you wish for: go against the "
            "gradient. And what leaves 0..1 must be cut off.",
        ),
        (
            lambda image, gradient, epsilon: image - epsilon * np.sign(gradient),
            "the direction is right, but some pixels leave 0..1: darker than black, "
            "whiter than white. No file can hold such a picture.",
        ),
        (
            lambda image, gradient, epsilon: np.clip(image - epsilon * gradient, 0, 1),
            _ONLY_THE_SIGN,
        ),
        (lambda image, gradient, epsilon: image - epsilon * gradient, _ONLY_THE_SIGN),
        (
            lambda image, gradient, epsilon: np.clip(
                image - epsilon * gradient / np.abs(gradient).max(), 0, 1
            ),
            "only the pixel with the largest gradient moves by ε, the others by "
            "less. Every pixel may: only the sign of the gradient counts.",
        ),
        (
            lambda image, gradient, epsilon: np.clip(
                image - np.where(gradient > 0, epsilon, -epsilon), 0, 1
            ),
            _NO_GRADIENT,
        ),
        (
            lambda image, gradient, epsilon: np.clip(
                image - np.where(gradient >= 0, epsilon, -epsilon), 0, 1
            ),
            _NO_GRADIENT,
        ),
    ],
)


def _cover(image, chosen, fill):
    covered = image.copy()
    covered[chosen] = fill
    return covered


def _brightest(heat, count):
    """Which pixels are among the `count` brightest, as an array of truths."""
    return heat >= [np.inf, *np.sort(heat.ravel())[::-1]][count]


def _heat(shape):
    """Numbers without ties, in no order, most of them small as in a real map."""
    places = np.random.default_rng(3).permutation(shape[0] * shape[1])
    return 1.3 ** -places.reshape(shape)


def _row_by_row(image, heat, share, fill):
    order = np.argsort(-heat)[: round(share * heat.size)]
    return _cover(image, np.unravel_index(order, heat.shape), fill)


def _changes_too_much(answer):
    """What comparing does not see: changed arguments, and maps with equal numbers."""
    image, heat = np.ones((2, 2, 1)), np.array([[4.0, 1.0], [2.0, 3.0]])
    image_before, heat_before = image.copy(), heat.copy()
    answer(image, heat, 0.5, 0)
    if not np.array_equal(image, image_before):
        return "the image given is changed, too: cover a copy of it."
    if not np.array_equal(heat, heat_before):
        return "the map given is changed: work on a copy of it."
    covered = np.asarray(answer(np.ones((4, 5, 1)), np.zeros((4, 5)), 0.25, 0))
    count = np.count_nonzero(covered == 0)
    if count != 5:
        return (
            "where the whole map is 0, a quarter of 20 pixels is still 5; here "
            f"{count} are covered. A limit takes either all or none of equally bright "
            "pixels, and a Grad-CAM map has many zeros: count pixels."
        )
    return None


cover_brightest = Task(
    "cover_brightest",
    code="""
    import numpy as np

    def cover_brightest(image, heat, share, fill):
        count = round(share * heat.size)
        order = np.argsort(-heat.ravel())
        covered = image.copy()
        covered[np.unravel_index(order[:count], heat.shape)] = fill
        return covered
    """,
    why="Sorted from bright to dark, the first so many places are the brightest; "
    "unravel_index turns a place in the long row into row and column.",
    hints=[
        "A share of the *pixels*: how many is that, of heat.size? Round to a whole "
        "number.",
        "np.argsort(-heat.ravel()) lists the places of the map in one long row, the "
        "brightest first. The first so many of them are covered.",
        "np.unravel_index(places, heat.shape) turns places of the long row into rows "
        "and columns, which may stand between the brackets of a copy of the image.",
    ],
    notice="Now ask the network again, with more and more covered, and the same with "
    "random pixels as the control: a map is worth something if its pixels make the "
    "answer fall faster. (Petsiuk and others, 2018, call this the deletion test.)",
    cases=[
        given(
            np.array([[0.1, 0.2], [0.3, 0.4]])[..., None],
            np.array([[1.0, 0.9], [8.0, 0.5]]),
            0.5,
            fill=0,
        ),
        given(
            np.array([[0.1, 0.2, 0.3]])[..., None], np.array([[2.0, 1.0, 9.0]]), 0, 1
        ),
        given(np.ones((2, 2, 3)), np.array([[0.3, 0.1], [0.2, 0.0]]), 0.75, fill=0.5),
        given(
            np.random.default_rng(0).random((7, 5, 3), np.float32),
            _heat((7, 5)),
            0.4,
            fill=0.25,
        ),
        given(np.zeros((6, 8, 1)), _heat((6, 8)), 0.125, fill=1),
        given(np.array([[0.1, 0.2, 0.3]])[..., None], np.array([[2.0, 1, 9]]), 1, 0.5),
        given(
            np.array([[0.1, 0.2], [0.3, 0.4]])[..., None],
            np.array([[0.5, -2.0], [-0.1, 0.2]]),
            0.5,
            fill=1,
        ),
    ],
    examine=_changes_too_much,
    mistakes=[
        (
            lambda image, heat, share, fill: _cover(
                image, heat > (1 - share) * heat.max(), fill
            ),
            "that compares with a share of the largest *value*. In most maps few "
            "pixels are nearly as bright as the brightest: count pixels instead.",
        ),
        (
            lambda image, heat, share, fill: _cover(
                image, _brightest(-heat, round(share * heat.size)), fill
            ),
            "these are the darkest pixels: np.argsort begins with the smallest.",
        ),
        (
            lambda image, heat, share, fill: _cover(
                image, _brightest(heat, round(share * heat.size) or heat.size), fill
            ),
            "right but for a share of 0, where nothing is to be covered: [-0:] is "
            "[0:], and that is everything.",
        ),
        (
            lambda image, heat, share, fill: _cover(
                image, ~_brightest(heat, round(share * heat.size)), fill
            ),
            "these are all the other pixels: cover the brightest and leave the rest.",
        ),
        (
            lambda image, heat, share, fill: _cover(
                image, (_brightest(heat, round(share * heat.size)), 0), fill
            ),
            "only the first channel is covered. A pixel is covered in all its "
            "channels.",
        ),
        (
            lambda image, heat, share, fill: _cover(
                image, heat >= np.quantile(heat, 1 - share), fill
            ),
            "with a share of 0 the limit is the brightest value itself, and >= covers "
            "it: count pixels instead.",
        ),
        (
            lambda image, heat, share, fill: _cover(
                image, heat > np.quantile(heat, 1 - share), fill
            ),
            "with a share of 1 the limit is the darkest value itself, and > leaves it "
            "uncovered: count pixels instead.",
        ),
        (
            lambda image, heat, share, fill: _cover(
                image, _brightest(heat, round(share * heat.size)), 0
            ),
            "the right pixels are covered, but always with 0: `fill` is not used.",
        ),
        (
            _row_by_row,
            "np.argsort sorts each row for itself. To sort all pixels, make one long "
            "row of them first.",
        ),
    ],
)


def _evidence(maps, weights, which):
    return maps @ weights[:, which] / (maps.shape[0] * maps.shape[1])


rather_than = Task(
    "rather_than",
    code="""
    import numpy as np

    def rather_than(maps, weights, this, other):
        rows, columns, _ = maps.shape
        worth = (weights[:, this] - weights[:, other]) / (rows * columns)
        return np.maximum(maps @ worth, 0)
    """,
    why="The gradient of a difference of scores is the difference of their "
    "gradients, so each channel is worth its two dense weights' difference, over Z; "
    "the ReLU comes last.",
    hints=[
        "Start from the formula: y is now the score of `this` minus the score of "
        "`other`. What is α then, in a network with global average pooling and one "
        "dense layer?",
        "Channel k is worth its weight for `this` minus its weight for `other`, "
        "divided by the number of places.",
        "Sum over the channels, maps @ worth, and only then set to 0 what is below 0.",
    ],
    notice="What speaks *against* a 9 is evidence for a 4 rather than a 9. A plain "
    "map for 4 would never show it: its ReLU has nothing to do with the 9.",
    cases=[
        given(np.array([[[2.0], [1.0]]]), np.array([[3.0, -1.0]]), 0, 1),
        given(np.array([[[2.0, 1.0]]]), np.array([[1.0, 3.0], [1.0, -4.0]]), 0, 1),
        given(np.array([[[1.0, 2.0], [3.0, 0.0]]]), np.array([[1.0, 2], [4, 1]]), 1, 0),
        given(
            np.random.default_rng(0).random((3, 4, 6)),
            np.random.default_rng(1).normal(size=(6, 10)),
            4,
            9,
        ),
        given(
            np.random.default_rng(2).random((8, 7, 16), np.float32),
            np.random.default_rng(3).normal(size=(16, 4)),
            2,
            other=0,
        ),
    ],
    mistakes=[
        (
            lambda maps, weights, this, other: np.maximum(
                np.maximum(_evidence(maps, weights, this), 0)
                - np.maximum(_evidence(maps, weights, other), 0),
                0,
            ),
            "each map was cut off at 0 before you subtracted, so what speaks against "
            "`other` is lost. Subtract first, and cut off once, at the end.",
        ),
        (
            lambda maps, weights, this, other: (
                np.maximum(_evidence(maps, weights, this), 0)
                - np.maximum(_evidence(maps, weights, other), 0)
            ),
            "these are two finished maps, one minus the other: what speaks against "
            "`other` was lost in its ReLU. Subtract first, then cut off at 0.",
        ),
        (
            lambda maps, weights, this, other: (
                _evidence(maps, weights, this) - _evidence(maps, weights, other)
            ),
            "the ReLU is missing: keep what speaks for `this`, and set to 0 what "
            "speaks for `other`.",
        ),
        (
            lambda maps, weights, this, other: np.maximum(
                _evidence(maps, weights, other) - _evidence(maps, weights, this), 0
            ),
            "this is the evidence for `other` rather than `this`: the difference the "
            "other way round.",
        ),
        (
            lambda maps, weights, this, other: np.maximum(
                _evidence(maps, weights, this), 0
            ),
            "this is Grad-CAM for `this` alone; `other` is not used yet.",
        ),
        (
            lambda maps, weights, this, other: np.maximum(
                maps @ (weights[:, this] - weights[:, other]), 0
            ),
            "every number is too large by the number of places: the score holds the "
            "*mean* of each map, so one place counts for 1/Z of it.",
        ),
        (
            lambda maps, weights, this, other: (
                maps @ (weights[:, this] - weights[:, other])
            ),
            "two things are missing: the score holds the *mean* of each map, and "
            "Grad-CAM ends with a ReLU.",
        ),
        (
            lambda maps, weights, this, other: np.maximum(
                maps @ (weights[:, this] - weights[:, other]) / 49, 0
            ),
            "49 is the number of places of the lesson's maps. These have another.",
        ),
        (
            lambda maps, weights, this, other: _evidence(
                maps, np.maximum(weights[:, [this]] - weights[:, [other]], 0), 0
            ),
            "the ReLU comes too early: what a channel says for `other` is lost before "
            "the channels are added up.",
        ),
    ],
)


def _tiny_networks():
    """Models that end in scores, with weights that are the same each time."""
    import keras
    from keras import layers

    one_layer = [
        keras.Input((1, 4, 1)),
        layers.Conv2D(2, 1, name="maps"),
        layers.GlobalAveragePooling2D(),
        layers.Dense(2),
    ]
    two_layers = [
        keras.Input((7, 6, 3)),
        layers.Conv2D(4, 3, activation="relu", name="first"),
        layers.Dropout(0.5),
        layers.Conv2D(5, 2, activation="relu", name="second"),
        layers.Flatten(),
        layers.Dense(6, activation="relu"),
        layers.Dense(3),
    ]
    inputs = keras.Input((4, 5, 1))
    before = layers.Conv2D(3, 1, name="before")(inputs)
    behind = layers.Conv2D(3, 3, padding="same", name="behind")(before)
    means = layers.GlobalAveragePooling2D()(layers.Add()([before, behind]))
    branches = keras.Model(inputs, layers.Dense(2)(means))
    networks = [keras.Sequential(one_layer), keras.Sequential(two_layers), branches]
    numbers = np.random.default_rng(17)  # few of the maps are 0 everywhere
    for network in networks:
        network.set_weights([numbers.normal(size=w.shape) for w in network.weights])
    return networks


def _cases_of_class_map():
    simple, deep, branches = _tiny_networks()
    one = np.array([1.0, 0.0, 0.5, 2.0], np.float32).reshape(1, 1, 4, 1)
    two = np.concatenate([one, 1 - one[:, :, ::-1]])
    photos = np.random.default_rng(5).random((5, 7, 6, 3), np.float32)
    return [
        given(simple, one, [0], "maps"),
        given(simple, two, [0, 1], "maps"),
        given(deep, photos, [2, 0, 1, 2, 1], "second"),
        given(deep, photos[:3], np.array([1, 2, 0]), layer="first"),
        given(branches, photos[:3, :4, :5, :1], [1, 0, 1], "before"),
    ]


def _own_scores(tf, scores, classes):
    return tf.gather(scores, classes, axis=1, batch_dims=1)


def _maps_and_slopes(model, images, classes, layer, ask=_own_scores):
    """The maps, and the gradient for them of the sum of ask(tf, scores, classes)."""
    import keras
    import tensorflow as tf

    inner = model.get_layer(layer).output
    both = keras.Model(model.inputs[0], [inner, model.outputs[0]])
    with tf.GradientTape() as tape:
        maps, scores = both(images, training=False)
        asked = ask(tf, scores, classes)
    return maps.numpy(), tape.gradient(asked, maps).numpy()


def _heat_of(maps, slopes):
    return np.einsum("nijk,nk->nij", maps, slopes.mean(axis=(1, 2)))


def _asking(ask):
    """A class_map that is right, but for the scores that it asks for."""

    def class_map(model, images, classes, layer):
        found = _maps_and_slopes(model, images, classes, layer, ask)
        return np.maximum(_heat_of(*found), 0)

    return class_map


def _mean_over_images(model, images, classes, layer):
    maps, slopes = _maps_and_slopes(model, images, classes, layer)
    return np.maximum(maps @ slopes.mean(axis=(0, 1, 2)), 0)


def _of_last_layer(model, images, classes, layer):
    last = {"first": "second", "before": "behind"}.get(layer, layer)
    return np.maximum(_heat_of(*_maps_and_slopes(model, images, classes, last)), 0)


def _place_by_place(model, images, classes, layer):
    maps, slopes = _maps_and_slopes(model, images, classes, layer)
    return np.maximum((maps * slopes).sum(axis=-1), 0)


_ADDED_UP = (
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
    cases=_cases_of_class_map,
    tolerance=1e-3,
    seconds=60,
    mistakes=[
        (
            lambda model, images, classes, layer: _heat_of(
                *_maps_and_slopes(model, images, classes, layer)
            ),
            "the ReLU is missing: Grad-CAM keeps what speaks for the class and sets "
            "the rest to 0.",
        ),
        (
            _asking(lambda tf, y, which: _own_scores(tf, tf.nn.softmax(y), which)),
            "the gradient is that of a probability. Of a sure answer it is nearly 0, "
            "and it depends on all other classes: take the score, without softmax.",
        ),
        (
            _place_by_place,
            "each place is weighted by its own gradient. In Grad-CAM a channel has "
            "one worth, the mean of its gradient over all places. (Without the mean "
            "it is HiResCAM, another good map.)",
        ),
        (
            _asking(lambda tf, scores, classes: scores[:, classes[0]]),
            "all images are asked for the first class of the list: each has a class "
            "of its own.",
        ),
        (
            _asking(lambda tf, scores, classes: tf.reduce_max(scores, axis=1)),
            "this asks for the class with the highest score, not for the class given.",
        ),
        (
            _asking(lambda tf, scores, classes: tf.gather(scores, classes, axis=1)),
            _ADDED_UP,
        ),
        (_asking(lambda tf, scores, classes: scores), _ADDED_UP),
        (
            _mean_over_images,
            "the mean runs over the images, too. A channel has another worth in each "
            "image: average over the places only.",
        ),
        (
            _of_last_layer,
            "that is the map of the last convolution. The layer asked for is another "
            "one: model.get_layer(layer).",
        ),
    ],
)
