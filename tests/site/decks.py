"""What a browser sees of a deck: each slide, one after another."""

from dataclasses import dataclass, field
from pathlib import Path

from tests.site.visits import AXE, Visit, faults_of, watch

READY = "html[data-ready=yes]"
WALK = (Path(__file__).parent / "walk_deck.js").read_text(encoding="utf-8")


@dataclass
class Seen(Visit):
    """What was seen of one deck."""

    slides: list = field(default_factory=list)


def open_deck(browser, path, theme="light", size=(1280, 720), how="", before=""):
    """A page that shows a deck, and what is noted about it from now on.

    before: a script that runs in the page before any of its own.
    """
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]}, color_scheme=theme
    )
    context.add_init_script(before)
    page, seen = context.new_page(), Seen()
    watch(page, seen)
    page.goto(path.as_uri() + how)
    page.wait_for_selector(READY)
    return page, seen


def look(browser, path):
    """Walk through a deck, ask axe; then show all its slides at once, and ask again."""
    page, seen = open_deck(browser, path)
    seen.slides = page.evaluate(f"async () => {{ {WALK} return walk(); }}")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    seen.faults += faults_in_both_themes(page)
    page.evaluate(f"() => {{ {WALK} showAll(); }}")
    seen.faults += faults_in_both_themes(page)
    page.context.close()
    return seen


def faults_in_both_themes(page):
    """What axe finds that is serious or critical, in light and in dark."""
    found = []
    for theme in ("light", "dark"):
        page.emulate_media(color_scheme=theme)
        found += [f"{theme}: {fault}" for fault in faults_of(page)]
    return found
