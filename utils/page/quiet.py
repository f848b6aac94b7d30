"""Keep the start-up log of TensorFlow off the page."""

import os
import sys
from contextlib import contextmanager

from utils.page.in_browser import is_browser, without_tensorflow


@contextmanager
def quiet_start():
    """Discard what is written to the process's standard error inside the block.

    Meant for `with quiet_start(): import keras`. TensorFlow's C++ code greets every
    user with lines about the processor, some of them whatever TF_CPP_MIN_LOG_LEVEL
    says, and below the reach of Python's `sys.stderr`. That is 3 from here on, unless
    it is set: what the C++ code calls an error may be an optimisation that it leaves
    out. Those that stop anything come as exceptions, and these pass unchanged.
    In a browser, which has no TensorFlow, cells that need it are skipped instead.
    """
    if is_browser():
        with without_tensorflow():
            yield
        return
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    sys.stderr.flush()
    standard_error = os.dup(2)
    with open(os.devnull, "wb") as nowhere:
        os.dup2(nowhere.fileno(), 2)
    try:
        yield
    finally:
        os.dup2(standard_error, 2)
        os.close(standard_error)
