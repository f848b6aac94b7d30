"""A class, from the first login to the last save: `python -m tests.classroom.room -m
tests.classroom.class_day 30 4` prints what happened, as JSON in its last line.

Runs as root in a room of its own (room.py) and starts `classroom/jupyterhub_config.py`
as it is. All learners log in, open and run lesson 1 at once, and some of them lesson 9
besides; everybody saves. One tries to get at another's work. Then every server is
killed, and the hub with them; what was saved is compared, byte for byte, also as
servers hand it out that are started anew. At last the culler ends what is idle.
"""

import hashlib
import json
import subprocess
import sys
import threading
import time
import traceback
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil
import requests

from tests.classroom import intrusions
from tests.classroom.learner import HUB, Failed, Learner
from tests.classroom.onlooker import Onlooker
from tools.lessons import COURSE

KEPT = Path("/srv/jupyterhub")
LESSON_1, LESSON_9 = "01_convolution.ipynb", "09_mnist.ipynb"
STARTED_ANEW = 3
SECONDS_TO_START = 300


def start_hub(names):
    """Start the hub for a class of these names; return its process."""
    KEPT.mkdir(mode=0o700, exist_ok=True)
    (KEPT / "learners.txt").write_text("\n".join(names) + "\n")
    (KEPT / "lecturers.txt").write_text("lecturer\n")
    config = COURSE / "classroom" / "jupyterhub_config.py"
    log = open(KEPT / "log.txt", "a")
    hub = subprocess.Popen(
        [sys.executable, "-m", "jupyterhub", "-f", str(config)],
        cwd=KEPT,
        stdout=log,
        stderr=subprocess.STDOUT,
    )
    for _ in range(SECONDS_TO_START):
        try:
            if requests.get(f"{HUB}/hub/health", timeout=10).ok:
                return hub
        except requests.ConnectionError:
            pass
        if hub.poll() is not None:
            break
        time.sleep(1)
    raise Failed("the hub did not start:\n" + (KEPT / "log.txt").read_text()[-3000:])


def workbook(learner):
    """Where a learner's copies lie."""
    return Path("/home", learner.name, "cnn-course", "workbook")


def attend(learner, lessons, together):
    """Log in, open and run the lessons, save; a line for the table of the class."""
    told = {"name": learner.name, "lessons": len(lessons), "finished": False}
    try:
        start = time.monotonic()
        learner.log_in()
        learner.start_server()
        told["seconds_to_open"] = round(time.monotonic() - start, 1)
        together.wait()  # all of them press Run at once
        start = time.monotonic()
        with ThreadPoolExecutor(len(lessons)) as pages:
            paths = [f"workbook/{lesson}" for lesson in lessons]
            list(pages.map(learner.run_and_save, paths))
        told["seconds_to_run"] = round(time.monotonic() - start, 1)
        told["reloads"] = learner.reloads
        told["finished"] = True
    except (Failed, OSError, threading.BrokenBarrierError) as error:
        together.abort()
        told["error"] = f"{type(error).__name__}: {error}"
    return told


def renewed(learner):
    """What a learner is told in a terminal who asks for a newer form of lesson 2."""
    with learner.kernel("workbook/terminal.ipynb") as kernel:
        outputs = kernel.run("!python -m tools.renew 2")
    return "".join(output["text"] for output in outputs)


def servers():
    """{a learner's name: the process of their server}"""
    found = {}
    for process in psutil.process_iter(["username", "cmdline"]):
        if "jupyterhub.singleuser" in (process.info["cmdline"] or []):
            found[process.info["username"]] = process
    return found


def digests(class_):
    """{file: digest} of every notebook in all workbooks."""
    return {
        str(path): hashlib.sha256(path.read_bytes()).hexdigest()
        for learner in class_
        for path in sorted(workbook(learner).glob("*.ipynb"))
    }


def kill_all(class_, hub):
    """Kill every server and the hub; whether every notebook is as it was, and is handed
    out so once the hub runs again."""
    before = digests(class_)
    running = servers()
    for process in [psutil.Process(hub.pid), *running.values()]:
        process.kill()
    hub.wait()
    psutil.wait_procs(running.values(), timeout=60)
    after_the_kill = digests(class_)
    start_hub([learner.name for learner in class_])
    same = []
    for learner in class_[:STARTED_ANEW]:
        learner.browser.cookies.clear()
        learner.log_in()  # with the password of the first time
        learner.start_server()
        handed_out = learner.bytes_of(f"workbook/{LESSON_1}")
        digest = hashlib.sha256(handed_out).hexdigest()
        same.append(digest == before[str(workbook(learner) / LESSON_1)])
    return {
        "killed": len(running),
        "notebooks": len(before),
        "kept": before == after_the_kill == digests(class_),
        "handed_out_as_saved": same,
    }


def cull():
    """Have the culler end what is idle, at once; how many servers are left."""
    lecturer = Learner("lecturer", "a-password-of-a-lecturer")
    lecturer.log_in()
    culler = [sys.executable, "-m", "jupyterhub_idle_culler", "--timeout=1"]
    address = f"--url={HUB}/hub/api"
    environment = {"JUPYTERHUB_API_TOKEN": lecturer.token}
    process = subprocess.Popen([*culler, "--cull-every=1", address], env=environment)
    for _ in range(60):
        if not servers():
            break
        time.sleep(1)
    process.kill()
    services = lecturer.ask("GET", "/hub/api/services").json()
    return {"left": len(servers()), "services": sorted(services)}


def hold(count, of_them):
    """Hold the class; what happened, as a dict."""
    names = [f"learner-{number:02}" for number in range(1, count + 1)]
    class_ = [Learner(name, f"the password of {name}") for name in names]
    hub = start_hub(names)
    together = threading.Barrier(count, timeout=1500)
    start = time.monotonic()
    with Onlooker(hub.pid) as onlooker, ThreadPoolExecutor(count) as rooms:
        attending = [
            rooms.submit(
                attend,
                learner,
                [LESSON_1, LESSON_9] if number < of_them else [LESSON_1],
                together,
            )
            for number, learner in enumerate(class_)
        ]
        told = [future.result() for future in attending]
    day = {
        "learners": told,
        "seconds": round(time.monotonic() - start, 1),
        **onlooker.seen(),
    }
    try:
        if all(learner["finished"] for learner in told):
            go_on(day, class_, hub)
    except (Failed, OSError):
        day["stopped"] = traceback.format_exc()
        day["log"] = (KEPT / "log.txt").read_text()[-5000:]
    return day


def go_on(day, class_, hub):
    """What comes after the lesson, told in the dict of the day."""
    intruder, other = class_[:2]
    day["renewed"] = renewed(other)
    day["figures"] = with_figures(class_)
    pid = servers()[other.name].pid
    day["by_hand"] = intrusions.by_hand(intruder, other, pid, str(COURSE))
    day["by_the_owner"] = intrusions.by_hand(other, other, pid, str(COURSE))
    day["by_the_web"] = intrusions.by_the_web(intruder, other)
    day["own_by_the_web"] = other.own("GET", "contents/workbook").status_code
    day["killed"] = kill_all(class_, hub)
    day["culled"] = cull()


def with_figures(class_):
    """How many saved notebooks of lesson 1 show figures."""
    saved = [json.loads((workbook(one) / LESSON_1).read_text()) for one in class_]
    return sum('"image/png"' in json.dumps(notebook) for notebook in saved)


if __name__ == "__main__":
    print(json.dumps(hold(*map(int, sys.argv[1:]))), flush=True)
