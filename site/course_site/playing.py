"""What a reader plays with runs on the page: a figure gives way to it.

A notebook stores a figure and the data of the plaything; utils/play/widget.py says how.
Where no JavaScript runs, or it fails, the figure stays.
"""

import json
from pathlib import Path

import nbformat

from course_site.sources import write
from utils.play.widget import PLAY, module_text

PAGE = """<div class="play" id="play-{cell}"><img src="data:image/png;base64,{figure}">
</div><script type="module">
{module}
{{
  const holder = document.getElementById("play-{cell}");
  const figure = holder.firstElementChild, place = document.createElement("div");
  holder.append(place);
  try {{
    await mount(place, {data});
    figure.remove();
  }} catch (error) {{
    place.remove();
    throw error;
  }}
}}
</script>"""


def setup(app):
    app.connect("config-inited", put_into_pages, priority=550)  # after the sources
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def put_into_pages(app, config):
    """Change the copies of the notebooks that Sphinx is about to read."""
    for path in (Path(app.srcdir) / "notebooks").glob("*.ipynb"):
        text = path.read_text(encoding="utf-8")
        if PLAY in text:
            notebook = nbformat.reads(text, as_version=4)
            for cell in notebook.cells:
                run_playthings(cell)
            write(path, nbformat.writes(notebook))


def run_playthings(cell):
    """Put HTML that builds the plaything in place of what a cell stores of it."""
    for output in cell.get("outputs", []):
        forms = output.get("data", {})
        stored = forms.pop(PLAY, None)
        if stored is not None:
            figure = forms.pop("image/png")
            forms["text/html"] = page(cell.id, figure, stored["widget"], stored["data"])


def page(cell, figure, name, data):
    """The HTML of one plaything. figure: a PNG in base64."""
    module = module_text(name)
    data = json.dumps(data, ensure_ascii=False)
    return PAGE.format(
        cell=cell,
        figure="".join(figure.split()),
        # nothing inside a script may look like its end
        module=module.replace("</", "<\\/"),
        data=data.replace("</", "<\\/"),
    )
