"""Open a recording of one's own as a row of numbers, or say what is wrong with it."""

import warnings
from math import gcd

import numpy as np
from scipy.io import wavfile
from scipy.signal import resample_poly

from utils.arrays.sound import RATE
from utils.files.paths import existing_file, quoted

LONGEST = 600  # seconds


def load_sound(path):
    """Return the recording in a .wav file, 8 000 samples a second.

    path: text or Path, as in utils.files.images.load_image. Any rate of samples, 8 to
    64 bits, whole numbers or floats; several channels become their mean.

    Returns float32 (n,) within -1..1. What lies above 4 000 Hz is filtered out first,
    or it would come back as tones that nobody sang (aliasing).

    Raises FileNotFoundError for a missing file, TypeError for what names none, and
    ValueError for one that is empty, damaged, no .wav file, silent throughout, or
    longer than ten minutes.
    """
    path = existing_file(path, "recording")
    rate, samples = _decoded(path)
    if not len(samples):
        raise ValueError(f"{quoted(path)} holds no sound: record it again.")
    if len(samples) > LONGEST * rate:
        raise ValueError(
            f"{quoted(path)} is longer than {LONGEST // 60} minutes: cut a piece out "
            "of it in a sound program."
        )
    if samples.dtype.kind == "u":  # 8 bits: silence is 128
        samples = (samples - 128.0) / 128
    elif samples.dtype.kind == "i":
        samples = samples / -float(np.iinfo(samples.dtype).min)
    samples = samples.reshape(len(samples), -1).mean(axis=1)
    if not np.isfinite(samples).all():
        raise ValueError(
            f"{quoted(path)} holds values that are not numbers (NaN or infinity): save "
            "it again as 16 bits from a sound program."
        )
    if not samples.any():
        raise ValueError(
            f"{quoted(path)} is silent throughout: check the microphone, and record "
            "again."
        )
    common = gcd(rate, RATE)
    if rate != RATE:
        samples = resample_poly(samples, RATE // common, rate // common)
    return np.clip(samples, -1, 1).astype(np.float32)


def _decoded(path):
    """Return (rate, samples as they are stored) of a .wav file."""
    # Damaged files surface in SciPy as many types of exception; what it does not know
    # and skips, such as the name of a song, it warns about.
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", wavfile.WavFileWarning)
            rate, samples = wavfile.read(path)
    except PermissionError:
        raise ValueError(
            f"{quoted(path)} cannot be opened: check that you may read it and that no "
            "other program holds it."
        ) from None
    except Exception:
        raise ValueError(
            f"{quoted(path)} is no .wav file, or is damaged: export it as WAV, 16 "
            "bits, from a sound program."
        ) from None
    if not 1_000 <= rate <= 768_000:
        raise ValueError(
            f"{quoted(path)} says that it has {rate} samples a second, which no "
            "recording has: export it again."
        )
    return rate, samples
