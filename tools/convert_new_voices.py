"""Rebuild data/new_voices.npz: two voices that say the prompts of data/voices.npz, too.

    apt-get download asterisk-prompt-it-menardi-wav asterisk-prompt-fr-armelle
    for package in asterisk-prompt-*.deb; do dpkg-deb -x $package sounds; done
    for file in $(find sounds -name "*.gsm"); do
        sox $file -e signed-integer -b 16 ${file%.gsm}.wav
    done
    python -m tools.convert_new_voices sounds

into the same folder as the packages of convert_voices. Of each prompt that
data/voices.npz holds, the first second is kept, in the same way and with the same
number. The same bytes come out every time.
"""

from pathlib import Path

import numpy as np

from tools.convert_voices import (
    DATA,
    VOICES,
    all_recordings,
    as_stored,
    recordings,
    seconds_of,
)
from tools.npz import write_npz
from tools.packed import run_converter

TARGET = DATA / "new_voices.npz"
NEW_VOICES = {  # language: folder, sha256 of all recordings, package
    "French": (
        "fr",
        "e5a4a861f1177ac0f810d60d79e9c0665832040c1b20416ac8b01246871ffb8f",
        "asterisk-prompt-fr-armelle 20070613-2.2",
    ),
    "Italian": (
        "it_IT_f_Menardi",
        "e206beeaeb43c43bb02b1b8830432b14c868e3e286774d404bf05152c5f140e8",
        "asterisk-prompt-it-menardi-wav 1.4.22",
    ),
}


def convert(source, target=TARGET):
    """Write one second of each prompt and new voice."""
    spoken, prompts = all_recordings(source)
    stored = {
        prompt
        for found in spoken.values()
        for prompt, samples in found.items()
        if len(seconds_of(samples))
    }
    languages = list(VOICES)
    loudness, labels, numbers = [], [], []
    for language, voice in NEW_VOICES.items():
        found = recordings(source, *voice)
        for number, prompt in enumerate(prompts):
            if prompt not in stored or prompt not in found:
                continue
            for second in seconds_of(found[prompt])[:1]:
                loudness.append(as_stored(second))
                labels.append(languages.index(language))
                numbers.append(number)
    arrays = {
        "loudness": np.array(loudness, np.uint8),
        "languages": np.array(labels, np.uint8),
        "prompts": np.array(numbers, np.uint16),
    }
    write_npz(Path(target), arrays)


if __name__ == "__main__":
    run_converter(convert, TARGET, "the folder that the packages were extracted into")
