"""Announcements of a telephone system in five languages, as loudness in bands."""

import numpy as np

from utils.arrays.sound import FLOOR
from utils.files.datasets import verified_path
from utils.files.sounds import load_sound

VOICES_SHA256 = "4fecca5b057f806b9ea3b395bcbd2e48b38df5aeafffcb09372cdc250764f13c"
NEW_VOICES_SHA256 = "c43ab7569fca0bd54e5f24effa8b05dfdfab26b576030dc1b39feb6183fd04ac"
LANGUAGES = ("English", "Spanish", "French", "Italian", "Russian")
HEARD_SHA256 = {
    "English": "90264db9835fa0c7c7243a78fd579418a50fff68e092702f0ecdd9a9bb911dc5",
    "Spanish": "d98411160b91edfaad58f70fb929460be42c245f3f5bc3e5e0886d87b704fea0",
    "French": "5567a87bda15cb33a4767c4280427077f870a8e8af6e9dba17607d296fcf990b",
    "Italian": "d8f1454400efd706d90938857aa1ab5955e0959eb6389031ec8c73e963d92c9e",
    "Russian": "e7b5e4c07733b099b44b6f3a277174f81ff679c780dacc480fdc7628da7f66ae",
}


def load_voices():
    """Return (loudness, labels, prompts): single seconds of speech.

    loudness: float32 (2413, 32, 49), in whole decibels below the loudest place of the
    second, -80..0, as `utils.arrays.sound.log_mel` counts them. labels: int64 (2413,),
    LANGUAGES[label] is the language. prompts: int64 (2413,), the number of the sentence
    a second is from, the same in all languages: to test on sentences that are new, keep
    each number on one side. English and Spanish are spoken by the same voice.
    Raises FileNotFoundError or ValueError if data/voices.npz is missing or altered.
    Source: the recordings of Asterisk; see data/README.md.
    """
    return _seconds(verified_path("voices.npz", VOICES_SHA256))


def load_new_voices():
    """Return (loudness, labels, prompts) of two people whom `load_voices` has not.

    As there: loudness is float32 (463, 32, 49), -80..0; labels and prompts have the
    same numbers. A woman says in French, another in Italian, what the others say: of
    each prompt the first second. Raises FileNotFoundError or ValueError if
    data/new_voices.npz is missing or altered.
    Source: recordings for Asterisk; see data/README.md.
    """
    return _seconds(verified_path("new_voices.npz", NEW_VOICES_SHA256))


def load_announcement(language):
    """Return one announcement in a language, 8 000 samples a second, float32, -1..1.

    language: one of LANGUAGES. It says "You are currently the only person in this
    conference." Raises ValueError for another language or an altered file.
    """
    if language not in HEARD_SHA256:
        raise ValueError(
            f"The announcement is there in {', '.join(LANGUAGES)}, not in {language!r}."
        )
    name = f"voices/{language.lower()}.wav"
    return load_sound(verified_path(name, HEARD_SHA256[language]))


def _seconds(path):
    """(loudness, labels, prompts) of a file of seconds."""
    with np.load(path, allow_pickle=False) as file:
        loudness = file["loudness"].astype(np.float32) + FLOOR
        labels, prompts = (
            file[name].astype(np.int64) for name in ("languages", "prompts")
        )
    return loudness, labels, prompts
