"""What is tested here needs the packages of the site; who lacks them is told."""

import pytest

pytest.importorskip("myst_parser", reason="needs requirements-site.txt")
