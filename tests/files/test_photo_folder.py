"""load_photo_folder reads a folder of folders, and names each fault in one sentence."""

import os
import shutil

import numpy as np
import pytest
from PIL import Image

from tests.one_sentence import assert_one_sentence
from utils.files import photo_folder
from utils.files.datasets import DATA_FOLDER, load_photos
from utils.files.photo_folder import load_photo_folder
from utils.page import updating_line

SIZE = 16


def save_photo(path, number, mode="RGB", size=(40, 30), **options):
    """Save a picture that no other number gives; return its path."""
    path.parent.mkdir(parents=True, exist_ok=True)
    values = np.random.default_rng(number).integers(0, 256, (3, 4, 3), np.uint8)
    picture = Image.fromarray(values).resize(size, Image.Resampling.NEAREST)
    if mode == "I;16":
        picture = Image.fromarray(np.asarray(picture.convert("L"), np.uint16) * 257)
    elif mode == "P":
        picture = picture.quantize()
    else:
        picture = picture.convert(mode)
    picture.save(path, **options)
    return path


@pytest.fixture
def folder(tmp_path):
    """Five photos of cats and six of dogs."""
    folder = tmp_path / "my_photos"
    for name, count, start in [("dogs", 6, 100), ("cats", 5, 200)]:
        for number in range(count):
            save_photo(folder / name / f"{number}.png", start + number)
    return folder


@pytest.fixture
def lines(monkeypatch):
    """What the progress line says, text after text, as if on a notebook's page."""
    lines = []

    class Display:
        def update(self, text):
            lines.append(repr(text))

    def display(text, display_id):
        lines.append(repr(text))
        return Display()

    monkeypatch.setattr(updating_line, "display", display)
    return lines


@pytest.fixture
def notes(capsys, lines):
    """Return what was printed since, line by line."""
    return lambda: capsys.readouterr().out.splitlines()


# --- what comes back ----------------------------------------------------------------


def test_photos_labels_and_sorted_class_names(folder, notes):
    images, labels, class_names = load_photo_folder(folder, SIZE)
    assert class_names == ["cats", "dogs"]
    assert images.shape == (11, SIZE, SIZE, 3) and images.dtype == np.float32
    assert images.min() >= 0 and 0.5 < images.max() <= 1
    assert labels.dtype == np.int64 and labels.tolist() == [0] * 5 + [1] * 6
    assert notes() == []


def test_the_course_photos_come_as_load_photos_gives_them(lines):
    images, labels, class_names = load_photo_folder(DATA_FOLDER / "photos", 160)
    expected, expected_labels, names = load_photos(size=160)
    assert class_names == names

    def as_set(images, labels):
        pairs = zip(images, labels.tolist(), strict=True)
        return {(image.tobytes(), label) for image, label in pairs}

    assert as_set(images, labels) == as_set(expected, expected_labels)
    assert len(images) == len(expected)


def test_relative_paths_and_the_home_folder(folder, monkeypatch, lines):
    monkeypatch.chdir(folder.parent)
    assert len(load_photo_folder("my_photos", SIZE)[0]) == 11
    monkeypatch.setenv("HOME", str(folder.parent))
    monkeypatch.setenv("USERPROFILE", str(folder.parent))
    assert len(load_photo_folder("~/my_photos", SIZE)[0]) == 11


@pytest.mark.parametrize(
    "name, mode",
    [
        ("print.jpg", "CMYK"),
        ("grey.jpg", "L"),
        ("deep.png", "I;16"),
        ("transparent.png", "RGBA"),
        ("palette.gif", "P"),
        ("web.webp", "RGB"),
        ("scan.tiff", "RGB"),
        ("SHOUTED.JPG", "RGB"),
        ("no_suffix", "RGB"),
    ],
)
def test_odd_formats_are_read(folder, notes, name, mode):
    format = "JPEG" if "." not in name else None
    save_photo(folder / "cats" / name, 1, mode, format=format)
    assert len(load_photo_folder(folder, SIZE)[0]) == 12
    assert notes() == []


def test_a_film_gives_its_first_frame(folder, notes):
    first, second = (Image.new("RGB", (9, 9), colour) for colour in ("red", "blue"))
    film = folder / "cats" / "film.gif"
    first.save(film, save_all=True, append_images=[second])
    images, labels, _ = load_photo_folder(folder, SIZE)
    np.testing.assert_array_equal(images[labels == 0][-1, 0, 0], [1, 0, 0])


def test_rotation_by_exif_is_applied(folder, notes):
    exif = Image.Exif()
    exif[0x0112] = 3  # upside down
    upside_down = Image.new("RGB", (64, 64), "white")
    upside_down.paste("black", (0, 0, 64, 32))
    upside_down.save(folder / "cats" / "phone.jpg", exif=exif)
    images, labels, _ = load_photo_folder(folder, SIZE)
    photo = images[labels == 0][-1]
    assert photo[0].min() > 0.9 and photo[-1].max() < 0.1


def test_of_many_photos_some_are_taken_evenly(folder, notes):
    all_images, labels, _ = load_photo_folder(folder, SIZE)
    images, few_labels, _ = load_photo_folder(folder, SIZE, least=2, most=3)
    assert few_labels.tolist() == [0] * 3 + [1] * 3
    np.testing.assert_array_equal(images[:3], all_images[labels == 0][[0, 2, 4]])
    assert notes() == [
        "'cats' holds 5 files: 3 of them were taken.",
        "'dogs' holds 6 files: 3 of them were taken.",
    ]


# --- the progress line --------------------------------------------------------------


def test_the_line_ends_with_the_photos_of_each_class(folder, lines):
    load_photo_folder(folder, SIZE)
    assert lines == ["reading photos …", "11 photos: cats 5, dogs 6"]


def test_the_line_counts_while_it_reads(folder, lines, monkeypatch):
    monkeypatch.setattr(photo_folder, "REFRESH_SECONDS", 0)
    load_photo_folder(folder, SIZE)
    assert lines[1] == "reading photo 0 of 11 · cats"
    assert lines[-2] == "reading photo 10 of 11 · dogs"
    assert not any("\n" in text or "\r" in text for text in lines)


def test_outside_a_notebook_it_prints_only_start_and_end(folder, capsys, monkeypatch):
    monkeypatch.setattr(photo_folder, "REFRESH_SECONDS", 0)
    load_photo_folder(folder, SIZE)
    printed = capsys.readouterr().out.splitlines()
    assert printed == ["reading photos …", "11 photos: cats 5, dogs 6"]


# --- files that are skipped ---------------------------------------------------------


def test_what_cannot_be_read_is_skipped_with_one_sentence(folder, notes):
    cats = folder / "cats"
    (cats / "a_notes.txt").write_text("black cat, white paws")
    (cats / "b_phone.heic").write_bytes(b"\0\0\0\x18ftypheic" + bytes(100))
    (cats / "c_empty.jpg").touch()
    whole = save_photo(cats / "d_cut.jpg", 7, size=(400, 300)).read_bytes()
    (cats / "d_cut.jpg").write_bytes(whole[: len(whole) // 2])
    _, labels, _ = load_photo_folder(folder, SIZE)
    assert labels.tolist() == [0] * 5 + [1] * 6
    said = notes()
    names = ["a_notes.txt", "b_phone.heic", "c_empty.jpg", "d_cut.jpg"]
    assert len(said) == 4
    for sentence, name in zip(said, names, strict=True):
        assert sentence.startswith(f"Skipped: 'cats/{name}' is ")
        assert sentence.endswith(".") and str(folder) not in sentence


def test_a_long_list_is_cut_short(folder, notes):
    for number in range(25):
        (folder / "cats" / f"{number}.txt").write_text("no picture")
    load_photo_folder(folder, SIZE)
    said = notes()
    assert len(said) == 21
    assert said[-1] == "… and 5 more of this kind."


def test_hidden_files_are_passed_over_in_silence(folder, notes):
    for name in (".DS_Store", "Thumbs.db", "desktop.ini", "._0.png"):
        (folder / "cats" / name).write_bytes(b"not a picture")
        (folder / name).write_bytes(b"not a picture")
    for name in (".ipynb_checkpoints", "__MACOSX"):
        (folder / name).mkdir()
        (folder / "dogs" / name).mkdir()
    assert load_photo_folder(folder, SIZE)[2] == ["cats", "dogs"]
    assert notes() == []


def test_a_folder_within_a_class_is_named_and_not_searched(folder, notes):
    save_photo(folder / "cats" / "kittens" / "0.png", 1)
    assert len(load_photo_folder(folder, SIZE)[0]) == 11
    (sentence,) = notes()
    assert sentence.startswith("'cats/kittens' is a folder within a class")


def test_a_picture_beside_the_classes_is_named(folder, notes):
    save_photo(folder / "lost.jpg", 1)
    (folder / "list.csv").write_text("no picture, so not missed")
    assert len(load_photo_folder(folder, SIZE)[0]) == 11
    (sentence,) = notes()
    assert sentence.startswith("'my_photos/lost.jpg' lies in no sub-folder")


def test_a_copy_within_a_class_is_taken_once(folder, notes):
    shutil.copy(folder / "cats" / "0.png", folder / "cats" / "copy.png")
    assert len(load_photo_folder(folder, SIZE)[0]) == 11
    (sentence,) = notes()
    assert sentence.startswith("'cats/copy.png' is the same picture as 'cats/0.png'")


def test_a_picture_of_two_classes_is_in_neither(folder, notes):
    clean, clean_labels, _ = load_photo_folder(folder, SIZE)
    both = save_photo(folder / "cats" / "both.png", 1)
    shutil.copy(both, folder / "dogs" / "again.png")
    shutil.copy(both, folder / "dogs" / "again_2.png")
    images, labels, _ = load_photo_folder(folder, SIZE)
    np.testing.assert_array_equal(images, clean)
    np.testing.assert_array_equal(labels, clean_labels)
    said = notes()
    assert len(said) == 2
    assert said[0].startswith("'dogs/again.png' is the same picture as 'cats/both.png'")


# --- errors -------------------------------------------------------------------------


def test_a_missing_folder(tmp_path):
    with pytest.raises(FileNotFoundError) as error:
        load_photo_folder(tmp_path / "nowhere")
    assert_one_sentence(error, "nowhere", "a relative path starts at")


def test_a_file_is_no_folder(tmp_path):
    (tmp_path / "photos.zip").write_bytes(b"PK")
    with pytest.raises(ValueError) as error:
        load_photo_folder(tmp_path / "photos.zip")
    assert_one_sentence(error, "photos.zip", "is a file", "unpack")


def test_no_sub_folders(folder):
    with pytest.raises(ValueError) as error:
        load_photo_folder(folder / "cats")
    assert_one_sentence(error, "cats", "has no sub-folders")


def test_one_class_only(folder):
    shutil.rmtree(folder / "dogs")
    with pytest.raises(ValueError) as error:
        load_photo_folder(folder)
    assert_one_sentence(error, "one class only, 'cats'")


def test_too_few_photos_in_a_class(folder, notes):
    (folder / "cats" / "0.png").write_bytes(b"broken")
    with pytest.raises(ValueError) as error:
        load_photo_folder(folder, SIZE)
    assert_one_sentence(error, "Too few photos in 'cats' (4)", "at least 5")
    assert "dogs" not in str(error.value)
    assert notes()[0].startswith("Skipped: 'cats/0.png'"), "the reason comes first"


def test_an_empty_class(folder, lines):
    (folder / "birds").mkdir()
    with pytest.raises(ValueError) as error:
        load_photo_folder(folder, SIZE)
    assert_one_sentence(error, "'birds' (0)")


def test_no_readable_photo_at_all(tmp_path, lines):
    for name in ("cats", "dogs"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "0.jpg").write_bytes(b"broken")
    with pytest.raises(ValueError) as error:
        load_photo_folder(tmp_path, SIZE)
    assert_one_sentence(error, "No file in the sub-folders")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may")
def test_a_folder_that_may_not_be_read(folder):
    (folder / "cats").chmod(0)
    try:
        with pytest.raises(ValueError) as error:
            load_photo_folder(folder, SIZE)
    finally:
        (folder / "cats").chmod(0o755)
    assert_one_sentence(error, "cannot be opened")


def test_a_size_that_is_none(folder):
    with pytest.raises(ValueError) as error:
        load_photo_folder(folder, size=1)
    assert_one_sentence(error, "size must be 2 pixels or more, not 1")
