"""Whether a JupyterLab has a notebook open, which would store it over a newer form."""

import json
from http.client import HTTPException
from pathlib import Path
from urllib.request import ProxyHandler, Request, build_opener

SECONDS = 3
DIRECTLY = build_opener(ProxyHandler({}))  # no proxy leads to this computer


def is_open(path):
    """Whether a kernel runs for a notebook, in any Jupyter server of this user."""
    return any(path.resolve() == opened for opened in _open_notebooks())


def _open_notebooks():
    from jupyter_core.paths import jupyter_runtime_dir

    # Each server leaves a note there, with its address and its token.
    for note in Path(jupyter_runtime_dir()).glob("jpserver-*.json"):
        server = json.loads(note.read_text(encoding="utf-8"))
        for session in _sessions(server["url"], server["token"]):
            yield (Path(server["root_dir"]) / session["path"]).resolve()


def _sessions(url, token):
    """What runs in a server; nothing where none answers any more."""
    asked = Request(f"{url}api/sessions", headers={"Authorization": f"token {token}"})
    try:
        with DIRECTLY.open(asked, timeout=SECONDS) as answer:
            return json.load(answer)
    except (OSError, HTTPException, ValueError):  # gone, or another program's port
        return []
