"""The pytest plugin that gives each worker its share of the cores, and no more.

Two notebooks at once, each on two threads, spend a tenth of two cores on waiting for
one another. TensorFlow and OpenBLAS read these variables when they are first imported,
here or in a notebook's kernel; whoever has set one is listened to.
"""

import os

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
