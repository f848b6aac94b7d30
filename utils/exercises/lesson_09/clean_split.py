"""The task `clean_split` of lesson 9, handwritten digits."""

from utils.checking.tasks import Task
from utils.exercises.lesson_09.clean_split_examination import split_problem

clean_split = Task(
    "clean_split",
    code="""
    import numpy as np

    def clean_split(images, labels, n_valid, seed):
        order = np.random.default_rng(seed).permutation(len(images))
        valid, train = order[:n_valid], order[n_valid:]
        copies = np.roll(images[train], 1, axis=2)
        x_train = np.concatenate([images[train], copies])
        y_train = np.tile(labels[train], 2)
        return x_train, y_train, images[valid], labels[valid]
    """,
    why="First the split, then the copies, and of the training images only: so no "
    "copy can cross over.",
    hints=[
        "Follow one image and its copy through the function. In which piles can the "
        "two end up?",
        "The images are doubled before they are shuffled, so image and copy are "
        "drawn apart. In which order should the two steps come?",
        "Shuffle the numbers 0 … n - 1, put the first n_valid aside, and shift only "
        "the images that are left.",
    ],
    notice="An image and its copy always on the same side. The same holds for photos "
    "of one scene, scans of one patient, digits of one writer: split by what they "
    "have in common.",
    examine=split_problem,
)
