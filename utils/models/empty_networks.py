"""Networks whose weights have shapes and no numbers: built in no time, to count."""

from contextlib import contextmanager

import keras


@contextmanager
def without_numbers():
    """Within the block, new layers know the shapes of their weights, and no more.

    For counting: such a network takes no memory for its weights, and cannot be run.
    """
    try:
        with keras.StatelessScope(initialize_variables=False):
            yield
    finally:
        # Keras has a list of the empty weights, and would fill them at the next chance.
        keras.utils.clear_session(free_memory=False)
