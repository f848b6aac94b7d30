"""Networks whose weights have shapes and no numbers, built in a fraction of the time.

For tests that look at layers, shapes and counts. Such a network cannot be run.
"""

import functools
from contextlib import contextmanager

import keras


@contextmanager
def without_numbers():
    """Within the block, new layers know the shapes of their weights, and no more."""
    try:
        with keras.StatelessScope(initialize_variables=False):
            yield
    finally:
        # Keras has a list of the empty weights, and would fill them at the next chance.
        keras.utils.clear_session(free_memory=False)


@functools.cache
def published(name, **options):
    """A network of keras.applications, built once; only to be looked at."""
    with without_numbers():
        return getattr(keras.applications, name)(weights=None, **options)
