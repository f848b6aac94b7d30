"""Drawings of traffic signs, cut out, as arrays with opacity."""

import csv

from utils.files.cutouts import open_drawing
from utils.files.datasets import verified_path

TABLE_SHA256 = "349a4589478deafe5740d9b7b981ff4cff775249422e94a40d5c4df83db84103"


def load_signs():
    """Return twelve traffic signs as (drawings, names).

    drawings: a list of arrays (height, width, 4), float32 in 0..1, red, green, blue and
    opacity; the longer side has 64 pixels at most. names: a list of what they say, such
    as "give way"; the index of a sign is its label.
    Raises FileNotFoundError or ValueError if a file is missing or altered.
    Source: data/signs/attribution.csv.
    """
    table = verified_path("signs/attribution.csv", TABLE_SHA256)
    with table.open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    drawings = [open_drawing(f"signs/{row['file']}", row["sha256"]) for row in rows]
    return drawings, [row["name"] for row in rows]
