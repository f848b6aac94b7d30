"""Lesson 8: answers that are right, and answers that learners write."""

import numpy as np

from exercises.collected import right, wrong
from utils.exercises import lesson_08 as exercise


@right(exercise.as_batch)
def with_expand_dims(photo):
    return np.expand_dims(photo[..., :-1].astype("float32") / 255.0, axis=0)


@right(exercise.as_batch)
def in_a_list(photo):
    return [[[[c / 255 for c in cell[:3]] for cell in row] for row in photo.tolist()]]


@right(exercise.as_batch)
def as_a_tensor(photo):
    from keras import ops

    return ops.cast(ops.convert_to_tensor(photo)[None, :, :, 0:3], "float32") / 255


@right(exercise.as_batch)
def in_half_precision(photo):
    return photo[np.newaxis, ..., :3].astype("float16") / 255


@wrong(exercise.as_batch, "take each row for a photo")
def no_batch(photo):
    return np.delete(photo, 3, axis=2) / 255


@wrong(exercise.as_batch, "the fourth channel is still there")
def four_channels(photo):
    return np.array([photo]) / 255


@wrong(exercise.as_batch, "The batch is the first axis")
def batch_last(photo):
    return (photo[..., :3] / 255)[..., None]


@wrong(exercise.as_batch, "still go up to 255")
def not_scaled(photo):
    return photo[np.newaxis, ..., :3].astype("float32")


@wrong(exercise.as_batch, "a dark photo becomes a bright one")
def stretched(photo):
    colours = photo[np.newaxis, ..., :3]
    return colours / colours.max()


@wrong(exercise.as_batch, "opacity included")
def by_its_largest(photo):
    return np.expand_dims(photo / photo.max(), 0)[..., :3]


@wrong(exercise.as_batch, "the third axis is the width")
def cuts_the_width(photo):
    batch = np.expand_dims(photo, 0) / 255
    return batch[:, :, :3]


@wrong(exercise.as_batch, "red and blue are exchanged")
def blue_green_red(photo):
    return photo[None, :, :, :3][..., ::-1] / 255


@wrong(exercise.as_batch, "0.9961 times the right one")
def by_256(photo):
    return photo[np.newaxis, ..., :3] / 256


@wrong(exercise.as_batch, "has the shape (1, 1, 1); (1, 1, 1, 3) is right")
def made_grey(photo):
    return photo[np.newaxis, ..., :3].mean(axis=-1) / 255


@right(exercise.early_stop)
def by_keras(val_losses, patience):
    import keras

    callback = keras.callbacks.EarlyStopping("val_loss", patience=patience)
    model = keras.Sequential()
    model.stop_training = False
    callback.set_model(model)
    callback.on_train_begin()
    for epoch, loss in enumerate(val_losses):
        callback.on_epoch_end(epoch, {"val_loss": loss})
        if model.stop_training:
            break
    return epoch + 1, callback.best_epoch + 1


@right(exercise.early_stop)
def by_waiting(val_losses, patience):
    best, best_epoch, waited = np.inf, 0, 0
    for epoch, loss in enumerate(val_losses, start=1):
        waited += 1
        if loss < best:
            best, best_epoch, waited = loss, epoch, 0
        if waited == patience:
            return [epoch, best_epoch]
    return [len(val_losses), best_epoch]


@right(exercise.early_stop)
def by_argmin(val_losses, patience):
    for n in range(1, len(val_losses) + 1):
        best = np.argmin(val_losses[:n]) + 1
        if n - best == patience:
            break
    return np.array([n, best])


@right(exercise.early_stop)
def from_infinity(val_losses, patience):
    return _with_a_counter(val_losses, patience, best=float("inf"))


def _with_a_counter(val_losses, patience, best, kept=0, resets=True, needed=0):
    """The callback as most write it, right or wrong in the parts named."""
    waited = 0
    for epoch, loss in enumerate(val_losses, start=1):
        if loss < best - needed:
            best, kept = loss, epoch
            waited = 0 if resets else waited
        else:
            waited += 1
            if waited >= patience:
                return epoch, kept
    return len(val_losses), kept


@wrong(exercise.early_stop, "begins too low for the first losses")
def from_one(val_losses, patience):
    return _with_a_counter(val_losses, patience, best=1.0)


@wrong(exercise.early_stop, "begins too low for the first losses")
def from_nearly_one(val_losses, patience):
    return _with_a_counter(val_losses, patience, best=0.99, kept=1)


@wrong(exercise.early_stop, "begins too low for the first losses")
def from_nothing(val_losses, patience):
    return _with_a_counter(val_losses, patience, best=0, kept=1)


@wrong(exercise.early_stop, "begins too low for the first losses")
def from_one_by_difference(val_losses, patience):
    best, kept = 1, 1
    for epoch, loss in enumerate(val_losses, start=1):
        if loss < best:
            best, kept = loss, epoch
        if epoch - kept >= patience:
            break
    return epoch, kept


@wrong(exercise.early_stop, "It begins anew then")
def waits_on(val_losses, patience):
    return _with_a_counter(val_losses, patience, best=np.inf, resets=False)


@wrong(exercise.early_stop, "early_stop([0.4, 0.3996, 0.3992, 0.3988], 1) returns")
def wants_a_thousandth(val_losses, patience):
    return _with_a_counter(val_losses, patience, best=np.inf, needed=1e-3)


@wrong(exercise.early_stop, "it stops too early")
def impatient(val_losses, patience):
    best, waited = 1, 0
    for epoch in range(2, len(val_losses) + 1):
        if val_losses[epoch - 1] < val_losses[best - 1]:
            best, waited = epoch, 0
        elif waited + 1 >= patience - 1:
            return epoch, best
        else:
            waited += 1
    return len(val_losses), best


@wrong(exercise.early_stop, "the best epoch is counted from 0")
def best_from_zero(val_losses, patience):
    return by_argmin(val_losses, patience) - np.array([0, 1])


@wrong(exercise.early_stop, "the trained epochs are one too few")
def trained_from_zero(val_losses, patience):
    return by_argmin(val_losses, patience) - np.array([1, 0])


@wrong(exercise.early_stop, "where the callback never comes")
def lowest_first(val_losses, patience):
    best = val_losses.index(min(val_losses)) + 1
    return min(len(val_losses), best + patience), best


@wrong(exercise.early_stop, "one epoch too long")
def too_patient(val_losses, patience):
    for n in range(1, len(val_losses) + 1):
        best = np.argmin(val_losses[:n]) + 1
        if n - best > patience:
            break
    return n, best


@wrong(exercise.early_stop, "counted from 1")
def from_zero(val_losses, patience):
    return by_argmin(val_losses, patience) - 1


@wrong(exercise.early_stop, "in the wrong order")
def exchanged(val_losses, patience):
    return by_argmin(val_losses, patience)[::-1]


@wrong(exercise.early_stop, "were never trained")
def looks_ahead(val_losses, patience):
    return by_argmin(val_losses, patience)[0], np.argmin(val_losses) + 1


@wrong(exercise.early_stop, "compared with the one before")
def with_the_last(val_losses, patience):
    best, waited = 1, 0
    for epoch in range(2, len(val_losses) + 1):
        if val_losses[epoch - 1] < val_losses[epoch - 2]:
            best, waited = epoch, 0
        else:
            waited += 1
        if waited == patience:
            return epoch, best
    return len(val_losses), best


@wrong(exercise.early_stop, "Keras wants it to be better")
def ties_count(val_losses, patience):
    best, best_epoch = np.inf, 0
    for epoch, loss in enumerate(val_losses, start=1):
        if loss <= best:
            best, best_epoch = loss, epoch
        if epoch - best_epoch == patience:
            break
    return epoch, best_epoch


@wrong(exercise.early_stop, "the patience is not used yet")
def never_stops(val_losses, patience):
    return len(val_losses), val_losses.index(min(val_losses)) + 1


@wrong(exercise.early_stop, "has the shape (); (2,) is right")
def the_stop_alone(val_losses, patience):
    return by_argmin(val_losses, patience)[0]


def branching(
    second,
    activation="sigmoid",
    pool=4,
    maps_first=True,
    between="relu",
    filters=8,
    side=3,
    padding="valid",
):
    """A network of two ways, right or wrong in the parts named."""
    import keras
    from keras import layers

    photo = keras.Input((64, 64, 3))
    maps = layers.Conv2D(filters, side, padding=padding, activation=between)(photo)
    maps = layers.MaxPool2D(pool_size=pool)(maps)
    parts = [layers.Flatten()(maps), *second(layers, photo, maps)]
    both = layers.concatenate(parts if maps_first else parts[::-1])
    return keras.Model(photo, layers.Dense(1, activation=activation)(both))


def mean_of_photo(layers, photo, maps):
    return [layers.GlobalAveragePooling2D()(photo)]


@right(exercise.two_ways)
def brightness_first():
    return branching(mean_of_photo, maps_first=False)


@right(exercise.two_ways)
def mean_by_pooling():
    return branching(
        lambda layers, photo, maps: [
            layers.Reshape((3,))(layers.AveragePooling2D(64)(photo))
        ]
    )


@right(exercise.two_ways)
def mean_by_an_operation():
    import keras

    return branching(
        lambda layers, photo, maps: [keras.ops.mean(photo, axis=(1, 2))], pool=(4, 4)
    )


@wrong(exercise.two_ways, "the second way is missing")
def one_way():
    import keras
    from keras import layers

    return keras.Sequential(
        [
            keras.Input((64, 64, 3)),
            layers.Conv2D(8, 3, activation="relu"),
            layers.MaxPooling2D(4),
            layers.Flatten(),
            layers.Dense(1, activation="sigmoid"),
        ]
    )


@wrong(exercise.two_ways, "begins at the maps")
def mean_of_maps():
    return branching(
        lambda layers, photo, maps: [layers.GlobalAveragePooling2D()(maps)]
    )


@wrong(exercise.two_ways, "does not give the mean")
def brightest_pixel():
    return branching(lambda layers, photo, maps: [layers.GlobalMaxPooling2D()(photo)])


@wrong(exercise.two_ways, "the sigmoid is missing")
def a_logit():
    return branching(mean_of_photo, activation=None)


@wrong(exercise.two_ways, "a softmax on one unit")
def softmax_on_one():
    return branching(mean_of_photo, activation="softmax")


@wrong(exercise.two_ways, "pooling takes 2 × 2")
def pools_less():
    return branching(mean_of_photo, pool=2)


@wrong(exercise.two_ways, "compare each layer with the text")
def whole_photo():
    return branching(lambda layers, photo, maps: [layers.Flatten()(photo)])


@wrong(exercise.two_ways, "computes something else: 8 filters of 3 × 3, ReLU")
def without_relu():
    return branching(mean_of_photo, between=None)


@wrong(exercise.two_ways, "something pads")
def pads():
    return branching(mean_of_photo, padding="same")


@wrong(exercise.two_ways, "3 filters of 8 × 8")
def filters_and_side_exchanged():
    return branching(mean_of_photo, filters=3, side=8)


@wrong(exercise.two_ways, "one mean for all three channels")
def a_single_mean():
    import keras

    return branching(
        lambda layers, photo, maps: [
            keras.ops.expand_dims(keras.ops.mean(photo, axis=(1, 2, 3)), 1)
        ]
    )


@wrong(exercise.two_ways, "a mean at each pixel")
def mean_over_channels():
    import keras

    return branching(
        lambda layers, photo, maps: [layers.Flatten()(keras.ops.mean(photo, axis=3))]
    )


@wrong(exercise.two_ways, "begin with keras.Input((64, 64, 3))")
def no_input():
    import keras
    from keras import layers

    return keras.Sequential([layers.Conv2D(8, 3), layers.Flatten(), layers.Dense(1)])


@wrong(exercise.two_ways, "it returns None")
def not_returned():
    branching(mean_of_photo)


def compiled(
    activation, loss, after=(), hidden=32, metrics=("accuracy",), between="relu"
):
    """The network of the clinic, with the parts named."""
    import keras
    from keras import layers

    stack = [layers.Dense(hidden, activation=between)]
    stack += [layers.Dense(3, activation=activation), *after]
    model = keras.Sequential([keras.Input((784,)), *stack])
    model.compile("adam", loss, metrics=list(metrics))
    return model


@right(exercise.mended)
def softmax_in_the_model():
    return compiled("softmax", "sparse_categorical_crossentropy")


@right(exercise.mended)
def softmax_behind_a_reshape():
    from keras import layers, losses

    after = [layers.Reshape((3,))]
    return compiled("softmax", losses.SparseCategoricalCrossentropy(), after)


@right(exercise.mended)
def softmax_in_the_loss():
    from keras import losses

    loss = losses.SparseCategoricalCrossentropy(from_logits=True)
    return compiled("linear", loss, metrics=["sparse_categorical_accuracy"])


@wrong(exercise.mended, "still two softmaxes in a row")
def flattened_instead():
    from keras import layers, losses

    loss = losses.SparseCategoricalCrossentropy(from_logits=True)
    return compiled("softmax", loss, [layers.Flatten()])


@wrong(exercise.mended, "still two softmaxes in a row")
def two_layers():
    from keras import layers

    loss = "sparse_categorical_crossentropy"
    return compiled("softmax", loss, [layers.Reshape((3,)), layers.Softmax()])


@wrong(exercise.mended, "Now Keras sees the first one")
def without_the_reshape():
    from keras import losses

    return compiled("softmax", losses.SparseCategoricalCrossentropy(from_logits=True))


@wrong(exercise.mended, "no softmax is left at all")
def both_taken_away():
    return compiled(None, "sparse_categorical_crossentropy")


@wrong(exercise.mended, "same rank")
def loss_for_one_hot():
    return compiled("softmax", "categorical_crossentropy")


@wrong(exercise.mended, "is it the loss for one of three classes")
def squared_error():
    return compiled("softmax", "mean_squared_error")


@wrong(exercise.mended, "neither scores nor probabilities")
def sigmoids():
    return compiled("sigmoid", "sparse_categorical_crossentropy")


@wrong(exercise.mended, "neither scores nor probabilities")
def sigmoids_by_logits():
    from keras import losses

    return compiled("sigmoid", losses.SparseCategoricalCrossentropy(from_logits=True))


@wrong(exercise.mended, "its ReLU is missing")
def relu_lost():
    return compiled("softmax", "sparse_categorical_crossentropy", between=None)


@wrong(exercise.mended, "its ReLU is missing")
def relu_lost_with_scores():
    from keras import losses

    loss = losses.SparseCategoricalCrossentropy(from_logits=True)
    return compiled(None, loss, between=None)


@wrong(exercise.mended, "begin with keras.Input((784,))")
def nothing_known_of_the_input():
    import keras
    from keras import layers

    model = keras.Sequential([layers.Dense(32, "relu"), layers.Dense(3, "softmax")])
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


@wrong(exercise.mended, "the accuracy is not reported: metrics=")
def without_metric():
    return compiled("softmax", "sparse_categorical_crossentropy", metrics=())


@wrong(exercise.mended, "the dense layers have changed")
def larger():
    return compiled("softmax", "sparse_categorical_crossentropy", hidden=64)


@wrong(exercise.mended, "the model is not compiled")
def not_compiled():
    import keras
    from keras import layers

    stack = [layers.Dense(32, "relu"), layers.Dense(3, "softmax")]
    return keras.Sequential([keras.Input((784,)), *stack])
