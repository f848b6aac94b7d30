"""The pytest plugin that gives each worker its share of the cores, and starts it fast.

Two notebooks at once, each on two threads, spend a tenth of two cores on waiting for
one another. TensorFlow and OpenBLAS read these variables when they are first imported,
here or in a notebook's kernel; whoever has set one is listened to.
"""

import gc
import os
import sys

# What checks notebooks' form also knows how to check addresses in other alphabets, and
# takes two seconds to learn it. A notebook holds none: without this it is not learned.
sys.modules.setdefault("rfc3987_syntax", None)

workers = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
if workers > 1:
    share = str(max(1, (os.cpu_count() or 1) // workers))
    for name in (
        "TF_NUM_INTRAOP_THREADS",
        "TF_NUM_INTEROP_THREADS",
        "OMP_NUM_THREADS",
        "OPENBLAS_NUM_THREADS",
    ):
        os.environ.setdefault(name, share)


def pytest_collection_finish():
    """Spare the garbage collector TensorFlow and thousands of tests, which stay."""
    gc.collect()
    gc.freeze()
