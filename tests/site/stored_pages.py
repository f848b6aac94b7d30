"""A page of the site as it lies on the disk, without a browser."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta"}
VOID |= {"source", "track", "wbr"}


class StoredPage(HTMLParser):
    """A page's ids, links, pictures and text; `path` is the file."""

    def __init__(self, path):
        super().__init__()
        self.path = path
        self.ids, self.links, self.pictures = set(), [], []
        self.words = []
        self._open = []
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag not in VOID:
            self._open.append(Element(tag, attributes.get("class") or ""))
        if attributes.get("id"):
            self.ids.add(attributes["id"])
        if tag == "img":
            in_output = any("cell_output" in e.classes for e in self._open)
            self.pictures.append(Picture(attributes.get("alt"), in_output))
        for name in ("href", "src"):
            if attributes.get(name):
                self.links.append(attributes[name])

    def handle_endtag(self, tag):
        while self._open and self._open.pop().tag != tag:
            pass

    def handle_data(self, data):
        tags = {element.tag for element in self._open}
        formula = any("math" in element.classes.split() for element in self._open)
        if not formula and not tags & {"code", "pre", "script", "style"}:
            self.words.append(data)

    def missing(self, ids_of):
        """The links within the site that lead nowhere.

        ids_of: what ids another file has, as a function of its path.
        """
        for link in self.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = self.path
            if parts.path:
                target = (self.path.parent / unquote(parts.path)).resolve()
            if not target.is_file():
                yield link
            elif parts.fragment and unquote(parts.fragment) not in ids_of(target):
                yield link


@dataclass
class Element:
    tag: str
    classes: str


@dataclass
class Picture:
    alt: str | None
    in_output: bool = field(default=False)
