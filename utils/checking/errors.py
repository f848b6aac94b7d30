"""What an error in a learner's code means, as a sentence."""

import re
import traceback

from utils.checking.missing_names import where_defined

MOST_QUOTED = 200  # characters of an error's message
TERMINAL_COLOURS = re.compile(r"\x1b\[[0-9;]*m")
SENTENCES = {
    RecursionError: "it calls itself without end.",
    MemoryError: "it asks for more memory than there is.",
    SystemExit: "it calls exit(): leave that out, return the result.",
    KeyboardInterrupt: "it raises KeyboardInterrupt: leave that out.",
}
NOTES = {  # on what NumPy, TensorFlow and Keras leave to guess
    re.compile(r"convert a value \(None\)"): (
        "That None may be a gradient: of something that the tape did not see."
    ),
    re.compile("window shape cannot be larger than input array"): (
        "Is it the right axes that the window slides over? In a batch, height and "
        "width are the axes 1 and 2."
    ),
    re.compile(r"broadcast together with shapes \(38,57\)"): (
        "38 × 57 is lesson 1's small cat: your `error` still uses the lesson's "
        "picture. Compute the error of the picture that is handed over."
    ),
    re.compile("has never been called and thus has no defined"): (
        "A Sequential model has no `output` of its own: write model.outputs[0], and "
        "model.inputs[0]."
    ),
    re.compile(r"integer.*Received.*=[1-9]\d*$"): (
        "That number may be NumPy's, as from array.max(). Keras wants Python's: int(…)."
    ),
}


def sentence_of(error):
    """What went wrong, and in which line of the learner's code."""
    for kind, sentence in SENTENCES.items():
        if isinstance(error, kind):
            return sentence
    message = _first_words(str(error))
    text = f"it stops with {_public_name(error)}: {message}".rstrip(": ")
    text += "".join(
        f"\n({note})" for part, note in NOTES.items() if part.search(message)
    )
    lines = [
        frame
        for frame in traceback.extract_tb(error.__traceback__)
        if "ipykernel_" in frame.filename or frame.filename.startswith("<")
    ]
    if lines and lines[-1].line:
        text += f"\nin line {lines[-1].lineno} of your cell: {lines[-1].line}"
    if type(error) is NameError and (place := where_defined(error.name)):
        text += f"\n{place}"
    return text


def _public_name(error):
    """The kind of error by its documented name: Python 3.13 has SyntaxErrors within."""
    names = (kind.__name__ for kind in type(error).__mro__)
    return next(name for name in names if not name.startswith("_"))


def _first_words(message):
    """The line of an error's message that says most, cut at a word if it is long."""
    lines = [line for line in TERMINAL_COLOURS.sub("", message).splitlines() if line]
    if len(lines) > 1 and lines[0].startswith("Exception encountered when calling"):
        lines = lines[1:]  # Keras: first where, then what
    line = lines[0] if lines else ""
    if len(line) <= MOST_QUOTED:
        return line
    return line[:MOST_QUOTED].rpartition(" ")[0] + " …"
