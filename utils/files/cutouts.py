"""Drawings of single things, cut out, as arrays with opacity."""

import csv

import numpy as np
from PIL import Image

from utils.files.datasets import verified_path

TABLE_SHA256 = "85626c6f201ec7484c061d3c1787b60143c11853188c43b24aba6d52e4872c62"
KINDS = ("bird", "bug", "fish", "flower", "fruit", "mammal", "vehicle")


def load_cutouts(kinds=KINDS):
    """Return the drawings of some kinds as (drawings, labels).

    kinds: names out of KINDS, in the order that their labels shall have. drawings: a
    list of arrays (height, width, 4), float32 in 0..1, red, green, blue and opacity;
    the longer side has 64 pixels at most. labels: int64, (n,); kinds[label] is the kind
    of a drawing. Some show the same thing in two ways, such as a lemon whole and a
    slice of it: to test on what is new, keep whole kinds apart, or look.
    Raises ValueError for an unknown kind; FileNotFoundError or ValueError if a file is
    missing or altered. Source: data/cutouts/attribution.csv.
    """
    kinds = [kinds] if isinstance(kinds, str) else list(kinds)
    unknown = [kind for kind in kinds if kind not in KINDS]
    if unknown or not kinds or len(set(kinds)) < len(kinds):
        raise ValueError(
            f"The drawings are of the kinds {', '.join(KINDS)}: name one or more of "
            f"them, each once, not {kinds}."
        )
    table = verified_path("cutouts/attribution.csv", TABLE_SHA256)
    with table.open(newline="", encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["kind"] in kinds]
    drawings = [open_drawing(f"cutouts/{row['file']}", row["sha256"]) for row in rows]
    return drawings, np.array([kinds.index(row["kind"]) for row in rows], np.int64)


def open_drawing(name, sha256):
    """Return a drawing in data/ as (height, width, 4), float32 in 0..1, with opacity.

    Raises FileNotFoundError or ValueError if the file is missing or altered.
    """
    with Image.open(verified_path(name, sha256)) as picture:
        return np.asarray(picture.convert("RGBA"), np.float32) / 255
