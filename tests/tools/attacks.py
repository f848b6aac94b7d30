"""How hostile submissions are made of attempts, and how it is told what got through.

An attempt is a function that says whether it got through; they stand in
attacks_on_files.py and attacks_on_the_system.py. Their texts run behind the wall, all
in one submission: none of them hinders the next.
`STUDENTS`, `COURSE`, `VICTIM`, `SOCKET` and `SECRET` stand for what lies outside.
"""

import inspect
import textwrap

ATTACKS = {}

HELPERS = """
import ctypes, glob, os, socket, sqlite3, subprocess, sys, threading, time
libc = ctypes.CDLL(None, use_errno=True)
breaches = []

def can_list(path):
    return any("ipynb" in name or "grades" in name for name in os.listdir(path))

def is_found(name):
    for _, folders, files in os.walk("/"):
        folders[:] = {*folders} - {"proc", "usr", "versions", ".venv"}
        if name in files:
            return True

def can_write(path):
    open(path, "a").close()  # and writes nothing, should there be a hole
    return True
"""


def attack(function):
    ATTACKS[function.__name__] = function
    return function


def cell_of(function, **places):
    """The cell that makes an attempt, and notes whether it got through."""
    code = textwrap.dedent(inspect.getsource(function)).partition("\n")[2]
    for name, value in places.items():
        code = code.replace(name, repr(str(value)))
    name = function.__name__
    return (
        f"{code}\ntry:\n    if {name}():\n        breaches.append({name!r})\n"
        "except (Exception, SystemExit):\n    pass"
    )
