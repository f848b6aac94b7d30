"""Open any picture as a float array, or say in one sentence what is wrong with it."""

import warnings

import numpy as np
from PIL import ExifTags, Image, ImageOps

from utils.arrays.colour import to_grey
from utils.files.arguments import picture_array, side_length, whole_number
from utils.files.paths import existing_file, quoted

# Above what phones take; as a float32 colour array already 768 MB.
MAX_PIXELS = 64_000_000
# Of 256, between the lightest and the darkest part of a picture that is not blank.
LEAST_LEVELS = 16


def load_image(path, grey=False, max_side=None):
    """Return the picture in a file as an array.

    path: text or Path; "~" is the home folder, a relative path starts at the working
    folder. JPEG, PNG, GIF (first frame), BMP, WebP, TIFF and what else Pillow reads.
    grey: False for shape (height, width, 3), True for (height, width), see to_grey.
    max_side: shrink until the longer side is at most this many pixels; never enlarge.

    Returns float32 in 0..1. EXIF rotation is applied, a TIFF whose white is 0 is turned
    round, transparency is laid on white (on black if nothing shows on white), colour
    profiles are ignored. 8-bit values are divided by 255, grey integers of more bits by
    65535; floats stay as they are. Where these leave 0..1 even so, nobody can say what
    white is: they are stretched, the smallest to 0, the greatest to 1.

    Raises FileNotFoundError for a missing file, TypeError for what names none, and
    ValueError for one that is empty, damaged, no picture, below 2 pixels a side, or
    above MAX_PIXELS.
    """
    if max_side is not None:
        max_side = whole_number(max_side, "max_side", 2, unit=" pixels")
    path = existing_file(path, "picture")
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
            f"{quoted(path)} holds values that are not numbers (NaN or infinity): "
            "replace them in the program that wrote it."
        )
    if grey:
        image = to_grey(image)
    elif image.ndim == 2:
        image = np.repeat(image[..., np.newaxis], 3, axis=2)
    # Resampling and rounding can overstep 0..1 by a little.
    return np.clip(image, 0, 1, out=image)


def check_picture(path):
    """Raise as load_image does if the file is missing or does not begin as a picture.

    Only its first bytes are read: the rest may still be damaged.
    """
    path = existing_file(path, "picture")
    with warnings.catch_warnings(), _opened(path) as file:
        warnings.simplefilter("ignore")
        _read_header(file, path)


def centre_square(image, size):
    """Return the largest square in the middle of a picture, size × size pixels.

    image: (height, width) or (height, width, 3), values in 0..1; so is the result, in
    float32, in steps of 1/255. Raises TypeError or ValueError for another shape, values
    out of range, and a size that is no whole number or below 2.
    """
    size = side_length(size, "size")
    shapes = {3: "(height, width, 3)", 2: "(height, width)"}
    image = picture_array(image, "centre_square", shapes)
    levels = np.rint(np.clip(image, 0, 1) * 255).astype(np.uint8)
    square = ImageOps.fit(Image.fromarray(levels), (size, size))
    return np.asarray(square, dtype=np.float32) / 255


def _decode(path):
    """Return the first frame of a file as a Pillow image of mode L, RGB or F."""
    with _opened(path) as file:
        picture = _read_header(file, path)
        try:
            picture.load()
            is_negative = _is_white_zero(picture)
            return _flatten(ImageOps.exif_transpose(picture), is_negative)
        except Exception:
            raise ValueError(
                f"{quoted(path)} is damaged or cut short: save or download it again, "
                "or export it as PNG or JPEG from a picture program."
            ) from None


def _opened(path):
    """Return the file, open for reading."""
    try:
        return path.open("rb")
    except OSError:
        raise ValueError(
            f"{quoted(path)} cannot be opened: check that you may read it and that no "
            "other program holds it."
        ) from None


def _read_header(file, path):
    """Return the picture in an open file, not yet decoded, if its size is sensible."""
    too_large = ValueError(
        f"{quoted(path)} has more than {MAX_PIXELS // 1_000_000} million pixels: make "
        "it smaller in a picture program."
    )
    # Damaged files surface in Pillow as almost any type of exception.
    try:
        picture = Image.open(file)
    except Image.DecompressionBombError:
        raise too_large from None
    except Exception:
        raise ValueError(
            f"{quoted(path)} is no picture of a known format, or its beginning is "
            "damaged: export it as PNG or JPEG from a picture program."
        ) from None
    width, height = picture.size
    if width * height > MAX_PIXELS:
        raise too_large
    if min(width, height) < 2:
        raise ValueError(
            f"{quoted(path)} is {width} pixels wide and {height} high: choose a "
            "picture of at least 2 × 2 pixels."
        )
    return picture


def _is_white_zero(picture):
    """Return whether a TIFF stores white as 0, as scanners do (TIFF 6.0, tag 262)."""
    tags = getattr(picture, "tag_v2", {})
    return tags.get(ExifTags.Base.PhotometricInterpretation) == 0


def _flatten(picture, is_negative):
    """Return a Pillow image of any mode as L or RGB (0..255) or deep grey F (0..1)."""
    if picture.mode == "F" or picture.mode.startswith("I"):
        values = _deep_values(picture)
        # Pillow turns pictures of 8 bits round by itself, deeper ones it does not.
        return Image.fromarray(1 - values if is_negative else values)
    if picture.has_transparency_data:
        return _on_a_ground(picture.convert("RGBA"))
    return picture.convert("L" if picture.mode in ("1", "L") else "RGB")


def _on_a_ground(picture):
    """Return an RGBA picture on white or, if it is blank there only, on black."""
    on_white = _laid_on("white", picture)
    if not _is_blank(on_white):
        return on_white
    on_black = _laid_on("black", picture)
    return on_white if _is_blank(on_black) else on_black


def _laid_on(colour, picture):
    ground = Image.new("RGBA", picture.size, colour)
    return Image.alpha_composite(ground, picture).convert("RGB")


def _is_blank(picture):
    """Return whether no channel varies enough for anything to be seen."""
    return all(high - low < LEAST_LEVELS for low, high in picture.getextrema())


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
