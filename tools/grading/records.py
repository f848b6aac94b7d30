"""Rows as they come, stored in the folder, so that a class is never graded twice.

A file among submissions may have come with one: so each line is sealed with a key that
is kept elsewhere, and a line that this computer has not made counts for nothing.
"""

import hashlib
import hmac
import json
import os
import secrets
from dataclasses import asdict
from pathlib import Path

from tools.grading.report import Row
from tools.grading.submissions import NothingToGrade
from tools.lessons import COURSE
from tools.whole_files import write_whole

NAME = "grades.jsonl"
KEY_FOLDER = Path.home() / ".cache" / "cnn-course"
DECIDES = ("utils/**/*.py", "tools/grading/*.py", "requirements.txt")


class Records:
    """The rows of a folder that are done; `settings` are whatever else decides them."""

    def __init__(self, folder, settings):
        self.path, self.key = Path(folder) / NAME, _key()
        self.course = hashlib.sha256(f"{course()} {settings}".encode()).hexdigest()
        self.rows = {}
        _open_for_good(self.path)
        lines = self.path.read_bytes().splitlines()
        for record in filter(None, map(self._read, lines)):
            self.rows[record["key"]] = _row(record["row"])
        kept = [self._line(key, row) for key, row in self.rows.items()]
        if lines:  # those of another course or other settings go
            write_whole(self.path, "".join(kept))

    def find(self, handed):
        """The row of a submission that has not changed since, or None."""
        return self.rows.get(self._key_of(handed))

    def add(self, handed, row):
        """Store a row, at once and for good."""
        key = self._key_of(handed)
        self.rows[key] = row
        with open(self.path, "a", encoding="utf-8", newline="") as file:
            file.write(self._line(key, row))
            file.flush()
            os.fsync(file.fileno())

    def _key_of(self, handed):
        parts = (self.course, handed.digest)
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()

    def _line(self, key, row):
        record = {"course": self.course, "key": key, "row": asdict(row)}
        return json.dumps(record | {"seal": self._seal(record)}) + "\n"

    def _seal(self, record):
        text = json.dumps(record, sort_keys=True).encode()
        return hmac.new(self.key, text, hashlib.sha256).hexdigest()

    def _read(self, line):
        """The record of a line; None if it is half written, old, or not ours."""
        try:
            record = json.loads(line)
            seal = record.pop("seal")
            ours = hmac.compare_digest(str(seal), self._seal(record))
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return None
        return record if ours and record["course"] == self.course else None


def _open_for_good(path):
    """See before all work that rows can be stored; raises NothingToGrade."""
    try:
        if path.is_symlink():  # handed in, to have something else written
            path.unlink()
        path.open("a").close()
    except OSError as error:
        raise NothingToGrade(
            f"The grades cannot be stored in {path} ({error.strerror}): name a folder "
            "that you can write to, and in which this is a file or missing."
        ) from None


def _row(stored):
    results = {name: tuple(result) for name, result in stored["results"].items()}
    return Row(**stored | {"results": results})


def course():
    """A fingerprint of all that decides about an answer."""
    found = hashlib.sha256()
    for pattern in DECIDES:
        for file in sorted(COURSE.glob(pattern)):
            found.update(file.read_bytes())
    return found.hexdigest()


def _key():
    """This computer's key for the seals; made when it is first needed."""
    file = KEY_FOLDER / "grading.key"
    try:
        return file.read_bytes()
    except FileNotFoundError:
        pass
    key = secrets.token_bytes(32)
    try:
        KEY_FOLDER.mkdir(parents=True, exist_ok=True)
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError:  # nowhere to keep it: then each run starts anew
        return key
    with open(handle, "wb") as new:
        new.write(key)
    return key
