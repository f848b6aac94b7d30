"""Four seconds of a drawn rabbit that gets up, and where its head is in some frames."""

import csv

import numpy as np

from utils.files.datasets import verified_path

RABBIT_SHA256 = "6f0c0202c8b4c8e66b368e65fc2f2bcf67f5b8c9f6b47debceec11d1c0aca501"
MARKS_SHA256 = "1a6f3b906e0cbd0e478cca07c9ff749c6489525e56f106373ccce2c6689ddefe"


def load_rabbit():
    """Return 48 frames of the film Big Buck Bunny: float32 (48, 96, 128, 3) in 0..1.

    Every second frame, so 12.5 a second; a part of the picture; 256 colours.
    Raises FileNotFoundError or ValueError if data/rabbit.npz is missing or altered.
    Source: Blender Foundation, www.bigbuckbunny.org, CC BY 3.0; see data/README.md.
    """
    path = verified_path("rabbit.npz", RABBIT_SHA256)
    with np.load(path, allow_pickle=False) as file:
        return (file["colours"] / np.float32(255))[file["frames"]]


def load_rabbit_marks():
    """Return (frames (12,), boxes (12, 4)): where the rabbit's head is, without ears.

    frames: int64, numbers of `load_rabbit`'s frames, 0 the first. boxes: float64, x1,
    y1, x2, y2 in pixels, drawn by eye by the authors of this course; another person
    would draw them a pixel or two elsewhere.
    Raises FileNotFoundError or ValueError if the file is missing or altered.
    """
    path = verified_path("rabbit_marks.csv", MARKS_SHA256)
    with path.open(newline="", encoding="utf-8") as file:
        rows = [
            [int(number) for number in row.values()] for row in csv.DictReader(file)
        ]
    table = np.array(rows)
    return table[:, 0], table[:, 1:].astype(float)
