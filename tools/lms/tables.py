"""Tables in CSV that come from elsewhere: read whole, or refused in one sentence."""

import csv
import io
import re
from dataclasses import dataclass
from pathlib import Path

SEPARATORS = ",;\t"
# A spreadsheet would compute what begins so, also behind its other separator. Smileys
# and the dash that stands for "none" are no formulas.
FORMULA = re.compile(r"(^|[;|])(?=[\s'\"]*([=+@＝＋＠]|[-－][\s'\"]*[\w(=+@-]))")


class BadTable(Exception):
    """A table cannot be used; the message says which, and why."""


@dataclass
class Table:
    """The lines of a table, each as long as its header.

    path: the file. header: the names of its columns, as they stand there.
    rows: lists of text, without empty lines. lines: the number of each in the file.
    """

    path: Path
    header: list
    rows: list
    lines: list

    def column(self, name):
        """The index of the column of this name, however it is capitalised, or None."""
        names = [plain(head) for head in self.header]
        return names.index(plain(name)) if plain(name) in names else None


def plain(name):
    """A column's name without what differs between editions of the same program."""
    return " ".join(name.casefold().split())


def read_table(path):
    """The Table in a file: in UTF-8, its columns apart by commas, semicolons or tabs.

    Raises BadTable.
    """
    path = Path(path)
    text = _text(path)
    first = text.split("\n", 1)[0]
    separator = max(SEPARATORS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    rows, lines = [], []
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                rows.append(cells)
                lines.append(reader.line_num)
    except csv.Error as error:
        raise BadTable(f"{path}, line {reader.line_num}: {error}.") from None
    if len(rows) < 2:
        raise BadTable(f"{path} holds no lines below its header.")
    header = [name.strip() for name in rows[0]]
    for cells, line in zip(rows[1:], lines[1:], strict=True):
        if len(cells) > len(header):
            raise BadTable(
                f"{path}, line {line}: it has {len(cells)} cells, and the header "
                f"{len(header)}."
            )
        cells += [""] * (len(header) - len(cells))
    return Table(path, header, rows[1:], lines[1:])


def _text(path):
    try:
        stored = path.read_bytes()
    except OSError:
        kind = "is a folder" if path.is_dir() else "is no file that can be read"
        raise BadTable(f"{path} {kind}: name the table, a CSV file.") from None
    if stored.startswith(b"PK"):
        raise BadTable(
            f"{path} is a workbook of a spreadsheet: save it as CSV (UTF-8)."
        )
    try:
        text = stored.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadTable(f"{path} is not in UTF-8: save it as CSV (UTF-8).") from None
    if "\0" in text:
        raise BadTable(f"{path} is no text: save it as CSV (UTF-8).")
    return text.lstrip("\n")


def number(text):
    """A number as people and programs of any country write it, 2.5 or 2,5, or None."""
    try:
        value = float(text.strip().replace(",", "."))
    except ValueError:
        return None
    return value if abs(value) < 1e9 else None  # NaN fails, too


def written(value):
    """A number with two decimals at most, a point between, and no zeros behind it."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def safe(cell):
    """The cell, such that no spreadsheet takes it for a formula; numbers stay."""
    return cell if number(cell) is not None else FORMULA.sub(r"\1'", cell)


def as_text(header, rows):
    """The table as CSV."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerows([safe(cell) for cell in row] for row in [header, *rows])
    return text.getvalue()
