"""Carry what a learner wrote in a copy of a lesson over to the lesson's newer form.

A cell is known by its id, and a task or a question also by its call. Where only one of
the two, the learner and the course, has changed a cell, that one's is taken. Where both
have, a task's cell is the learner's; of any other cell the course's stands, with the
learner's below it as text.
"""

import re
import secrets
from itertools import pairwise

from tools.cells import call_in, clear, source_of
from tools.copying.carried import Carried
from tools.copying.copies import digest, form_of

# The first line of a stub that is not filled in, with its name or without.
OPEN = re.compile(r"^\s*(?:\w+ = )?[\[(]?\.\.\.", re.MULTILINE)
NOT_ANSWERED = re.compile(r"\.answer\(\s*[\"']\?[\"']\s*\)")
HEADING = re.compile(r"^#+ +(.+?)\s*$", re.MULTILINE)
YOURS = "**Yours, from your older copy of this lesson:**"


def carry(copy, lesson):
    """Put what the learner wrote in a copy into the lesson's newer form.

    copy, lesson: notebooks; the cells of the lesson become the merged ones. Returns
    what was Carried.
    """
    merge = _Merge(copy["cells"], lesson["cells"], form_of(copy))
    lesson["cells"] = merge.cells()
    merge.note_what_is_left_behind()
    return merge.carried


class _Merge:
    def __init__(self, written, new, form):
        """written: the learner's cells; form: {id: digest} of what they were."""
        self.carried = Carried()
        self.written, self.new = written, new
        self.ids = {cell["id"] for cell in new}
        _give_ids(written, self.ids)
        self.form = form or self._guessed_form()
        self.own = {c["id"]: c for c in written if c["id"] in self.form}
        calls = {call_in(cell) for cell in new} - {None}
        self.renamed = {  # tasks and questions whose cell has another id now
            call_in(cell): cell
            for cell in self.own.values()
            if cell["id"] not in self.ids and call_in(cell) in calls
        }
        self.added = self._added()
        self.added_calls = {
            call_in(cell) for cells in self.added.values() for cell in cells
        }

    def _guessed_form(self):
        """For a copy that does not say what it was made from: answered tasks and
        questions count as the learner's, all else as the lesson's."""
        asked = {call_in(cell): digest(cell) for cell in self.new if call_in(cell)}
        return {
            cell["id"]: asked.get(call_in(cell), "")
            if _is_filled(cell)
            else digest(cell)
            for cell in self.written
        }

    def _added(self):
        """{id of the lesson's cell above them, or None: what the learner added}"""
        added, before = {}, None
        for cell in self.written:
            if cell["id"] in self.ids:
                before = cell["id"]
            elif cell["id"] not in self.form:
                added.setdefault(before, []).append(cell)
        return added

    def cells(self):
        """The cells of the newer form, with the learner's work in them."""
        merged = self._taken(self.added.get(None, []))
        for (_, before), (section, cell) in pairwise(
            [("", None), *_with_sections(self.new)]
        ):
            merged += self._in_place_of(cell, before, section)
            merged += self._taken(self.added.get(cell["id"], []))
        return merged

    def _taken(self, cells):
        self.carried.added += len(cells)
        for cell in cells:
            clear(cell)
        return cells

    def _in_place_of(self, cell, before, section):
        """What comes in place of a cell of the newer form, below the cell `before`."""
        name, method = call_in(cell) or ("", "")
        own = self.own.get(cell["id"]) or self.renamed.get((name, method))
        if own is None:  # new, or deleted by the learner; perhaps moved to a new cell
            return [] if (name, method) in self.added_calls else [cell]
        as_published = self.form[own["id"]]
        if digest(own) in (as_published, digest(cell)):
            return [cell]
        clear(own)
        theirs = own | {"id": cell["id"]}
        course_changed = digest(cell) != as_published
        if method == "check":
            self.carried.tasks.append(name)
            self.carried.new_stubs += [name] * course_changed
        elif method == "answer":
            # The letter belongs to the choices, which stand in the text above.
            if course_changed or not self._is_as_it_was(before):
                self.carried.asked_anew.append(name)
                return [cell]
            self.carried.answers.append(name)
        elif course_changed:
            self.carried.as_text.append(f'"{section}"')
            return [cell, _as_text(own, self.ids | {*self.own})]
        else:
            self.carried.changed += 1
        return [theirs]

    def _is_as_it_was(self, cell):
        return cell is not None and digest(cell) == self.form.get(cell["id"])

    def note_what_is_left_behind(self):
        """Note what the learner wrote in cells that the newer form has no more."""
        renamed = [cell["id"] for cell in self.renamed.values()]
        for section, cell in _with_sections(self.written):
            gone = cell["id"] in self.form and cell["id"] not in (*self.ids, *renamed)
            if gone and digest(cell) != self.form[cell["id"]]:
                name, _ = call_in(cell) or (f'a cell in "{section}"', "")
                self.carried.left_behind.append(name)


def _with_sections(cells):
    """Each cell with the last heading in it or above it."""
    section = ""
    for cell in cells:
        if cell["cell_type"] == "markdown":
            section = [section, *HEADING.findall(source_of(cell))][-1]
        yield section, cell


def _is_filled(cell):
    """Whether the cell of a task or a question holds an answer."""
    source = source_of(cell)
    return bool(call_in(cell)) and not (
        OPEN.search(source) or NOT_ANSWERED.search(source)
    )


def _give_ids(cells, taken):
    """Give an id of its own to each cell that has none, or shares one."""
    seen = set()
    for cell in cells:
        if not isinstance(cell.get("id"), str) or cell["id"] in seen:
            cell["id"] = _new_id(seen | taken)
        seen.add(cell["id"])


def _new_id(taken):
    while (new := secrets.token_hex(4)) in taken:
        pass
    return new


def _as_text(cell, taken):
    """The learner's cell as a text, which does nothing."""
    source = source_of(cell)
    longest = max((len(run) for run in re.findall("`+", source)), default=0)
    fence = "`" * max(3, longest + 1)
    language = "python" if cell["cell_type"] == "code" else "markdown"
    return {
        "cell_type": "markdown",
        "id": _new_id(taken),
        "metadata": {},
        "source": f"{YOURS}\n\n{fence}{language}\n{source}\n{fence}",
    }
