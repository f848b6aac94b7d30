"""Answers to `cover_brightest`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_11b as exercise


def _count(heat, share):
    return round(share * heat.size)


@right(exercise.cover_brightest)
def in_a_flat_copy(image, heat, share, fill):
    rows = np.array(image).reshape(heat.size, -1)
    rows[np.argsort(heat.ravel())[::-1][: _count(heat, share)]] = fill
    return rows.reshape(image.shape)


@right(exercise.cover_brightest)
def one_after_the_other(image, heat, share, fill):
    covered, left = np.array(image, dtype=np.float64), heat.copy()
    for _ in range(_count(heat, share)):
        place = np.unravel_index(left.argmax(), left.shape)
        covered[place] = fill
        left[place] = -np.inf
    return covered


@right(exercise.cover_brightest)
def with_where(image, heat, share, fill):
    ranks = np.argsort(np.argsort(-heat, axis=None)).reshape(heat.shape)
    return np.where((ranks < _count(heat, share))[..., None], fill, image).tolist()


@wrong(exercise.cover_brightest, "a share of the largest *value*")
def share_of_the_value(image, heat, share, fill):
    covered = image.copy()
    covered[heat > heat.max() * (1 - share)] = fill
    return covered


@wrong(exercise.cover_brightest, "the darkest pixels")
def darkest(image, heat, share, fill):
    covered = image.copy()
    places = np.argsort(heat.ravel())[: _count(heat, share)]
    covered[np.unravel_index(places, heat.shape)] = fill
    return covered


@wrong(exercise.cover_brightest, "[-0:] is [0:]")
def last_zero(image, heat, share, fill):
    covered = image.copy()
    places = np.argsort(heat.ravel())[-_count(heat, share) :]
    covered[np.unravel_index(places, heat.shape)] = fill
    return covered


@wrong(exercise.cover_brightest, "only the first channel")
def first_channel(image, heat, share, fill):
    covered = image.copy()
    places = np.argsort(-heat.ravel())[: _count(heat, share)]
    covered[..., 0].flat[places] = fill
    return covered


@wrong(exercise.cover_brightest, "all the other pixels")
def the_rest(image, heat, share, fill):
    ranks = np.argsort(np.argsort(-heat, axis=None)).reshape(heat.shape)
    return np.where((ranks >= _count(heat, share))[..., None], fill, image)


@wrong(exercise.cover_brightest, "and >= covers it")
def from_a_quantile_on(image, heat, share, fill):
    covered = image.copy()
    covered[heat >= np.quantile(heat, 1 - share)] = fill
    return covered


@wrong(exercise.cover_brightest, "and > leaves it uncovered")
def above_a_quantile(image, heat, share, fill):
    covered = image.copy()
    covered[heat > np.quantile(heat, 1 - share)] = fill
    return covered


@wrong(exercise.cover_brightest, "`fill` is not used")
def always_black(image, heat, share, fill):
    return one_after_the_other(image, heat, share, 0)


@wrong(exercise.cover_brightest, "sorts each row for itself")
def sorted_row_by_row(image, heat, share, fill):
    places = np.argsort(-heat)[: _count(heat, share)]
    covered = image.copy()
    covered[np.unravel_index(places, heat.shape)] = fill
    return covered


@wrong(exercise.cover_brightest, "holds 1 at [0, 1, 0], where 0.2 is right")
def strongest_of_either_sign(image, heat, share, fill):
    return one_after_the_other(image, np.abs(heat), share, fill)


@wrong(exercise.cover_brightest, "right, but it changes your `image`")
def into_the_image(image, heat, share, fill):
    places = np.argsort(-heat.ravel())[: _count(heat, share)]
    image[np.unravel_index(places, heat.shape)] = fill
    return image


@wrong(exercise.cover_brightest, "right, but it changes your `heat`")
def uses_up_the_map(image, heat, share, fill):
    covered = image.copy()
    for _ in range(_count(heat, share)):
        place = np.unravel_index(heat.argmax(), heat.shape)
        covered[place], heat[place] = fill, -np.inf
    return covered


@wrong(exercise.cover_brightest, "here 20 are covered")
def from_a_limit_on(image, heat, share, fill):
    limit = [np.inf, *sorted(heat.ravel(), reverse=True)][_count(heat, share)]
    return np.where((heat >= limit)[..., None], fill, image)


@wrong(exercise.cover_brightest, "too many indices")
def without_rows_and_columns(image, heat, share, fill):
    covered = image.copy()
    covered[np.argsort(-heat.ravel()), 0, 0, 0] = fill
    return covered


@wrong(exercise.cover_brightest, "1 axis is missing")
def the_heat_itself(image, heat, share, fill):
    return np.where(heat > np.quantile(heat, 1 - share), fill, heat)


def _covered(image, heat, count, fill):
    covered = image.copy()
    places = np.argsort(-heat.ravel())[:count]
    covered[np.unravel_index(places, heat.shape)] = fill
    return covered


@wrong(exercise.cover_brightest, "is rounded down")
def cuts_off(image, heat, share, fill):
    return _covered(image, heat, int(share * heat.size), fill)


@wrong(exercise.cover_brightest, "is rounded up")
def rounds_up(image, heat, share, fill):
    return _covered(image, heat, int(np.ceil(share * heat.size)), fill)


@right(exercise.cover_brightest)
def rounds_by_adding_a_half(image, heat, share, fill):
    return _covered(image, heat, int(share * heat.size + 0.5), fill)


@wrong(exercise.cover_brightest, "cover_brightest")
def all_below_0_alike(image, heat, share, fill):
    return _covered(image, np.maximum(heat, 0), _count(heat, share), fill)
