"""The extension that `make lab` loads is whole, and JupyterLab finds it."""

import json
import re

from jupyterlab_server.config import get_federated_extensions

from tools.lab import EXTENSIONS

FOLDER = EXTENSIONS / "cnn-course-alt-texts"
PACKAGE = json.loads((FOLDER / "package.json").read_text("utf-8"))
CODE = (FOLDER / PACKAGE["jupyterlab"]["_build"]["load"]).read_text("utf-8")


def test_it_calls_itself_what_its_package_is_called():
    assert PACKAGE["name"] == FOLDER.name
    assert f'_JUPYTERLAB["{PACKAGE["name"]}"] =' in CODE
    assert re.search(rf'id: "{PACKAGE["name"]}:\w+"', CODE)


def test_jupyterlab_finds_it_where_make_lab_looks():
    found = get_federated_extensions([str(EXTENSIONS)])
    assert found[PACKAGE["name"]]["jupyterlab"] == PACKAGE["jupyterlab"]
