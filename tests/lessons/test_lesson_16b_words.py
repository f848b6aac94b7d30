"""What dive 16b writes out does what it says."""

import numpy as np
import pytest

from tests.lessons.lesson_code import run_cells
from utils.exercises import lesson_16b as exercise


@pytest.fixture(scope="module")
def page():
    page = {"__name__": "16b_words"}
    run_cells("16b_words", page, "settings", "reviews", "bag", "textcnn", "train-text")
    return page


def test_no_sentence_is_there_twice_and_none_is_on_two_sides(page):
    read = [tuple(page["words_of"](text)) for text in page["sentences"]]
    assert len(set(read)) == len(read) == len(page["praise"])
    for seed in range(3):
        parts = page["split"](seed)
        places = np.concatenate(parts)
        assert sorted(places) == list(range(len(read)))
        shares = [round(len(part) / len(read), 2) for part in parts]
        assert shares == [0.64, 0.16, 0.2]


def test_words_are_small_letters_and_marks(page):
    assert page["words_of"]("Don't WASTE 20$, really?!") == [
        *("don't", "waste", "20", "really", "?", "!")
    ]


def test_numbers_are_those_of_the_task(page):
    vocabulary = {"not": 2, "bad": 3}
    texts = ["Not bad", "so bad!", "bad " * 50]
    rows = page["numbered"](texts, vocabulary)
    for row, text in zip(rows, texts, strict=True):
        words = page["words_of"](text)
        right = exercise.as_numbers.reference.value(words, vocabulary, page["LENGTH"])
        assert row.tolist() == right


def test_a_vocabulary_holds_what_two_sentences_hold(page):
    places = np.arange(50)
    vocabulary = page["vocabulary_of"](places)
    assert sorted(vocabulary.values()) == list(range(2, len(vocabulary) + 2))
    read = [set(page["words_of"](page["sentences"][place])) for place in places]
    assert all(sum(word in words for words in read) > 1 for word in vocabulary)
    assert "the" in vocabulary
