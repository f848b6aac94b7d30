"""Sentences, heartbeats and voices are whole, and say how to restore them if not."""

import shutil
from collections import Counter

import numpy as np
import pytest

from tests.one_sentence import assert_one_sentence
from utils.arrays.sound import RATE, log_mel
from utils.files import datasets
from utils.files.heartbeats import (
    MARKED_FROM,
    SAMPLES_A_SECOND,
    UNREADABLE,
    load_heartbeats,
    load_marked_beats,
)
from utils.files.texts import load_declaration, load_reviews
from utils.files.voices import (
    LANGUAGES,
    load_announcement,
    load_new_voices,
    load_voices,
)

LOADERS = {
    "reviews.csv": load_reviews,
    "declaration.csv": load_declaration,
    "heartbeats.npz": load_heartbeats,
    "heartbeats_marks.csv": load_marked_beats,
    "voices.npz": load_voices,
    "new_voices.npz": load_new_voices,
    "voices/russian.wav": lambda: load_announcement("Russian"),
}


def test_reviews():
    sentences, labels, sites = load_reviews()
    assert len(sentences) == len(labels) == len(sites) == 3000
    assert labels.dtype == np.int64 and np.bincount(labels).tolist() == [1500, 1500]
    assert Counter(sites.tolist()) == {"amazon": 1000, "imdb": 1000, "yelp": 1000}
    assert len(set(sentences)) == 2982  # some are there twice
    known = dict(zip(sentences, labels, strict=True))
    assert known["Wow... Loved this place."] == 1
    assert known["Crust is not good."] == 0
    # What Windows meant by the characters 128 to 159, and no space around.
    assert not any(128 <= ord(letter) < 160 for text in sentences for letter in text)
    assert all(text == text.strip() and text for text in sentences)


def test_declaration():
    paragraphs, labels, articles, languages = load_declaration()
    assert (
        len(paragraphs)
        == len(labels)
        == len(articles)
        == sum(58 <= n <= 62 and n for n in np.bincount(labels))
    )
    assert len(languages) == 16 and languages[0] == "English"
    for label in range(16):
        assert set(articles[labels == label]) == set(range(31))
    first = [p for p, article in zip(paragraphs, articles, strict=True) if article == 1]
    assert first[0].startswith("All human beings are born free and equal in dignity")
    assert first[languages.index("German")].startswith("Alle Menschen sind frei")


def test_heartbeats():
    ecg = load_heartbeats()
    assert ecg.shape == (300 * SAMPLES_A_SECOND,) and ecg.dtype == np.float32
    assert -4 < ecg.min() < -1 and 2 < ecg.max() < 4


def test_marked_beats_are_high_and_a_heartbeat_apart():
    ecg, beats = load_heartbeats(), load_marked_beats()
    seconds = beats / SAMPLES_A_SECOND
    assert len(beats) == 193 and beats.dtype == np.int64
    assert MARKED_FROM <= seconds[0] and seconds[-1] < 300
    assert not ((seconds > UNREADABLE[0]) & (seconds < UNREADABLE[1])).any()
    apart = np.diff(seconds)
    assert 0.4 < apart.min() and np.median(apart) < 0.7
    around = ecg[beats[:, np.newaxis] + np.arange(-108, 109)]
    # Nearly nothing within 0.3 s rises above a beat, in however tilted a recording.
    assert np.mean(around.max(axis=1) - ecg[beats] < 0.1) > 0.97


def test_voices():
    loudness, labels, prompts = load_voices()
    assert loudness.shape == (2413, 32, 49) and loudness.dtype == np.float32
    assert loudness.min() == -80 and (loudness.max(axis=(1, 2)) == 0).all()
    assert labels.shape == prompts.shape == (2413,)
    assert len(set(labels)) == len(LANGUAGES)
    assert np.bincount(labels).min() > 440
    # Two seconds of one sentence in one language, at most.
    assert max(Counter(zip(labels, prompts, strict=True)).values()) == 2


def test_new_voices_say_the_same_sentences_and_are_others():
    loudness, labels, prompts = load_new_voices()
    known, _, sentences = load_voices()
    assert loudness.shape == (463, 32, 49) and loudness.dtype == np.float32
    assert loudness.min() == -80 and (loudness.max(axis=(1, 2)) == 0).all()
    assert [LANGUAGES[label] for label in np.unique(labels)] == ["French", "Italian"]
    assert np.bincount(labels).tolist()[2:] == [172, 291]
    assert set(prompts) <= set(sentences)
    assert len(set(zip(labels, prompts, strict=True))) == 463  # one second of each
    for second in loudness[::50]:
        assert np.abs(known - second).mean(axis=(1, 2)).min() > 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_announcements_are_as_long_as_speech_and_one_of_them_is_in_the_set(language):
    sound = load_announcement(language)
    assert 2 * RATE < len(sound) < 6 * RATE
    assert 0.1 < np.abs(sound).max() <= 1
    loudness, labels, _ = load_voices()
    of_language = loudness[labels == LANGUAGES.index(language)]
    # The set holds it from where it begins, in steps of 20 ms.
    distances = [
        np.abs(of_language - log_mel(sound[start : start + RATE]))
        .max(axis=(1, 2))
        .min()
        for start in range(0, RATE, RATE // 50)
    ]
    assert min(distances) < 1


def test_another_language_is_one_sentence():
    with pytest.raises(ValueError) as caught:
        load_announcement("Latin")
    assert_one_sentence(caught, "Italian", "Latin")


@pytest.mark.parametrize("name", LOADERS)
@pytest.mark.parametrize("fault", ["missing", "altered"])
def test_a_spoilt_file_says_how_to_restore_it(tmp_path, monkeypatch, name, fault):
    (tmp_path / name).parent.mkdir(exist_ok=True)
    shutil.copy(datasets.DATA_FOLDER / name, tmp_path / name)
    if fault == "missing":
        (tmp_path / name).unlink()
    else:
        (tmp_path / name).write_bytes((tmp_path / name).read_bytes()[:-1])
    monkeypatch.setattr(datasets, "DATA_FOLDER", tmp_path)
    with pytest.raises((FileNotFoundError, ValueError)) as caught:
        LOADERS[name]()
    assert_one_sentence(caught, f"data/{name}", f"git checkout -- data/{name}")
