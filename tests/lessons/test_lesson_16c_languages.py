"""What dive 16c writes out does what it says."""

import numpy as np
import pytest

from tests.lessons.lesson_code import run_cells
from utils.exercises import lesson_16c as exercise


@pytest.fixture(scope="module")
def page():
    page = {"__name__": "16c_languages"}
    cells = ["texts", "pieces", "one-hot", "counting", "network"]
    run_cells("16c_languages", page, "settings", *cells)
    return page


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("Article 1: All, in_all.", "article all in all"),
        ("Ő ß É — don't", "ő ß é don t"),
        ("İnsan", "insan"),
    ],
)
def test_only_letters_and_single_spaces_are_left(page, text, letters):
    assert page["letters_of"](text) == letters


def test_no_part_of_the_text_is_on_two_sides(page):
    for seed in range(3):
        parts = page["deal"](seed)
        assert sorted(np.concatenate(parts)) == list(range(31))
    learn, choose, test = page["learn"], page["choose"], page["test"]
    assert [len(texts) for texts in (learn, choose, test)] == [16, 16, 16]
    assert not any(a in b for a, b in zip(test, learn, strict=True))


def test_pieces_are_of_their_text(page):
    pieces, which = page["pieces_of"](page["test"], 20, 16, seed=0)
    assert len(pieces) == 320 and {len(piece) for piece in pieces} == {16}
    texts = [page["test"][k] for k in which]
    assert all(piece in text for piece, text in zip(pieces, texts, strict=True))


def test_naive_bayes_is_a_sum_of_logarithms(page):
    model, piece = page["triples"], page["test"][3][100:116]
    count, bayes = model[0], model[1]
    counts = count.transform([piece]).toarray()[0]
    sums = bayes.feature_log_prob_ @ counts + bayes.class_log_prior_
    assert bayes.classes_[sums.argmax()] == model.predict([piece])[0]
    run = count.get_feature_names_out()[counts.argmax()]
    solution = exercise.places_of.reference.value
    assert solution(piece, run) == counts.max()
    # The weight: the share of this run among all of a text's, 0.1 added to each count.
    k = list(bayes.classes_).index("English")
    text = page["learn"][page["NAMES"].index("English")]
    all_runs = sum(len(text) - n + 1 for n in (1, 2, 3))
    share = (solution(text, run) + 0.1) / (all_runs + 0.1 * len(counts))
    column = count.vocabulary_[run]
    assert np.isclose(bayes.feature_log_prob_[k, column], np.log(share))


def test_letters_that_nobody_has_read_are_0(page):
    rows = page["numbered"](["abc", "a☃c"], ["a", "b", "c"])
    assert rows.tolist() == [[1, 2, 3], [1, 0, 3]]


def test_the_network_reads_rows_of_any_length(page):
    network = page["new_network"](list("abc"), filters=4)
    for length in (5, 16):
        assert network(np.ones((2, length), int)).shape == (2, 16)
