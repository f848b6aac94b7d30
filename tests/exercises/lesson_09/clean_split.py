"""Answers to `clean_split`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_09 as exercise


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


@wrong(exercise.clean_split, "right, but it changes your `images`: work on a copy")
def shifts_in_place(images, labels, n_valid, seed):
    order = np.random.default_rng(seed).permutation(len(images))
    valid, train = order[:n_valid], order[n_valid:]
    x_valid, x_train = images[valid], images[train]
    images[:] = np.roll(images, 1, axis=2)
    x_train = np.concatenate([x_train, images[train]])
    return x_train, np.tile(labels[train], 2), x_valid, labels[valid]


@wrong(exercise.clean_split, "with n_valid = 3 it puts 4 images aside: use n_valid")
def puts_a_third_aside(images, labels, n_valid, seed):
    return exercise.clean_split.reference.value(images, labels, len(images) // 3, seed)
