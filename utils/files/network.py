"""What may be fetched from the internet, where there is one; no lesson needs it."""

import contextlib
import io
import socket
import threading
import urllib.error
import urllib.request


def fetched(fetch, server, patience=5):
    """Return fetch(), or None where the network or the server does not answer.

    fetch: a function of no arguments that downloads something from the server, such as
    "https://storage.googleapis.com"; what it prints is discarded, and so are its
    errors, for libraries wrap those of a failed download in any type of their own.
    patience: seconds without an answer, before and during the download.
    """
    if not _answers(server, patience):
        return None
    waits = socket.getdefaulttimeout()
    socket.setdefaulttimeout(patience)
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            return fetch()
    except Exception:
        return None
    finally:
        socket.setdefaulttimeout(waits)


def _answers(server, patience):
    """Return whether the server says anything, be it that it has no such page."""
    answers = []

    def ask():
        try:
            request = urllib.request.Request(server, method="HEAD")
            urllib.request.urlopen(request, timeout=patience).close()
            answers.append(True)
        except urllib.error.HTTPError:
            answers.append(True)
        except Exception:  # no route, no such name, no HTTP: all mean no answer
            pass

    # Looking up the name of a server knows no time limit, so it must not hold us up.
    thread = threading.Thread(target=ask, daemon=True)
    thread.start()
    thread.join(patience)
    return bool(answers)
