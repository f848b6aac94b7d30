"""What a submission's reports are worth, judged outside of it."""

from tools.grading.evidence import confirm, is_confirmable
from tools.grading.report import NOT_RUN, OPEN, RIGHT, WRONG, Row
from utils.checking.verdicts import State

NOT_REACHED = "The submission was cut off before this."
UNTOUCHED = "Not solved yet: its cell is as it was handed out, or missing."
UNCONFIRMED = "Its own process called this right, but its results do not show it:"
NOT_THE_LAST = "Right in an earlier try, which counts. The last one:"
MOST_CONFIRMED = 3  # claims of one task that are looked into


def judge(handed, findings, tasks, untouched, lesson):
    """The Row of a submission; tasks: by their names, untouched: names among them."""
    results = {}
    for name, task in tasks.items():
        reports = findings.reports.get(name, [])
        if name in untouched and not any(map(_claims_right, reports)):
            results[name] = OPEN, UNTOUCHED
        else:
            results[name] = _result(task, reports)
    remarks = [findings.remark]
    if handed.lesson not in (lesson, None):
        remarks.append(f"is a notebook of lesson {handed.lesson}, not {lesson}")
    if findings.tried:
        remarks.append(f"tried to {', '.join(findings.tried)}")
    for words, text in {
        "claims what it does not show": UNCONFIRMED,
        "right in an earlier try": NOT_THE_LAST,
    }.items():
        found = [name for name in tasks if text in results[name][1]]
        if found:
            remarks.append(f"{words}: {', '.join(found)}")
    remark = "; ".join(filter(None, remarks))
    return Row(handed.file, handed.student, results, remark, findings.seconds)


def unread(handed, tasks):
    """The Row of a notebook that cannot be read."""
    results = {name: (NOT_RUN, handed.problem) for name in tasks}
    return Row(handed.file, handed.student, results, handed.problem, 0.0)


def _claims_right(report):
    return report.get("state") == State.RIGHT.value


def _result(task, reports):
    """The (state, sentence) of a task: of its best try, else of its last."""
    if not reports:
        return NOT_RUN, NOT_REACHED
    last = reports[-1]
    claims = [report for report in reports if _claims_right(report)]
    if not claims:
        shown = {State.WRONG.value: WRONG, State.OPEN.value: OPEN}
        state = last.get("state")
        return shown.get(str(state), NOT_RUN), str(last.get("text"))
    for report in claims[:MOST_CONFIRMED]:
        state, text = _confirmed(task, report)
        if state == RIGHT:
            if not _claims_right(last):
                text = f"{text}\n{NOT_THE_LAST}\n{last.get('text')}"
            return RIGHT, text
    return state, text


def _confirmed(task, report):
    """What a claim that an answer is right is worth, seen from here."""
    text = str(report.get("text"))
    if not is_confirmable(task):
        return RIGHT, text
    verdict = confirm(task, report.get("evidence"))
    if verdict.state is State.RIGHT:
        return RIGHT, text if task.examine else verdict.text
    return WRONG, f"{UNCONFIRMED}\n{verdict.text}"
