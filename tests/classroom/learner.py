"""A learner as JupyterHub sees one: logs in, opens a lesson, runs it, saves it.

By HTTP and WebSocket, as JupyterLab does it in a browser.
"""

import base64
import json
import time
import uuid

import requests
import websocket

HUB = "http://127.0.0.1:8000"
SECONDS = 1200  # for anything, on a computer that is busy with thirty
RELOADS = 12
MESSAGES = ("stream", "display_data", "execute_result", "error")


class Failed(Exception):
    """Something was refused, or a cell failed; the message says what."""


class Learner:
    """One of the class, with a browser of their own."""

    def __init__(self, name, password):
        self.name, self.password = name, password
        self.browser = requests.Session()
        self.token = None
        self.reloads = 0

    def log_in(self):
        """Type name and password into the hub's page, and get a token for the rest."""
        self.browser.get(f"{HUB}/hub/login", timeout=SECONDS)
        form = {
            "username": self.name,
            "password": self.password,
            "_xsrf": self.xsrf(),
        }
        page = self.browser.post(
            f"{HUB}/hub/login?next=/hub/token", data=form, timeout=SECONDS
        )
        if page.status_code != 200 or not page.url.endswith("/hub/token"):
            raise Failed(f"{self.name} could not log in: {page.status_code}")
        answer = self.browser.post(
            f"{HUB}/hub/api/users/{self.name}/tokens",
            headers={"X-XSRFToken": self.xsrf(), "Referer": f"{HUB}/hub/token"},
            json={"note": "class"},
            timeout=SECONDS,
        )
        self.token = checked(answer).json()["token"]

    def xsrf(self):
        """The cookie that a form sends along."""
        return next(c.value for c in self.browser.cookies if c.name == "_xsrf")

    def ask(self, method, path, **more):
        """The answer of the hub, or of a server behind it, to this learner."""
        return requests.request(
            method,
            f"{HUB}{path}",
            headers={"Authorization": f"token {self.token}"},
            timeout=SECONDS,
            **more,
        )

    def start_server(self):
        """Have the hub start the learner's server, and wait until it answers."""
        answer = self.ask("POST", f"/hub/api/users/{self.name}/server")
        while answer.status_code == 429:  # many start at once
            time.sleep(2)
            answer = self.ask("POST", f"/hub/api/users/{self.name}/server")
        checked(answer)
        # As the hub's page does: it is told, and does not ask again and again.
        path = f"/hub/api/users/{self.name}/server/progress"
        with checked(self.ask("GET", path, stream=True)) as told:
            for line in told.iter_lines(decode_unicode=True):
                event = json.loads(line[5:]) if line.startswith("data:") else {}
                if event.get("ready"):
                    return
                if event.get("failed"):
                    break
        raise Failed(f"the server of {self.name} did not start")

    def own(self, method, path, **more):
        """The answer of the learner's own server; raises Failed if it is no.

        A page that a busy server cannot show yet is loaded once more, as people do.
        """
        for _ in range(RELOADS if method == "GET" else 0):
            answer = self.ask(method, f"/user/{self.name}/api/{path}", **more)
            if answer.status_code < 500:
                return checked(answer)
            self.reloads += 1
            time.sleep(5)
        return checked(self.ask(method, f"/user/{self.name}/api/{path}", **more))

    def bytes_of(self, path):
        """A file as the server hands it out."""
        asked = {"type": "file", "format": "base64"}
        file = self.own("GET", f"contents/{path}", params=asked).json()
        return base64.b64decode(file["content"])

    def run_and_save(self, path):
        """Open a notebook, run all its cells, and save it with what they show."""
        notebook = self.own("GET", f"contents/{path}").json()["content"]
        with self.kernel(path) as kernel:
            cells = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
            for number, cell in enumerate(cells, 1):
                if "nbval-skip" in cell["metadata"].get("tags", []):
                    continue
                cell["outputs"] = kernel.run("".join(cell["source"]))
                cell["execution_count"] = number
        content = {"type": "notebook", "content": notebook}
        self.own("PUT", f"contents/{path}", json=content)

    def kernel(self, path):
        """A kernel for a notebook."""
        return Kernel(self, path)


class Kernel:
    """A notebook's kernel, over the learner's server; ends with the `with`."""

    def __init__(self, learner, path):
        asked = {
            "path": path,
            "name": path,
            "type": "notebook",
            "kernel": {"name": "python3"},
        }
        session = learner.own("POST", "sessions", json=asked).json()
        self.learner, self.session = learner, session["id"]
        address = (
            f"{HUB.replace('http', 'ws')}/user/{learner.name}/api/kernels/"
            f"{session['kernel']['id']}/channels?session_id={uuid.uuid4().hex}"
        )
        self.socket = websocket.create_connection(
            address,
            header=[f"Authorization: token {learner.token}"],
            timeout=SECONDS,
        )

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.socket.close()
        self.learner.own("DELETE", f"sessions/{self.session}")

    def run(self, code):
        """Run a cell; return its outputs as a notebook stores them. Raises Failed."""
        asked = uuid.uuid4().hex
        header = {
            "msg_id": asked,
            "msg_type": "execute_request",
            "username": self.learner.name,
            "session": uuid.uuid4().hex,
            "version": "5.3",
        }
        content = {
            "code": code,
            "silent": False,
            "store_history": True,
            "allow_stdin": False,
            "stop_on_error": True,
        }
        request = {
            "header": header,
            "parent_header": {},
            "metadata": {},
            "content": content,
            "channel": "shell",
        }
        self.socket.send(json.dumps(request))
        outputs, replied, idle = [], False, False
        while not (replied and idle):
            message = json.loads(self.socket.recv())
            state = message["content"].get("execution_state")
            if state in ("restarting", "autorestarting", "dead"):
                raise Failed(f"a kernel of {self.learner.name} died")
            if message["parent_header"].get("msg_id") != asked:
                continue
            kind, content = message["header"]["msg_type"], message["content"]
            replied = replied or kind == "execute_reply"
            idle = idle or (kind == "status" and content["execution_state"] == "idle")
            if kind in MESSAGES:
                outputs.append(as_stored(kind, content))
            elif kind == "clear_output":
                outputs.clear()
        for output in outputs:
            if output["output_type"] == "error":
                raise Failed(f"{output['ename']}: {output['evalue']}")
        return outputs


def as_stored(kind, content):
    """A kernel's message as an output in a notebook."""
    content = {name: value for name, value in content.items() if name != "transient"}
    return {"output_type": kind, **content}


def checked(answer):
    """An answer that is no error. Raises Failed."""
    if answer.status_code >= 400:
        raise Failed(f"{answer.status_code} for {answer.url}: {answer.text[:300]}")
    return answer
