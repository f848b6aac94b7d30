"""The tables of classroom/README.md, out of what was measured: classroom/measured.json.

    python -m classroom.sizes

`make bench-long QUESTION="classroom class"` measures.
"""

import json
import re
import statistics
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
README = HERE / "README.md"
GIB = (8, 16, 32, 64)  # the memory of servers that can be had
SYSTEM_MIB = 1024  # of the operating system; not measured
BETWEEN = "<!-- {0}: by `python -m classroom.sizes` -->\n{1}<!-- end of {0} -->\n"


def load():
    """What is stored in measured.json: {"lessons": …, "day": …}."""
    return json.loads((HERE / "measured.json").read_text(encoding="utf-8"))


def learners_that_fit(gib, learner_mib, hub_mib):
    """How many learners fit into a server's memory while all of them run the lesson.

    gib: of the server. learner_mib: of one learner, server and kernel. hub_mib: of the
    hub and its proxy. Without swap, and with SYSTEM_MIB left to the system.
    """
    return max(0, int((gib * 1024 - SYSTEM_MIB - hub_mib) // learner_mib))


def lesson_rows(measured):
    """The table of lessons: header and rows."""
    mib = measured["day"]["runs"]["mib"]
    server, hub = mib["one_server"], mib["hub"]
    header = ["lesson", "memory of a learner, MiB", "processor, s"]
    header += [f"learners in {gib} GiB" for gib in GIB]
    rows = []
    for lesson in measured["lessons"]["runs"]:
        learner = lesson["mib"] + server
        row = [lesson["lesson"].lstrip("0"), learner]
        row.append(round(lesson["processor_seconds"]))
        row += [learners_that_fit(gib, learner, hub) for gib in GIB]
        rows.append(row)
    return header, rows


def class_rows(day):
    """The table of a class that was held: header and rows."""
    groups = {}
    for learner in day["learners"]:
        groups.setdefault(learner["lessons"], []).append(learner)
    header = ["learners", "who ran", "s until open", "s to run", "slowest"]
    header += ["memory of all, MiB", "processor of all, s"]
    rows = []
    for count, group in sorted(groups.items()):
        ran = "lesson 1" if count == 1 else "lessons 1 and 9"
        opened = statistics.median(one["seconds_to_open"] for one in group)
        seconds = [one["seconds_to_run"] for one in group]
        row = [len(group), ran, round(opened), round(statistics.median(seconds))]
        rows.append([*row, round(max(seconds)), "", ""])
    rows.append([len(day["learners"]), "all, at once", "", "", round(day["seconds"])])
    rows[-1] += [day["mib"]["all"], day["processor_seconds"]]
    return header, rows


def table(header, rows):
    """A table in Markdown, numbers on the right."""
    columns = zip(*rows, strict=True)
    numbers = [all(str(cell).isdigit() for cell in c if cell != "") for c in columns]
    rules = ["---:" if right else "---" for right in numbers]
    lines = [header, rules, *rows]
    return "\n".join("| " + " | ".join(map(str, line)) + " |" for line in lines)


def measured_by(part):
    """One line: when and on what."""
    versions = ", ".join(f"{name} {no}" for name, no in part["versions"].items())
    return f"Measured {part['measured_on']} on {part['computer']}; {versions}."


def renewed(text, measured):
    """A README with its tables as they are measured."""
    parts = {
        "class": (class_rows(measured["day"]["runs"]), measured["day"]),
        "lessons": (lesson_rows(measured), measured["lessons"]),
    }
    for name, (rows, part) in parts.items():
        new = BETWEEN.format(name, f"\n{table(*rows)}\n\n{measured_by(part)}\n\n")
        old = re.escape(BETWEEN.format(name, "@")).replace("@", "(?s:.*?)")
        text, found = re.subn(old, lambda _, new=new: new, text)
        if found != 1:
            sys.exit(f"README.md in classroom/ has no single place for: {name}.")
    return text


if __name__ == "__main__":
    text = README.read_text(encoding="utf-8")
    README.write_text(renewed(text, load()), encoding="utf-8")
