"""Photos of one's own: a folder with a sub-folder for each class, as arrays."""

import hashlib
import os
import time
from pathlib import Path

import numpy as np
from PIL import Image

from utils.files.images import centre_square, load_image
from utils.page.updating_line import UpdatingLine

# What Windows and macOS put into folders unasked, beside names that begin with a dot.
UNASKED = {"thumbs.db", "desktop.ini", "__macosx"}
MOST_NOTES = 20
REFRESH_SECONDS = 0.5


def load_photo_folder(folder, size=224, least=5, most=200):
    """Return the photos in a folder of folders as (images, labels, class_names).

    folder: text or Path, such as "my_photos" with the sub-folders "cats" and "dogs".
    least, most: photos for each class. Of more, `most` are taken, evenly by name: at
    224 pixels a photo takes 0.6 MB of memory.
    images: float32 in 0..1, (n, size, size, 3), the centre square of each photo.
    labels: int64, (n,); class_names[label], sorted, is the sub-folder of a photo.

    One line shows the progress. Files that load_image cannot read are skipped, a
    picture that is there twice is taken once, and one that is in two classes is left
    out; a sentence is printed for each. Hidden files are passed over in silence.
    Raises FileNotFoundError or ValueError, in one sentence, if the folder is missing or
    is none, has fewer than two sub-folders, or too few photos in one of them.
    """
    if size < 2:
        raise ValueError(f"size must be 2 pixels or more, not {size}.")
    folder, notes = _existing_folder(folder), []
    class_names = _class_names(folder, notes)
    files = [
        file for name in class_names for file in _files(folder / name, most, notes)
    ]
    line = UpdatingLine("reading photos …")
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
    path = Path(os.path.abspath(os.path.expanduser(folder)))
    if os.path.isdir(path):
        return path
    if os.path.exists(path):
        raise ValueError(
            f"{_quoted(path)} is a file, not a folder: name the folder that holds a "
            "sub-folder for each class (unpack an archive first)."
        )
    raise FileNotFoundError(
        f"There is no folder {_quoted(path)}: check its name (a relative path starts "
        f"at {_quoted(Path.cwd())})."
    )


def _class_names(folder, notes):
    """Return the names of the sub-folders, sorted, if there are at least two."""
    entries = _entries(folder)
    names = [entry.name for entry in entries if entry.is_dir()]
    if not names:
        raise ValueError(
            f"{_quoted(folder)} has no sub-folders: make one for each class and move "
            "its photos there, or name the folder above."
        )
    if len(names) == 1:
        raise ValueError(
            f"{_quoted(folder)} has one class only, {names[0]!r}: add a sub-folder "
            "with photos of something else, to tell the two apart."
        )
    notes += [
        f"{_short(entry)} lies in no sub-folder, so it has no class: not read."
        for entry in entries
        if not entry.is_dir() and entry.suffix.lower() in Image.registered_extensions()
    ]
    return names


def _files(folder, most, notes):
    """Return at most so many files of one class; folders in it are not searched."""
    entries = _entries(folder)
    notes += [
        f"{_short(entry)} is a folder within a class and was not searched: move its "
        f"photos up, or name {folder.name!r} as the folder if its folders are classes."
        for entry in entries
        if entry.is_dir()
    ]
    files = [entry for entry in entries if not entry.is_dir()]
    if len(files) <= most:
        return files
    notes.append(
        f"{folder.name!r} holds {len(files)} files: {most} of them were taken."
    )
    return [files[i] for i in np.linspace(0, len(files) - 1, most).astype(int)]


def _entries(folder):
    """Return what is in a folder, sorted by name, without hidden files."""
    try:
        entries = sorted(folder.iterdir())
    except OSError:
        raise ValueError(
            f"{_quoted(folder)} cannot be opened: check that you may read it."
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
        try:
            # A camera's photo is shrunk first: that saves time and memory.
            photo = load_image(file, max_side=4 * size)
        except (OSError, ValueError) as error:
            sentence = str(error).replace(_quoted(file), _short(file))
            notes.append(f"Skipped: {sentence}")
        else:
            photos[file] = centre_square(photo, size)
    return photos


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
            f"No file in the sub-folders of {_quoted(folder)} can be read as a photo: "
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


def _quoted(path):
    """Return the path in quotes, on one line, with slashes that Python takes too."""
    return repr(path.as_posix())
