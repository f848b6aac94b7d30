"""Random boxes of kinds that are easily got wrong: ties, no area, touching, twice."""

import numpy as np

THRESHOLDS = (0.25, 1 / 3, 0.5, 0.75, 1)
LABELS = 3


def random_boxes(random, count):
    """Return (count, 4) corners on a coarse grid, where much is equal, or anywhere."""
    is_coarse = random.random() < 0.7
    starts = random.integers(0, 5, (count, 2)) if is_coarse else None
    sizes = random.integers(0, 5, (count, 2)) if is_coarse else None
    if not is_coarse:
        starts, sizes = random.uniform(0, 5, (2, count, 2))
    boxes = np.concatenate([starts, starts + sizes], axis=1).astype(float)
    if count > 1 and random.random() < 0.3:
        boxes[0] = boxes[-1]
    return boxes


def random_scores(random, count):
    """Return (count,) scores, of which many are equal, or none; some below zero."""
    if random.random() < 0.5:
        return random.integers(-1, 3, count) / 4
    return random.normal(size=count)


def random_images(random):
    """Return (found, truths) of one to three images, as utils.arrays.boxes has them."""
    found, truths = [], []
    for _ in range(random.integers(1, 4)):
        there = random_boxes(random, random.integers(0, 5))
        truths.append((there, random.integers(0, LABELS, len(there))))
        boxes = random_boxes(random, random.integers(0, 8))
        if len(there) and len(boxes):  # some of them near what is there
            near = random.random(len(boxes)) < 0.5
            boxes[near] = there[random.integers(0, len(there), near.sum())]
            boxes[near, 2] += random.integers(0, 2)
        labels = random.integers(0, LABELS, len(boxes))
        found.append((boxes, random_scores(random, len(boxes)), labels))
    return found, truths
