"""What is tested here needs the packages of the site; who lacks them is told."""

from importlib.util import find_spec

import pytest


class Lacking(pytest.Module):
    """A file of tests that cannot be imported."""

    def collect(self):
        pytest.skip("needs requirements-site.txt", allow_module_level=True)


def pytest_pycollect_makemodule(module_path, parent):
    if find_spec("myst_parser") is None:
        return Lacking.from_parent(parent, path=module_path)
