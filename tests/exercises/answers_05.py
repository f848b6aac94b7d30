"""Lesson 5: answers that are right, and answers that learners write."""

import numpy as np

from exercises.collected import right, wrong
from utils.convolution import output_size
from utils.exercises import lesson_05 as exercise


@right(exercise.parameter_counts)
def with_output_size(side, channels, window, stride, filters):
    places = output_size(side, window, stride)
    dense = side * side * channels * places * places * filters
    local = window * window * channels * places * places * filters
    biases = places * places * filters
    shared = window * window * channels * filters
    return [dense + biases, local + biases, shared + filters]


@right(exercise.parameter_counts)
def by_counting_units(side, channels, window, stride, filters):
    counts = np.zeros(3)
    starts = range(0, side - window + 1, stride)
    for _ in starts:
        for _ in starts:
            counts[0] += filters * (side**2 * channels + 1)
            counts[1] += filters * (window**2 * channels + 1)
    counts[2] = filters * (window**2 * channels + 1)
    return counts


@wrong(exercise.parameter_counts, "too few biases")
def one_bias_per_filter(side, channels, window, stride, filters):
    dense, _, shared = with_output_size(side, channels, window, stride, filters)
    places = output_size(side, window, stride)
    return dense, places**2 * window**2 * channels * filters + filters, shared


@wrong(exercise.parameter_counts, "the biases are missing")
def no_biases(side, channels, window, stride, filters):
    places = output_size(side, window, stride) ** 2
    dense = side**2 * channels * places * filters
    shared = window**2 * channels * filters
    return dense, shared * places, shared


@wrong(exercise.parameter_counts, "parameter_counts(4, 1, 3, 1, 1) returns [17, 40")
def dense_as_in_the_lesson(side, channels, window, stride, filters):
    _, local, shared = with_output_size(side, channels, window, stride, filters)
    return filters * (side**2 * channels + 1), local, shared


@wrong(exercise.parameter_counts, "along one side only")
def places_in_one_direction(side, channels, window, stride, filters):
    units = output_size(side, window, stride) * filters
    see = side**2 * channels + 1, window**2 * channels + 1
    return units * see[0], units * see[1], filters * see[1]


@wrong(exercise.parameter_counts, "the stride is not used yet")
def stride_forgotten(side, channels, window, stride, filters):
    return with_output_size(side, channels, window, 1, filters)


@wrong(exercise.parameter_counts, "the channels are missing")
def grey_only(side, channels, window, stride, filters):
    return with_output_size(side, 1, window, stride, filters)


@wrong(exercise.parameter_counts, "has the shape (2,); (3,) is right")
def without_dense(side, channels, window, stride, filters):
    return with_output_size(side, channels, window, stride, filters)[1:]


@wrong(exercise.parameter_counts, "divide with //")
def windows_cut_in_two(side, channels, window, stride, filters):
    units = ((side - window) / stride + 1) ** 2 * filters
    see = side**2 * channels + 1, window**2 * channels + 1
    return units * see[0], units * see[1], filters * see[1]


@wrong(exercise.parameter_counts, "with padding `same`")
def same_padding(side, channels, window, stride, filters):
    units = output_size(side, window, stride, "same") ** 2 * filters
    see = side**2 * channels + 1, window**2 * channels + 1
    return units * see[0], units * see[1], filters * see[1]


@right(exercise.best_of_turns)
def step_by_step(score, image):
    best = score(image)
    for _ in range(3):
        image = np.rot90(image)
        best = max(best, score(image))
    return best


@right(exercise.best_of_turns)
def with_flips_and_transposes(score, image):
    image = np.array(image, dtype=np.float32)
    quarter, half = image.T[::-1], image[::-1, ::-1]
    return np.max([score(image), score(quarter), score(half), score(half.T[::-1])])


@wrong(exercise.best_of_turns, "the image as it stands is missing")
def three_turns(score, image):
    return max(score(np.rot90(image, turns)) for turns in (1, 2, 3))


@wrong(exercise.best_of_turns, "only the half turn is tried")
def half_turns(score, image):
    return max(score(image), score(image[::-1, ::-1]))


@wrong(exercise.best_of_turns, "to flip is not to turn")
def mirror_images(score, image):
    flips = image, np.flipud(image), np.fliplr(image), np.flip(image)
    return max(map(score, flips))


@wrong(exercise.best_of_turns, "The score itself is asked for")
def which_turn(score, image):
    return np.argmax([score(np.rot90(image, turns)) for turns in range(4)])


@wrong(exercise.best_of_turns, "best_of_turns(upper_left_pixel, image) with")
def all_scores(score, image):
    return sorted(score(np.rot90(image, turns)) for turns in range(4))


@wrong(exercise.best_of_turns, "the mean forgives turns as well")
def average(score, image):
    return sum(score(np.rot90(image, turns)) for turns in range(4)) / 4


@wrong(exercise.best_of_turns, "do not start at 0")
def starting_at_zero(score, image):
    best = 0
    for turns in range(4):
        best = max(best, score(np.rot90(image, turns)))
    return best


@wrong(exercise.best_of_turns, "the last quarter is missing")
def to_three_exclusive(score, image):
    return max(score(np.rot90(image, turns)) for turns in range(3))


def moves(row):
    """The row, one place to the right, without np.roll."""
    return np.concatenate([row[-1:], row[:-1]])


@right(exercise.reaction)
def with_lists(layer, row):
    before = np.atleast_1d(layer(row)).tolist()
    after = np.atleast_1d(layer(moves(row))).tolist()
    if before == after:
        return "invariant"
    return "equivariant" if after == before[-1:] + before[:-1] else "neither"


@right(exercise.reaction)
def to_the_left(layer, row):
    before, after = layer(row), layer(np.roll(row, -1))
    stays = np.shape(before) == np.shape(after) and np.allclose(before, after)
    if not stays and np.allclose(np.roll(before, -1), after):
        return np.str_("equivariant")
    return np.str_("invariant" if stays else "neither")


@wrong(exercise.reaction, "Ask first whether the output stays")
def wrong_order(layer, row):
    before, after = layer(row), layer(np.roll(row, 1))
    if np.array_equal(np.roll(before, 1), after):
        return "equivariant"
    return "invariant" if np.array_equal(before, after) else "neither"


@wrong(exercise.reaction, "reaction(largest, [3, 1, 2]) returns 'equivariant'")
def words_exchanged(layer, row):
    answer = with_lists(layer, row)
    words = {"invariant": "equivariant", "equivariant": "invariant"}
    return words.get(answer, answer)


@wrong(exercise.reaction, "not everything that changes is equivariant")
def two_answers(layer, row):
    before, after = layer(row), layer(np.roll(row, 1))
    return "invariant" if np.array_equal(before, after) else "equivariant"


@wrong(exercise.reaction, "the same direction")
def two_directions(layer, row):
    before, after = layer(row), layer(np.roll(row, -1))
    if np.array_equal(before, after):
        return "invariant"
    return "equivariant" if np.array_equal(np.roll(before, 1), after) else "neither"


@wrong(exercise.reaction, "the same numbers are not enough")
def in_any_order(layer, row):
    before, after = layer(row), layer(np.roll(row, 1))
    if np.array_equal(before, after):
        return "invariant"
    return "equivariant" if set(np.ravel(before)) == set(np.ravel(after)) else "neither"


@wrong(exercise.reaction, "it stops with ValueError: The truth value")
def compares_with_equals(layer, row):
    before, after = layer(row), layer(np.roll(row, 1))
    if before == after:
        return "invariant"
    return "equivariant" if np.roll(before, 1) == after else "neither"


@wrong(exercise.reaction, "a whole row can be invariant too")
def invariant_is_a_number(layer, row):
    before, after = layer(row), layer(np.roll(row, 1))
    if np.ndim(before) == 0:
        return "invariant"
    return "equivariant" if np.array_equal(np.roll(before, 1), after) else "neither"


@wrong(exercise.reaction, "a whole row can be invariant too")
def invariant_is_a_number_that_stays(layer, row):
    answer = with_lists(layer, row)
    a_row = np.ndim(layer(row)) == 1
    return "neither" if answer == "invariant" and a_row else answer


@wrong(exercise.reaction, "a single number can change as well")
def every_number_is_invariant(layer, row):
    return "invariant" if np.ndim(layer(row)) == 0 else with_lists(layer, row)


@wrong(exercise.reaction, "is right but for capital letters")
def with_a_capital(layer, row):
    return with_lists(layer, row).capitalize()


@wrong(exercise.reaction, "the result is the wrong word")
def in_other_words(layer, row):
    return "stays" if with_lists(layer, row) == "invariant" else "moves"


@wrong(exercise.reaction, "must be a word")
def says_true_or_false(layer, row):
    return np.array_equal(layer(row), layer(np.roll(row, 1)))


def network(side, *hidden):
    """The learner's network: these layers, by name and arguments, and a dense one."""
    from keras import Input, Sequential, layers

    stack = [getattr(layers, name)(*args, **kw) for name, args, kw in hidden]
    return Sequential([Input((side, side, 1)), *stack, layers.Dense(10)])


RELU = {"activation": "relu"}


@right(exercise.shift_blind_net)
def functional_with_averages(side):
    import keras
    from keras import layers

    inputs = keras.Input((side, side, 1))
    maps = layers.Conv2D(8, 3, padding="same", activation="relu")(inputs)
    maps = layers.MaxPooling2D(2, strides=1)(maps)
    numbers = layers.GlobalAveragePooling2D()(maps)
    outputs = layers.Dense(10, activation="softmax")(numbers)
    return keras.Model(inputs, outputs)


@right(exercise.shift_blind_net)
def maximum_by_pooling(side):
    return network(
        side,
        ("Conv2D", (8, 5), {}),
        ("MaxPooling2D", (side - 4,), {}),  # one window, the whole map
        ("Flatten", (), {}),
    )


@right(exercise.shift_blind_net)
def dilated(side):
    return network(
        side,
        ("Conv2D", (8, 3), RELU),
        ("Conv2D", (8, 3), RELU | {"dilation_rate": 2}),
        ("BatchNormalization", (), {}),
        ("GlobalMaxPooling2D", (), {}),
    )


@right(exercise.shift_blind_net)
def of_any_size(side):
    from keras import Input, Sequential, layers

    stack = [layers.Conv2D(8, 5, activation="relu"), layers.GlobalMaxPooling2D()]
    return Sequential([Input((None, None, 1)), *stack, layers.Dense(10)])


@wrong(exercise.shift_blind_net, "by 2 pixels gets the same scores, by 1 pixel others")
def as_in_the_lesson(side):
    return network(
        side,
        ("Conv2D", (8, 5), RELU),
        ("MaxPooling2D", (2,), {}),
        ("Conv2D", (32, 5), RELU),
        ("GlobalMaxPooling2D", (), {}),
    )


@wrong(exercise.shift_blind_net, "moves in steps of 4")
def two_strides(side):
    return network(
        side,
        ("Conv2D", (8, 5), RELU | {"strides": 2}),
        ("Conv2D", (8, 3), RELU | {"strides": 2}),
        ("GlobalMaxPooling2D", (), {}),
    )


@wrong(exercise.shift_blind_net, "still knows places")
def flattened(side):
    return network(side, ("Conv2D", (8, 5), RELU), ("Flatten", (), {}))


@wrong(exercise.shift_blind_net, "only the amount of ink")
def linear_and_mean(side):
    return network(side, ("Conv2D", (8, 5), {}), ("GlobalAveragePooling2D", (), {}))


@wrong(exercise.shift_blind_net, "cannot tell blots apart")
def no_convolution(side):
    return network(side, ("GlobalMaxPooling2D", (), {}))


@wrong(exercise.shift_blind_net, "gives the shape (62, 62, 10)")
def no_global_pooling(side):
    return network(side, ("Conv2D", (8, 3), RELU))


@wrong(exercise.shift_blind_net, "(64, 64, 1) is right")
def of_one_size(side):
    return network(28, ("Conv2D", (8, 5), RELU), ("GlobalMaxPooling2D", (), {}))


@wrong(exercise.shift_blind_net, "cannot tell blots apart")
def of_zeros(side):
    zeros = RELU | {"kernel_initializer": "zeros"}
    return network(side, ("Conv2D", (8, 5), zeros), ("GlobalMaxPooling2D", (), {}))


@wrong(exercise.shift_blind_net, "begin with keras.Input((side, side, 1))")
def without_input(side):
    from keras import Sequential, layers

    return Sequential(
        [layers.Conv2D(8, 5), layers.GlobalMaxPooling2D(), layers.Dense(10)]
    )


@wrong(exercise.shift_blind_net, "it returns None: is a `return` missing?")
def not_returned(side):
    flattened(side)


@wrong(exercise.shift_blind_net, "must return a Keras model")
def list_of_layers(side):
    from keras import layers

    return [layers.Conv2D(8, 5), layers.GlobalMaxPooling2D(), layers.Dense(10)]


wrong(exercise.shift_blind_net, "wants the function itself", "a model")
