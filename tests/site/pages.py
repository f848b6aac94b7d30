"""A lesson's page, and what follows a question on it."""

from tools.lessons import notebook_path

# Whether each fold between a place of the page and the end of the next answer is open.
FOLDS = """
(place) => {
  const all = [...document.querySelectorAll("article details")].filter(
    (fold) => place.compareDocumentPosition(fold) & Node.DOCUMENT_POSITION_FOLLOWING);
  const end = all.findIndex((fold) => fold.innerText.startsWith("The answer"));
  return all.slice(0, end + 1).map((fold) => fold.open);
}
"""


def lesson_page(out, name):
    """The address of a lesson's page on the disk; name: "03"."""
    return (out / "notebooks" / f"{notebook_path(name).stem}.html").as_uri()
