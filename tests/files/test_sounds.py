"""A recording comes out at 8 000 samples a second, however it was saved."""

import struct

import numpy as np
import pytest
from scipy.io import wavfile

from tests.one_sentence import assert_one_sentence
from utils.files.sounds import load_sound


def tone(hertz, rate, seconds=1.0):
    return np.sin(2 * np.pi * hertz * np.arange(int(seconds * rate)) / rate)


def loudest_hertz(sound):
    return np.abs(np.fft.rfft(sound)).argmax() * 8000 / len(sound)


@pytest.mark.parametrize("rate", [8000, 11025, 16000, 22050, 44100, 48000])
def test_any_rate_becomes_8000(tmp_path, rate):
    wavfile.write(tmp_path / "a.wav", rate, (0.5 * tone(440, rate)).astype(np.float32))
    sound = load_sound(tmp_path / "a.wav")
    assert sound.dtype == np.float32 and len(sound) == 8000
    assert loudest_hertz(sound) == pytest.approx(440, abs=1)
    assert np.abs(sound[100:-100]).max() == pytest.approx(0.5, abs=0.02)


@pytest.mark.parametrize(
    "kind, scale, zero",
    [("u1", 127, 128), ("i2", 2**15 - 1, 0), ("i4", 2**31 - 1, 0), ("f8", 1, 0)],
)
def test_any_number_of_bits_becomes_the_same(tmp_path, kind, scale, zero):
    wanted = 0.9 * tone(300, 8000)
    wavfile.write(tmp_path / "a.wav", 8000, (wanted * scale + zero).astype(kind))
    np.testing.assert_allclose(load_sound(tmp_path / "a.wav"), wanted, atol=0.02)


def test_channels_become_their_mean(tmp_path):
    left, right = tone(300, 8000), 0.5 * tone(900, 8000)
    both = np.stack([left, right], axis=1)
    wavfile.write(tmp_path / "a.wav", 8000, both.astype(np.float32))
    sound = load_sound(str(tmp_path / "a.wav"))
    np.testing.assert_allclose(sound, (left + right) / 2, atol=1e-6)


def test_what_is_too_high_does_not_come_back_as_another_tone(tmp_path):
    wavfile.write(tmp_path / "a.wav", 48000, tone(7000, 48000).astype(np.float32))
    assert np.abs(load_sound(tmp_path / "a.wav")[100:-100]).max() < 0.01


def test_what_else_the_file_holds_is_skipped(tmp_path):
    wavfile.write(tmp_path / "a.wav", 8000, tone(300, 8000).astype(np.float32))
    content = (
        (tmp_path / "a.wav").read_bytes() + b"LIST" + struct.pack("<I", 4) + b"INFO"
    )
    content = content[:4] + struct.pack("<I", len(content) - 8) + content[8:]
    (tmp_path / "b.wav").write_bytes(content)
    assert len(load_sound(tmp_path / "b.wav")) == 8000


def written(path, samples, rate=8000):
    wavfile.write(path, rate, np.asarray(samples))
    return path


@pytest.mark.parametrize(
    "samples, rate, part",
    [
        (np.zeros(0, np.int16), 8000, "holds no sound"),
        (np.zeros(800, np.int16), 8000, "silent throughout"),
        (np.full(800, 128, np.uint8), 8000, "silent throughout"),
        (np.full(800, np.nan, np.float32), 8000, "not numbers"),
        (np.ones(601 * 1000, np.int16), 1000, "longer than 10 minutes"),
        (np.ones(800, np.int16), 999, "999 samples a second"),
    ],
)
def test_a_recording_of_no_use_is_one_sentence(tmp_path, samples, rate, part):
    written(tmp_path / "a.wav", samples, rate)
    with pytest.raises(ValueError) as caught:
        load_sound(tmp_path / "a.wav")
    assert_one_sentence(caught, "a.wav", part)


@pytest.mark.parametrize("content", [b"", b"ID3 an mp3", b"RIFF\x10\0\0\0WAVEfmt "])
def test_another_file_is_one_sentence(tmp_path, content):
    (tmp_path / "a.wav").write_bytes(content)
    with pytest.raises(ValueError) as caught:
        load_sound(tmp_path / "a.wav")
    assert_one_sentence(caught, "a.wav")


def test_every_way_to_cut_a_file_short_is_a_sentence_or_shorter_sound(tmp_path):
    whole = written(tmp_path / "a.wav", (9000 * tone(300, 8000)).astype(np.int16))
    content = whole.read_bytes()
    for length in (*range(1, 60), 61, 700, len(content) - 1):
        (tmp_path / "cut.wav").write_bytes(content[:length])
        try:
            assert len(load_sound(tmp_path / "cut.wav")) <= 8000
        except ValueError as error:
            assert "cut.wav" in str(error) and "\n" not in str(error)


def test_what_is_missing_or_no_file_is_one_sentence(tmp_path):
    with pytest.raises(FileNotFoundError) as caught:
        load_sound(tmp_path / "none.wav")
    assert_one_sentence(caught, "none.wav")
    with pytest.raises(ValueError) as caught:
        load_sound(tmp_path)
    assert_one_sentence(caught, "is a folder, not a recording")
    with pytest.raises(TypeError) as caught:
        load_sound(3)
    assert_one_sentence(caught, "text or a Path")
