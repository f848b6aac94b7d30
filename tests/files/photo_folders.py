"""Folders of photos, for load_photo_folder to read."""

import numpy as np
from PIL import Image

SIZE = 16


def save_photo(path, number, mode="RGB", size=(40, 30), **options):
    """Save a picture that no other number gives; return its path."""
    path.parent.mkdir(parents=True, exist_ok=True)
    values = np.random.default_rng(number).integers(0, 256, (3, 4, 3), np.uint8)
    picture = Image.fromarray(values).resize(size, Image.Resampling.NEAREST)
    if mode == "I;16":
        picture = Image.fromarray(np.asarray(picture.convert("L"), np.uint16) * 257)
    elif mode == "P":
        picture = picture.quantize()
    else:
        picture = picture.convert(mode)
    picture.save(path, **options)
    return path
