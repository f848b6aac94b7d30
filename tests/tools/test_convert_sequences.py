"""What lessons read, hear and count comes out of its packages as it is stored."""

import csv
import hashlib
import io
import json
import wave

import numpy as np
import pytest

from tests.one_sentence import assert_one_sentence
from tests.tools.packages import as_tar, as_zip
from tools import (
    convert_declaration,
    convert_heartbeats,
    convert_new_voices,
    convert_reviews,
    convert_voices,
)
from utils.arrays.sound import RATE


def sha256_of(content):
    return hashlib.sha256(content).hexdigest()


def test_heartbeats_are_written_unchanged(tmp_path, monkeypatch):
    ecg = np.array([300, 1024, 1750], np.int64)
    content = io.BytesIO()
    np.savez(content, ecg=ecg)
    sha256 = sha256_of(content.getvalue())
    monkeypatch.setattr(convert_heartbeats, "SOURCE_SHA256", sha256)
    wheel = as_zip(tmp_path / "w", {"scipy/misc/ecg.dat": content.getvalue()})
    convert_heartbeats.convert(wheel, tmp_path / "h.npz")
    with np.load(tmp_path / "h.npz", allow_pickle=False) as file:
        assert file["ecg"].dtype == np.uint16 and np.array_equal(file["ecg"], ecg)


def test_reviews_become_one_table_with_windows_characters_mended(tmp_path, monkeypatch):
    files, sources = {}, {}
    for site in convert_reviews.SOURCES:
        entries = [
            {"text": f'Good, "{site}" \x96 good.  ', "class": 1},
            {"text": "Québec", "class": 0},
            {"text": "", "class": None},
        ]
        content = json.dumps(entries).encode()
        files[f"package/test/fixtures/{site}.json"] = content
        sources[site] = sha256_of(content)
    monkeypatch.setattr(convert_reviews, "SOURCES", sources)
    package = as_tar(tmp_path / "p.tgz", files)
    convert_reviews.convert(package, tmp_path / "reviews.csv")
    with (tmp_path / "reviews.csv").open(newline="", encoding="utf-8") as file:
        rows = [list(row.values()) for row in csv.DictReader(file)]
    assert rows == [
        row
        for site in sources
        for row in ([site, "1", f'Good, "{site}" – good.'], [site, "0", "Québec"])
    ]


def test_paragraphs_know_their_article():
    html = (
        "<h1>No</h1><header><p>Before\n  all</p></header><article data-number='1'>"
        "<h2>Article 1</h2><p>One &amp; <i>two</i>.</p></article>"
        "<article data-number='2'><p>Three</p><p>Four</p></article>"
    )
    assert convert_declaration.paragraphs_of(html) == [
        (0, "Before all"),
        (1, "One & two."),
        (2, "Three"),
        (2, "Four"),
    ]


def test_declaration_becomes_one_table(tmp_path, monkeypatch):
    files, sources = {}, {}
    for language in ("English", "Czech"):
        content = f"<article data-number='3'><p>{language} ř, a</p></article>".encode()
        files[f"package/declaration/{language}.html"] = content
        sources[language] = f"{language}.html", sha256_of(content)
    monkeypatch.setattr(convert_declaration, "SOURCES", sources)
    package = as_tar(tmp_path / "p.tgz", files)
    convert_declaration.convert(package, tmp_path / "d.csv")
    assert (tmp_path / "d.csv").read_text("utf-8") == (
        'language,article,paragraph\nEnglish,3,"English ř, a"\nCzech,3,"Czech ř, a"\n'
    )


def write_wav(path, samples):
    path.parent.mkdir(parents=True, exist_ok=True)
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(np.asarray(samples, "<i2").tobytes())


@pytest.fixture
def sounds(tmp_path, monkeypatch):
    """A folder as the packages give it, with tones for speech."""
    tone = 9000 * np.sin(np.arange(3 * RATE))
    silence = np.zeros(RATE // 2)
    voices = {}
    for language, (voice, _) in convert_voices.VOICES.items():
        root = tmp_path / "usr/share/asterisk/sounds" / voice
        write_wav(root / f"{convert_voices.HEARD}.wav", tone)
        write_wav(root / "digits/1.wav", tone[: RATE - 1])
        write_wav(root / "beep.wav", tone)
        write_wav(root / "late.wav", [*silence, *tone[: RATE + 100], *silence])
        if language == "Russian":
            write_wav(root / "only-here.wav", tone)
        digest = hashlib.sha256()
        for path in sorted(root.rglob("*.wav")):
            name = path.relative_to(root).with_suffix("").as_posix()
            digest.update(name.encode() + hashlib.sha256(path.read_bytes()).digest())
        voices[language] = voice, digest.hexdigest()
    monkeypatch.setattr(convert_voices, "VOICES", voices)
    return tmp_path


def test_seconds_of_speech_are_kept_and_nothing_else(sounds):
    target = sounds / "data" / "voices.npz"
    target.parent.mkdir()
    convert_voices.convert(sounds, target)
    with np.load(target, allow_pickle=False) as file:
        loudness, languages, prompts = (
            file[name] for name in ("loudness", "languages", "prompts")
        )
    # Two seconds of the long prompt and one of the late one, in each language.
    assert languages.tolist() == [n for n in range(5) for _ in range(3)]
    assert loudness.shape == (15, 32, 49) and loudness.max() == 80
    assert len(set(prompts.tolist())) == 2
    heard = target.parent / "voices" / "french.wav"
    original = next(sounds.rglob(f"fr_CA_f_June/{convert_voices.HEARD}.wav"))
    assert heard.read_bytes() == original.read_bytes()


def test_silence_at_the_ends_is_cut_off(sounds):
    italian = convert_voices.VOICES["Italian"]
    late = convert_voices.recordings(sounds, *italian)["late"]
    assert abs(len(late) - (RATE + 100)) <= RATE // 50
    assert np.abs(late[: RATE // 50]).max() > 1000


def test_another_folder_is_refused_and_nothing_is_written(sounds):
    write_wav(next(sounds.rglob("es_MX_f_Allison")) / "more.wav", np.ones(RATE))
    with pytest.raises(ValueError) as caught:
        convert_voices.convert(sounds, sounds / "voices.npz")
    assert_one_sentence(caught, "1.6.1-1", "extract the packages again")
    assert not (sounds / "voices.npz").exists()


def test_a_new_voice_says_prompts_of_the_old_ones_a_second_each(sounds, monkeypatch):
    voice = convert_voices.VOICES["Italian"][0]
    monkeypatch.setattr(
        convert_new_voices,
        "NEW_VOICES",
        {"Russian": (*convert_voices.VOICES["Russian"], "a package 1.0")},
    )
    target = sounds / "new_voices.npz"
    convert_new_voices.convert(sounds, target)
    with np.load(target, allow_pickle=False) as file:
        assert file["loudness"].shape == (2, 32, 49)  # what only Russian has is not
        assert file["languages"].tolist() == [4, 4]
        assert file["prompts"].tolist() == [0, 2]  # 1 is too short
    another = {"Italian": (voice, "0" * 64, "a package 1.0")}
    monkeypatch.setattr(convert_new_voices, "NEW_VOICES", another)
    with pytest.raises(ValueError) as caught:
        convert_new_voices.convert(sounds, target)
    assert_one_sentence(caught, "a package 1.0", "data/README.md")
