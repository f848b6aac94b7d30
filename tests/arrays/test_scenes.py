"""Scenes hold what they say, and the same call gives the same scenes."""

import numpy as np
import pytest

from utils.arrays.scenes import make_scenes

GROUNDS = np.random.default_rng(0).random((3, 120, 130), np.float32)
COLOURED = np.random.default_rng(1).random((3, 120, 130, 3), np.float32)


def block(height, width, *channels):
    """An object that is opaque all over, with an empty rim."""
    rim = [(3, 5), (2, 4)] + [(0, 0)] * len(channels)
    return np.pad(np.ones((height, width, *channels)), rim)


BLOCKS = [block(20, 20), block(20, 10), block(5, 20)]


def made(count=40, objects=BLOCKS, labels=(0, 1, 2), grounds=GROUNDS, **settings):
    seed = settings.pop("seed", 0)
    return make_scenes(count, objects, labels, grounds, seed, **settings)


def test_one_seed_gives_the_same_scenes_another_gives_others():
    first, again, other = made(8), made(8), made(8, seed=1)
    for name in ("images", "owners"):
        assert np.array_equal(getattr(first, name), getattr(again, name))
        assert not np.array_equal(getattr(first, name), getattr(other, name))
    for ours, theirs in zip(first.boxes, again.boxes, strict=True):
        assert np.array_equal(ours, theirs)


def test_shapes_and_types():
    scenes = made(5, side=64)
    assert scenes.images.shape == (5, 64, 64) and scenes.images.dtype == np.float32
    assert scenes.owners.shape == (5, 64, 64) and scenes.owners.dtype == np.uint8
    assert 0 <= scenes.images.min() and scenes.images.max() <= 1
    for boxes, labels in zip(scenes.boxes, scenes.labels, strict=True):
        assert boxes.shape == (len(labels), 4) and boxes.dtype == np.float32
        assert 0 <= boxes.min(initial=0) and boxes.max(initial=0) <= 64


def test_a_box_encloses_its_object_closely():
    scenes = made(60, overlap=0)
    seen = 0
    for boxes, owner in zip(scenes.boxes, scenes.owners, strict=True):
        for number, (x1, y1, x2, y2) in enumerate(boxes, 1):
            rows, columns = np.nonzero(owner == number)
            assert (columns.min(), columns.max() + 1) == (x1, x2)
            assert (rows.min(), rows.max() + 1) == (y1, y2)
            seen += 1
    assert seen > 60


def test_the_box_has_the_proportions_of_its_object_and_a_size_that_was_asked_for():
    scenes = made(200, sizes=(16, 24))
    sides = np.concatenate([boxes[:, 2:] - boxes[:, :2] for boxes in scenes.boxes])
    longer, labels = sides.max(axis=1), np.concatenate(scenes.labels)
    assert set(longer) == set(range(16, 25)), "each size, the ends too"
    for label, (width, height) in enumerate([(1, 1), (0.5, 1), (1, 0.25)]):
        mine = sides[labels == label] / longer[labels == label, np.newaxis]
        assert np.allclose(mine, (width, height), atol=0.04)


def test_there_are_as_many_objects_as_asked_for_where_there_is_room():
    counts = [len(boxes) for boxes in made(300, sizes=(8, 12), number=(2, 5)).boxes]
    assert set(counts) == {2, 3, 4, 5}
    assert all(len(boxes) == 0 for boxes in made(4, number=(0, 0)).boxes)
    crowded = made(5, number=(30, 30), overlap=0).boxes
    assert all(5 < len(boxes) < 30 for boxes in crowded)


def test_boxes_overlap_no_more_than_is_allowed():
    def largest(overlap):
        shared = [0.0]
        for boxes in made(150, number=(4, 4), overlap=overlap).boxes:
            for i, a in enumerate(boxes):
                for b in boxes[:i]:
                    sides = np.minimum(a[2:], b[2:]) - np.maximum(a[:2], b[:2])
                    both = np.prod(np.maximum(sides, 0))
                    areas = np.prod(a[2:] - a[:2]) + np.prod(b[2:] - b[:2])
                    shared.append(both / (areas - both))
        return max(shared)

    assert largest(0) == 0
    assert 0.1 < largest(0.3) <= 0.3
    assert largest(0.7) > 0.3


def test_a_later_object_lies_on_top():
    scenes = made(200, number=(2, 2), overlap=0.6)
    hidden = 0
    for boxes, owner in zip(scenes.boxes, scenes.owners, strict=True):
        (x1, y1, x2, y2) = boxes[-1].astype(int)
        assert (owner[y1:y2, x1:x2] == len(boxes)).all(), "the last is seen whole"
        x1, y1, x2, y2 = boxes[0].astype(int)
        hidden += (owner[y1:y2, x1:x2] == 2).any() and len(boxes) == 2
    assert hidden > 5


def test_grey_objects_stand_out_light_and_dark():
    scenes = made(200, grounds=np.full_like(GROUNDS, 0.5), number=(1, 1))
    greys = np.array(
        [
            image[owner == 1].mean()
            for image, owner in zip(scenes.images, scenes.owners, strict=True)
        ]
    )
    assert 60 < (greys > 0.5).sum() < 140
    for ground in (0.05, 0.3, 0.72, 0.95):
        scenes = made(100, grounds=np.full_like(GROUNDS, ground), number=(1, 1))
        for image, owner in zip(scenes.images, scenes.owners, strict=True):
            assert abs(image[owner == 1].mean() - ground) > 0.295
            assert np.allclose(image[owner == 0], ground)


def test_colours_are_those_of_object_and_ground():
    red = block(20, 20, 4) * np.array([1, 0, 0, 1])
    scenes = made(20, [red], [7], COLOURED, sizes=(20, 20))
    assert scenes.images.shape == (20, 96, 96, 3)
    for image, owner, labels in zip(
        *scenes[:1], scenes.owners, scenes.labels, strict=True
    ):
        assert np.allclose(image[owner > 0], (1, 0, 0))
        assert set(labels) == {7}


def test_half_opaque_lets_the_ground_through():
    glass = np.ones((10, 10, 4)) * np.array([1, 1, 1, 0.75])
    (white,) = made(1, [glass], [0], np.zeros_like(COLOURED), number=(1, 1)).images
    assert np.isclose(white.max(), 0.75)


def test_grounds_are_pieces_of_those_given_mirrored_or_not():
    ramp = np.tile(np.linspace(0, 1, 120, dtype=np.float32), (1, 120, 1))
    images = made(60, grounds=ramp, number=(0, 0)).images
    steps = np.sign(np.diff(images[:, 0], axis=1)).mean(axis=1)
    assert set(steps) == {-1, 1}
    assert len({round(float(image.min()), 4) for image in images}) > 10


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"labels": [0, 1]}, "3 objects, 2 labels"),
        ({"grounds": COLOURED}, "Grey objects need grounds (m,"),
        ({"grounds": GROUNDS[0]}, "Grey objects need grounds (m,"),
        ({"grounds": GROUNDS[:, :90]}, "Grounds of 90 × 130 are too small"),
        (
            {"objects": [block(5, 5), block(5, 5, 4)], "labels": [0, 1]},
            "Objects are all",
        ),
        ({"objects": [np.zeros((9, 9))], "labels": [0]}, "shows nothing"),
        ({"number": (3, 2)}, "number is (fewest, most)"),
        ({"sizes": (20, 97)}, "sizes is (shortest, longest)"),
        ({"seed": -1}, "seed must be a whole number of at least 0"),
        ({"count": 2.5}, "count must be a whole number of at least 0"),
    ],
)
def test_what_does_not_fit_is_one_sentence(change, sentence):
    with pytest.raises(ValueError) as told:
        made(**change)
    assert sentence in str(told.value) and "\n" not in str(told.value)
