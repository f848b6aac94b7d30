"""Lesson 13, transfer learning: its questions and tasks."""

import numpy as np

from utils.exercises.cases import given
from utils.exercises.questions import Predict
from utils.exercises.record import progress
from utils.exercises.tasks import Task
from utils.exercises.verdicts import State, Verdict

__all__ = ["progress"]

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


def _grouped(seed, counts, size):
    """Features of so many photos of each class, labels in no order, and new ones."""
    random = np.random.default_rng(seed)
    middles = random.normal(size=(len(counts), size)) * random.uniform(1, 3, (1, size))
    labels = random.permutation(np.repeat(np.arange(len(counts)), counts))
    features = middles[labels] + random.normal(size=(len(labels), size))
    new = np.repeat(middles, 5, axis=0)
    return features, labels, new + random.normal(size=new.shape)


def _middles(features, labels, gather=np.mean):
    classes = range(labels.max() + 1)
    return np.array([gather(features[labels == k], axis=0) for k in classes])


def _distances(features, labels, new, gather=np.mean):
    away = new[:, np.newaxis] - _middles(features, labels, gather)
    return (away**2).sum(axis=-1)


def _nearest_photo(features, labels, new_features):
    distances = ((new_features[:, np.newaxis] - features) ** 2).sum(axis=-1)
    return labels[distances.argmin(axis=1)]


nearest_mean = Task(
    "nearest_mean",
    code="""
    import numpy as np

    def nearest_mean(features, labels, new_features):
        classes = range(labels.max() + 1)
        means = np.stack([features[labels == k].mean(axis=0) for k in classes])
        away = new_features[:, np.newaxis] - means
        return np.argmin(np.sum(away**2, axis=2), axis=1)
    """,
    why="One mean for each class; each new row is compared with all means, and the "
    "nearest one gives its number.",
    hints=[
        "First one row for each class: the mean over its photos, features[labels == "
        "k].mean(axis=0).",
        "Distances between each new row and each mean: new_features[:, np.newaxis] - "
        "means has three axes, photo, class and feature. Square, and sum over one of "
        "them.",
        "np.argmin over the classes says which mean is nearest. A loop over the new "
        "rows is as good.",
    ],
    notice="No gradient, no epoch, no learning rate. Try it on the photos: "
    "nearest_mean(features[train], labels[train], features[test]) == labels[test]. "
    "How much was there left for the head to learn?",
    cases=[
        given(
            np.array([[0.0, 0], [2, 0], [9, 9]]),
            np.array([0, 0, 1]),
            np.array([[1.0, 1], [8, 8]]),
        ),
        given(
            np.array([[0.0], [4], [10], [20]]),
            np.array([0, 0, 0, 1]),
            np.array([[12.0], [13]]),
        ),
        given(
            np.array([[9.0, 0], [1, 1], [0, 9]]),
            np.array([2, 1, 0]),
            np.array([[1.0, 2], [8, 1], [0, 5]]),
        ),
        given(*_grouped(seed=0, counts=(3, 6, 2), size=4)),
        given(*_grouped(seed=1, counts=(1, 1, 1, 1), size=12)),
        given(*_grouped(seed=2, counts=(9, 2, 5, 12), size=3)),
    ],
    mistakes=[
        (
            _nearest_photo,
            "each photo is named after the nearest single photo. That is another "
            "classifier, which trusts odd ones too: compare with the mean of each "
            "class.",
        ),
        (
            lambda *data: _distances(*data).argmax(axis=1),
            "that is the class that is *farthest* away: np.argmin of the distances.",
        ),
        (
            lambda *data: _distances(*data, gather=np.sum).argmin(axis=1),
            "you compare with the sum of a class. A class with many photos has a "
            "large sum, far from all of them: take the mean.",
        ),
        (
            lambda *data: _distances(*data).min(axis=1),
            "these are the squared distances themselves. Asked is whose mean is "
            "nearest: np.argmin.",
        ),
        (
            lambda *data: _distances(*data).min(axis=1) ** 0.5,
            "these are the distances themselves. Asked is whose mean is nearest: "
            "np.argmin.",
        ),
        (
            lambda features, labels, new_features: (
                new_features @ _middles(features, labels).T
            ).argmax(axis=1),
            "that is the largest product with a mean, not the smallest distance: a "
            "class whose mean is long gets photos that lie nearer to another.",
        ),
    ],
)


SIDE, CLASSES = 12, 3
CONVOLUTIONS = ("stem", "expand", "project")


def _small_base():
    """A small base: three convolutions, and a depthwise layer before the last."""
    import keras
    from keras import layers

    maps = images = keras.Input((SIDE, SIDE, 1))
    settings = {"padding": "same", "use_bias": False}
    for name, filters in (("stem", 8), ("expand", 12), ("look", 0), ("project", 16)):
        if filters:
            maps = layers.Conv2D(filters, 3, name=name, **settings)(maps)
        else:
            maps = layers.DepthwiseConv2D(3, name=name, **settings)(maps)
        maps = layers.BatchNormalization(name=f"{name}_bn")(maps)
        maps = layers.ReLU(name=f"{name}_relu")(maps)
    return keras.Model(images, maps, name="base")


def _names(found):
    return ", ".join(sorted(found)) or "none"


def _problem_of_switches(answer):
    import keras

    for count, frozen in ((1, False), (1, True), (2, True), (0, False)):
        base = _small_base()
        base.trainable = not frozen
        returned = answer(base, count)
        if returned is ...:
            raise NotImplementedError  # still to be written
        learning = {variable.path.split("/")[0] for variable in base.trainable_weights}
        wanted = set(CONVOLUTIONS[len(CONVOLUTIONS) - count :])
        norm_on = any(la.trainable for la in base.layers if la.name.endswith("_bn"))
        if learning == wanted and not norm_on:
            continue
        if isinstance(returned, keras.Model) and returned is not base:
            return "the switches of the base itself are to be set, not those of a copy."
        before = "frozen" if frozen else "free to learn"
        return (
            f"{_explain_switches(base, learning, wanted, norm_on)}\n"
            f"The call was unfreeze_last(base, {count}), with a base of three "
            f"convolutions and a depthwise layer that was {before} before.\n"
            f"Learning now: {_names(learning)}. Right is: {_names(wanted)}."
        )
    return None


def _explain_switches(base, learning, wanted, norm_on):
    if not base.trainable and wanted:
        return (
            "the base as a whole is switched off, so nothing in it learns, whatever "
            "its layers say. Set base.trainable = True first (that sets all its "
            "layers), then each layer."
        )
    if norm_on:
        return (
            "batch normalisation is switched on, above the border or below. Then its "
            "averages move with every batch, even where its γ and β do not learn. Set "
            "trainable = False on each such layer."
        )
    if not learning:
        return (
            "nothing learns. Look which layers you count: those of type Conv2D, "
            "whatever their names. The last ones of the base are a ReLU and a "
            "normalisation."
        )
    if not wanted:
        return "with a count of 0 nothing may learn: [-0:] is [0:], and that is all."
    if learning == set(CONVOLUTIONS[: len(wanted)]):
        return "that is the bottom. Unfreeze from the top, where the features are made."
    if learning > wanted:
        return "too much learns: what lies below the last convolutions stays frozen."
    if "look" in learning:
        return "look is a DepthwiseConv2D, another type: it neither counts nor learns."
    return "not the right layers learn."


unfreeze_last = Task(
    "unfreeze_last",
    code="""
    from keras import layers

    def unfreeze_last(base, count):
        base.trainable = True
        convs = [layer for layer in base.layers if isinstance(layer, layers.Conv2D)]
        learning = convs[len(convs) - count :]
        for layer in base.layers:
            layer.trainable = layer in learning
    """,
    why="The base's own switch comes first, because it sets those of all its layers; "
    "then every layer gets its own, and batch normalisation is never among them.",
    hints=[
        "A base has a switch, base.trainable, and so has each layer in base.layers. "
        "Something learns only if both are on.",
        "Setting base.trainable sets all layers. So do that first, and then go "
        "through the layers one by one.",
        "Collect the layers with isinstance(layer, layers.Conv2D); the last `count` "
        "of them get True, all other layers False. (With a count of 0, mind that "
        "[-0:] is everything.)",
    ],
    notice="Two switches, one inside the other, and the outer one sets the inner "
    "ones when it is moved. A model that is compiled already takes notice only when "
    "you compile it again.",
    examine=_problem_of_switches,
    seconds=60,
)


fold_in = Task(
    "fold_in",
    code="""
    import numpy as np

    def fold_in(kernel, mean, sd):
        folded = kernel / np.reshape(sd, (1, 1, -1, 1))
        bias = -np.tensordot(np.sum(folded, axis=(0, 1)), mean, axes=(0, 0))
        return folded, bias
    """,
    why="w · (x - m) / s is (w / s) · x minus (w / s) · m: the first is a new "
    "filter, the second no longer depends on the photo, so it is a bias.",
    hints=[
        "Take one weight w and one pixel x: w · (x - m) / s. Multiply out. What "
        "stands in front of x, and what is left without x?",
        "Every weight is divided by the sd of its channel. The channels are the "
        "third axis of the kernel: np.reshape(sd, (1, 1, -1, 1)).",
        "What is left without x is minus (w / s) · m, summed over all that one "
        "filter sees: rows, columns and channels. One number for each filter.",
    ],
    notice="The preprocessing is now part of the network, and nobody can forget it. "
    "Batch normalisation behind a convolution is folded in just so when a network "
    "goes onto a telephone. With padding it would not hold at the rim: a 0 around "
    "the photo is not a 0 after the change.",
    cases=[
        given(np.full((1, 1, 1, 1), 2.0), np.array([0.5]), np.array([0.25])),
        given(
            np.array([[1.0, 3.0]]).reshape(1, 2, 1, 1), np.array([4.0]), np.array([2.0])
        ),
        given(
            np.array([[1.0, 2.0], [3.0, 4.0]]).reshape(1, 1, 2, 2),
            np.array([1.0, 10.0]),
            np.array([0.5, 2.0]),
        ),
        given(
            np.random.default_rng(0).normal(size=(3, 3, 3, 8)),
            np.array([0.485, 0.456, 0.406]),
            np.array([0.229, 0.224, 0.225]),
        ),
        given(
            np.random.default_rng(1).normal(size=(5, 3, 4, 4)).astype(np.float32),
            mean=np.array([1.0, -2.0, 0.5, 3.0]),
            sd=np.array([1.0, 2.0, 4.0, 0.5]),
        ),
    ],
    mistakes=[
        (
            lambda kernel, mean, sd: _folded(kernel, mean, sd, sign=1),
            "the sign of the bias: the mean is *subtracted* from the photo.",
        ),
        (
            lambda kernel, mean, sd: _folded(kernel, mean, 1 / sd),
            "the photo is divided by sd, so the weights are too; you multiplied.",
        ),
        (
            lambda kernel, mean, sd: (
                kernel / sd,
                -np.sum(kernel / sd * mean, axis=(0, 1, 2)),
            ),
            "mean and sd hold a number for each channel, the third axis of the kernel. "
            "As it stands, NumPy lays them along the last one, the filters.",
        ),
        (
            lambda kernel, mean, sd: (
                _folded(kernel, mean, sd)[0],
                _folded(kernel, mean, np.ones_like(sd))[1],
            ),
            "the mean is subtracted before the division, so it is divided too: "
            "compute the bias from the new weights.",
        ),
        (
            lambda kernel, mean, sd: (_folded(kernel, mean, sd)[0], -mean),
            "the bias is not minus the mean. What the mean does to an output goes "
            "through the weights: one number for each *filter*.",
        ),
        (
            lambda kernel, mean, sd: (
                _folded(kernel, mean, sd)[0],
                np.zeros(kernel.shape[-1]),
            ),
            "the weights are right. But the mean was subtracted from every pixel, "
            "and that must show in the bias.",
        ),
    ],
)


def _folded(kernel, mean, sd, sign=-1):
    folded = kernel / np.reshape(sd, (1, 1, -1, 1))
    return folded, sign * np.einsum("ijcf,c->f", folded, mean)


def _stripes(count, seed):
    """Noisy pictures with stripes in three directions: (n, 12, 12, 1), labels."""
    random = np.random.default_rng(seed)
    labels = np.arange(count) % CLASSES
    rows, columns = np.mgrid[:SIDE, :SIDE]
    along = np.stack([rows, columns, (rows + columns) / 2**0.5])[labels]
    phases = random.uniform(0, 2 * np.pi, (count, 1, 1))
    images = 0.5 + 0.3 * np.sin(1.6 * along + phases)
    images += random.normal(0, 0.15, images.shape)
    return images[..., np.newaxis].astype("float32"), labels


def _trained_base():
    """The small base with averages that fit, as if it had been trained before."""
    from keras import layers

    random = np.random.default_rng(4)
    maps, _ = _stripes(200, seed=1)
    base = _small_base()
    for layer in base.layers[1:]:
        if isinstance(layer, layers.BatchNormalization):
            layer.moving_mean.assign(maps.mean(axis=(0, 1, 2)))
            layer.moving_variance.assign(maps.var(axis=(0, 1, 2)))
        elif layer.weights:
            layer.kernel.assign(random.normal(0, 0.2, layer.kernel.shape))
        maps = layer(maps).numpy()
    return base


LEAST_RIGHT, MOST_MOVED = 0.8, 0.1


def _problem_of_training(answer):
    import keras

    keras.utils.set_random_seed(0)
    base = _trained_base()
    before = {v.path: v.numpy() for v in base.variables}
    images, labels = _stripes(60, seed=2)
    model = answer(base, images, labels)
    if model is ...:
        raise NotImplementedError  # still to be written
    if not isinstance(model, keras.Model):
        text = f"must return the model, not {type(model).__name__}."
        if isinstance(model, tuple):
            text += " (The lesson's fine_tune returns a model and its history.)"
        return text
    takes = getattr(model, "input_shape", images.shape)[1:]
    if takes[-1] != images.shape[-1]:
        return (
            f"the model takes {takes} for each image, and an image is "
            f"{images.shape[1:]}. Return base, pooling and head in one model."
        )
    new_images, new_labels = _stripes(150, seed=3)
    answers = np.asarray(model(new_images, training=False))
    if answers.shape != (len(new_images), CLASSES):
        return (
            f"the model gives {answers.shape} for {len(new_images)} images; right is "
            f"{(len(new_images), CLASSES)}, one probability for each class in the "
            "labels."
        )
    if answers.min() < 0 or not np.allclose(answers.sum(axis=1), 1, atol=1e-3):
        return "its answers are no probabilities: the head ends in softmax."
    problem, moved = _what_has_moved(base, before)
    share = np.mean(answers.argmax(axis=1) == new_labels)
    if not problem and share < LEAST_RIGHT:
        problem = (
            f"only {share:.0%} of new images are right; {LEAST_RIGHT:.0%} can be had. "
            "Train the head longer, or with a larger rate, before the base is unfrozen."
        )
    if problem:
        return problem
    return Verdict(
        State.RIGHT,
        f"✓ {share:.0%} of new images right. The filters of the base moved by "
        f"{moved:.1%} of their size, its batch normalisation not at all. First the "
        "head, then small steps for all: that is the whole recipe.",
    )


def _what_has_moved(base, before):
    """A sentence about what should not have moved so, and how far the filters moved."""

    def change(variable):
        size = np.linalg.norm(before[variable.path])
        return np.linalg.norm(variable.numpy() - before[variable.path]) / size

    norms = [v for v in base.variables if "_bn/" in v.path]
    if any(np.any(v.numpy() != before[v.path]) for v in norms):
        return (
            "batch normalisation has changed: its γ, its β or its moving averages. "
            "Freeze each such layer by its own switch before you train.",
            0,
        )
    moved = max(change(v) for v in base.variables if v.path.endswith("/kernel"))
    if moved == 0:
        return (
            "the head has learned, the base has not: its filters are as before. "
            "Unfreeze it (its own switch first, then the layers' switches), compile "
            "again, or the change is not noticed, and train this base, not a copy.",
            0,
        )
    if moved > MOST_MOVED:
        return (
            f"the filters of the base moved by {moved:.0%} of their size: what they "
            "knew is being overwritten. Train the head first, with the base frozen, "
            "then everything with a far smaller learning rate.",
            0,
        )
    return None, moved


fine_tuned = Task(
    "fine_tuned",
    code="""
    import keras
    from keras import layers

    def fine_tuned(base, images, labels):
        base.trainable = False
        head = layers.Dense(labels.max() + 1, activation="softmax")
        model = keras.Sequential([base, layers.GlobalAveragePooling2D(), head])
        loss = "sparse_categorical_crossentropy"
        model.compile(keras.optimizers.Adam(0.02), loss)
        model.fit(images, labels, batch_size=20, epochs=50, verbose=0)

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
    examine=_problem_of_training,
    seconds=240,
)
