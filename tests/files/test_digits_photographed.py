"""prepare_digit finds the digit in pictures that show more than it, or says why not."""

import numpy as np
import pytest

from tests.files.digit_reading import drawn_digits, prepared
from tests.files.drawn_paper import strokes
from tests.files.photographed_digits import KINDS, NO_DIGIT, pictures_of
from tests.one_sentence import assert_one_sentence
from utils.files.digits import prepare_digit


@pytest.fixture(scope="module")
def digits():
    images, _ = drawn_digits()
    return images[:4]


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in NO_DIGIT])
def test_the_same_digit_comes_out_as_of_a_clean_drawing(kind, digits, tmp_path):
    likenesses = []
    for picture, image in zip(pictures_of(kind, digits), digits, strict=True):
        clean = prepare_digit(np.pad(1 - strokes(image, 160), 60, constant_values=1))
        digit = prepared(picture, tmp_path)
        likenesses.append(np.corrcoef(digit.ravel(), clean.ravel())[0, 1])
    assert np.median(likenesses) > 0.7, likenesses


def test_two_digits_are_refused(digits):
    for picture in pictures_of("two digits", digits):
        with pytest.raises(ValueError, match="in several places") as caught:
            prepare_digit(picture)
        assert_one_sentence(caught, "cut the others away")


def test_paper_that_fills_nothing_but_a_frame_is_refused():
    empty = np.pad(np.full((200, 200), 0.9), 12, constant_values=0)
    with pytest.raises(ValueError, match="clear of its border") as caught:
        prepare_digit(empty)
    assert_one_sentence(caught, "cut away")


def test_a_sheet_without_a_digit_is_refused():
    sheet = np.pad(np.full((150, 150), 0.9), 80, constant_values=0.1)
    with pytest.raises(ValueError, match="holds no") as caught:
        prepare_digit(sheet)
    assert_one_sentence(caught)
