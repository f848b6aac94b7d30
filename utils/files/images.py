"""Open any picture as a float array, or say in one sentence what is wrong with it."""

import difflib
import os
import warnings
from pathlib import Path

import numpy as np
from PIL import Image, ImageOps

from utils.arrays.colour import to_grey

# Above what phones take; as a float32 colour array already 768 MB.
MAX_PIXELS = 64_000_000


def load_image(path, grey=False, max_side=None):
    """Return the picture in a file as an array.

    path: text or Path; "~" is the home folder, a relative path starts at the working
    folder. JPEG, PNG, GIF (first frame), BMP, WebP, TIFF and what else Pillow reads.
    grey: False for shape (height, width, 3), True for (height, width), see to_grey.
    max_side: shrink until the longer side is at most this many pixels; never enlarge.

    Returns float32 in 0..1. EXIF rotation is applied, transparency is laid on white,
    colour profiles are ignored. 8-bit values are divided by 255, grey integers of more
    bits by 65535; floats stay as they are. Where these leave 0..1 even so, nobody can
    say what white is: they are stretched, the smallest to 0, the greatest to 1.

    Raises FileNotFoundError for a missing file, and ValueError for one that is empty,
    damaged, no picture, below 2 pixels a side, or above MAX_PIXELS.
    """
    if max_side is not None and max_side < 2:
        raise ValueError(f"max_side must be 2 pixels or more, not {max_side}.")
    path = _existing_file(path)
    # Pillow warns about oddities in files that it reads correctly all the same.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        picture = _decode(path)
    if max_side is not None:
        picture = _shrink(picture, max_side)
    image = np.array(picture, dtype=np.float32)
    if picture.mode != "F":
        image /= 255
    elif not np.isfinite(image).all():
        raise ValueError(
            f"{_quoted(path)} holds values that are not numbers (NaN or infinity): "
            "replace them in the program that wrote it."
        )
    if grey:
        image = to_grey(image)
    elif image.ndim == 2:
        image = np.repeat(image[..., np.newaxis], 3, axis=2)
    # Resampling and rounding can overstep 0..1 by a little.
    return np.clip(image, 0, 1, out=image)


def centre_square(image, size):
    """Return the largest square in the middle of a picture, size × size pixels.

    image: (height, width) or (height, width, 3), values in 0..1; so is the result, in
    float32, in steps of 1/255. Raises ValueError for a size below 2 or another shape.
    """
    image = np.asarray(image)
    if size < 2:
        raise ValueError(f"size must be 2 pixels or more, not {size}.")
    if image.ndim not in (2, 3) or image.shape[2:] not in ((), (3,)):
        raise ValueError(
            "centre_square needs an image of shape (height, width, 3) or (height, "
            f"width), not {image.shape}."
        )
    levels = np.rint(np.clip(image, 0, 1) * 255).astype(np.uint8)
    square = ImageOps.fit(Image.fromarray(levels), (size, size))
    return np.asarray(square, dtype=np.float32) / 255


def _quoted(path):
    """Return the path in quotes, on one line, with slashes that Python takes too."""
    return repr(path.as_posix())


def _existing_file(path):
    """Return the absolute Path of an existing, non-empty file, or raise."""
    path = Path(os.path.abspath(os.path.expanduser(path)))
    # os.path, unlike Path, answers False for names that the system cannot even hold.
    if os.path.isdir(path):
        raise ValueError(
            f"{_quoted(path)} is a folder, not a picture: add the name of a file in it."
        )
    if not os.path.exists(path):
        raise FileNotFoundError(_missing(path))
    if not os.path.isfile(path):
        raise ValueError(f"{_quoted(path)} is a device, not a picture: name a file.")
    if path.stat().st_size == 0:
        raise ValueError(
            f"{_quoted(path)} is empty (0 bytes): save or download the picture again."
        )
    return path


def _missing(path):
    """Return the sentence for a missing file: similar names, or where it was sought."""
    start = f"(a relative path starts at {_quoted(Path.cwd())})"
    if not os.path.isdir(path.parent):
        return f"There is no folder {_quoted(path.parent)}: check the path {start}."
    names = {other.name.lower(): other.name for other in path.parent.iterdir()}
    similar = difflib.get_close_matches(path.name.lower(), names)
    if similar:
        guess = " or ".join(repr(names[name]) for name in similar)
        return f"There is no file {_quoted(path)}: did you mean {guess}?"
    return f"There is no file {_quoted(path)}: check its name and folder {start}."


def _decode(path):
    """Return the first frame of a file as a Pillow image of mode L, RGB or F."""
    try:
        file = path.open("rb")
    except OSError:
        raise ValueError(
            f"{_quoted(path)} cannot be opened: check that you may read it and that no "
            "other program holds it."
        ) from None
    with file:
        picture = _read_header(file, path)
        try:
            picture.load()
            return _flatten(ImageOps.exif_transpose(picture))
        except Exception:
            raise ValueError(
                f"{_quoted(path)} is damaged or cut short: save or download it again, "
                "or export it as PNG or JPEG from a picture program."
            ) from None


def _read_header(file, path):
    """Return the picture in an open file, not yet decoded, if its size is sensible."""
    too_large = ValueError(
        f"{_quoted(path)} has more than {MAX_PIXELS // 1_000_000} million pixels: make "
        "it smaller in a picture program."
    )
    # Damaged files surface in Pillow as almost any type of exception.
    try:
        picture = Image.open(file)
    except Image.DecompressionBombError:
        raise too_large from None
    except Exception:
        raise ValueError(
            f"{_quoted(path)} is no picture of a known format, or its beginning is "
            "damaged: export it as PNG or JPEG from a picture program."
        ) from None
    width, height = picture.size
    if width * height > MAX_PIXELS:
        raise too_large
    if min(width, height) < 2:
        raise ValueError(
            f"{_quoted(path)} is {width} pixels wide and {height} high: choose a "
            "picture of at least 2 × 2 pixels."
        )
    return picture


def _flatten(picture):
    """Return a Pillow image of any mode as L or RGB (0..255) or deep grey F (0..1)."""
    if picture.mode == "F" or picture.mode.startswith("I"):
        return Image.fromarray(_deep_values(picture))
    if picture.has_transparency_data:
        picture = picture.convert("RGBA")
        white = Image.new("RGBA", picture.size, "white")
        return Image.alpha_composite(white, picture).convert("RGB")
    return picture.convert("L" if picture.mode in ("1", "L") else "RGB")


def _deep_values(picture):
    """Return the values of a grey picture of 16 bits and more as float32 in 0..1."""
    values = np.array(picture, dtype=np.float64)
    if picture.mode != "F":
        values /= 65535
    low, high = values.min(), values.max()
    if low < 0 or high > 1:
        values = (values - low) / max(high - low, np.finfo(float).tiny)
    return values.astype(np.float32)


def _shrink(picture, max_side):
    """Return the picture with its longer side at most max_side, proportions kept."""
    scale = max_side / max(picture.size)
    if scale >= 1:
        return picture
    width, height = (max(2, round(side * scale)) for side in picture.size)
    return picture.resize((width, height), Image.Resampling.LANCZOS)
