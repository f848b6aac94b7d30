"""Each kind of fault is noticed, on a page made to have it."""

import pytest

from tests.site.stored_pages import StoredPage
from tests.site.visits import visit

FAULTS = {
    "requests": '<img alt="a" src="https://example.org/a.png">',
    "errors": "<script>console.error('broken')</script>",
    "errors, thrown": "<script>nobody()</script>",
    "faults": '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">',
    "faults, in code": '<div><div class="highlight"><pre><span class="k">if</span> '
    '<span class="k">or</span><span class="c" style="color: #ccc">pale</span></pre>'
    "</div></div>",
    "faults, in code of one colour": "<style>.k { color: #ccc }</style><div>"
    '<div class="highlight"><pre><span class="k">if</span> <span class="k">or</span>'
    "</pre></div></div>",
    "faults, in a fold": '<details><summary>s</summary><p style="color:#ccc">pale</p>'
    "</details>",
    "sticking_out": '<p style="width: 800px">wide</p>',
}
PAGE = '<!doctype html><html lang="en"><title>t</title><main><h1>t</h1>{}</main></html>'


@pytest.mark.parametrize("kind", FAULTS)
def test_a_fault_is_noticed(browser, tmp_path, kind):
    file = tmp_path / "page.html"
    file.write_text(PAGE.format(FAULTS[kind]))
    assert getattr(visit(browser, file), kind.split(",")[0])


def test_a_page_without_faults_has_none(browser, tmp_path):
    file = tmp_path / "page.html"
    file.write_text(PAGE.format('<div style="overflow-x: auto"><p>short</p></div>'))
    seen = visit(browser, file)
    assert not (seen.requests + seen.errors + seen.faults + seen.sticking_out)


@pytest.mark.parametrize(("part", "count"), [("#inside", 1), ("#outside", 0)])
def test_a_part_is_looked_at_alone(browser, tmp_path, part, count):
    file = tmp_path / "page.html"
    file.write_text(
        PAGE.format(f'<p id="outside"></p><p id="inside">{FAULTS["faults"]}')
    )
    assert len(visit(browser, file, within=part).faults) == count


def test_a_formula_left_undrawn_is_noticed(browser, tmp_path):
    file = tmp_path / "page.html"
    file.write_text(PAGE.format('<span class="math">x</span>'))
    formulas = visit(browser, file).formulas
    assert formulas["written"] == 1 and formulas["drawn"] == 0


def test_links_that_lead_nowhere_are_noticed(tmp_path):
    file = tmp_path / "page.html"
    links = ["#there", "#not", "page.html#there", "other.html", "https://example.org"]
    file.write_text('<p id="there">' + "".join(f'<a href="{x}">x</a>' for x in links))
    page = StoredPage(file)
    assert list(page.missing(lambda path: page.ids)) == ["#not", "other.html"]
