"""A film's boxes are around the thing, its changes are those asked for."""

import numpy as np
import pytest

from tests.one_sentence import assert_one_sentence
from utils.arrays.films import FRAMES, LONG, SIDE, make_film

BLACK = np.zeros((1, 100, 110, 3))
DISC = np.hypot(*(np.indices((30, 30)) - 14.5)) < 13


def disc(colour):
    return np.dstack([np.full((30, 30, 3), colour), DISC.astype(float)])


THINGS = [disc((0.9, 0, 0)), disc((0, 0.9, 0))]


def film(seed=0, things=THINGS, grounds=BLACK, **change):
    return make_film(things, grounds, np.random.default_rng(seed), **change)


@pytest.mark.parametrize("seed", range(5))
def test_boxes_are_around_the_thing(seed):
    frames, boxes = film(seed)
    assert frames.shape == (FRAMES, SIDE, SIDE, 3) and frames.dtype == np.float32
    assert boxes.shape == (FRAMES, 4)
    for frame, (x1, y1, x2, y2) in zip(frames, boxes.astype(int), strict=True):
        colour = frame[(y1 + y2) // 2, (x1 + x2) // 2].argmax()
        own, other = (frame[..., one] > 0.45 for one in (colour, 1 - colour))
        inside = own[y1:y2, x1:x2]
        assert inside.any(axis=1).all() and inside.any(axis=0).all()
        assert own.sum() == inside.sum() and other.sum() > 0.8 * own.sum()
    assert np.all(np.abs(boxes[:, 2:] - boxes[:, :2] - LONG) <= 2)


def test_it_walks_by_steps_and_keeps_from_the_rim():
    _, boxes = film()
    middles = (boxes[:, :2] + boxes[:, 2:]) / 2
    steps = np.hypot(*np.diff(middles, axis=0).T)
    assert np.all((1.5 < steps) & (steps < 4.5))
    assert np.all((middles > 18) & (middles < SIDE - 18))


def test_light_fades_and_things_grow_or_shrink():
    steady, boxes = film()
    faded, same = film(light=0.5)
    assert np.array_equal(boxes, same)
    share = 1 - 0.5 * np.linspace(0, 1, FRAMES)
    expected = steady * share[:, np.newaxis, np.newaxis, np.newaxis]
    assert np.allclose(faded, expected, atol=1e-6)
    sides = [np.ptp(film(seed, growth=0.3)[1][-1][[0, 2]]) for seed in range(8)]
    ratios = {round(float(side / LONG), 0) if side > LONG else 0 for side in sides}
    assert len(ratios) == 2  # some larger, some smaller
    assert np.all(np.abs(np.abs(np.log(np.array(sides) / LONG)) - 0.3) < 0.1)


def test_a_bar_turns_by_the_angle():
    bar = np.dstack([np.ones((4, 40, 3)), np.ones((4, 40))])
    _, boxes = film(things=[bar, bar], turning=np.pi / 3)
    width, height = (boxes[-1, 2:] - boxes[-1, :2]) / LONG
    assert width == pytest.approx(np.cos(np.pi / 3) + 0.1 * np.sin(np.pi / 3), abs=0.12)
    assert height == pytest.approx(
        np.sin(np.pi / 3) + 0.1 * np.cos(np.pi / 3), abs=0.12
    )


def test_the_same_generator_gives_the_same_film():
    assert all(map(np.array_equal, film(3), film(3)))
    assert not np.array_equal(film(3)[1], film(4)[1])


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"things": THINGS[:1]}, "two things or more"),
        ({"grounds": BLACK[:, :90]}, "at least 96 × 96"),
        ({"grounds": BLACK[0]}, "at least 96 × 96"),
        ({"light": 1.5}, "light is a share"),
        ({"growth": -0.7}, "within -0.5 and 0.5"),
    ],
)
def test_what_makes_no_film_is_one_sentence(change, words):
    with pytest.raises(ValueError) as refused:
        film(**change)
    assert_one_sentence(refused, words)
