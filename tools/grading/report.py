"""The grades as one table: CSV for a spreadsheet, HTML to read, with every sentence.

All text that a submission may have had a hand in is escaped.
"""

import csv
import html
import io
import re
from dataclasses import dataclass

RIGHT, WRONG, OPEN, NOT_RUN = "✓", "wrong", "open", "not run"
# A spreadsheet would compute what begins so, also behind its other separator.
FORMULA = re.compile(r"(^|[;|])(?=[\s'\"]*[=+\-@＝＋－＠])")
LONGEST = 4000  # characters of a sentence
STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 75rem; }
body { padding: 0 1rem; color: #222; }
table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 1px solid #ccc; padding: .3rem .6rem; text-align: left; }
th, td { vertical-align: top; overflow-wrap: anywhere; }
thead th, .right, .wrong, .open, .not-run, .points { white-space: nowrap; }
tbody tr:hover { background: #f4f6f8; }
.right { color: #00614a; font-weight: bold; }
.wrong { color: #a33c00; }
.open, .not-run { color: #666; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; margin: .2rem 0 .8rem; }
details { margin: .3rem 0; }
summary { cursor: pointer; }
"""


@dataclass
class Row:
    """One submission: for each task a (state, sentence), in the order of the tasks."""

    file: str
    student: str
    results: dict
    remark: str
    seconds: float

    @property
    def points(self):
        """One for each task that is right."""
        return sum(state == RIGHT for state, _ in self.results.values())


def as_csv(rows, tasks):
    """The table as CSV, with one line for each submission."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["file", "student", *tasks, "points", "out of", "remark"])
    for row in rows:
        states = [row.results[name][0] for name in tasks]
        cells = [row.file, row.student, *states, row.points, len(tasks), row.remark]
        writer.writerow([_harmless(cell) for cell in cells])
    return text.getvalue()


def as_html(rows, tasks, title, notes=()):
    """The table as a page that needs no other file, and below it all sentences.

    notes: paragraphs above the table, the first in bold.
    """
    heads = ["File", "Student", *tasks, "Points", "Remark"]
    solved = [sum(row.results[name][0] == RIGHT for row in rows) for name in tasks]
    foot = ["solved by", "", *(f"{n} of {len(rows)}" for n in solved), "", ""]
    return f"""<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy"
  content="default-src 'none'; style-src 'unsafe-inline'">
<title>{_text(title)}</title>
<style>{STYLE}</style>
<h1>{_text(title)}</h1>
{"".join(f"<p>{_text(note)}</p>" for note in notes)}
<table>
<thead><tr>{_cells(heads, "th")}</tr></thead>
<tbody>
{"".join(_table_row(row, tasks) for row in rows)}</tbody>
<tfoot><tr>{_cells(foot, "th")}</tr></tfoot>
</table>
<h2>What the checks say</h2>
{"".join(_details(row) for row in rows)}</html>
"""


def shown(text, kept=""):
    """The text with its signs that do not print as themselves written out: \\x1b.

    Colours of terminals, line ends, letters that turn the direction of writing, and
    bytes of file names that are no text. kept: signs that may stay.
    """
    return "".join(
        sign if sign.isprintable() or sign in kept else _written_out(sign)
        for sign in str(text)[:LONGEST]
    )


def _written_out(sign):
    number = ord(sign)
    if 0xDC80 <= number <= 0xDCFF:  # how Python holds a byte that is no UTF-8
        return f"\\x{number - 0xDC00:02x}"
    return sign.encode("unicode_escape").decode()


def _harmless(cell):
    return FORMULA.sub(r"\1'", shown(cell))


def _text(value):
    return html.escape(shown(value, kept="\n\t"))


def _cells(values, tag="td"):
    return "".join(f"<{tag}>{_text(value)}</{tag}>" for value in values)


def _table_row(row, tasks):
    states = "".join(_state(row.results[name][0]) for name in tasks)
    points = f'<td class="points">{row.points} of {len(tasks)}</td>'
    return (
        f"<tr>{_cells([row.file, row.student])}{states}{points}"
        f"{_cells([row.remark])}</tr>\n"
    )


def _state(state):
    kind = "right" if state == RIGHT else state.replace(" ", "-")
    return f'<td class="{kind}">{_text(state)}</td>'


def _details(row):
    who = f"{row.student}, {row.file}" if row.student else row.file
    sentences = "".join(
        f"<h3>{_text(name)}: {_text(state)}</h3><pre>{_text(sentence)}</pre>"
        for name, (state, sentence) in row.results.items()
    )
    remark = f"<p>{_text(row.remark)}</p>" if row.remark else ""
    took = f"{row.seconds:.1f} s" if row.seconds else "not run"
    return (
        f"<details><summary>{_text(who)} ({took})</summary>{remark}{sentences}"
        "</details>\n"
    )
