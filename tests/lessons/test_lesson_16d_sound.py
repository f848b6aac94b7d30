"""What dive 16d writes out does what it says."""

import nbformat
import numpy as np
import pytest

from tests.lessons.lesson_code import NOTEBOOKS, run_cells
from utils.files.voices import LANGUAGES, load_new_voices

LESSON = "16d_sound"


@pytest.fixture(scope="module")
def page():
    page = {"__name__": LESSON}
    cells = "settings", "tone", "spectrogram", "voices", "spectrum", "controls"
    run_cells(LESSON, page, *cells, "statistics")
    return page


def test_a_tone_lies_in_its_row_and_a_glide_rises(page):
    rows = page["spectrogram"](page["tone"]).argmax(axis=0)
    assert set(rows) == {32}
    rows = page["spectrogram"](page["glide"]).argmax(axis=0)
    assert (np.diff(rows) >= 0).all() and rows[0] < 20 and rows[-1] > 90


def test_every_sentence_is_tested_once_and_never_on_both_sides(page):
    prompts = page["prompts"]
    folds = [page["is_test"](prompts, fold) for fold in range(5)]
    assert (np.sum(folds, axis=0) == 1).all()
    for test in folds:
        assert not set(prompts[test]) & set(prompts[~test])
        assert 0.15 < test.mean() < 0.25


def test_new_people_are_tested_on_the_same_fifth_of_the_sentences(page):
    _, labels, prompts = load_new_voices()
    for fold in range(5):
        held = page["is_test"](prompts, fold)
        assert set(prompts[held]) <= set(page["FIFTHS"][fold])
        assert len(set(labels[held])) == 2


def test_levelled_seconds_have_no_mean_spectrum(page):
    seconds = page["loudness"][:20]
    assert np.abs(page["spectrum_of"](page["levelled"](seconds))).max() < 1e-3
    assert page["spectrum_of"](seconds).shape == (20, 32)


def test_shuffling_keeps_columns_whole_and_statistics_do_not_notice(page):
    seconds = page["loudness"][:20]
    mixed = page["shuffled"](seconds, seed=3)
    assert not np.array_equal(mixed, seconds)
    for one, other in zip(seconds, mixed, strict=True):
        assert sorted(map(tuple, one.T)) == sorted(map(tuple, other.T))
    of_both = [page["without_order"](pictures) for pictures in (seconds, mixed)]
    assert of_both[0].shape == (20, 7 * 32 + 32 * 33 // 2)
    assert np.allclose(*of_both, atol=1e-3)


def test_statistics_are_those_of_numpy(page):
    second = page["loudness"][:1]
    found = page["without_order"](second)[0]
    flat = second[0] - second[0].mean(axis=1, keepdims=True)
    assert np.allclose(found[:32], np.quantile(flat, 0.05, axis=1), atol=1e-3)
    correlations = np.corrcoef(flat)[np.triu_indices(32)]
    assert np.allclose(found[7 * 32 :], correlations, atol=1e-3)


def test_what_can_be_heard_is_stored_and_short():
    notebook = nbformat.read(NOTEBOOKS / f"{LESSON}.ipynb", as_version=4)
    heard = [
        output.data["text/html"]
        for cell in notebook.cells
        for output in cell.get("outputs", [])
        if "<audio" in output.get("data", {}).get("text/html", "")
    ]
    assert len(heard) == 2
    assert all("data:audio/wav;base64," in html for html in heard)
    assert sum(map(len, heard)) < 100_000


def test_the_languages_of_the_figure_are_where_it_looks_for_them():
    assert LANGUAGES[2] == "French" and LANGUAGES[3] == "Italian"
