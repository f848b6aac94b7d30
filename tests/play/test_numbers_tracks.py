"""Tracks on a page, and their switches, are those of utils, on random films."""

import numpy as np
import pytest

from tests.arrays.track_cases import EDGES, random_film
from utils.arrays.tracking import LEAST, best_pairs, follow, greedy_pairs
from utils.arrays.tracks import counted_frames

SETTINGS = [
    (is_greedy, patience, velocity)
    for is_greedy in (False, True)
    for patience in (0, 3)
    for velocity in (False, True)
]


def walking(random):
    """The boxes of twelve frames: up to four walkers, some missed, some false."""
    places = random.uniform(0, 60, (random.integers(1, 5), 2))
    steps = random.uniform(-6, 6, places.shape)
    frames = []
    for _ in range(12):
        places = places + steps + random.normal(0, 0.5, places.shape)
        found = places[random.random(len(places)) > 0.2]
        if random.random() < 0.2:
            found = np.vstack([found, random.uniform(0, 60, 2)])
        frames.append(np.hstack([found, found + random.uniform(12, 15, found.shape)]))
    return frames


def test_tracks(call_in_node):
    random = np.random.default_rng(0)
    films = [walking(random) for _ in range(200)]
    for is_greedy, patience, velocity in SETTINGS:
        chosen = {"isGreedy": is_greedy, "patience": patience, "velocity": velocity}
        cases = [[[one.tolist() for one in film], chosen] for film in films]
        shown = call_in_node("shared/tracks.js", "follow", cases)
        pairs_of = greedy_pairs if is_greedy else best_pairs
        for film, frames in zip(films, shown, strict=True):
            expected = follow(film, pairs_of, patience, velocity)
            assert [one["identities"] for one in frames] == [
                one.tolist() for one, _ in expected
            ]


@pytest.mark.parametrize("name", ["best", "greedy"])
def test_pairs(call_in_node, name):
    random = np.random.default_rng(1)
    overlaps = [random.random(random.integers(0, 6, 2)) for _ in range(300)]
    gains = [np.where(one >= LEAST, one, 0).tolist() for one in overlaps]
    shown = call_in_node("shared/tracks.js", f"{name}Pairs", [[one] for one in gains])
    pairs_of = {"best": best_pairs, "greedy": greedy_pairs}[name]
    for one, pairs in zip(overlaps, shown, strict=True):
        assert pairs == pairs_of(one).tolist()


def as_on_the_page(frames):
    return [
        {"identities": list(ones), "boxes": np.asarray(boxes, float).tolist()}
        for ones, boxes in frames
    ]


def unequal(frames, random):
    """The same film with boxes a little elsewhere, so that no two ways are equal."""
    return [
        (ones, np.asarray(boxes) + random.uniform(0, 0.01, (len(boxes), 4)))
        for ones, boxes in frames
    ]


def test_what_goes_wrong(call_in_node):
    random = np.random.default_rng(2)
    films = [random_film(random) for _ in range(300)]
    films = [tuple(unequal(side, random) for side in film) for film in films]
    films += [film for name, film in EDGES.items() if name != "equal overlaps"]
    cases = [[as_on_the_page(side) for side in film] for film in films]
    shown = call_in_node("shared/tracks.js", "countedFrames", cases)
    for film, frames in zip(films, shown, strict=True):
        expected = [
            {"misses": one.misses, "wrong": one.false, "switches": one.switches}
            for one in counted_frames(*film)
        ]
        assert frames == expected
    assert sum(frame["switches"] for frames in shown for frame in frames) > 50
