"""Lesson 9: answers that are right, and answers that learners write."""

import math

import numpy as np
from scipy.stats import binomtest

from exercises.collected import right, wrong
from utils.exercises import lesson_09 as exercise


@right(exercise.share_right)
def with_loops(confusions):
    shares = []
    for k in range(len(confusions)):
        answered = sum(row[k] for row in confusions)
        shares.append(confusions[k][k] / answered if answered else 0)
    return shares


@right(exercise.share_right)
def with_where(confusions):
    answered = confusions.sum(0).astype("float32")
    right_ones = np.diagonal(confusions)
    return np.divide(
        right_ones, answered, out=np.zeros_like(answered), where=answered > 0
    )


@right(exercise.share_right)
def by_nan_to_num(confusions):
    columns = confusions.T
    return np.nan_to_num([column[k] / column.sum() for k, column in enumerate(columns)])


@wrong(exercise.share_right, "this divides by the rows")
def of_each_digit(confusions):
    return confusions.diagonal() / confusions.sum(axis=1)


@wrong(exercise.share_right, "The task wants 0 there")
def divides_by_zero(confusions):
    return np.diag(confusions) / confusions.sum(axis=0)


@wrong(exercise.share_right, "divided by all images")
def of_all(confusions):
    return np.diag(confusions) / np.sum(confusions)


@wrong(exercise.share_right, "these are counts")
def counts(confusions):
    return np.diag(confusions)


@wrong(exercise.share_right, "this is the accuracy")
def accuracy(confusions):
    return np.trace(confusions) / np.sum(confusions)


@wrong(exercise.share_right, "has lost its decimals")
def in_integers(confusions):
    return np.diag(confusions) // np.maximum(confusions.sum(axis=0), 1)


@right(exercise.flawless)
def by_trying(claim):
    n = 1
    while binomtest(n, n).proportion_ci(method="wilson").low < claim:
        n += 1
    return n


@right(exercise.flawless)
def by_the_formula(claim):
    n, z = np.arange(1, 10_000), 1.96
    centre, half = 1 + z**2 / (2 * n), z * np.sqrt(z**2 / (4 * n**2))
    return n[np.argmax((centre - half) / (1 + z**2 / n) >= claim)]


@right(exercise.flawless)
def rounded_up(claim):
    return np.ceil(1.96**2 / (1 / claim - 1))


@wrong(exercise.flawless, "just misses the claim")
def rounded_down(claim):
    return int(1.96**2 / (1 / claim - 1))


@wrong(exercise.flawless, "you would *expect* one mistake")
def one_mistake(claim):
    return round(1 / (1 - claim))


@wrong(exercise.flawless, "believes everything")
def by_the_naive_interval(claim):
    n = 1
    while 1 - 1.96 * math.sqrt(1 * 0 / n) < claim:
        n += 1
    return n


@wrong(exercise.flawless, "2.5 % at either end")
def one_sided(claim):
    return math.ceil(1.645**2 * claim / (1 - claim))


@wrong(exercise.flawless, "z must be squared")
def z_not_squared(claim):
    return math.ceil(1.96 * claim / (1 - claim))


@wrong(exercise.flawless, "the factor `claim` is missing")
def too_short(claim):
    return math.ceil(1.96**2 / (1 - claim))


@wrong(exercise.flawless, "a number of digits is whole")
def not_rounded(claim):
    return 1.96**2 * claim / (1 - claim)


@wrong(exercise.flawless, "rounded to the nearest")
def rounded(claim):
    return round(1.96**2 * claim / (1 - claim))


@wrong(exercise.flawless, "but not Wilson's interval")
def by_luck_at_one_end(claim):
    n = 1
    while claim**n > 0.05:
        n += 1
    return n


@wrong(exercise.flawless, "but not Wilson's interval")
def by_luck_at_two_ends(claim):
    return math.ceil(math.log(0.025, claim))


@wrong(exercise.flawless, "did not end within 10 seconds")
def counts_without_end(claim):
    n = 1
    while 1 / (1 + 1.96**2 / n) < claim:
        n -= 1e-9
    return n


@right(exercise.clean_split)
def with_sklearn(images, labels, n_valid, seed):
    from sklearn.model_selection import train_test_split

    x, x_valid, y, y_valid = train_test_split(
        images, labels, test_size=n_valid, random_state=seed
    )
    shifted = np.concatenate([x[:, :, -1:], x[:, :, :-1]], axis=2)
    return np.concatenate([shifted, x]), np.concatenate([y, y]), x_valid, y_valid


@right(exercise.clean_split)
def with_sklearn_as_in_the_lesson(images, labels, n_valid, seed):
    from sklearn.model_selection import train_test_split

    x_train, x_valid, y_train, y_valid = train_test_split(
        images, labels, test_size=n_valid, stratify=labels, random_state=seed
    )
    moved = np.zeros_like(x_train)  # what enters on the left is black
    moved[:, :, 1:] = x_train[:, :, :-1]
    x_train = np.concatenate([x_train, moved])
    return x_train, np.concatenate([y_train, y_train]), x_valid, y_valid


@right(exercise.clean_split)
def border_repeated(images, labels, n_valid, seed):
    x, y, x_valid, y_valid = without_the_copies(images, labels, n_valid, seed)
    moved = np.pad(x, ((0, 0), (0, 0), (1, 0)), mode="edge")[:, :, :-1]
    return np.concatenate([x, moved]), np.tile(y, 2), x_valid, y_valid


@right(exercise.clean_split)
def with_pairs(images, labels, n_valid, seed):
    pairs = [(x, np.roll(x, 1, axis=1), y) for x, y in zip(images, labels, strict=True)]
    np.random.default_rng(seed).shuffle(pairs)
    valid, train = pairs[:n_valid], pairs[n_valid:]
    x_train = [x for pair in train for x in pair[:2]]
    y_train = [pair[2] for pair in train for _ in "ab"]
    return x_train, y_train, [pair[0] for pair in valid], [pair[2] for pair in valid]


def doubled(images, labels):
    x = np.concatenate([images, np.roll(images, 1, axis=2)])
    return x, np.concatenate([labels, labels])


@right(exercise.clean_split)
def twins_taken_out(images, labels, n_valid, seed):
    x, y = doubled(images, labels)
    valid = np.random.default_rng(seed).permutation(len(images))[:n_valid]
    train = np.setdiff1d(np.arange(len(x)), [valid, valid + len(images)])
    return [x[train], y[train], x[valid], y[valid]]


@wrong(exercise.clean_split, "it still leaks")
def as_it_was(images, labels, n_valid, seed):
    x, y = doubled(images, labels)
    order = np.random.default_rng(seed).permutation(len(x))
    train, valid = order[n_valid:], order[:n_valid]
    return x[train], y[train], x[valid], y[valid]


@wrong(exercise.clean_split, "for example, stands in the training pile as it is")
def nothing_taken_out(images, labels, n_valid, seed):
    valid = np.random.default_rng(seed).permutation(len(images))[:n_valid]
    return *doubled(images, labels), images[valid], labels[valid]


@wrong(exercise.clean_split, "the validation pile holds shifted images")
def both_doubled(images, labels, n_valid, seed):
    order = np.random.default_rng(seed).permutation(len(images))
    valid, train = order[:n_valid], order[n_valid:]
    return *doubled(images[train], labels[train]), *doubled(
        images[valid], labels[valid]
    )


@wrong(exercise.clean_split, "draw them at random")
def always_the_first(images, labels, n_valid, seed):
    train = doubled(images[n_valid:], labels[n_valid:])
    return *train, images[:n_valid], labels[:n_valid]


@wrong(exercise.clean_split, "the same seed gives another split")
def without_the_seed(images, labels, n_valid, seed):
    fresh = int(np.random.default_rng().integers(10**9))
    return twins_taken_out(images, labels, n_valid, fresh)


@wrong(exercise.clean_split, "images and labels have lost each other")
def labels_left_behind(images, labels, n_valid, seed):
    x, x_valid = np.split(
        np.random.default_rng(seed).permutation(images), [len(images) - n_valid]
    )
    y, y_valid = np.split(labels, [len(images) - n_valid])
    return *doubled(x, y), x_valid, y_valid


@wrong(exercise.clean_split, "each image should stand twice")
def without_the_copies(images, labels, n_valid, seed):
    order = np.random.default_rng(seed).permutation(len(images))
    valid, train = order[:n_valid], order[n_valid:]
    return images[train], labels[train], images[valid], labels[valid]


def rolled(images, labels, n_valid, seed, step=1, axis=2):
    x, y, x_valid, y_valid = without_the_copies(images, labels, n_valid, seed)
    x = np.concatenate([x, np.roll(x, step, axis)])
    return x, np.concatenate([y, y]), x_valid, y_valid


@wrong(exercise.clean_split, "nor one of them shifted by a pixel to the right")
def shifted_by_two(images, labels, n_valid, seed):
    return rolled(images, labels, n_valid, seed, step=2)


@wrong(exercise.clean_split, "is shifted down: the columns are another axis")
def shifted_down(images, labels, n_valid, seed):
    return rolled(images, labels, n_valid, seed, axis=1)


@wrong(exercise.clean_split, "is shifted to the left")
def shifted_to_the_left(images, labels, n_valid, seed):
    return rolled(images, labels, n_valid, seed, step=-1)


@wrong(exercise.clean_split, "does np.roll know the axis?")
def rolled_as_one_list(images, labels, n_valid, seed):
    return rolled(images, labels, n_valid, seed, axis=None)


@wrong(exercise.clean_split, "the piles are exchanged")
def piles_exchanged(images, labels, n_valid, seed):
    x, y, x_valid, y_valid = rolled(images, labels, n_valid, seed)
    return x_valid, y_valid, x, y


def put_aside(images, labels, valid):
    train = np.setdiff1d(np.arange(len(images)), valid)
    return *doubled(images[train], labels[train]), images[valid], labels[valid]


@wrong(exercise.clean_split, "draw each once at most")
def drawn_with_replacement(images, labels, n_valid, seed):
    valid = np.random.default_rng(seed).integers(len(images), size=n_valid)
    return put_aside(images, labels, valid)


@wrong(exercise.clean_split, "neighbours each time")
def a_block_of_neighbours(images, labels, n_valid, seed):
    start = np.random.default_rng(seed).integers(len(images))
    return put_aside(images, labels, (start + np.arange(n_valid)) % len(images))


@wrong(exercise.clean_split, "it must return four arrays")
def two_pairs(images, labels, n_valid, seed):
    x, y, x_valid, y_valid = twins_taken_out(images, labels, n_valid, seed)
    return (x, y), (x_valid, y_valid)


def network(stack, shape=(28, 28, 1)):
    """A model that ends in ten probabilities; stack is called with Keras' layers."""
    import keras
    from keras import layers

    end = layers.Dense(10, activation="softmax")
    return keras.Sequential([keras.Input(shape), *stack(layers), end])


@right(exercise.small_net)
def with_large_windows():
    import keras
    from keras import layers

    image = keras.Input((28, 28, 1))
    maps = layers.Conv2D(10, 5, activation="relu")(image)
    maps = layers.Conv2D(16, 3, activation="relu")(layers.MaxPooling2D(2)(maps))
    features = layers.Flatten()(layers.MaxPooling2D(3)(maps))
    return keras.Model(image, layers.Dense(10, activation="softmax")(features))


@right(exercise.small_net)
def already_compiled():
    model = network(
        lambda layers: [
            layers.Conv2D(8, 3, activation="relu"),
            layers.MaxPooling2D(2),
            layers.Conv2D(12, 5, activation="relu"),
            layers.MaxPooling2D(2),
            layers.Flatten(),
        ]
    )
    model.compile("sgd", "mse")
    return model


@wrong(exercise.small_net, "92% are asked for")
def narrow_dense_layer():
    return network(
        lambda layers: [layers.Flatten(), layers.Dense(6, activation="relu")]
    )


@wrong(exercise.small_net, "Global pooling forgets where a stroke lies")
def pooled_everywhere():
    return network(
        lambda layers: [
            layers.Conv2D(4, 5, strides=3, activation="relu"),
            layers.GlobalAveragePooling2D(),
        ]
    )


@wrong(exercise.small_net, "begin with keras.Input((28, 28, 1))")
def no_input():
    import keras
    from keras import layers

    return keras.Sequential([layers.Flatten(), layers.Dense(10, activation="softmax")])


@wrong(exercise.small_net, "7,850 parameters are more than 5,000")
def one_dense_layer():
    return network(lambda layers: [layers.Flatten()])


@wrong(exercise.small_net, "Most of them, 54,090, sit in the layer")
def without_pooling():
    return network(
        lambda layers: [layers.Conv2D(8, 3, activation="relu"), layers.Flatten()]
    )


@wrong(exercise.small_net, "the last layer needs a softmax")
def with_logits():
    import keras
    from keras import layers

    stack = [layers.MaxPooling2D(2), layers.Flatten(), layers.Dense(10)]
    return keras.Sequential([keras.Input((28, 28, 1)), *stack])


@wrong(exercise.small_net, "it makes (None, 10) of (None, 28, 28)")
def without_channels():
    return network(lambda layers: [layers.Flatten()], shape=(28, 28))


@wrong(exercise.small_net, "it must return a Keras model")
def layers_alone():
    from keras import layers

    return [layers.Flatten(), layers.Dense(10)]
