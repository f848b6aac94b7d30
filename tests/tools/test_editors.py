"""A copy that a JupyterLab has open is not renewed behind its back."""

import json
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest

from tests.tools.small_course import SOLVED, newer
from tools.copying.copies import State, Trouble, state_of
from tools.copying.editors import is_open

TOKEN = "0123456789abcdef"


class Sessions(BaseHTTPRequestHandler):
    """Answers as a Jupyter server that has one notebook open."""

    def do_GET(self):
        allowed = self.headers["Authorization"] == f"token {TOKEN}"
        self.send_response(200 if allowed and self.path == "/api/sessions" else 403)
        self.end_headers()
        sessions = [{"path": "workbook/03_twice.ipynb"}, {"path": "other.ipynb"}]
        self.wfile.write(json.dumps(sessions).encode())

    def log_message(self, *arguments):
        pass


def leave_a_note(course, port, token):
    """The file in which a Jupyter server tells others of itself."""
    (course.folder / "runtime").mkdir(exist_ok=True)
    note = {"url": f"http://localhost:{port}/", "root_dir": str(course.folder)}
    path = course.folder / "runtime" / f"jpserver-{port}.json"
    path.write_text(json.dumps(note | {"token": token}))


@pytest.fixture
def server(course):
    """A Jupyter server that has the copy of lesson 3 open."""
    server = HTTPServer(("localhost", 0), Sessions)
    Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    leave_a_note(course, server.server_port, TOKEN)
    yield server
    server.shutdown()
    server.server_close()


def test_a_copy_that_is_open_is_not_renewed(course, server):
    course.write_into("try", SOLVED)
    before = course.path().read_bytes()
    course.publish(newer())
    with pytest.raises(
        Trouble, match=r"is open in JupyterLab: save it there, .*more\.$"
    ):
        course.renew()
    assert course.files() == ["03_twice.ipynb"]
    assert course.path().read_bytes() == before


def test_an_untouched_copy_that_is_open_is_not_renewed_silently(course, server):
    course.publish(newer())
    assert state_of("03") is State.UNTOUCHED
    (line,) = course.told()
    assert line.startswith("The course has a newer form of lesson 3")


def test_other_notebooks_are_not_open(course, server):
    assert is_open(course.path())
    assert not is_open(course.workbook / "04_next.ipynb")


def test_servers_that_are_gone_or_closed_to_us_do_not_count(course, server):
    leave_a_note(course, server.server_port, "another")
    leave_a_note(course, 9, TOKEN)  # nobody listens there
    assert not is_open(course.path())


def test_another_program_at_the_address_does_not_count(course, server, monkeypatch):
    monkeypatch.setattr(json, "dumps", lambda value: "<html>")
    assert not is_open(course.path())
