"""What a browser sees of a page: requests, errors, faults for those who see less."""

from dataclasses import dataclass, field

from tools.lessons import COURSE

AXE = COURSE / "site" / "node_modules" / "axe-core" / "axe.min.js"
LOCAL = ("file:", "data:", "blob:", "about:")
OPEN_ALL = "document.querySelectorAll('details').forEach(fold => { fold.open = true; })"
READY = "() => window.MathJax?.startup?.promise?.then(() => true)"
# Without preload axe would fetch the style sheets again, which a browser refuses on
# files.
RUN_AXE = """within => axe.run(within ?? document,
  {preload: false, resultTypes: ['violations']})"""
# Code is thousands of coloured words, in a few colours: one of each colour and kind of
# box stays, so that axe looks at each combination once.
ONE_OF_EACH_COLOUR = """() => {
  const seen = new Set();
  for (const word of document.querySelectorAll('div.highlight pre span[class]')) {
    if (word.attributes.length > 1) continue;
    const box = word.closest('div.highlight').parentElement;
    const kind = [box.parentElement.className, box.className,
      word.parentElement.className, word.className].join('|');
    if (seen.has(kind)) word.replaceWith(...word.childNodes);
    seen.add(kind);
  }
}"""
FORMULAS = """() => ({
  written: document.querySelectorAll('.math').length,
  drawn: document.querySelectorAll('.math mjx-container > svg').length,
  wrong: [...document.querySelectorAll('[data-mjx-error]')].map(e => e.textContent),
})"""
# What sticks out of the page on the right, but for what lies in a part that moves
# sideways by itself.
STICKING_OUT = """() => {
  const moves = e => e && e !== document.body
    && (getComputedStyle(e).overflowX !== 'visible' || moves(e.parentElement));
  const out = [...document.querySelectorAll('article *')].filter(e => {
    const box = e.getBoundingClientRect();
    return box.width > 1 && box.right > innerWidth + 1 && !moves(e.parentElement);
  }).map(e => e.outerHTML.slice(0, 120));
  const width = document.documentElement.scrollWidth;
  return width > innerWidth ? [`the page is ${width} pixels wide`, ...out] : out;
}"""


@dataclass
class Visit:
    """What was seen on one page."""

    requests: list[str] = field(default_factory=list)  # to elsewhere
    errors: list[str] = field(default_factory=list)  # in the console, or thrown
    faults: list[str] = field(default_factory=list)  # serious and critical ones of axe
    formulas: dict = field(default_factory=dict)
    sticking_out: list[str] = field(default_factory=list)


def visit(browser, path, width=1280, theme="light", within=None):
    """Open a file as a reader does, look at it, open its folds, and look again.

    width: in pixels; theme: "light" or "dark", as the reader's system has it; within:
    the part of the page that axe is to look at, as a selector; None: all of it.
    """
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=theme
    )
    context.set_default_timeout(120_000)  # on however busy a computer
    page, seen = context.new_page(), Visit()
    watch(page, seen)
    page.goto(path.as_uri())
    page.evaluate(READY)
    page.evaluate(OPEN_ALL)
    seen.formulas = page.evaluate(FORMULAS)
    seen.faults = axe_faults(page, within)
    page.set_viewport_size({"width": 390, "height": 844})
    seen.sticking_out = page.evaluate(STICKING_OUT)
    context.close()
    return seen


def watch(page, seen):
    """Note what a page asks of other computers, which it does not get, and errors."""

    def ask(route):
        if route.request.url.startswith(LOCAL):
            route.continue_()
        else:
            seen.requests.append(route.request.url)
            route.abort()

    def read(message):
        if message.type == "error":
            seen.errors.append(message.text)

    page.route("**/*", ask)
    page.on("console", read)
    page.on("pageerror", lambda error: seen.errors.append(str(error)))


def axe_faults(page, within=None):
    """What axe-core finds on a page that is serious or critical, with the elements."""
    page.evaluate(ONE_OF_EACH_COLOUR)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    return faults_of(page, within)


def faults_of(page, within=None):
    """The same, of a page that has axe already."""
    return [
        f"{fault['id']} ({fault['impact']}): {fault['help']}: "
        + " | ".join(node["html"][:160] for node in fault["nodes"][:5])
        for fault in page.evaluate(RUN_AXE, within)["violations"]
        if fault["impact"] in ("serious", "critical")
    ]
