"""The tests. As in a lesson, Keras gets the course's settings before it is imported."""

import utils  # noqa: F401
