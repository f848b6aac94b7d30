"""What load_photo_folder skips, with a sentence, and what it refuses."""

import os
import shutil

import numpy as np
import pytest

from tests.files.photo_folders import SIZE, save_photo
from tests.one_sentence import assert_one_sentence
from utils.files.photo_folder import load_photo_folder

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
