"""What every server of a class has in common: `share_the_course(c)` sets it.

Used by jupyterhub_config.py (one Linux computer) and by tljh_course.py (The Littlest
JupyterHub). values.yaml says the same to Kubernetes.
"""

import sys
from pathlib import Path

COURSE = Path(__file__).resolve().parents[1]
# Thirty kernels that each start a thread for every core slow one another down.
ONE_PROCESSOR = {
    "TF_NUM_INTRAOP_THREADS": "1",
    "TF_NUM_INTEROP_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
}
IDLE_KERNEL_SECONDS = 1800  # a lesson that no page shows any more gives its memory back


def share_the_course(c, python=sys.executable):
    """Have each learner's server open the learner's own workbook.

    c: JupyterHub's configuration. python: the interpreter that has the packages of
    requirements.txt and jupyterhub, and runs the learners' servers.
    """
    c.Spawner.cmd = [python, "-P", str(COURSE / "classroom" / "open_workbook.py")]
    # Kernels are talked to by files of their learner (ipc). By ports, as usual, one of
    # thirty servers that look for free ones at the same time finds another's.
    c.Spawner.args = [
        f"--MappingKernelManager.cull_idle_timeout={IDLE_KERNEL_SECONDS}",
        "--KernelManager.transport=ipc",
        f"--LabApp.extra_labextensions_path={COURSE / 'tools' / 'labextensions'}",
    ]
    c.Spawner.notebook_dir = "~/cnn-course"
    c.Spawner.default_url = "/lab/tree/workbook/01_convolution.ipynb"
    c.Spawner.environment = {**ONE_PROCESSOR, "PYTHONPATH": str(COURSE)}
    c.Spawner.start_timeout = c.Spawner.http_timeout = 600  # thirty start at once
