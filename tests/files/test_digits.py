"""prepare_digit makes of any drawing what MNIST would have made of it."""

import numpy as np
import pytest
from PIL import Image, ImageDraw

from tests.one_sentence import assert_one_sentence
from tools.lessons import COURSE
from utils.files.datasets import load_mnist
from utils.files.digits import prepare_digit
from utils.files.images import load_image

MY_DIGIT = COURSE / "images" / "my_digit.png"


@pytest.fixture(scope="module")
def mnist_digits():
    _, (images, _) = load_mnist()
    return images[:200]


def seven(side=280, left=90, top=60, size=150, pen=20, ink=0.0, ground=1.0):
    """A drawn seven: a bar and a slanted stroke."""
    picture = Image.new("F", (side, side), ground)
    corners = [(left, top), (left + 0.6 * size, top), (left + 0.2 * size, top + size)]
    ImageDraw.Draw(picture).line(corners, fill=ink, width=pen, joint="curve")
    return np.asarray(picture)


def centre_of_mass(image):
    rows, columns = np.indices(image.shape)
    return np.array([np.sum(rows * image), np.sum(columns * image)]) / image.sum()


def box(image, threshold=0.0):
    """Height and width of what is brighter than the threshold."""
    return tuple(np.ptp(axis) + 1 for axis in np.nonzero(image > threshold))


@pytest.mark.parametrize("drawing", [seven(), load_image(MY_DIGIT, grey=True)])
def test_shape_range_and_place_are_those_of_mnist(drawing):
    digit = prepare_digit(drawing)
    assert digit.shape == (28, 28)
    assert digit.dtype == np.float32
    assert digit.min() == 0 and digit.max() == 1
    assert max(box(digit)) == 20
    assert np.abs(centre_of_mass(digit) - 14).max() <= 0.52


def test_mnist_itself_is_centred_on_14(mnist_digits):
    offsets = [np.abs(centre_of_mass(digit) - 14).max() for digit in mnist_digits]
    assert max(offsets) <= 0.52


def test_dark_on_light_equals_light_on_dark():
    drawing = seven()
    np.testing.assert_allclose(
        prepare_digit(drawing), prepare_digit(1 - drawing), atol=1e-6
    )


def test_pale_pen_on_grey_ground_equals_black_on_white():
    pale = seven(ink=0.75, ground=0.6)
    np.testing.assert_allclose(prepare_digit(pale), prepare_digit(seven()), atol=1e-5)


@pytest.mark.parametrize("left, top", [(15, 20), (160, 15), (20, 110)])
def test_place_in_the_picture_does_not_matter(left, top):
    np.testing.assert_allclose(
        prepare_digit(seven(left=left, top=top)), prepare_digit(seven()), atol=1e-6
    )


@pytest.mark.parametrize("scale", [2, 3, 0.5])
def test_size_of_the_picture_does_not_matter(scale):
    side = round(280 * scale)
    scaled = Image.fromarray(seven()).resize((side, side), Image.Resampling.BOX)
    expected, result = prepare_digit(seven()), prepare_digit(np.asarray(scaled))
    assert np.corrcoef(expected.ravel(), result.ravel())[0, 1] > 0.99


def test_wide_digit_keeps_its_proportions():
    drawing = np.ones((100, 200), dtype=np.float32)
    drawing[40:60, 50:130] = 0
    assert box(prepare_digit(drawing)) == (5, 20)


@pytest.mark.parametrize("pen", [1, 2, 50])
def test_thin_and_thick_pens_stay_visible(pen):
    digit = prepare_digit(seven(pen=pen))
    assert digit.max() == 1
    assert max(box(digit)) == 20


def test_coloured_pen_on_a_transparent_canvas(tmp_path):
    picture = Image.new("RGBA", (200, 200), (0, 0, 0, 0))
    ImageDraw.Draw(picture).line([(60, 40), (120, 150)], (30, 60, 220, 255), width=15)
    picture.save(tmp_path / "pen.png")
    digit = prepare_digit(load_image(tmp_path / "pen.png", grey=True))
    assert digit[14, 14] > 0.9 and digit[0].max() == 0


def test_stroke_that_runs_over_the_border():
    drawing = np.ones((100, 100), dtype=np.float32)
    drawing[:, 45:55] = 0
    digit = prepare_digit(drawing)
    assert box(digit) == (20, 2)


@pytest.mark.parametrize("shade", [0.0, 0.1, 0.3])
def test_photo_on_grainy_unevenly_lit_paper(shade):
    light = 0.85 - shade * np.linspace(0, 1, 280)
    grain = np.random.default_rng(0).normal(0, 0.02, (280, 280))
    photo = light * (0.25 + 0.75 * seven()) + grain
    correlation = np.corrcoef(
        prepare_digit(photo).ravel(), prepare_digit(seven()).ravel()
    )
    assert correlation[0, 1] > 0.95


@pytest.mark.long
def test_mnist_digits_enlarged_tenfold_come_back(mnist_digits):
    correlations = []
    for digit in mnist_digits:
        drawing = 1 - digit.repeat(10, axis=0).repeat(10, axis=1)
        result = prepare_digit(drawing)
        correlations.append(np.corrcoef(digit.ravel(), result.ravel())[0, 1])
    # A faint outermost row of ink can fall under the threshold, and the digit grows.
    assert np.median(correlations) > 0.999
    assert np.mean(np.array(correlations) > 0.99) > 0.9


@pytest.mark.parametrize("value", [0.0, 0.5, 1.0])
def test_blank_canvas_is_refused(value):
    with pytest.raises(ValueError, match=r"holds no digit.*draw one") as caught:
        prepare_digit(np.full((280, 280), value, dtype=np.float32))
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("image", "error", "message"),
    [
        (np.ones((28, 28, 3)), ValueError, "grey=True"),
        (np.ones((28, 0)), ValueError, "no pixels"),
        (np.full((28, 28), np.inf), ValueError, "NaN or infinity"),
        (np.eye(28) * np.nan, ValueError, "NaN or infinity"),
        (np.eye(28) * 255, ValueError, "divide them by 255"),
        (None, ValueError, r"not \(\)"),
        ("my_digit.png", TypeError, "not str: open a file with load_image"),
    ],
)
def test_what_is_no_grey_picture_is_refused(image, error, message):
    with pytest.raises(error, match=message) as caught:
        prepare_digit(image)
    assert_one_sentence(caught)


def test_a_line_of_pixels_holds_no_digit():
    for shape in ((1, 1), (1, 40), (3, 3)):
        with pytest.raises(ValueError, match="holds no") as caught:
            prepare_digit(np.eye(*shape))
        assert_one_sentence(caught)


def test_input_is_left_as_it_was():
    drawing = seven().copy()
    before = drawing.copy()
    prepare_digit(drawing)
    np.testing.assert_array_equal(drawing, before)
