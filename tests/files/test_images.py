"""load_image opens every common format, and names each fault in one sentence."""

import numpy as np
import pytest
from PIL import Image

from tests.files.pictures import FORMATS, IMAGES, save
from tests.one_sentence import assert_one_sentence
from utils.files.images import centre_square, load_image

# --- what opens ---------------------------------------------------------------------


@pytest.mark.parametrize("suffix", FORMATS)
def test_every_common_format(tmp_path, colours, suffix):
    image = load_image(save(colours, tmp_path / f"picture.{suffix}"))
    assert image.shape == (24, 36, 3)
    assert image.dtype == np.float32
    assert image.min() >= 0 and image.max() <= 1
    tolerance = {"bmp": 0, "png": 0, "tif": 0}.get(suffix, 0.1)
    np.testing.assert_allclose(image, colours / 255, atol=tolerance + 1e-7)


def test_exif_rotation_is_applied(tmp_path, colours):
    exif = Image.Exif()
    exif[0x0112] = 6  # "turn 90 degrees clockwise to view"
    path = save(colours, tmp_path / "phone.jpg", exif=exif, quality=95)
    turned = np.rot90(colours, -1) / 255
    np.testing.assert_allclose(load_image(path), turned, atol=0.05)


def test_cmyk_jpeg(tmp_path, colours):
    path = tmp_path / "print.jpg"
    Image.fromarray(colours).convert("CMYK").save(path, quality=95)
    with Image.open(path) as picture:
        assert picture.mode == "CMYK"
    np.testing.assert_allclose(load_image(path), colours / 255, atol=0.05)


def test_16_bit_png_is_exact(tmp_path):
    values = np.array([[0, 1, 256], [32768, 65534, 65535]], dtype=np.uint16)
    image = load_image(save(values, tmp_path / "deep.png"), grey=True)
    np.testing.assert_array_equal(image, (values / 65535).astype(np.float32))


def test_dark_16_bit_png_is_not_stretched(tmp_path):
    values = np.full((4, 4), 655, dtype=np.uint16)
    image = load_image(save(values, tmp_path / "dark.png"), grey=True)
    np.testing.assert_allclose(image, 655 / 65535)


def test_palette_with_transparency_lies_on_white(tmp_path):
    picture = Image.new("P", (3, 2), 0)
    picture.putpalette([10, 20, 30, 200, 100, 50])
    picture.putpixel((2, 1), 1)
    picture.save(tmp_path / "palette.png", transparency=0)
    image = load_image(tmp_path / "palette.png")
    np.testing.assert_allclose(image[1, 2], np.array([200, 100, 50]) / 255)
    np.testing.assert_array_equal(image[0, 0], [1, 1, 1])


@pytest.mark.parametrize("alpha, expected", [(0, 1.0), (255, 0.0), (51, 0.8)])
@pytest.mark.parametrize("mode", ["LA", "RGBA"])
def test_alpha_is_composited_on_white(tmp_path, mode, alpha, expected):
    black = (0,) * (len(mode) - 1)
    Image.new(mode, (4, 3), (*black, alpha)).save(tmp_path / "pen.png")
    image = load_image(tmp_path / "pen.png")
    np.testing.assert_allclose(image, np.full((3, 4, 3), expected), atol=1e-6)


@pytest.mark.parametrize("level, ground", [(255, 0), (245, 0), (0, 1), (180, 1)])
def test_ink_that_shows_only_on_black_lies_on_black(tmp_path, level, ground):
    picture = Image.new("RGBA", (6, 4), (level, level, level, 0))
    picture.paste((level, level, level, 255), (2, 1, 4, 3))
    picture.save(tmp_path / "pen.png")
    image = load_image(tmp_path / "pen.png", grey=True)
    np.testing.assert_allclose(image[0], ground, atol=1e-6)
    np.testing.assert_allclose(image[1:3, 2:4], level / 255, atol=1e-6)


def test_gif_gives_its_first_frame(tmp_path):
    frames = [Image.new("RGB", (5, 4), colour) for colour in ("red", "blue")]
    frames[0].save(tmp_path / "film.gif", save_all=True, append_images=frames[1:])
    image = load_image(tmp_path / "film.gif")
    np.testing.assert_array_equal(image, np.broadcast_to([1, 0, 0], (4, 5, 3)))


def test_bilevel_png(tmp_path):
    Image.new("1", (4, 3), 1).save(tmp_path / "fax.png")
    np.testing.assert_array_equal(load_image(tmp_path / "fax.png"), np.ones((3, 4, 3)))


def test_float_tiff_in_range_is_exact(tmp_path):
    values = np.array([[0.125, 0.25], [0.5, 0.75]], dtype=np.float32)
    image = load_image(save(values, tmp_path / "float.tif"), grey=True)
    np.testing.assert_array_equal(image, values)


@pytest.mark.parametrize("dtype", [np.float32, np.int32])
def test_deep_tiff_out_of_range_is_stretched(tmp_path, dtype):
    values = np.array([[-100_000, 0], [100_000, 300_000]], dtype=dtype)
    image = load_image(save(values, tmp_path / "science.tif"), grey=True)
    np.testing.assert_allclose(image, [[0, 0.25], [0.5, 1]], atol=1e-6)


def test_16_bit_tiff_is_exact(tmp_path):
    values = np.array([[0, 257], [4096, 65535]], dtype=np.uint16)
    image = load_image(save(values, tmp_path / "deep.tif"), grey=True)
    np.testing.assert_array_equal(image, (values / 65535).astype(np.float32))


@pytest.mark.parametrize("dtype, white", [("uint16", 65535), ("float32", 1)])
def test_deep_tiff_whose_white_is_zero_is_turned_round(tmp_path, dtype, white):
    values = np.array([[0, 0.25], [0.5, 1]]) * white
    path = tmp_path / "scan.tif"
    save(values.astype(dtype), path, tiffinfo={262: 0})
    image = load_image(path, grey=True)
    np.testing.assert_allclose(image, [[1, 0.75], [0.5, 0]], atol=1e-4)


# --- options ------------------------------------------------------------------------


def test_grey_file_as_colour_repeats_its_channel(tmp_path, colours):
    path = save(colours[..., 0], tmp_path / "grey.png")
    image = load_image(path)
    assert image.shape == (24, 36, 3)
    for channel in range(3):
        np.testing.assert_array_equal(image[..., channel], load_image(path, grey=True))


@pytest.mark.parametrize("mode", ["RGB", "L", "F"])
def test_max_side_shrinks_and_keeps_proportions(tmp_path, mode):
    picture = Image.new(mode, (300, 200), 0)
    picture.paste(Image.new(mode, (150, 200), 1 if mode == "F" else "white"))
    picture.save(tmp_path / "large.tif")
    image = load_image(tmp_path / "large.tif", max_side=30)
    assert image.shape == (20, 30, 3)
    assert image.min() >= 0 and image.max() <= 1


def test_max_side_keeps_a_flat_colour(tmp_path):
    Image.new("RGB", (97, 31), (51, 102, 204)).save(tmp_path / "flat.png")
    image = load_image(tmp_path / "flat.png", max_side=10)
    np.testing.assert_allclose(image, np.broadcast_to([0.2, 0.4, 0.8], image.shape))


def test_max_side_never_enlarges(tmp_path, colours):
    path = save(colours, tmp_path / "small.png")
    np.testing.assert_array_equal(load_image(path, max_side=500), load_image(path))


@pytest.mark.parametrize("max_side", [0, 1, -5])
def test_max_side_must_leave_a_picture(max_side):
    with pytest.raises(ValueError, match="2 pixels or more"):
        load_image(IMAGES / "chelsea.png", max_side=max_side)


def test_text_home_and_relative_paths(tmp_path, colours, monkeypatch):
    save(colours, tmp_path / "picture.png")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    expected = load_image(tmp_path / "picture.png")
    for path in (str(tmp_path / "picture.png"), "~/picture.png", "picture.png"):
        np.testing.assert_array_equal(load_image(path), expected)


@pytest.mark.parametrize("shape", [(20, 40), (40, 20, 3), (30, 30, 3)], ids=str)
def test_centre_square_is_the_middle_in_the_size_asked_for(shape):
    image = np.zeros(shape)
    side = min(shape[:2])
    top, left = (shape[0] - side) // 2, (shape[1] - side) // 2
    image[top : top + side, left : left + side] = 0.6  # 153 of 255
    for size in (10, side, 2 * side):
        square = centre_square(image, size)
        assert square.shape == (size, size, *shape[2:]) and square.dtype == np.float32
        # At the rim, a resized pixel may take in a little of its neighbours outside.
        np.testing.assert_allclose(square[3:-3, 3:-3], 0.6, atol=1e-6)
        assert abs(square.mean() - 0.6) < 0.03


def test_centre_square_of_its_own_size_changes_no_pixel(colours):
    square = centre_square(colours / 255, 24)
    np.testing.assert_allclose(square, colours[:, 6:30] / 255, atol=1e-6)


def test_centre_square_averages_when_it_shrinks():
    stripes = np.tile([0.0, 1.0], (64, 32))
    assert np.abs(centre_square(stripes, 8) - 0.5).max() < 0.1


@pytest.mark.parametrize(
    ("image", "size", "error", "message"),
    [
        (np.zeros((0, 0)), 4, ValueError, r"\(0, 0\): it has no pixels"),
        (np.zeros((4, 0, 3)), 4, ValueError, "it has no pixels"),
        (np.full((4, 4), np.nan), 4, ValueError, "NaN or infinity"),
        (np.full((4, 4), np.inf), 4, ValueError, "NaN or infinity"),
        (np.full((4, 4), 200), 4, ValueError, "in 0..1.*divide them by 255"),
        (None, 4, ValueError, "needs an image of shape"),
        ("cat.png", 4, TypeError, "array of numbers, not str"),
        (np.zeros((4, 4)), 2.5, TypeError, "size must be a whole number.*not 2.5"),
        (np.zeros((4, 4)), "4", TypeError, "size must be a whole number"),
        (np.zeros((4, 4)), None, TypeError, "size must be a whole number"),
        (np.zeros((4, 4)), 10**9, ValueError, "size must be at most 8,000 pixels"),
    ],
)
def test_centre_square_of_what_is_no_picture(image, size, error, message):
    with pytest.raises(error, match=message) as caught:
        centre_square(image, size)
    assert_one_sentence(caught)


def test_centre_square_says_what_is_wrong():
    with pytest.raises(ValueError, match="size must be 2 pixels or more, not 1"):
        centre_square(np.zeros((4, 4)), 1)
    with pytest.raises(ValueError, match=r"not \(4, 4, 2\)"):
        centre_square(np.zeros((4, 4, 2)), 2)
