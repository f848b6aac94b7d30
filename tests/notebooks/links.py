"""Find links and pictures in Markdown whose local target does not exist."""

import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

import nbformat

CODE_OR_MATHS = re.compile(
    r"^(```|~~~).*?^\1|`[^`\n]+`|\$\$.*?\$\$|\$[^$\n]+\$", re.DOTALL | re.MULTILINE
)
TARGETS = (
    re.compile(r"\]\(\s*<?([^)\s>]+)"),  # [text](target) and ![alt](target "title")
    re.compile(r"^\s*\[[^\]^]+\]:\s*<?([^\s>]+)", re.MULTILINE),  # [label]: target
    re.compile(
        r"<(?:img|a|source)\b[^>]*?\b(?:src|href)=[\"']([^\"']+)", re.IGNORECASE
    ),
)
HEADING = re.compile(r"^#{1,6}\s+(.+?)\s*#*\s*$", re.MULTILINE)
HTML_ANCHOR = re.compile(r"<[^>]+\b(?:id|name)=[\"']([^\"']+)", re.IGNORECASE)


def broken_links(text, page):
    """Say what is wrong with each local link in `text`, which stands in file `page`."""
    prose = CODE_OR_MATHS.sub("", text)
    targets = [target for pattern in TARGETS for target in pattern.findall(prose)]
    return [problem for target in targets if (problem := fault(target, page))]


def fault(target, page):
    """Say why a link does not lead anywhere; None for a good or an external one."""
    link = urlsplit(target)
    if link.scheme or link.netloc:
        return None
    if link.path.startswith("/"):
        return f"the link {target} starts at the root of the disk; make it relative."
    file = page.parent / unquote(link.path) if link.path else page
    if not file.exists():
        return f"the link {target} leads to no file."
    if link.fragment and unquote(link.fragment) not in anchors(file):
        return f"the link {target} names a section that {file.name} does not have."
    return None


def anchors(page):
    """Collect the fragments that lead to a place in a Markdown file or a notebook.

    GitHub makes them in lower case without punctuation; JupyterLab, for notebooks,
    keeps the heading and only turns spaces into hyphens.
    """
    text = markdown_of(page)
    slug = jupyter_slug if page.suffix == ".ipynb" else github_slug
    return {slug(heading) for heading in headings(text)} | {*HTML_ANCHOR.findall(text)}


def markdown_of(page):
    """Read a Markdown file, or the text cells of a notebook; "" for other files."""
    if page.suffix == ".md":
        return Path(page).read_text(encoding="utf-8")
    if page.suffix != ".ipynb":
        return ""
    cells = nbformat.read(page, as_version=4).cells
    return "\n\n".join(cell.source for cell in cells if cell.cell_type == "markdown")


def headings(text):
    """List the headings of a Markdown text, without what stands in code blocks."""
    fenced = re.compile(r"^(```|~~~).*?^\1", re.DOTALL | re.MULTILINE)
    return HEADING.findall(fenced.sub("", text))


def github_slug(heading):
    plain = re.sub(r"[*`]|\[([^\]]*)\]\([^)]*\)", r"\1", heading)
    return re.sub(r"[^\w\- ]", "", plain.lower()).replace(" ", "-")


def jupyter_slug(heading):
    return re.sub(r"[*`]", "", heading).replace(" ", "-")
