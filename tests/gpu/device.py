"""The device that the tests of this folder run on; `python -m` says if it is a GPU.

It is the processor, or what COURSE_DEVICE names, as tests/gpu_check.sh does: "GPU:0".
"""

import os
import sys

from utils.page.quiet import quiet_start

with quiet_start():
    import tensorflow as tf

DEVICE = os.environ.get("COURSE_DEVICE", "CPU:0")
NO_GPU = (
    "TensorFlow sees no GPU here: `nvidia-smi` must show one, and `make gpu` must have "
    "run after the last set-up."
)


def found_gpus():
    """Return what TensorFlow calls each GPU that it can use, a list of words."""
    gpus = tf.config.list_physical_devices("GPU")
    details = [tf.config.experimental.get_device_details(gpu) for gpu in gpus]
    return [detail.get("device_name", "a GPU without a name") for detail in details]


def lies_on(tensor, device=DEVICE):
    """Whether a tensor's numbers lie in the memory of a device such as "GPU:0"."""
    return tensor.device.endswith(device)


if __name__ == "__main__":
    found = found_gpus()
    if not found:
        sys.exit(NO_GPU)
    print("TensorFlow sees", ", ".join(found))
