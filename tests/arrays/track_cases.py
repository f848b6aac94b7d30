"""Films with tracks in them, random ones and edges, for tests here and on a page."""

import numpy as np

NONE = ([], np.empty((0, 4)))
BOX, NEAR, FAR = [0, 0, 4, 4], [1, 0, 5, 4], [8, 8, 12, 12]
EDGES = {  # (truths, tracks)
    "nothing said": ([([1], [BOX])], [NONE]),
    "nothing there": ([NONE, ([1], [BOX])], [([7], [BOX]), NONE]),
    "frames without anything": ([NONE, NONE, ([1], [BOX])], [NONE, NONE, ([7], [BOX])]),
    "exactly the threshold": ([([1], [[0, 0, 4, 4]])], [([7], [[0, 0, 2, 4]])]),
    "equal overlaps": (
        [([1, 2], [BOX, BOX])] * 3,
        [([7, 8], [BOX, BOX]), ([8, 7], [BOX, BOX]), ([8], [BOX])],
    ),
    "kept though another is nearer": (
        [([1], [BOX])] * 2,
        [([7], [NEAR]), ([8, 7], [BOX, NEAR])],
    ),
    "remembered over a gap": (
        [([1], [BOX])] * 3,
        [([7], [BOX]), NONE, ([8], [BOX])],
    ),
    "away and back": (
        [([1], [BOX]), NONE, ([1], [FAR]), ([1], [FAR])],
        [([7], [BOX]), NONE, ([7], [FAR]), ([8], [FAR])],
    ),
    "a track changes its object": (
        [([1, 2], [BOX, FAR])] * 2,
        [([7], [BOX]), ([7], [FAR])],
    ),
    "two that had the same track": (
        [([1], [BOX]), ([2], [BOX]), ([2, 1], [BOX, NEAR])],
        [([7], [BOX]), ([7], [BOX]), ([7, 8], [BOX, NEAR])],
    ),
}


def random_film(random):
    """Return (truths, tracks) of up to twelve frames on a small grid: ties are many."""
    truths, tracks = [], []
    places = random.integers(0, 9, (4, 2))
    for _ in range(random.integers(1, 13)):
        places = places + random.integers(-1, 2, places.shape)
        true = [n for n in range(4) if random.random() < 0.8]
        boxes = _boxes(places[true], random.integers(0, 2))
        truths.append((true, boxes))
        said = [n for n in range(4) if random.random() < 0.8]
        near = places[said] + random.integers(-1, 2, (len(said), 2))
        names = random.permutation(6)[: len(said)] if random.random() < 0.2 else said
        tracks.append(([10 + int(n) for n in names], _boxes(near, 0)))
    return truths, tracks


def _boxes(places, more):
    places = np.asarray(places).reshape(-1, 2)
    return np.hstack([places, places + 4 + more]).astype(float)
