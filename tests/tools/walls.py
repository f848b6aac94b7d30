"""The wall that stands on this computer, found once, and what it must hide."""

import pytest

from tools.grading.records import KEY_FOLDER
from tools.grading.wall import NoWall, find_wall

WALL = find_wall([KEY_FOLDER])
HAS_WALL = not isinstance(WALL, NoWall)
needs_a_wall = pytest.mark.skipif(not HAS_WALL, reason=f"no wall stands here: {WALL}")
