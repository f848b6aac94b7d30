"""Woodland from the air, with a box around every crown of a tree."""

import numpy as np

from utils.files.datasets import verified_path

CROWNS_SHA256 = "a329c4b6c70c638edd44163b935b6ba25cb5fa0373fd6404be05a6b0243c8cd2"
PLACES = ("OSBS", "SOAP", "YELL")


def load_crowns(place):
    """Return (picture, boxes) of one place, as its station is called in NEON's list.

    place: "OSBS", pines in Florida; "SOAP", dead trees over shrubs in California;
    "YELL", conifers and a road in Yellowstone. picture: float32 in 0..1, (rows,
    columns, 3), a pixel is 20 cm. boxes: float32, (n, 4), x1, y1, x2, y2 in pixels.
    Raises ValueError for another place; FileNotFoundError or ValueError if
    data/crowns.npz is missing or altered. Source: pictures of NEON, boxes of the
    package DeepForest (Weinstein and others); see data/README.md.
    """
    if place not in PLACES:
        raise ValueError(f"The places are {', '.join(PLACES)}, not {place!r}.")
    path = verified_path("crowns.npz", CROWNS_SHA256)
    with np.load(path, allow_pickle=False) as file:
        picture = file[f"{place}_picture"] / np.float32(255)
        return picture, file[f"{place}_boxes"]
