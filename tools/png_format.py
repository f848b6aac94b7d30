"""Write PNG files with one prediction for all pixels, which Pillow can't.

After PNG, Third Edition, W3C 2025.
"""

import struct
import zlib

import numpy as np

SIGNATURE = b"\x89PNG\r\n\x1a\n"
RGB, INDEXED, WITH_ALPHA = 2, 3, 6  # colour types
NONE, SUB, PAETH = 0, 1, 4  # filters, by what they predict a pixel from


def is_as_drawn(png):
    """Whether a PNG (bytes) has an alpha channel, as all that Matplotlib draws.

    What `as_png` writes has none.
    """
    return png.startswith(SIGNATURE) and png[25] == WITH_ALPHA


def as_png(values, kind, dpi=None, palette=None):
    """Return values (uint8, H×W×3, or H×W with a palette N×3) as a PNG (bytes).

    kind: the filter of all rows. dpi: None, or dots per inch in x and y.
    """
    height, width = values.shape[:2]
    before = np.zeros((height + 1, width + 1, *values.shape[2:]), int)
    before[1:, 1:] = values
    guess = predicted(before[1:, :-1], before[:-1, 1:], before[:-1, :-1], kind)
    rows = (values - guess).astype(np.uint8).reshape(height, -1)  # modulo 256
    rows = np.insert(rows, 0, kind, axis=1).tobytes()
    colour = RGB if palette is None else INDEXED
    chunks = {b"IHDR": struct.pack(">IIBBBBB", width, height, 8, colour, 0, 0, 0)}
    if dpi is not None:
        per_metre = (round(d / 0.0254) for d in dpi)
        chunks[b"pHYs"] = struct.pack(">IIB", *per_metre, 1)
    if palette is not None:
        chunks[b"PLTE"] = palette.tobytes()
    chunks |= {b"IDAT": _deflated(rows), b"IEND": b""}
    return SIGNATURE + b"".join(_chunk(*chunk) for chunk in chunks.items())


def predicted(left, above, corner, kind):
    """What a filter predicts for values from those before; all are arrays of int."""
    if kind == NONE:
        return np.zeros_like(left)
    if kind == SUB:
        return left
    from_left, from_above = abs(above - corner), abs(left - corner)
    from_corner = abs(left + above - 2 * corner)
    other = np.where(from_above <= from_corner, above, corner)
    is_left = (from_left <= from_above) & (from_left <= from_corner)
    return np.where(is_left, left, other)


def _chunk(name, data):
    check = zlib.crc32(name + data)
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", check)


def _deflated(data):
    """The smaller of what two strategies of zlib make."""
    made = []
    for strategy in (zlib.Z_DEFAULT_STRATEGY, zlib.Z_FILTERED):
        deflate = zlib.compressobj(9, memLevel=9, strategy=strategy)
        made.append(deflate.compress(data) + deflate.flush())
    return min(made, key=len)
