"""Does the memory of `grad_cam` and `saliency_map` grow with the number of photos?

The pretrained network and photos of 224 × 224 pixels, 8 and 64 of them, each number in
a process of its own. Counted is the whole process at its peak, TensorFlow, weights and
photos included: what a learner's computer must have.
"""

import resource
import subprocess
import sys

import numpy as np

from tests.benchmarks.measure import peak_memory_is_measurable, print_table
from utils.page.quiet import quiet_start

QUESTIONS = ("grad_cam", "saliency_map")
FEW, MANY, SIDE = 8, 64, 224
MOST = 1.25  # as a multiple of the peak with few photos; the photos themselves are 3 %
KIB_PER_MIB = 1024


def run():
    """Print the table; return whether no ratio is too large."""
    if not peak_memory_is_measurable():
        print("\nMemory is measured on Linux only.")
        return True
    rows, holds = [], True
    for name in QUESTIONS:
        few, many = (_peak_in_fresh_process(name, photos) for photos in (FEW, MANY))
        rows.append([name, f"{few:.0f} MiB", f"{many:.0f} MiB", f"{many / few:.2f}"])
        holds = holds and many / few <= MOST
    header = ["", f"{FEW} photos", f"{MANY} photos", "ratio"]
    print_table(f"Peak memory of a process, photos of {SIDE} pixels", header, rows)
    print(f"  at most {MOST}: {'yes' if holds else 'MISSED'}")
    return holds


def _peak_in_fresh_process(name, photos):
    command = [sys.executable, "-m", "tests.benchmarks.bench_memory", name, str(photos)]
    finished = subprocess.run(command, capture_output=True, text=True, check=True)
    return float(finished.stdout)


def _peak(name, photos):
    """MiB that this process has needed at most, once the question is answered."""
    with quiet_start():
        from utils.models import inspection
        from utils.models.pretrained import load_pretrained

    shape = (photos, SIDE, SIDE, 3)
    images = np.random.default_rng(0).random(shape, dtype=np.float32)
    getattr(inspection, name)(load_pretrained(), images, 0)
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KIB_PER_MIB


if __name__ == "__main__":
    print(_peak(sys.argv[1], int(sys.argv[2])))
