"""load_photo_folder reads a folder of folders, and names each fault in one sentence."""

import numpy as np
import pytest
from PIL import Image

from tests.files.photo_folders import SIZE, save_photo
from utils.files import photo_folder
from utils.files.datasets import DATA_FOLDER, load_photos
from utils.files.photo_folder import load_photo_folder

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
        "'cats' holds 5 photos: 3 of them were taken.",
        "'dogs' holds 6 photos: 3 of them were taken.",
    ]


def test_they_are_taken_among_the_photos_only(folder, notes):
    all_images, _, _ = load_photo_folder(folder, SIZE)
    for number in range(40):
        for name in (f"0_{number}.json", f"9_{number}.json"):
            (folder / "cats" / name).write_text('{"taken": "2026-01-31"}')
    images, labels, _ = load_photo_folder(folder, SIZE, most=6)
    assert labels.tolist() == [0] * 5 + [1] * 6
    np.testing.assert_array_equal(images, all_images)
    said = notes()
    assert len(said) == 21 and said[0].startswith("Skipped: 'cats/0_0.json' is ")


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
