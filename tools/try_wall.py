"""What stands around a submission when it is graded here? For `make doctor CLASS=1`."""

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tools.grade import jobs_for
from tools.grading.supervise import Limits
from tools.grading.wall import find_wall

with tempfile.TemporaryDirectory() as folder:
    wall = find_wall([folder])
if not wall.name:
    sys.exit(
        f"none can be built around submissions here ({wall.why}): install bubblewrap, "
        "or grade in a container (CLASSROOM.md)"
    )
print(f"{wall.name}; graded at once: {jobs_for(Limits().memory)}")
