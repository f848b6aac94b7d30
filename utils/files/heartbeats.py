"""Five minutes of a heart's voltage."""

import numpy as np

from utils.files.datasets import verified_path

HEARTBEATS_SHA256 = "06b9736cd8943f0d442d55da63b9a11565e701dd1b8d798b971ebc812dbab993"
SAMPLES_A_SECOND = 360


def load_heartbeats():
    """Return an electrocardiogram: float32 (108000,), millivolts, 360 samples a second.

    Some beats are of another form (ventricular extrasystoles); where the beats are,
    nobody has marked here.
    Raises FileNotFoundError or ValueError if data/heartbeats.npz is missing or altered.
    Source: record 208 of the MIT-BIH Arrhythmia Database, Moody and Mark (2001); see
    data/README.md.
    """
    path = verified_path("heartbeats.npz", HEARTBEATS_SHA256)
    with np.load(path, allow_pickle=False) as file:
        return (file["ecg"].astype(np.float32) - 1024) / 200
