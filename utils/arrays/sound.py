"""Sounds as pictures: spectrograms, and the bands of pitch that an ear tells apart.

The course's recordings are stored as what `log_mel` makes of them. Sources:
S. S. Stevens, J. Volkmann, E. B. Newman, A Scale for the Measurement of the
Psychological Magnitude Pitch (1937); S. B. Davis and P. Mermelstein, Comparison of
Parametric Representations for Monosyllabic Word Recognition (1980), for triangles as
filters on that scale.
"""

import numpy as np

RATE = 8_000  # samples a second, of the course's recordings
WINDOW = 256  # samples, 32 ms
HOP = 160  # samples, 20 ms
BANDS = 32
LOWEST = 60  # Hz
FLOOR = -80  # dB below the loudest


def spectrogram(sound, window=WINDOW, hop=HOP):
    """Return the power of each frequency in each piece of a sound.

    sound: numbers (n,), n >= window. window: samples in a piece; hop: samples from one
    piece to the next, both at least 1. Each piece is faded in and out by a Hann window
    before its Fourier transform. Returns (window // 2 + 1, pieces), power >= 0, the
    lowest frequency first; there are (n - window) // hop + 1 pieces, without padding.
    Raises ValueError if the sound is not one row, or shorter than a window.
    """
    sound = _one_row(sound, window)
    if hop < 1:
        raise ValueError(f"hop counts samples, at least 1, not {hop}.")
    pieces = np.lib.stride_tricks.sliding_window_view(sound, window)[::hop]
    fade = 0.5 - 0.5 * np.cos(2 * np.pi * np.arange(window) / window)
    return np.abs(np.fft.rfft(pieces * fade, axis=1).T) ** 2


def to_mel(hertz):
    """Return frequencies in Hz on the mel scale, on which equal steps sound alike."""
    return 2595 * np.log10(1 + np.asarray(hertz) / 700)


def to_hertz(mel):
    """Return numbers of the mel scale as frequencies in Hz."""
    return 700 * (10 ** (np.asarray(mel) / 2595) - 1)


def mel_filters(bands=BANDS, window=WINDOW, rate=RATE, lowest=LOWEST):
    """Return the weights (bands, window // 2 + 1) that pool frequencies into bands.

    Each row is a triangle over its band and sums to 1; the bands overlap by half, lie
    evenly on the mel scale, and reach from lowest to rate / 2, both in Hz. A band too
    narrow to hold a frequency takes the one that is nearest to its middle.
    Raises ValueError if lowest is not below rate / 2.
    """
    if not 0 <= lowest < rate / 2:
        raise ValueError(f"lowest is within 0 and {rate / 2:g} Hz, not {lowest}.")
    corners = to_hertz(np.linspace(to_mel(lowest), to_mel(rate / 2), bands + 2))
    hertz = np.fft.rfftfreq(window, 1 / rate)
    left, middle, right = (
        corners[start : start + bands, np.newaxis] for start in range(3)
    )
    rising, falling = (
        (hertz - left) / (middle - left),
        (right - hertz) / (right - middle),
    )
    weights = np.maximum(np.minimum(rising, falling), 0)
    empty = weights.sum(axis=1) == 0
    nearest = np.abs(hertz - middle).argmin(axis=1)
    weights[empty, nearest[empty]] = 1
    return weights / weights.sum(axis=1, keepdims=True)


def log_mel(sound):
    """Return a sound's loudness in each band, dB below its loudest place.

    sound: numbers (n,), 8 000 a second, n >= 256. Returns float32
    (32, (n - 256) // 160 + 1) within -80 and 0, the lowest band first. Silence is -80.
    Raises ValueError as `spectrogram`.
    """
    power = mel_filters() @ spectrogram(sound)
    loudest = power.max()
    if loudest == 0:
        return np.full(power.shape, FLOOR, dtype=np.float32)
    least = loudest * 10 ** (FLOOR / 10)
    return (10 * np.log10(np.maximum(power, least) / loudest)).astype(np.float32)


def _one_row(sound, window):
    sound = np.asarray(sound, dtype=np.float64)
    if sound.ndim != 1 or window < 1 or len(sound) < window:
        raise ValueError(
            f"A sound is one row of at least {max(window, 1)} numbers, not of shape "
            f"{sound.shape}."
        )
    return sound
