"""Few helpers start TensorFlow: lessons 1 to 3 must open in seconds."""

import subprocess
import sys
from pathlib import Path

import utils

FOLDER = Path(utils.__file__).parent
WITH_TENSORFLOW = {
    "class_scores",
    "efficientnet",
    "graph",
    "inspection",
    "ledger",
    "measured_receptive_field",
    "pretrained",
    "recording",
    "training",
}
WITHOUT_TENSORFLOW = sorted(
    {file.stem for file in FOLDER.glob("*.py")} - WITH_TENSORFLOW
    | {f"exercises.{file.stem}" for file in FOLDER.glob("exercises/*.py")}
)


def test_importing_the_helpers_does_not_import_tensorflow():
    imports = "; ".join(f"import utils.{name}" for name in WITHOUT_TENSORFLOW)
    program = (
        f"{imports}; import sys; print({{'tensorflow', 'keras'}} & {{*sys.modules}})"
    )
    result = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert result.stdout.strip() == "set()"
