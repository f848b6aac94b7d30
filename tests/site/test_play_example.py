"""The plaything that CONTRIBUTING.md builds works, and twice on one page."""

import re
import shutil

from tools.lessons import COURSE
from utils.play import widget

EXAMPLE = re.compile(r"```js\n(.*?)```", re.DOTALL)
PAGE = """<!doctype html><div id="one"></div><div id="two"></div><script type="module">
{module}
mount(document.getElementById("one"), {{ n: 7, k: 3 }});
mount(document.getElementById("two"), {{ n: 9, k: 2 }});
</script>"""


def test_the_example_plays(page, monkeypatch, tmp_path):
    (example,) = EXAMPLE.findall((COURSE / "CONTRIBUTING.md").read_text("utf-8"))
    shutil.copytree(widget.MODULES / "shared", tmp_path / "shared")
    (tmp_path / "stride.js").write_text(example, encoding="utf-8")
    monkeypatch.setattr(widget, "MODULES", tmp_path)
    page.set_content(PAGE.format(module=widget.module_text("stride")))
    one, two = page.get_by_role("status").all()
    assert (one.inner_text(), two.inner_text()) == ("5 places", "8 places")
    page.get_by_label("stride").first.focus()
    page.keyboard.press("ArrowRight")
    assert (one.inner_text(), two.inner_text()) == ("3 places", "8 places")
