"""The start-up log is hidden, everything else is not."""

import subprocess
import sys

import pytest

from utils.page.quiet import quiet_start


def standard_error_of(program):
    """Run a program and return what it leaves on the process's standard error."""
    command = [sys.executable, "-c", program]
    return subprocess.run(command, capture_output=True, text=True).stderr


def test_hides_what_compiled_code_writes_inside_the_block_only():
    program = """
import os
from utils.page.quiet import quiet_start
os.write(2, b"before ")
with quiet_start():
    os.write(2, b"inside ")
os.write(2, b"after")
"""
    assert standard_error_of(program) == "before after"


def test_lets_errors_through():
    with pytest.raises(ModuleNotFoundError, match="no_such_module"), quiet_start():
        import no_such_module  # noqa: F401
