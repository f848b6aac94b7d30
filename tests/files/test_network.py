"""fetched: something from the internet, or None, and never a long wait."""

import socket
import threading
import time
import urllib.request
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from utils.files.network import fetched


class Handler(BaseHTTPRequestHandler):
    def do_HEAD(self):
        self.send_error(404)

    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"weights")

    def log_message(self, *_):
        pass


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch):
    monkeypatch.setenv("no_proxy", "*")


@pytest.fixture
def server():
    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def silent_server():
    """It takes the call and never says a word."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"


def must_not_be_called():
    raise AssertionError("there is no network")


def test_returns_what_was_fetched(server):
    def fetch():
        with urllib.request.urlopen(server) as answer:
            return answer.read()

    assert fetched(fetch, server) == b"weights"


def test_what_the_download_prints_is_discarded(server, capsys):
    assert fetched(lambda: print("100% ━━━━") or 7, server) == 7
    assert capsys.readouterr().out == ""


def test_none_where_nobody_listens():
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    assert fetched(must_not_be_called, f"http://127.0.0.1:{port}") is None


def test_none_where_there_is_no_such_name():
    assert fetched(must_not_be_called, "http://nowhere.invalid", patience=2) is None


def test_a_silent_server_is_not_waited_for(silent_server):
    start = time.monotonic()
    assert fetched(must_not_be_called, silent_server, patience=0.3) is None
    assert time.monotonic() - start < 60, "it would wait for ever"


def test_a_slow_look_up_of_the_name_is_not_waited_for(monkeypatch):
    asleep = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: asleep.wait(120))
    start = time.monotonic()
    assert fetched(must_not_be_called, "http://slow.invalid", patience=0.3) is None
    assert time.monotonic() - start < 60, "the look-up would take two minutes"
    asleep.set()


def test_a_download_that_breaks_off(server):
    def fetch():
        raise Exception("URL fetch failure")  # as Keras does

    assert fetched(fetch, server) is None


def test_a_download_that_stalls(server, silent_server):
    def fetch():
        urllib.request.urlopen(silent_server)

    assert fetched(fetch, server, patience=0.5) is None
    assert socket.getdefaulttimeout() is None, "put back"
