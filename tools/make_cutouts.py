"""Make the drawings in data/cutouts and data/signs out of those of Open Clip Art.

    apt-get download openclipart-png; dpkg-deb -x openclipart-png_*.deb clipart
    python -m tools.make_cutouts clipart/usr/share/openclipart

The attribution.csv of each folder says which drawing becomes which file. Each is cut to
what can be seen of it, made smaller and stored with its opacity. The command checks the
sources, writes all files and the last column of the tables, their sha256; the sha256 of
the tables go into utils/files/cutouts.py and utils/files/signs.py.
"""

import csv
import hashlib
import io
import sys
from pathlib import Path

from PIL import Image

from utils.files.datasets import DATA_FOLDER

FOLDERS = DATA_FOLDER / "cutouts", DATA_FOLDER / "signs"
LONGER_SIDE = 64  # pixels


def small_drawing(content):
    """Return a drawing as the bytes of a PNG file, trimmed, at most 64 pixels long."""
    drawing = Image.open(io.BytesIO(content)).convert("RGBA")
    # Weighted by opacity, or what is invisible would colour the rim.
    drawing = drawing.crop(drawing.getchannel("A").getbbox()).convert("RGBa")
    drawing.thumbnail((LONGER_SIDE, LONGER_SIDE), Image.Resampling.BOX)
    whole = io.BytesIO()
    drawing.convert("RGBA").save(whole, "PNG", optimize=True)
    return whole.getvalue()


def make(package, folder):
    """Write every drawing of a folder's table from that of the Debian package."""
    attribution = folder / "attribution.csv"
    with attribution.open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        source = Path(package) / row["source"]
        if not source.is_file():
            sys.exit(f"{source} is not there: name the package's share/openclipart.")
        content = source.read_bytes()
        if hashlib.sha256(content).hexdigest() != row["sha256_of_source"]:
            sys.exit(f"{source} is not the file of openclipart-png 1:0.18+dfsg-19.")
        drawing = small_drawing(content)
        (folder / row["file"]).write_bytes(drawing)
        row["sha256"] = hashlib.sha256(drawing).hexdigest()
    with attribution.open("w", newline="", encoding="utf-8") as file:
        table = csv.DictWriter(file, rows[0], lineterminator="\n")
        table.writeheader()
        table.writerows(rows)
    sha256 = hashlib.sha256(attribution.read_bytes()).hexdigest()
    print(f"{folder.name}: {len(rows)} drawings; {sha256}")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("Name the folder of the package's drawings, and nothing else.")
    for drawings in FOLDERS:
        make(sys.argv[1], drawings)
