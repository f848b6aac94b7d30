"""Python and JavaScript side by side: what a page shows must be what utils computes.

The files test_numbers_*.py need Node.js, so they are collected only where the command
line names them or their folder, as `make test-site` does.
"""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tools.lessons import COURSE

MODULES = COURSE / "utils" / "play"
HERE = Path(__file__).parent
CALL = """
const [address, name] = process.argv.slice(1);
const called = (await import(address))[name];
let text = "";
for await (const part of process.stdin) text += part;
const answers = JSON.parse(text).map((case_) => called(...case_));
process.stdout.write(JSON.stringify(answers));
"""


def pytest_ignore_collect(collection_path, config):
    """Leave out what needs Node.js, unless it is asked for."""
    if not collection_path.match("test_numbers_*.py"):
        return None
    named = [
        Path(str(config.invocation_params.dir), word.split("::")[0])
        for word in map(str, config.invocation_params.args)
        if not word.startswith("-")
    ]
    asked = any(path == HERE or HERE in path.parents for path in named)
    return None if asked else True


@pytest.fixture(scope="session")
def call_in_node():
    """A function (module, function, cases) -> what the JavaScript function answers.

    module: its path in utils/play. cases: lists of arguments; all go in one run.
    """
    node = shutil.which("node")
    if node is None:
        pytest.fail("Node.js is not here: on Debian, apt install nodejs npm.")

    def call(module, function, cases):
        address = (MODULES / module).as_uri()
        done = subprocess.run(
            [node, "--input-type=module", "-e", CALL, address, function],
            input=json.dumps(cases),
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return call
