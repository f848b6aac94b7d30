"""Five minutes of a heart's voltage, and where it beat in the last two of them."""

import csv

import numpy as np

from utils.files.datasets import verified_path

HEARTBEATS_SHA256 = "06b9736cd8943f0d442d55da63b9a11565e701dd1b8d798b971ebc812dbab993"
MARKS_SHA256 = "9ebf03ec820c2442b24c8fab73e83d159ee818a8e2d49648c926f4ca27919827"
SAMPLES_A_SECOND = 360
MARKED_FROM = 180  # seconds
UNREADABLE = (208.9, 213.4)  # seconds: the electrode came off, nobody sees a beat


def load_heartbeats():
    """Return an electrocardiogram: float32 (108000,), millivolts, 360 samples a second.

    Some beats are broader, and early (ventricular extrasystoles).
    Raises FileNotFoundError or ValueError if data/heartbeats.npz is missing or altered.
    Source: record 208 of the MIT-BIH Arrhythmia Database, Moody and Mark (2001); see
    data/README.md.
    """
    path = verified_path("heartbeats.npz", HEARTBEATS_SHA256)
    with np.load(path, allow_pickle=False) as file:
        return (file["ecg"].astype(np.float32) - 1024) / 200


def load_marked_beats():
    """Return where the heart beat in the last two minutes: int64 (193,), samples.

    Each is the highest place of a beat, marked by the authors of this course: found by
    a rule, looked at one by one, two added. None lies within the seconds UNREADABLE.
    Raises FileNotFoundError or ValueError if the file is missing or altered.
    """
    path = verified_path("heartbeats_marks.csv", MARKS_SHA256)
    with path.open(newline="", encoding="utf-8") as file:
        return np.array([row["sample"] for row in csv.DictReader(file)], np.int64)
