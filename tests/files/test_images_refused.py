"""What is no picture, or none that can be used, is refused in one sentence."""

import os
import struct
import warnings
import zlib
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from tests.files.pictures import FORMATS, save
from tests.one_sentence import assert_one_sentence
from utils.files.images import MAX_PIXELS, load_image


def png_header(width, height):
    """The first bytes of a PNG of any size, without its pixels."""
    body = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + body + crc(body)


def crc(body):
    return struct.pack(">I", zlib.crc32(body))


# --- what is refused ----------------------------------------------------------------


def test_empty_file(tmp_path):
    (tmp_path / "empty.png").touch()
    with pytest.raises(ValueError, match="is empty") as caught:
        load_image(tmp_path / "empty.png")
    assert_one_sentence(caught, "empty.png")


def test_text_renamed_to_jpg(tmp_path):
    (tmp_path / "notes.jpg").write_text("These are my notes.\n" * 50)
    with pytest.raises(ValueError, match="no picture of a known format") as caught:
        load_image(tmp_path / "notes.jpg")
    assert_one_sentence(caught, "notes.jpg")


def test_folder(tmp_path):
    with pytest.raises(ValueError, match="is a folder") as caught:
        load_image(tmp_path)
    assert_one_sentence(caught, tmp_path.name)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_pipe(tmp_path):
    os.mkfifo(tmp_path / "pipe.png")
    with pytest.raises(ValueError, match="is a device") as caught:
        load_image(tmp_path / "pipe.png")
    assert_one_sentence(caught, "pipe.png")


def test_file_that_may_not_be_read(tmp_path, colours, monkeypatch):
    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    path = save(colours, tmp_path / "locked.png")
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(ValueError, match="cannot be opened") as caught:
        load_image(path)
    assert_one_sentence(caught, "locked.png")


@pytest.mark.parametrize("max_side", ["100", 100.0, [100]], ids=repr)
def test_max_side_that_is_no_whole_number(max_side):
    with pytest.raises(TypeError, match="max_side must be a whole number") as caught:
        load_image("cat.png", max_side=max_side)
    assert_one_sentence(caught, repr(max_side))


@pytest.mark.parametrize("size", [(1, 40), (40, 1), (1, 1)])
def test_one_pixel_wide_or_high(tmp_path, size):
    Image.new("RGB", size).save(tmp_path / "line.png")
    expected = rf"{size[0]} pixels wide and {size[1]} high"
    with pytest.raises(ValueError, match=expected) as caught:
        load_image(tmp_path / "line.png")
    assert_one_sentence(caught, "line.png")


@pytest.mark.parametrize("size", [(0, 40), (40, 0)])
def test_zero_pixels_wide_or_high(tmp_path, size):
    (tmp_path / "nothing.png").write_bytes(png_header(*size))
    with pytest.raises(ValueError, match="beginning is damaged") as caught:
        load_image(tmp_path / "nothing.png")
    assert_one_sentence(caught, "nothing.png")


# Below, between and above the two sizes at which Pillow itself warns and refuses.
@pytest.mark.parametrize("side", [8_001, 10_000, 50_000])
def test_decompression_bomb_is_refused_from_its_header(tmp_path, side, recwarn):
    assert side * side > MAX_PIXELS
    (tmp_path / "bomb.png").write_bytes(png_header(side, side) + b"\0\0\0\0IDAT")
    with pytest.raises(ValueError, match="more than 64 million pixels") as caught:
        load_image(tmp_path / "bomb.png")
    assert_one_sentence(caught, "bomb.png")
    assert not recwarn.list


@pytest.mark.parametrize("fraction", [0.05, 0.3, 0.6, 0.9])
@pytest.mark.parametrize("suffix", FORMATS)
def test_truncated_file(tmp_path, suffix, fraction):
    noise = np.random.default_rng(0).integers(0, 256, (40, 50, 3), dtype=np.uint8)
    path = save(noise, tmp_path / f"cut.{suffix}")
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * fraction)])
    with pytest.raises(ValueError, match=r"damaged") as caught:
        load_image(path)
    assert_one_sentence(caught, path.name)


def test_values_that_are_not_numbers(tmp_path):
    values = np.array([[0, np.nan], [0.5, 1]], dtype=np.float32)
    with pytest.raises(ValueError, match="NaN") as caught:
        load_image(save(values, tmp_path / "nan.tif"))
    assert_one_sentence(caught, "nan.tif")


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(data=st.data(), suffix=st.sampled_from(FORMATS))
def test_damaged_bytes_give_a_picture_or_a_sentence(tmp_path, colours, data, suffix):
    path = save(colours, tmp_path / f"damaged.{suffix}")
    content = bytearray(path.read_bytes())
    places = st.integers(0, len(content) - 1)
    for place in data.draw(st.lists(places, min_size=1, max_size=8)):
        content[place] = data.draw(st.integers(0, 255))
    path.write_bytes(content)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            image = load_image(path)
        except ValueError as error:
            assert path.name in str(error) and "\n" not in str(error)
        else:
            assert image.ndim == 3 and 0 <= image.min() and image.max() <= 1
