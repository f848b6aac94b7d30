"""Streets: what is drawn stands where the truth says, in every look."""

import numpy as np
import pytest

from utils.arrays.street_looks import GROUPS, KINDS
from utils.arrays.street_plans import (
    COLUMNS,
    EYE,
    FOCAL,
    PERIOD,
    ROWS,
    SIGN,
    SIZES,
    Road,
    any_road,
    covered,
    seen_at,
    standing,
    view_of,
)
from utils.arrays.streets import make_streets

PHOTOS = np.random.default_rng(0).random((3, 70, 140, 3))
STRAIGHT = Road(
    horizon=25, column=64, bend=0, shift=0, lane=3, phase=0, other_side=1, dashed=True
)


def sign(colour, shape=(64, 64)):
    drawing = np.ones((*shape, 4), np.float32)
    drawing[..., :3] = colour
    return drawing


SIGNS = [sign((1, 0, 0)), sign((0, 0, 1), (64, 40)), sign((1, 1, 0), (48, 64))]


@pytest.mark.parametrize("look", KINDS)
def test_pictures_and_truth_have_their_shapes_and_ranges(look):
    streets = make_streets(5, SIGNS, 0, look, PHOTOS)
    assert streets.images.shape == (5, ROWS, COLUMNS, 3)
    assert streets.images.dtype == np.float32
    assert streets.images.min() >= 0 and streets.images.max() <= 1
    assert streets.marks.shape == (5, ROWS, COLUMNS) and streets.marks.dtype == bool
    assert 0.005 < streets.marks.mean() < 0.1
    for boxes, labels in zip(streets.boxes, streets.labels, strict=True):
        assert boxes.dtype == np.float32 and labels.dtype == np.int64
        assert boxes.shape == (len(labels), 4)
        assert np.all(boxes >= 0) and np.all(boxes <= [COLUMNS, ROWS] * 2)
        longer = (boxes[:, 2:] - boxes[:, :2]).max(axis=1)
        assert np.all((longer >= SIZES[0]) & (longer <= SIZES[1]))
        assert np.all((labels >= 0) & (labels < 3))


def test_the_same_seed_is_the_same_street_in_every_look():
    streets = [make_streets(4, SIGNS, 3, look, PHOTOS) for look in KINDS]
    for other in streets[1:]:
        assert np.array_equal(other.marks, streets[0].marks)
        for first, second in zip(streets[0].boxes, other.boxes, strict=True):
            assert np.array_equal(first, second)
        assert not np.allclose(other.images, streets[0].images, atol=0.1)
    again = make_streets(4, SIGNS, 3, "random", PHOTOS)
    assert np.array_equal(again.images, streets[2].images)
    others = make_streets(4, SIGNS, 4, "random", PHOTOS)
    assert not np.array_equal(others.marks, again.marks)


@pytest.mark.parametrize("group", GROUPS)
def test_one_group_changes_nothing_else(group):
    plain = dict.fromkeys(GROUPS, "plain")
    before = make_streets(3, SIGNS, 5, plain, PHOTOS).images
    after = make_streets(3, SIGNS, 5, plain | {group: "other"}, PHOTOS).images
    assert not np.allclose(before, after, atol=0.1)
    if group == "marks":  # away from the marks all is as it was
        marks = make_streets(3, SIGNS, 5, plain).marks
        beside = np.stack([covered_nowhere(mask) for mask in marks])
        assert np.allclose(before[beside], after[beside])


def covered_nowhere(mask):
    """Pixels at least three away from any mark."""
    near = np.zeros_like(mask)
    for row in range(-3, 4):
        for column in range(-3, 4):
            near |= np.roll(mask, (row, column), (0, 1))
    return ~near & (np.arange(ROWS)[:, np.newaxis] < 22)


def test_a_box_holds_its_sign():
    streets = make_streets(30, SIGNS, 1, "plain")
    colours = np.array([s[0, 0, :3] for s in SIGNS])
    for image, boxes, labels in zip(
        streets.images, streets.boxes, streets.labels, strict=True
    ):
        for (x1, y1, x2, y2), label in zip(boxes.astype(int), labels, strict=True):
            inside = image[y1 + 1 : y2 - 1, x1 + 1 : x2 - 1]
            assert np.all(np.abs(inside - colours[label]) < 0.25)
            high, wide = SIGNS[label].shape[:2]
            assert abs((x2 - x1) / (y2 - y1) - wide / high) < 0.12


def test_signs_are_apart_whole_and_as_many_as_asked():
    rng = np.random.default_rng(0)
    shapes = [(64, 64), (64, 40)]
    counts = []
    for _ in range(50):
        signs = standing(any_road(rng), shapes, (2, 3), rng)
        counts.append(len(signs))
        for k, one in enumerate(signs):
            for other in signs[:k]:
                assert np.any(one.box[2:] <= other.box[:2]) or np.any(
                    other.box[2:] <= one.box[:2]
                )
    assert max(counts) == 3
    assert standing(STRAIGHT, shapes, (0, 0), rng) == []
    streets = make_streets(3, SIGNS, 0, "plain", number=(0, 0))
    assert all(boxes.shape == (0, 4) for boxes in streets.boxes)


def test_a_sign_is_as_long_as_its_distance_says():
    rng = np.random.default_rng(2)
    for _ in range(20):
        for one in standing(STRAIGHT, [(64, 64)], (1, 1), rng):
            below = one.foot - STRAIGHT.horizon  # where its post meets the ground
            distance = FOCAL * EYE / below
            assert abs(FOCAL * SIGN / distance - one.size[0]) < 1


def test_seen_at_and_view_of_are_inverses():
    rng = np.random.default_rng(3)
    for _ in range(5):
        road = any_road(rng)
        view = view_of(road)
        row, column = 55, 30
        seen = seen_at(road, view.beside[row, column], view.ahead[row, column])
        assert np.allclose(seen, (column + 0.5, row + 0.5), atol=1e-3)
        assert not view.is_ground[:20].any() and view.is_ground[40:].all()
        assert not view.ahead[:20].any() and not view.beside[:20].any()


def test_a_straight_road_is_marked_where_it_should_be():
    on_road, on_marks = covered(STRAIGHT)
    for share in (on_road, on_marks):
        assert share.shape == (ROWS, COLUMNS)
        assert share.min() == 0 and 0.99 < share.max() <= 1
        assert not share[:25].any()
    assert np.all(on_marks <= on_road)
    left, right, middle = STRAIGHT.marks
    assert (left, right, middle) == (-1.5, 4.5, 1.5)
    column, row = (round(float(n)) for n in seen_at(STRAIGHT, left, 7.0))
    assert on_marks[row, column - 1 : column + 1].max() > 0.9
    for ahead in (PERIOD + 1, PERIOD + 4.5):  # a dash, and a gap
        column, row = (int(n) for n in seen_at(STRAIGHT, middle, ahead))
        assert (on_marks[row, column] > 0.5) == (ahead == PERIOD + 1)


def test_the_middle_mark_is_dashed_or_not():
    whole = covered(STRAIGHT._replace(dashed=False))[1]
    assert covered(STRAIGHT)[1].sum() < whole.sum()
    bent = covered(STRAIGHT._replace(bend=0.008))[1]
    assert bent[30].argmax() > whole[30].argmax()  # to the right


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"look": "night"}, "A look has one of plain, other, random for each of"),
        ({"look": {"light": "plain"}}, "A look has one of plain, other, random"),
        ({"look": "other"}, "Other surfaces need photos"),
        ({"look": "other", "photos": PHOTOS[:, :30]}, "not of shape"),
        ({"number": (2, 1)}, "number is "),
        ({"number": (-1, 1)}, "number is "),
        ({"signs": []}, "Signs are "),
        ({"signs": [np.ones((8, 8))]}, "Signs are "),
        ({"count": -1}, "count must be a whole number"),
        ({"seed": 0.5}, "seed must be a whole number"),
    ],
)
def test_what_does_not_fit_is_one_sentence(changed, sentence):
    usual = {"count": 1, "signs": SIGNS, "seed": 0, "look": "plain"}
    with pytest.raises(ValueError, match=sentence) as told:
        make_streets(**usual | changed)
    assert "\n" not in str(told.value)


def test_no_streets_are_empty_arrays():
    streets = make_streets(0, SIGNS, 0, "plain")
    assert streets.images.shape == (0, ROWS, COLUMNS, 3)
    assert streets.marks.shape == (0, ROWS, COLUMNS) and streets.boxes == []
