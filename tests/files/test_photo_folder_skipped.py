"""What load_photo_folder skips, with a sentence, and what it refuses."""

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


@pytest.mark.parametrize("mode", [0o000, 0o200, 0o300, 0o400, 0o600], ids=oct)
def test_a_folder_that_may_not_be_listed_or_entered(closed_folder, mode):
    (closed_folder / "cats").mkdir()
    (closed_folder / "dogs").mkdir()
    closed_folder.chmod(mode)
    with pytest.raises(ValueError) as error:
        load_photo_folder(closed_folder, SIZE)
    assert_one_sentence(error, "cannot be opened")


@pytest.mark.parametrize("mode", [0o000, 0o300, 0o600], ids=oct)
def test_a_class_that_may_not_be_listed_or_entered(closed_folder, mode, lines):
    for name in ("cats", "dogs"):
        for number in range(5):
            save_photo(closed_folder / name / f"{number}.png", number)
    (closed_folder / "cats").chmod(mode)
    with pytest.raises(ValueError) as error:
        load_photo_folder(closed_folder, SIZE)
    (closed_folder / "cats").chmod(0o700)
    assert_one_sentence(error, "cats' cannot be opened")


def test_a_link_to_nowhere(tmp_path, folder, notes):
    (tmp_path / "link").symlink_to(tmp_path / "gone")
    with pytest.raises(FileNotFoundError) as error:
        load_photo_folder(tmp_path / "link")
    assert_one_sentence(error, "link' is a link to nowhere", "the folder itself")
    (folder / "cats" / "z.png").symlink_to(folder / "gone.png")
    assert len(load_photo_folder(folder, SIZE)[0]) == 11
    assert notes()[0].startswith("Skipped: 'cats/z.png' is a link to nowhere")


@pytest.mark.parametrize("given", [None, 3, b"photos", ["cats", "dogs"]], ids=repr)
def test_what_is_no_name(given):
    with pytest.raises(TypeError) as error:
        load_photo_folder(given)
    assert_one_sentence(error, "name of a folder is text or a Path")


def test_an_address_on_the_web():
    with pytest.raises(ValueError) as error:
        load_photo_folder("https://example.org/photos.zip")
    assert_one_sentence(error, "download it first, then name the folder")


def test_a_class_whose_name_cannot_be_shown(folder):
    (folder / "cats").rename(folder / "ca\nts")
    with pytest.raises(ValueError) as error:
        load_photo_folder(folder, SIZE)
    assert_one_sentence(error, "'ca\\nts' cannot be shown", "rename it")


@pytest.mark.parametrize(
    ("numbers", "error", "sentence"),
    [
        ({"size": 1}, ValueError, "size must be 2 pixels or more, not 1."),
        ({"size": 2.5}, TypeError, "size must be a whole number"),
        ({"size": "160"}, TypeError, "size must be a whole number"),
        ({"size": 10**6}, ValueError, "size must be at most 8,000 pixels"),
        ({"most": -1}, ValueError, "most must be 5 or more, not -1."),
        ({"most": 2.5}, TypeError, "most must be a whole number"),
        ({"least": 0}, ValueError, "least must be 1 or more, not 0."),
        ({"least": None}, TypeError, "least must be a whole number"),
        ({"least": 300}, ValueError, "most must be 300 or more, not 200."),
    ],
    ids=str,
)
def test_numbers_that_make_no_sense(folder, numbers, error, sentence):
    with pytest.raises(error) as caught:
        load_photo_folder(folder, **numbers)
    assert_one_sentence(caught, sentence)
