"""Answers to `as_batch`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_08c as exercise


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


@wrong(exercise.as_batch, "hold no fractions")
def whole_numbers_again(photo):
    return (photo[np.newaxis, ..., :3] / 255).astype("uint8")
