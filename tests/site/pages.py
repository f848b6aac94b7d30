"""What the tests of the pages look at."""

from tools.lessons import COURSE, notebook_path

AXE = COURSE / "site" / "node_modules" / "axe-core" / "axe.min.js"
FOLDS = """
(place) => {
  const all = [...document.querySelectorAll("article details")].filter(
    (fold) => place.compareDocumentPosition(fold) & 4);
  const end = all.findIndex((fold) => fold.innerText.startsWith("The answer"));
  return all.slice(0, end + 1).map((fold) => fold.open);
}
"""


def lesson_page(name):
    """The page of a lesson, "03", from the site's root."""
    return f"notebooks/{notebook_path(name).stem}.html"


def fold_states(place):
    """Whether each fold between a place of the page and the next answer is open."""
    return place.evaluate(FOLDS)


def faults(page):
    """What axe-core finds of serious or critical faults, one line each."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run(document, {preload: false})")["violations"]
    return [
        f"{rule['id']}: {node['html'][:200]}"
        for rule in found
        if rule["impact"] in ("serious", "critical")
        for node in rule["nodes"]
    ]
