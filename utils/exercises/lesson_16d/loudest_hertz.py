"""The task `loudest_hertz` of dive 16d, one second of speech."""

import numpy as np

from utils.checking.cases import given
from utils.checking.tasks import Task


def _tones(count, rate, tones, offset=0.0):
    """A sound of tones, {Hz: (how strong, where in its swing it begins)}, given."""
    seconds = np.arange(count) / rate
    sound = np.full(count, offset)
    for hertz, (strength, begin) in tones.items():
        sound += strength * np.sin(2 * np.pi * hertz * seconds + begin)
    return given(sound, rate)


def _row(sound):
    return 1 + np.argmax(np.abs(np.fft.rfft(sound))[1:])


def _with_offset(sound, rate):
    return np.argmax(np.abs(np.fft.rfft(sound))) * rate / len(sound)


def _real_part(sound, rate):
    return (1 + np.argmax(np.fft.rfft(sound).real[1:])) * rate / len(sound)


def _one_too_low(sound, rate):
    return (_row(sound) - 1) * rate / len(sound)


loudest_hertz = Task(
    "loudest_hertz",
    code="""
    import numpy as np

    def loudest_hertz(sound, rate):
        loudness = np.abs(np.fft.rfft(sound))
        loudness[0] = 0
        return np.argmax(loudness) * rate / len(sound)
    """,
    why="Row k of the Fourier transform swings k times over the whole sound, which "
    "lasts len(sound) / rate seconds.",
    hints=[
        "np.fft.rfft gives a complex number a row; its absolute value says how loud. "
        "Row 0 is the constant.",
        "Row k swings k times in the sound. How many seconds does the sound last?",
        "k swings in len(sound) / rate seconds are k · rate / len(sound) a second.",
    ],
    notice="The longer the sound, the closer the rows: who wants pitch exactly must "
    "listen long, and no longer knows exactly when.",
    cases=[
        _tones(8, 8, {2: (1.0, 0.4)}),
        _tones(64, 8_000, {1_000: (1.0, 0.4)}),
        _tones(100, 1_000, {50: (0.3, 1.5), 120: (1.0, 0.0)}),
        _tones(100, 1_000, {50: (1.0, 0.4), 120: (0.3, 0.4)}, offset=3.0),
        _tones(160, 16_000, {700: (0.2, 0.4), 3_000: (0.9, 0.4)}, offset=-1.0),
        _tones(128, 1_000, {62.5: (1e-3, 0.4)}, offset=0.5),  # a quiet one
    ],
    mistakes=[
        (
            lambda sound, rate: _row(sound),
            "this is the row. How many hertz lie between two rows?",
        ),
        (
            _with_offset,
            "row 0 was taken: the constant, which nobody hears. Leave it out.",
        ),
        (
            lambda sound, rate: 2 * _row(sound) * rate / len(sound),
            "twice as high. The rows reach to half the rate, but they are "
            "rate / len(sound) apart.",
        ),
        (
            _real_part,
            "only the real part was looked at. A tone that begins elsewhere in its "
            "swing hides in the imaginary part: take the absolute value.",
        ),
        (
            _one_too_low,
            "one row too low: with row 0 left out, the count begins at 1.",
        ),
        (
            lambda sound, rate: _row(sound) / len(sound),
            "these are swings for each sample. How many samples has a second?",
        ),
    ],
)
