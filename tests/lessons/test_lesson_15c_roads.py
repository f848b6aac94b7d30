"""What dive 15c builds: a network with two ends, its training, its judge."""

import numpy as np
import pytest

from tests.benchmarks.bench_roads import _half_of_each, _read_by_size
from tests.lessons.lesson_code import run_cells

LESSON = "15c_roads"


@pytest.fixture(scope="module")
def page():
    page = {"__name__": LESSON}
    run_cells(LESSON, page, "settings", "worlds", "network", "recipe", "judge")
    return page


def perfect(page, streets):
    """A network that answers with the truth about these streets."""
    wanted = np.stack(
        [
            page["wanted_answers"](*pair, 16, 32, page["STRIDE"])
            for pair in zip(streets.boxes, streets.labels, strict=True)
        ]
    )
    raw = np.full((len(wanted), 16, 32, 5 + len(page["signs"])), -20, np.float32)
    raw[..., 0] = 40 * wanted[..., 0] - 20
    raw[..., 1:5] = np.log(np.maximum(wanted[..., 1:5], 1e-3) / page["STRIDE"])
    for where in np.argwhere(wanted[..., 0]):
        raw[(*where, 5 + int(wanted[(*where, 5)]))] = 20
    return Answers({"signs": raw, "marks": streets.marks[..., np.newaxis] - 0.5})


class Answers:
    """A network that always gives these raw answers."""

    def __init__(self, raw):
        self.raw = raw

    def predict(self, images, batch_size, verbose):
        return self.raw


def test_the_network_ends_twice_in_the_right_shapes(page):
    network = page["new_network"]()
    raw = network(np.zeros((2, 64, 128, 3), np.float32))
    assert raw["signs"].shape == (2, 16, 32, 5 + 12)
    assert raw["marks"].shape == (2, 64, 128, 1)
    assert float(np.max(raw["signs"][..., 0])) == -3  # at first: nothing, anywhere
    assert np.all(np.asarray(raw["marks"]) == -3)


def test_four_numbers_of_a_place_are_its_pixels(page):
    """A dot of light changes the marks' answers around it, and none far away."""
    page["keras"].utils.set_random_seed(0)
    network = page["new_network"]()
    pictures = np.zeros((2, 64, 128, 3), np.float32)
    pictures[1, 20, 90] = 1
    dark, dotted = np.asarray(network(pictures)["marks"])[..., 0]
    changed = np.argwhere(dark != dotted)
    assert len(changed)
    assert np.all(np.abs(changed.mean(axis=0) - (20, 90)) < 10)


def test_the_truth_scores_one(page):
    streets = page["streets_of"](page["A"], 12, seed=1)
    network = perfect(page, streets)
    signs, marks = page["judged"](network, streets)
    assert signs > 0.99 and marks == 1
    assert _read_by_size(page, network, streets)[-1] == 1
    other = page["streets_of"](page["A"], 12, seed=2)
    signs, marks = page["judged"](network, other)
    assert signs < 0.2 and marks < 0.5


@pytest.mark.long
def test_both_ends_are_trained(page):
    streets = page["streets_of"](page["ANY"], 16, seed=3)
    network = page["new_network"]()
    page["prepare"](network)
    before = network.get_weights()
    page["learn"](network, streets, epochs=1)
    changed = [
        not np.array_equal(old, new)
        for old, new in zip(before, network.get_weights(), strict=True)
    ]
    assert all(changed)


def test_photos_to_learn_from_are_not_those_to_judge_by(page):
    train, test = page["PHOTOS"]["train"], page["PHOTOS"]["test"]
    assert len(train) + len(test) == len(page["photos"])
    same = [np.array_equal(a, b) for a in train for b in test]
    assert not any(same)


def test_half_of_each_takes_scenes_in_turn(page):
    first, second = (page["streets_of"](page["A"], 4, seed) for seed in (4, 5))
    mixed = _half_of_each(first, second)
    for k, source in enumerate((first, second, first, second)):
        for name in ("images", "boxes", "labels", "marks"):
            assert np.array_equal(getattr(mixed, name)[k], getattr(source, name)[k])
