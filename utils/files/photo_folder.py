"""Photos of one's own: a folder with a sub-folder for each class, as arrays."""

import hashlib
import os
import time
from contextlib import contextmanager

import numpy as np
from PIL import Image

from utils.files.arguments import side_length, whole_number
from utils.files.images import centre_square, check_picture, load_image
from utils.files.paths import existing_path, quoted
from utils.page.updating_line import UpdatingLine

# What Windows and macOS put into folders unasked, beside names that begin with a dot.
UNASKED = {"thumbs.db", "desktop.ini", "__macosx"}
MOST_NOTES = 20
REFRESH_SECONDS = 0.5


def load_photo_folder(folder, size=224, least=5, most=200):
    """Return the photos in a folder of folders as (images, labels, class_names).

    folder: text or Path, such as "my_photos" with the sub-folders "cats" and "dogs".
    least, most: photos for each class. Of more, `most` are taken, evenly by name: at
    224 pixels a photo takes 0.6 MB of memory. What is no picture does not count.
    images: float32 in 0..1, (n, size, size, 3), the centre square of each photo.
    labels: int64, (n,); class_names[label], sorted, is the sub-folder of a photo.

    One line shows the progress. Files that load_image cannot read are skipped, a
    picture that is there twice is taken once, and one that is in two classes is left
    out; a sentence is printed for each. Hidden files are passed over in silence.
    Raises FileNotFoundError, TypeError or ValueError, in one sentence, if the folder is
    missing or is none, has fewer than two sub-folders, or too few photos in one of
    them, and if a number is none.
    """
    size = side_length(size, "size")
    least = whole_number(least, "least", 1)
    most = whole_number(most, "most", least)
    folder, notes = _existing_folder(folder), []
    class_names = _class_names(folder, notes)
    line = UpdatingLine("reading photos …")
    files = [
        file for name in class_names for file in _pictures(folder / name, most, notes)
    ]
    photos = _without_copies(_read(files, size, notes, line), notes)
    names = [file.parent.name for file in photos]
    counts = {name: names.count(name) for name in class_names}
    summary = ", ".join(f"{name} {count}" for name, count in counts.items())
    line.show(f"{len(photos)} photos: {summary}")
    print(*notes[:MOST_NOTES], sep="\n", end="\n" if notes else "")
    if len(notes) > MOST_NOTES:
        print(f"… and {len(notes) - MOST_NOTES} more of this kind.")
    _check_counts(folder, counts, least)
    labels = [class_names.index(name) for name in names]
    return np.stack(list(photos.values())), np.array(labels, np.int64), class_names


def _existing_folder(folder):
    """Return the absolute Path of an existing folder, or raise."""
    path = existing_path(folder, "folder")
    if not os.path.isdir(path):
        raise ValueError(
            f"{quoted(path)} is a file, not a folder: name the folder that holds a "
            "sub-folder for each class (unpack an archive first)."
        )
    return path


def _class_names(folder, notes):
    """Return the names of the sub-folders, sorted, if there are at least two."""
    entries = _entries(folder)
    names = [entry.name for entry in entries if entry.is_dir()]
    if not names:
        raise ValueError(
            f"{quoted(folder)} has no sub-folders: make one for each class and move "
            "its photos there, or name the folder above."
        )
    if len(names) == 1:
        raise ValueError(
            f"{quoted(folder)} has one class only, {names[0]!r}: add a sub-folder "
            "with photos of something else, to tell the two apart."
        )
    odd = [name for name in names if not name.isprintable()]
    if odd:
        raise ValueError(
            f"The name of the sub-folder {odd[0]!a} cannot be shown on a page: rename "
            "it, as the class shall be called."
        )
    notes += [
        f"{_short(entry)} lies in no sub-folder, so it has no class: not read."
        for entry in entries
        if not entry.is_dir() and entry.suffix.lower() in Image.registered_extensions()
    ]
    return names


def _pictures(folder, most, notes):
    """Return at most so many pictures of one class; folders in it are not searched."""
    entries = _entries(folder)
    notes += [
        f"{_short(entry)} is a folder within a class and was not searched: move its "
        f"photos up, or name {folder.name!r} as the folder if its folders are classes."
        for entry in entries
        if entry.is_dir()
    ]
    files = [entry for entry in entries if not entry.is_dir()]
    pictures = []
    for file in files:
        with _noted_if_unreadable(file, notes):
            check_picture(file)
            pictures.append(file)
    if len(pictures) <= most:
        return pictures
    notes.append(
        f"{folder.name!r} holds {len(pictures)} photos: {most} of them were taken."
    )
    return [pictures[i] for i in np.linspace(0, len(pictures) - 1, most).astype(int)]


def _entries(folder):
    """Return what is in a folder, sorted by name, without hidden files."""
    try:
        entries = sorted(folder.iterdir())
        for entry in entries:
            entry.lstat()  # some folders may be listed and yet not entered
    except OSError:
        raise ValueError(
            f"{quoted(folder)} cannot be opened: check that you may read it."
        ) from None
    return [
        entry
        for entry in entries
        if not entry.name.startswith(".") and entry.name.lower() not in UNASKED
    ]


def _read(files, size, notes, line):
    """Return {file: image} of all files that can be read, and show how far it is."""
    photos, shown = {}, time.monotonic()
    for number, file in enumerate(files):
        if line.is_replaceable and time.monotonic() - shown >= REFRESH_SECONDS:
            shown = time.monotonic()
            line.show(f"reading photo {number} of {len(files)} · {file.parent.name}")
        with _noted_if_unreadable(file, notes):
            # A camera's photo is shrunk first: that saves time and memory.
            photo = load_image(file, max_side=4 * size)
            photos[file] = centre_square(photo, size)
    return photos


@contextmanager
def _noted_if_unreadable(file, notes):
    """Note the sentence that says why a file cannot be read, and go on after it."""
    try:
        yield
    except (OSError, ValueError) as error:
        sentence = str(error).replace(quoted(file), _short(file))
        notes.append(f"Skipped: {sentence}")


def _without_copies(photos, notes):
    """Return {file: image} with each picture once, and none that is in two classes."""
    first_files, kept = {}, {}
    for file, image in photos.items():
        digest = hashlib.sha256(image.tobytes()).digest()
        first = first_files.setdefault(digest, file)
        same = f"{_short(file)} is the same picture as {_short(first)}"
        if first is file:
            kept[file] = image
        elif first.parent == file.parent:
            notes.append(f"{same}: taken once, or it would be learned and tested on.")
        else:
            notes.append(f"{same}, which is of another class: both left out.")
            kept.pop(first, None)
    return kept


def _check_counts(folder, counts, least):
    """Raise ValueError if a class has fewer photos than it needs."""
    if not any(counts.values()):
        raise ValueError(
            f"No file in the sub-folders of {quoted(folder)} can be read as a photo: "
            "put JPEG or PNG files there."
        )
    few = [f"{name!r} ({count})" for name, count in counts.items() if count < least]
    if few:
        raise ValueError(
            f"Too few photos in {', '.join(few)}: each class needs at least {least}, "
            "so add some, or move the sub-folder away."
        )


def _short(path):
    """Return class and name of a file, in quotes."""
    return repr(f"{path.parent.name}/{path.name}")
