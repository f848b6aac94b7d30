"""What a learner tries who wants to see another's work, or to change the course.

ATTEMPTS run in the learner's own kernel, with all that a learner may do on the
computer; each is a line of Python that must fail. The owner of what is tried can do
those of THE_OWNER_CAN, or the attempt says nothing. `by_the_web` asks the other's
server and the hub.
"""

THE_OWNER_CAN = {
    "reads the other's notebook": "open(other + '/01_convolution.ipynb').read()",
    "lists the other's workbook": "os.listdir(other)",
    "lists the other's home": "os.listdir(home)",
    "writes into the other's workbook": "open(other + '/new.txt', 'w')",
    "reads where the other's kernels listen": (
        "os.listdir(next(entry.path for entry in os.scandir('/tmp') if "
        "entry.name.startswith('kernels-') and "
        "entry.stat().st_uid == os.stat(home).st_uid))"
    ),
    "reads the tokens of the other's server": (
        "open(f'/proc/{pid}/environ').read() + '!'"
    ),
    "goes round by the other's process": "os.listdir(f'/proc/{pid}/cwd/')",
}
ATTEMPTS = {
    **THE_OWNER_CAN,
    "looks into the memory of the other's process": "open(f'/proc/{pid}/mem', 'rb')",
    "ends the other's server": "os.kill(pid, signal.SIGTERM)",
    "reads the hub's passwords": "os.listdir('/srv/jupyterhub')",
    "becomes the other": "os.setuid(os.stat(home).st_uid)",
    "changes the course": "open(course + '/utils/__init__.py', 'a')",
    "adds to the course": "open(course + '/notebooks/new.ipynb', 'w')",
    "changes the course by the link to its pictures": (
        "open('../images/README.md', 'a')"
    ),
}
TRY = """
import os, signal
home, pid, course, attempts = {order!r}
other = home + '/cnn-course/workbook'
for name, attempt in attempts.items():
    try:
        eval(attempt)
    except OSError as error:
        print(name, type(error).__name__, sep='\\t')
    else:
        print(name, 'DONE', sep='\\t')
"""


def by_hand(intruder, other, pid, course):
    """{attempt: the error that stopped it, or "DONE"}, in the intruder's own kernel.

    pid: of the other's server. course: where the course lies.
    """
    attempts = THE_OWNER_CAN if intruder is other else ATTEMPTS
    order = (f"/home/{other.name}", pid, course, attempts)
    with intruder.kernel("workbook/intrusion.ipynb") as kernel:
        outputs = kernel.run(TRY.format(order=order))
    lines = "".join(o["text"] for o in outputs if o["output_type"] == "stream")
    return dict(line.split("\t") for line in lines.splitlines())


def by_the_web(intruder, other):
    """{what was asked: the status that came back}, with the intruder's own token."""
    notebook = "workbook/01_convolution.ipynb"
    asked = {
        "the other's notebook": f"/user/{other.name}/api/contents/{notebook}",
        "the other's file": f"/user/{other.name}/files/{notebook}",
        "the other's kernels": f"/user/{other.name}/api/kernels",
        "the other's terminals": f"/user/{other.name}/api/terminals",
        "the other, at the hub": f"/hub/api/users/{other.name}",
        "who is in the class": "/hub/api/users",
        "a path out of the own folder": (
            f"/user/{intruder.name}/api/contents/%2e%2e/%2e%2e/{other.name}/cnn-course"
        ),
    }
    return {name: _status(intruder.ask("GET", path)) for name, path in asked.items()}


def _status(answer):
    # Who is not let in is sent to the hub's page, which says no.
    return answer.status_code if "/hub/api/oauth2" not in answer.url else 403
