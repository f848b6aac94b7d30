"""How the course answers bad input: in one sentence, without internals."""

INTERNAL = ("Traceback", "PIL", "BytesIO", "0x", "Errno")


def assert_one_sentence(caught, *parts):
    """The message of a `pytest.raises` is one line that holds the parts.

    It hides where it came from: no internal names, no earlier exception shown.
    """
    message = str(caught.value)
    assert "\n" not in message and message.endswith((".", "?"))
    for part in parts:
        assert part in message
    for internal in INTERNAL:
        assert internal not in message
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None or caught.value.__suppress_context__
