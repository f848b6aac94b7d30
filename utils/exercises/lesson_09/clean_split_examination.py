"""Whether the piles that an answer to `clean_split` makes hold what they should."""

import numpy as np

from utils.checking.changes import changed_by, sentence_of_change, state_of
from utils.checking.comparing import NotComparable, as_plain


def split_problem(answer):
    """Split 12 images several times, by the same seed and by others."""
    random = np.random.default_rng(5)
    images = random.permutation(12 * 25).reshape(12, 5, 5).astype("float32")
    labels = random.permutation(12) % 3
    known, piles, changed = _known(images), [], {}
    states = state_of(images), state_of(labels)
    for seed in (0, 0, 1, 2, 3, 4, 5, 6):
        arrays = images.copy(), labels.copy()
        result = answer(*arrays, 4, seed)
        changed |= changed_by(answer, ["images", "labels"], states, arrays)
        if not isinstance(result, tuple | list) or len(result) != 4:
            return "it must return four arrays: x_train, y_train, x_valid, y_valid."
        try:
            parts = [as_plain(part) for part in result]
        except NotComparable as reason:
            return f"one of the four results {reason}"
        if problem := _pile_problem(*parts, images, labels, known):
            return problem
        piles.append([known[_key(image)][0] for image in parts[2]])
    if piles[0] != piles[1]:
        return (
            "the same seed gives another split each time: np.random.default_rng(seed)."
        )
    if all(set(pile) == set(piles[0]) for pile in piles):
        return "with every seed the same images are put aside: draw them at random."
    if all(sum((i + 1) % 12 not in pile for i in pile) == 1 for pile in piles):
        return (
            "the images put aside are neighbours each time. A file may be sorted: draw "
            "every image for itself."
        )
    count = len(answer(images.copy(), labels.copy(), 3, 0)[2])
    if count != 3:
        return f"with n_valid = 3 it puts {count} images aside: use n_valid."
    return sentence_of_change(next(iter(changed))) if changed else None


def _key(image):
    return image.astype("float32").tobytes()


def _known(images):
    """The number of each image, and whether it is shifted, by the image's bytes."""
    known = {}
    for i, image in enumerate(images):
        known[_key(image)] = i, False
        first, last = image[:, 0], image[:, -1]
        for border in (last, 0 * last, first):  # around, black, repeated
            known[_key(np.column_stack([border, image[:, :-1]]))] = i, True
    return known


def _stranger(image, images):
    """What an image is that is neither given nor shifted as it should be."""
    shifts = {
        (1, 1): "is shifted down: the columns are another axis.",
        (2, -1): "is shifted to the left.",
        (2, 1): "is shifted to the right, but its left border is neither black nor "
        "its own: does np.roll know the axis?",
    }
    for (axis, step), sentence in shifts.items():
        for shifted in np.roll(images, step, axis):
            if np.array_equal(image[1:-1, 1:-1], shifted[1:-1, 1:-1]):
                return f"an image {sentence}"
    return (
        "an image is neither one of those given nor one of them shifted by a pixel to "
        "the right."
    )


def _pile_problem(x_train, y_train, x_valid, y_valid, images, labels, known):
    sources = []
    for x, y in ((x_train, y_train), (x_valid, y_valid)):
        if np.shape(x)[1:] != (5, 5) or np.shape(y) != np.shape(x)[:1]:
            return (
                f"{np.shape(x)} images and {np.shape(y)} labels do not fit: of 12 "
                "images of 5 × 5 and n_valid = 4 the shapes are (16, 5, 5), (16,), "
                "(4, 5, 5) and (4,)."
            )
        found = [known.get(_key(image)) for image in x]
        if None in found:
            return _stranger(x[found.index(None)], images)
        if any(labels[i] != label for (i, _), label in zip(found, y, strict=True)):
            return "images and labels have lost each other: the same order for both."
        sources.append(found)
    return _leak(*sources)


def _leak(train, valid):
    if (len(train), len(valid)) == (4, 16):
        return "the piles are exchanged: x_train and y_train come first."
    seen = {i for i, _ in train}
    leaked = [i for i, _ in valid if i in seen]
    if leaked:
        form = "as it is" if (leaked[0], False) in train else "shifted"
        return (
            f"it still leaks: of 12 images, {len(valid)} of them to judge, "
            f"{len(leaked)} that judge are also learned from. images[{leaked[0]}], "
            f"for example, stands in the training pile {form}."
        )
    if any(shifted for _, shifted in valid):
        return (
            "the validation pile holds shifted images. It should show what the network "
            "will meet: images as they come."
        )
    if len(set(valid)) < len(valid):
        return "an image stands twice among those that judge: draw each once at most."
    if len(valid) != 4:
        return f"{len(valid)} images are put aside instead of n_valid = 4."
    if sorted(train) != sorted((i, s) for i in seen for s in (False, True)):
        return (
            "in the training pile each image should stand twice, once as it is and "
            "once shifted."
        )
    if len(seen) != 8:
        return (
            f"the training pile is made of {len(seen)} images. Only the 4 that judge "
            "are to be kept out, so 8 of 12 are left."
        )
    return None
