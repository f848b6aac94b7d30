"""Rebuild data/voices.npz and data/voices/ from the Debian packages of the recordings.

    for language in en es fr it ru; do
        apt-get download asterisk-core-sounds-$language-wav
        dpkg-deb -x asterisk-core-sounds-$language-wav_*.deb sounds
    done
    python -m tools.convert_voices sounds

Of each prompt that at least four of the five languages have, one or two seconds of
speech are kept as loudness in bands (utils.arrays.sound.log_mel), in whole decibels.
The same bytes come out every time.
"""

import hashlib
import shutil
import wave
from collections import Counter
from pathlib import Path

import numpy as np

from tools.npz import write_npz
from tools.packed import run_converter
from utils.arrays.sound import FLOOR, RATE, log_mel

DATA = Path(__file__).parents[1] / "data"
TARGET = DATA / "voices.npz"
VOICES = {  # language: the folder of its recordings, and the sha256 of them all
    "English": (
        "en_US_f_Allison",
        "ac49f1164226c512a3825adac14cfe4014a3c9e80855ee5ecfe049ab6fde12b1",
    ),
    "Spanish": (
        "es_MX_f_Allison",
        "46c118de9cb906143aa0737c0d3d4c96a8091193f099e75d1232f796a93c78cd",
    ),
    "French": (
        "fr_CA_f_June",
        "61bbfdc09f33f7d82a928b96f8831e66ed9546a9886a5033d5c8eb4678359665",
    ),
    "Italian": (
        "it_IT_m_Carlo",
        "c17c53fa95bee8c1447dbb80b58f184ac507fce02daee1206a7bde0209a4e9bf",
    ),
    "Russian": (
        "ru_RU_f_IvrvoiceRU",
        "f268ca0d93ab2277a0121be7082239ea64e5a0c9ba924b18040c9bdcc2c90e3f",
    ),
}
HEARD = "conf-onlyperson"  # "You are currently the only person in this conference."
NO_SPEECH = ("silence/", "beep", "tt-monkeys", "ascending-2tone", "descending-2tone")
QUIET = 0.05  # of the loudest: below it, a recording has not begun, or is over
MOST_SECONDS = 2  # of one prompt in one language


def recordings(folder, voice, sha256, package="asterisk-core-sounds 1.6.1-1"):
    """Return {prompt: its samples, int16} of one voice, silence at the ends cut off.

    folder: where the packages were extracted. voice: its folder in there. sha256: of
    all its recordings together. Raises ValueError if what lies there is not what the
    package holds.
    """
    root = Path(folder) / "usr" / "share" / "asterisk" / "sounds" / voice
    found = {
        path.relative_to(root).with_suffix("").as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*.wav"))
    }
    digest = hashlib.sha256()
    for prompt in sorted(found):
        digest.update(prompt.encode() + hashlib.sha256(found[prompt]).digest())
    if digest.hexdigest() != sha256:
        raise ValueError(
            f"{root} does not hold the recordings of {package}: extract the packages "
            "again, as data/README.md says."
        )
    return {
        prompt: samples_of(root / f"{prompt}.wav")
        for prompt in sorted(found)
        if not prompt.startswith(NO_SPEECH)
    }


def samples_of(path):
    """Return a recording's samples, int16, without the silence at both ends."""
    with wave.open(str(path)) as file:
        samples = np.frombuffer(file.readframes(file.getnframes()), "<i2")
    if len(samples) < RATE:
        return samples[:0]
    step = RATE // 50
    steps = samples[: len(samples) // step * step].astype(int).reshape(-1, step)
    loudness = np.abs(steps).max(axis=1)
    heard = np.flatnonzero(loudness > QUIET * loudness.max())
    if not len(heard):
        return samples[:0]
    return samples[heard[0] * step : (heard[-1] + 1) * step]


def seconds_of(samples):
    """Return the first whole seconds of a recording, at most two, (seconds, 8000)."""
    seconds = min(MOST_SECONDS, len(samples) // RATE)
    return samples[: seconds * RATE].reshape(seconds, RATE)


def all_recordings(source):
    """Return {language: its recordings}, and the prompts kept, in their order."""
    spoken = {name: recordings(source, *voice) for name, voice in VOICES.items()}
    languages_of = Counter(prompt for found in spoken.values() for prompt in found)
    return spoken, sorted(name for name, count in languages_of.items() if count >= 4)


def as_stored(second):
    """Return a second's loudness above the floor in whole decibels, uint8 (32, 49)."""
    return (np.round(log_mel(second)).astype(np.int16) - FLOOR).astype(np.uint8)


def convert(source, target=TARGET):
    """Write the seconds of all languages, and one prompt of each to be heard."""
    spoken, prompts = all_recordings(source)
    loudness, languages, numbers = [], [], []
    for number, found in enumerate(spoken.values()):
        for prompt in prompts:
            for second in seconds_of(found.get(prompt, np.zeros(0, np.int16))):
                loudness.append(as_stored(second))
                languages.append(number)
                numbers.append(prompts.index(prompt))
    arrays = {
        "loudness": np.array(loudness, np.uint8),
        "languages": np.array(languages, np.uint8),
        "prompts": np.array(numbers, np.uint16),
    }
    write_npz(Path(target), arrays)
    for language, (voice, _) in VOICES.items():
        heard = Path(source) / "usr/share/asterisk/sounds" / voice / f"{HEARD}.wav"
        goal = Path(target).parent / "voices" / f"{language.lower()}.wav"
        goal.parent.mkdir(exist_ok=True)
        shutil.copyfile(heard, goal)


if __name__ == "__main__":
    run_converter(convert, TARGET, "the folder that the packages were extracted into")
