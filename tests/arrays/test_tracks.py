"""MOTA, switches and IDF1 are those of motmetrics, the tracker joins as by hand."""

import itertools

import motmetrics
import numpy as np
import pytest

from tests.arrays.track_cases import BOX, EDGES, FAR, NEAR, NONE, random_film
from tests.one_sentence import assert_one_sentence
from utils.arrays.boxes import iou
from utils.arrays.tracking import LEAST, best_pairs, follow, greedy_pairs
from utils.arrays.tracks import Counted, counted, counted_frames, idf1, mota

THRESHOLDS = (0.5, 0.3, 0.75)
NAMES = ["num_objects", "num_misses", "num_false_positives", "num_switches"]


def by_motmetrics(truths, tracks, threshold):
    """(Counted, MOTA, IDF1) as motmetrics has them; NaN or infinite for none."""
    film = motmetrics.MOTAccumulator(auto_id=True)
    for (objects, boxes), (identities, others) in zip(truths, tracks, strict=True):
        overlaps = iou(boxes, others)
        apart = np.where(overlaps >= threshold, 1 - overlaps, np.nan)
        film.update(objects, identities, apart)
    host = motmetrics.metrics.create()
    row = host.compute(film, metrics=[*NAMES, "mota", "idf1"], name="film").iloc[0]
    return Counted(*(int(row[name]) for name in NAMES)), row["mota"], row["idf1"]


def assert_equal(truths, tracks, threshold=0.5):
    expected, its_mota, its_idf1 = by_motmetrics(truths, tracks, threshold)
    assert counted(truths, tracks, threshold) == expected
    if expected.objects:
        assert mota(truths, tracks, threshold) == pytest.approx(its_mota, abs=1e-12)
    else:
        assert not np.isfinite(its_mota)
        with pytest.raises(ValueError, match="no object in the film"):
            mota(truths, tracks, threshold)
    if np.isfinite(its_idf1):
        assert idf1(truths, tracks, threshold) == pytest.approx(its_idf1, abs=1e-12)
    else:
        with pytest.raises(ValueError, match="nothing in the film"):
            idf1(truths, tracks, threshold)
    return expected


@pytest.mark.filterwarnings("ignore::FutureWarning", "ignore::DeprecationWarning")
@pytest.mark.parametrize("threshold", THRESHOLDS)
def test_random_films_are_counted_as_motmetrics_counts_them(threshold):
    random = np.random.default_rng(int(100 * threshold))
    found = [assert_equal(*random_film(random), threshold) for _ in range(170)]
    for name in Counted._fields:  # nothing is always zero
        assert sum(getattr(one, name) for one in found) > 10


@pytest.mark.filterwarnings("ignore::FutureWarning", "ignore::DeprecationWarning")
@pytest.mark.parametrize("name", EDGES)
def test_edges_are_counted_as_motmetrics_counts_them(name):
    assert_equal(*EDGES[name])


@pytest.mark.filterwarnings("ignore::FutureWarning", "ignore::DeprecationWarning")
@pytest.mark.parametrize("tracks", [[NONE, NONE], [NONE, ([7], [BOX])]])
def test_without_an_object(tracks):
    assert_equal([NONE, NONE], tracks)


def test_a_film_by_hand():
    truths = [([1, 2], [BOX, FAR])] * 4
    tracks = [
        ([7, 8], [BOX, FAR]),
        ([7], [NEAR]),
        ([9, 8], [BOX, FAR]),
        ([9, 8, 7], [BOX, FAR, [20, 0, 24, 4]]),
    ]
    frames = counted_frames(truths, tracks)
    assert [one.misses for one in frames] == [0, 1, 0, 0]
    assert [one.switches for one in frames] == [0, 0, 1, 0]
    assert [one.false for one in frames] == [0, 0, 0, 1]
    assert mota(truths, tracks) == 1 - 3 / 8
    assert idf1(truths, tracks) == 2 * 5 / (8 + 8)  # 1 is 7 or 9, twice; 2 is 8


@pytest.mark.parametrize(
    ("truths", "tracks", "words"),
    [
        ([NONE], [NONE, NONE], "the same number of both"),
        ([], [], "one frame or more"),
        ([([1], [BOX])], [BOX], "(identities, boxes)"),
        ([([1, 1], [BOX, FAR])], [NONE], "no other box of the frame has"),
        ([([1.5], [BOX])], [NONE], "a whole number"),
        ([([1], [BOX, FAR])], [NONE], "each of its 2 boxes"),
        ([([1], [[4, 4, 0, 0]])], [NONE], "second corner"),
    ],
)
def test_what_is_no_film_is_one_sentence(truths, tracks, words):
    with pytest.raises(ValueError) as refused:
        counted(truths, tracks)
    assert_one_sentence(refused, words)


def by_trying_all(overlaps):
    """The largest sum of overlaps that pairs can have."""
    gains = np.where(overlaps >= LEAST, overlaps, 0)
    gains = gains if gains.shape[0] <= gains.shape[1] else gains.T
    orders = itertools.permutations(range(gains.shape[1]), gains.shape[0])
    return max(
        sum(gains[row, column] for row, column in enumerate(order)) for order in orders
    )


def test_the_best_pairs_are_the_best_of_all():
    random = np.random.default_rng(0)
    worse = 0
    for _ in range(300):
        overlaps = random.random(random.integers(1, 5, 2)).round(1)
        sums = []
        for pairs_of in (best_pairs, greedy_pairs):
            pairs = pairs_of(overlaps)
            assert all(len(set(side)) == len(pairs) for side in pairs.T)
            assert np.all(overlaps[tuple(pairs.T)] >= LEAST)
            sums.append(overlaps[tuple(pairs.T)].sum())
        assert sums[0] == pytest.approx(by_trying_all(overlaps))
        worse += sums[1] < sums[0] - 1e-9
    assert worse > 20


def test_greedy_takes_the_largest_first():
    overlaps = np.array([[0.6, 0.5], [0.55, 0.1]])
    assert greedy_pairs(overlaps).tolist() == [[0, 0]]
    assert best_pairs(overlaps).tolist() == [[0, 1], [1, 0]]
    for pairs_of in (best_pairs, greedy_pairs):
        assert pairs_of(np.empty((0, 3))).shape == (0, 2)
        assert pairs_of(np.zeros((2, 3))).shape == (0, 2)


def identities(frames):
    return [frame[0].tolist() for frame in frames]


def test_a_track_is_kept_begun_and_ended():
    found = [[BOX], [NEAR], [NEAR, FAR], [], [], [NEAR, FAR]]
    assert identities(follow(found)) == [[0], [0], [0, 1], [], [], [0, 1]]
    assert identities(follow(found, patience=1))[-1] == [2, 3]
    assert identities(follow([[], [BOX]])) == [[], [0]]
    assert follow([]) == []


def test_a_track_is_expected_where_its_steps_lead():
    found = [[[x, 0, x + 10, 10]] for x in (0, 5, 10)] + [[], [], [[25, 0, 35, 10]]]
    assert identities(follow(found))[-1] == [0]
    assert identities(follow(found, velocity=False))[-1] == [1]
