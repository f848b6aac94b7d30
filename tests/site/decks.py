"""What a browser sees of a deck: each slide, one after another."""

from dataclasses import dataclass, field
from pathlib import Path

from tests.site.visits import AXE, RUN_AXE, Visit, watch

READY = "html[data-ready=yes]"
WALK = (Path(__file__).parent / "walk_deck.js").read_text(encoding="utf-8")


@dataclass
class Seen(Visit):
    """What was seen of one deck."""

    slides: list = field(default_factory=list)


def open_deck(browser, path, theme="light", size=(1280, 720), how=""):
    """A page that shows a deck, and what is noted about it from now on."""
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]}, color_scheme=theme
    )
    page, seen = context.new_page(), Seen()
    watch(page, seen)
    page.goto(path.as_uri() + how)
    page.wait_for_selector(READY)
    return page, seen


def look(browser, path):
    """Walk through a deck; then lay out all its slides at once, and ask axe."""
    page, seen = open_deck(browser, path)
    seen.slides = page.evaluate(f"async () => {{ {WALK}; return walk(); }}")
    page.context.close()
    for theme in ("light", "dark"):
        page, printed = open_deck(browser, path, theme, how="?print-pdf")
        page.evaluate(AXE.read_text(encoding="utf-8"))
        seen.faults += [
            f"{theme}: {fault['id']}: "
            + " | ".join(node["html"][:160] for node in fault["nodes"][:5])
            for fault in page.evaluate(RUN_AXE)["violations"]
            if fault["impact"] in ("serious", "critical")
        ]
        seen.errors += printed.errors
        page.context.close()
    return seen
