"""The task `nearest_mean` of lesson 13b, how many photos."""

import numpy as np

from utils.checking.cases import given
from utils.checking.tasks import Task


def _grouped(seed, counts, size):
    """Features of so many photos of each class, labels in no order, and new ones."""
    random = np.random.default_rng(seed)
    middles = random.normal(size=(len(counts), size)) * random.uniform(1, 3, (1, size))
    labels = random.permutation(np.repeat(np.arange(len(counts)), counts))
    features = middles[labels] + random.normal(size=(len(labels), size))
    new = np.repeat(middles, 5, axis=0)
    return features, labels, new + random.normal(size=new.shape)


def _middles(features, labels, gather=np.mean):
    classes = range(labels.max() + 1)
    return np.array([gather(features[labels == k], axis=0) for k in classes])


def _distances(features, labels, new, gather=np.mean):
    away = new[:, np.newaxis] - _middles(features, labels, gather)
    return (away**2).sum(axis=-1)


def _nearest_photo(features, labels, new_features):
    distances = ((new_features[:, np.newaxis] - features) ** 2).sum(axis=-1)
    return labels[distances.argmin(axis=1)]


nearest_mean = Task(
    "nearest_mean",
    code="""
    import numpy as np

    def nearest_mean(features, labels, new_features):
        classes = range(labels.max() + 1)
        means = np.stack([features[labels == k].mean(axis=0) for k in classes])
        away = new_features[:, np.newaxis] - means
        return np.argmin(np.sum(away**2, axis=2), axis=1)
    """,
    why="One mean for each class; each new row is compared with all means, and the "
    "nearest one gives its number.",
    hints=[
        "First one row for each class: the mean over its photos, features[labels == "
        "k].mean(axis=0).",
        "Distances between each new row and each mean: new_features[:, np.newaxis] - "
        "means has three axes, photo, class and feature. Square, and sum over one of "
        "them.",
        "np.argmin over the classes says which mean is nearest. A loop over the new "
        "rows is as good.",
    ],
    notice="No gradient, no epoch, no learning rate. Try it on the photos: "
    "nearest_mean(features[four], labels[four], features[others]) == labels[others]. "
    "How much was there left for the head to learn?",
    cases=[
        given(
            np.array([[0.0, 0], [2, 0], [9, 9]]),
            np.array([0, 0, 1]),
            np.array([[1.0, 1], [8, 8]]),
        ),
        given(
            np.array([[0.0], [4], [10], [20]]),
            np.array([0, 0, 0, 1]),
            np.array([[12.0], [13]]),
        ),
        given(
            np.array([[9.0, 0], [1, 1], [0, 9]]),
            np.array([2, 1, 0]),
            np.array([[1.0, 2], [8, 1], [0, 5]]),
        ),
        given(*_grouped(seed=0, counts=(3, 6, 2), size=4)),
        given(*_grouped(seed=1, counts=(1, 1, 1, 1), size=12)),
        given(*_grouped(seed=2, counts=(9, 2, 5, 12), size=3)),
    ],
    mistakes=[
        (
            _nearest_photo,
            "each photo is named after the nearest single photo. That is another "
            "classifier, which trusts odd ones too: compare with the mean of each "
            "class.",
        ),
        (
            lambda *data: _distances(*data).argmax(axis=1),
            "that is the class that is *farthest* away: np.argmin of the distances.",
        ),
        (
            lambda *data: _distances(*data, gather=np.sum).argmin(axis=1),
            "you compare with the sum of a class. A class with many photos has a "
            "large sum, far from all of them: take the mean.",
        ),
        (
            lambda *data: _distances(*data).min(axis=1),
            "these are the squared distances themselves. Asked is whose mean is "
            "nearest: np.argmin.",
        ),
        (
            lambda *data: _distances(*data).min(axis=1) ** 0.5,
            "these are the distances themselves. Asked is whose mean is nearest: "
            "np.argmin.",
        ),
        (
            lambda features, labels, new_features: (
                new_features @ _middles(features, labels).T
            ).argmax(axis=1),
            "that is the largest product with a mean, not the smallest distance: a "
            "class whose mean is long gets photos that lie nearer to another.",
        ),
    ],
)
