"""The plaything of dive 16d: a recording, its picture, a filter that slides over it."""

import base64
import io
import wave

import matplotlib.pyplot as plt
import numpy as np

from utils.arrays.convolution import cross_correlate
from utils.arrays.sound import HOP, RATE, log_mel
from utils.drawing.colours import BLUE
from utils.drawing.grids import outline_window
from utils.play.widget import Plaything, as_rows

LONGEST = 1.5  # seconds: every copy of the notebook carries them
FLOOR = -60  # dB; what is quieter is drawn black
TEXT = "Here a filter listens: run this cell, or open the lesson's page."


def _balanced(signs):
    """Weights of these signs: the positive sum to 1, the negative to -1."""
    louder, quieter = np.maximum(signs, 0), np.maximum(np.negative(signs), 0)
    return louder / louder.sum() - quieter / quieter.sum()


_DIAGONAL = 2 * np.eye(5) - np.eye(5, k=2) - np.eye(5, k=-2)
FILTERS = {  # rows from the lowest band up, columns along time
    "onset: quiet, then loud": _balanced(np.tile([-1, -1, 0, 1, 1], (5, 1))),
    "steady tone": _balanced(np.tile([[0], [-1], [2], [-1], [0]], 5)),
    "rising tone": _balanced(_DIAGONAL),
    "falling tone": _balanced(_DIAGONAL[::-1]),
}


def play_sound(sound):
    """Hear a recording, and slide a filter along the loudness of its bands.

    A filter's answer is in decibels: by how much it is louder on the positive weights
    than on the negative ones.

    sound: numbers (n,) within -1..1, 8 000 a second, at most 1.5 seconds; it is stored
    with 8 bits. Raises ValueError for a longer one, and as `log_mel`.
    """
    sound = np.asarray(sound, dtype=float)
    if len(sound) > LONGEST * RATE:
        raise ValueError(
            f"The recording is {len(sound) / RATE:.1f} seconds long, and every copy of "
            f"the notebook carries it: at most {LONGEST} seconds, please."
        )
    picture = np.round(np.maximum(log_mel(sound), FLOOR))
    data = {
        "picture": as_rows(picture),
        "sound": base64.b64encode(as_wav(sound)).decode(),
        "step": HOP / RATE,
        "floor": FLOOR,
        "filters": [
            {"name": name, "weights": as_rows(weights, 9)}
            for name, weights in FILTERS.items()
        ],
    }

    def draw():
        return draw_listening(picture, *next(iter(FILTERS.items())))

    return Plaything("sound", data, draw, TEXT)


def answers_along(picture, kernel):
    """Return the largest answer of all heights at each place along time, and where.

    picture: (bands, pieces); kernel: (height, width). Returns (pieces - width + 1,)
    answers, and the lowest band that the kernel lies on there, the first of equal ones.
    """
    answers = cross_correlate(np.asarray(picture, float), np.asarray(kernel, float))
    answers = np.round(answers, 6)  # so that what is equal is the same here and there
    return answers.max(axis=0), answers.argmax(axis=0)


def as_wav(sound):
    """Return a sound as the bytes of a .wav file of 8 bits."""
    samples = np.clip(np.round(np.asarray(sound) * 127 + 128), 0, 255).astype(np.uint8)
    held = io.BytesIO()
    with wave.open(held, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(1)
        file.setframerate(RATE)
        file.writeframes(samples.tobytes())
    return held.getvalue()


def draw_listening(picture, name, kernel):
    """Draw a picture, the kernel's best place in it, and its answers; a figure."""
    answers, bands = answers_along(picture, kernel)
    best = int(answers.argmax())
    figure, (above, below) = plt.subplots(
        2, 1, figsize=(9, 5.6), sharex=True, height_ratios=(3, 2)
    )
    above.imshow(picture, cmap="gray", origin="lower", aspect="auto", vmax=0)
    height, width = kernel.shape
    outline_window(above, bands[best], best, height, width)
    above.set(ylabel="band", title=f"Framed: where “{name}” answers most")
    below.plot(np.arange(len(answers)) + (width - 1) / 2, answers, color=BLUE)
    below.set(
        xlabel=f"piece, one every {HOP / RATE * 1000:.0f} ms", ylabel="answer (dB)"
    )
    return figure
