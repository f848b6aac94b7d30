"""Spectrograms are SciPy's, tones come out where they should, and bands cover all."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.signal import ShortTimeFFT
from scipy.signal.windows import hann

from tests.one_sentence import assert_one_sentence
from utils.arrays.sound import (
    BANDS,
    RATE,
    log_mel,
    mel_filters,
    spectrogram,
    to_hertz,
    to_mel,
)


def tone(hertz, seconds=1.0):
    return np.sin(2 * np.pi * hertz * np.arange(int(seconds * RATE)) / RATE)


@given(st.integers(0, 2**32 - 1), st.sampled_from([8, 64, 256]), st.integers(1, 100))
def test_a_spectrogram_is_scipys(seed, window, hop):
    sound = np.random.default_rng(seed).normal(size=window + 3 * hop + hop // 2)
    scipys = ShortTimeFFT(hann(window, sym=False), hop, fs=1)
    # SciPy's pieces are centred at multiples of hop; ours begin there.
    pieces = [
        scipys.stft(sound[start : start + window], p0=0, p1=1, k_offset=window // 2)
        for start in range(0, len(sound) - window + 1, hop)
    ]
    expected = np.abs(np.concatenate(pieces, axis=1)) ** 2
    assert spectrogram(sound, window, hop).shape == expected.shape
    np.testing.assert_allclose(
        spectrogram(sound, window, hop), expected, rtol=1e-9, atol=1e-9
    )


@pytest.mark.parametrize("hertz", [250, 1000, 3000])
def test_a_tone_is_one_row(hertz):
    power = spectrogram(tone(hertz))
    assert np.array_equal(np.unique(power.argmax(axis=0)), [round(hertz * 256 / RATE)])


def test_a_second_is_49_pieces():
    assert spectrogram(tone(440)).shape == (129, 49)
    assert log_mel(tone(440)).shape == (BANDS, 49)


def test_the_mel_scale_begins_at_0_has_1000_at_1000_hz_and_turns_round():
    assert to_mel(0) == 0
    assert to_mel(1000) == pytest.approx(1000, abs=0.1)
    hertz = np.linspace(0, 4000, 50)
    np.testing.assert_allclose(to_hertz(to_mel(hertz)), hertz, atol=1e-9)


@given(st.integers(1, 60), st.sampled_from([64, 256, 512]), st.integers(0, 1000))
def test_every_band_is_a_mean(bands, window, lowest):
    weights = mel_filters(bands, window, lowest=lowest)
    assert weights.shape == (bands, window // 2 + 1)
    assert (weights >= 0).all()
    np.testing.assert_allclose(weights.sum(axis=1), 1)
    middles = weights @ np.fft.rfftfreq(window, 1 / RATE)
    assert (np.diff(middles) >= 0).all()


def test_loudness_is_what_is_said():
    loud = log_mel(tone(1000))
    assert loud.dtype == np.float32
    assert loud.max() == 0 and loud.min() >= -80
    # A tone a hundred times weaker lies 40 dB below.
    both = log_mel(np.concatenate([tone(1000), 0.01 * tone(1000)]))
    row = both[:, 10].argmax()
    assert both[row, 10] - both[row, -10] == pytest.approx(40, abs=0.1)


def test_loudness_does_not_depend_on_the_microphone():
    np.testing.assert_allclose(log_mel(tone(700)), log_mel(7 * tone(700)), atol=1e-4)


def test_silence_is_the_floor():
    assert (log_mel(np.zeros(RATE)) == -80).all()


@pytest.mark.parametrize("sound", [np.zeros(255), np.zeros((2, 300)), 3.0])
def test_another_shape_is_refused(sound):
    with pytest.raises(ValueError) as caught:
        log_mel(sound)
    assert_one_sentence(caught, "one row", "256", str(np.shape(sound)))


def test_other_numbers_are_refused():
    with pytest.raises(ValueError, match="at least 1, not 0"):
        spectrogram(np.zeros(300), hop=0)
    with pytest.raises(ValueError, match="within 0 and 4000 Hz, not 4000"):
        mel_filters(lowest=4000)
