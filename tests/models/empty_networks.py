"""Published networks, built without the numbers of their weights; only looked at."""

import functools

import keras

from utils.models.empty_networks import without_numbers


@functools.cache
def published(name, **options):
    """A network of keras.applications, built once; only to be looked at."""
    with without_numbers():
        return getattr(keras.applications, name)(weights=None, **options)
