"""Every rule accepts a good notebook, and catches one that breaks it."""

import base64
import io

import numpy as np
import pytest
from nbformat.v4 import (
    new_code_cell,
    new_markdown_cell,
    new_notebook,
    new_output,
)
from PIL import Image

from tests.notebooks import lesson_rules, notebook_rules, sealed_test_rules
from tests.notebooks.test_notebook_rules import by_name
from tools.lessons import COURSE

RULES = (*notebook_rules.RULES, *lesson_rules.RULES, *sealed_test_rules.RULES)

# The good sample, and one way to break it for each thing that a rule looks for.

TEXT, TRAINING, ASSERTION, COMPARISON = 0, 1, 2, 4  # where the cells stand


OPENING = """\
# A sample
**You will be able to** read [on](#Compare-it), see ![a](a%20b.png)
<img src="a b.png"> and pass over `[x](no)`, $f[x](y)$,
[the web](https://example.org/home/x).

```
[x](no)
```
"""
COMPARISON_TEXT = "## Compare *it*\nTwice.\n\n### TensorFlow"
CLOSING = "## You can now\nread.\n\n## Your turn\ntry.\n\n## Going further\n- a book"


def good_sample():
    printed = new_output("stream", name="stdout", text="accuracy 0.99\n")
    return new_notebook(
        metadata={"kernelspec": {"name": "python3", "display_name": "Python 3"}},
        cells=[
            new_markdown_cell(OPENING),
            new_code_cell(
                "train()",
                execution_count=1,
                outputs=[printed],
                metadata={"tags": ["nbval-ignore-output"]},
            ),
            new_code_cell("assert 1 < 2", execution_count=2),
            new_markdown_cell(COMPARISON_TEXT),
            new_code_cell("import tensorflow as tf", execution_count=3),
            new_markdown_cell(CLOSING),
        ],
    )


def source(cell, text):
    return lambda sample: sample.cells[cell].update(source=text)


def add_text(text):
    return lambda sample: sample.cells.append(new_markdown_cell(text))


def output(text, name="stdout"):
    stored = new_output("stream", name=name, text=text)
    return lambda sample: sample.cells[ASSERTION].outputs.append(stored)


def tags(cell, *names):
    return lambda sample: sample.cells[cell].metadata.update(tags=list(names))


def drop_ids(sample):
    for cell in sample.cells:
        del cell["id"]


def repeat_an_id(sample):
    sample.cells[ASSERTION].id = sample.cells[TRAINING].id


def store_an_error(sample):
    sample.cells[ASSERTION].outputs.append(
        new_output("error", ename="ValueError", evalue="no", traceback=[])
    )


WIDGET = {"application/vnd.jupyter.widget-view+json": {"model_id": "1a2b"}}


def store(data):
    shown = new_output("display_data", data=data)
    return lambda sample: sample.cells[ASSERTION].outputs.append(shown)


def store_a_picture(transparent=False):
    """Store a picture of 40 kB with an alpha channel, as Matplotlib draws them."""
    pixels = np.random.default_rng(0).integers(256, size=(100, 100, 4), dtype=np.uint8)
    pixels[..., 3] = 254 if transparent else 255
    png = io.BytesIO()
    Image.fromarray(pixels).save(png, "PNG")
    return store({"image/png": base64.b64encode(png.getvalue()).decode()})


SEALED = "keeps_the_test_digits_sealed"


def touch_by_another_name(sample):
    source(TRAINING, "(x, y), sealed = load_mnist()")(sample)
    source(ASSERTION, "x, y = sealed[0][..., None], sealed[1]")(sample)
    source(COMPARISON, "right = answers == y")(sample)


BREAKAGES = [
    ("is_valid_nbformat_4_5", lambda sample: sample.update(nbformat_minor=4)),
    ("is_valid_nbformat_4_5", lambda sample: sample.update(surprise=1)),
    ("is_valid_nbformat_4_5", drop_ids),
    ("is_valid_nbformat_4_5", repeat_an_id),
    (
        "names_the_kernel_python3",
        lambda sample: sample.metadata.kernelspec.update(name="conda-env-py"),
    ),
    ("names_the_kernel_python3", lambda sample: sample.metadata.clear()),
    (
        "stores_nothing_of_one_machine",
        lambda sample: sample.metadata.update(language_info={"version": "3.11.7"}),
    ),
    (
        "stores_nothing_of_one_machine",
        lambda sample: sample.metadata.update(widgets={"application/x": {}}),
    ),
    (
        "stores_nothing_of_one_machine",
        lambda sample: sample.cells[TRAINING].metadata.update(execution={"a": "b"}),
    ),
    ("stores_nothing_of_one_machine", store(WIDGET)),
    ("is_small", output("x" * notebook_rules.MOST_BYTES)),
    ("stores_its_pictures_small", store_a_picture()),
    (
        "is_executed_in_order",
        lambda sample: sample.cells[TRAINING].update(execution_count=None),
    ),
    (
        "is_executed_in_order",
        lambda sample: sample.cells[COMPARISON].update(execution_count=4),
    ),
    ("has_no_error_output", store_an_error),
    ("has_no_stderr", output("anything", name="stderr")),
    ("has_no_noise_in_outputs", output("x.py:1: DeprecationWarning: old\n")),
    ("has_no_noise_in_outputs", output("WARNING:tensorflow:5 out of the last 5\n")),
    ("has_no_noise_in_outputs", output("before absl::InitializeLog() is called\n")),
    ("has_no_noise_in_outputs", output("I0000 00:00:1700000000.1  12 port.cc:153]\n")),
    ("has_no_noise_in_outputs", output("Could not find cuda drivers\n")),
    ("has_no_noise_in_outputs", output("TF-TRT was not found\n")),
    ("has_no_noise_in_outputs", output("oneDNN custom operations are on\n")),
    ("has_no_noise_in_outputs", output(" 50%|#####     | 1/2\n")),
    ("has_no_noise_in_outputs", output("469/469 ━━━━━━━━ 2s 4ms/step\n")),
    ("has_no_noise_in_outputs", output("epoch 1\repoch 2\n")),
    ("has_no_noise_in_outputs", store({"text/html": "<pre>UserWarning: old</pre>"})),
    ("has_no_absolute_path", output("saved to /home/ada/net.keras\n")),
    ("has_no_absolute_path", output("/tmp/ipykernel_12/34.py\n")),
    ("has_no_absolute_path", output(f"{COURSE}\n")),
    ("has_no_absolute_path", source(ASSERTION, "open('/Users/ada/a.png')")),
    ("has_no_absolute_path", source(ASSERTION, r"open('C:\Users\ada\a.png')")),
    ("has_no_absolute_path", add_text("It lies in `/home/ada/course`.")),
    ("has_short_code_cells", source(TRAINING, "x = 1\n" * 26)),
    ("has_no_empty_code_cell", source(COMPARISON, " \n")),
    ("has_no_shell_lines", source(TRAINING, "x = 1\n!ls")),
    ("has_no_shell_lines", source(TRAINING, "%pip install numpy")),
    ("has_no_shell_lines", source(TRAINING, "%%bash\nls")),
    ("has_only_known_tags", tags(TRAINING, "nbval-ignore-outputs")),
    ("has_only_known_tags", tags(TRAINING, "raises-exception")),
    ("has_only_known_tags", source(TRAINING, "# NBVAL_IGNORE_OUTPUT\ntrain()")),
    ("follows_uncompared_cells_by_an_assertion", source(ASSERTION, "print(1)")),
    ("follows_uncompared_cells_by_an_assertion", tags(ASSERTION, "nbval-skip")),
    ("follows_uncompared_cells_by_an_assertion", tags(COMPARISON, "nbval-skip")),
    ("opens_with_a_title", source(TEXT, "A sample")),
    ("opens_with_a_title", lambda sample: sample.cells.pop(TEXT)),
    ("has_the_sections_of_a_lesson", source(-1, "## Going further")),
    ("has_the_sections_of_a_lesson", source(-1, "## You can now")),
    ("has_the_sections_of_a_lesson", source(-1, "## You can now\n\n## Going further")),
    ("has_the_sections_of_a_lesson", source(TEXT, "# A sample")),
    (
        "imports_tensorflow_late_in_the_numpy_lessons",
        source(TRAINING, "from keras import layers"),
    ),
    (
        "imports_what_is_there_for_lessons",
        source(TRAINING, "x = 1\nfrom utils.checking.tasks import Task"),
    ),
    ("has_no_broken_links", add_text("[gone](gone.md)")),
    ("has_no_broken_links", add_text("![gone](gone.png)")),
    ("has_no_broken_links", add_text('<img width="9" src="gone.png">')),
    ("has_no_broken_links", add_text("[gone][g]\n\n[g]: gone.md")),
    ("has_no_broken_links", add_text("[gone](#No-such-section)")),
    ("has_no_broken_links", add_text("[rooted](/images/a.png)")),
    (SEALED, source(TRAINING, "_, (x, y) = load_mnist()\nprint(x.mean())")),
    (SEALED, source(TRAINING, "both = datasets.load_mnist()\nprint(both[0])")),
    (SEALED, source(TRAINING, "x = load_mnist()[1][0]")),
    (SEALED, source(TRAINING, "print(load_mnist())")),
    (SEALED, source(TRAINING, "file = np.load('../data/mnist.npz')")),
    (SEALED, source(TRAINING, "from keras.datasets import mnist")),
    (SEALED, touch_by_another_name),
]


@pytest.mark.parametrize("rule", RULES, ids=by_name)
def test_rule_accepts_the_good_sample(rule, stored):
    assert rule(stored(good_sample())) == []


@pytest.mark.parametrize(
    ("name", "break_it"), BREAKAGES, ids=[name for name, _ in BREAKAGES]
)
def test_rule_catches_a_breakage(name, break_it, stored):
    (rule,) = (rule for rule in RULES if rule.__name__ == name)
    sample = good_sample()
    break_it(sample)
    problems = rule(stored(sample))
    assert problems
    assert all(problem.startswith("02_sample.ipynb") for problem in problems)


def test_a_summary_table_is_no_progress_bar(stored):
    sample = good_sample()
    output("┏━━━━━┳━━━━┓\n┃ a   ┃ b  ┃\n┡━━━━━╇━━━━┩\n│ 1   │ 2  │\n")(sample)
    assert notebook_rules.has_no_noise_in_outputs(stored(sample)) == []


def test_a_picture_that_can_be_no_smaller_breaks_no_rule(stored):
    sample = good_sample()
    store_a_picture(transparent=True)(sample)
    assert notebook_rules.stores_its_pictures_small(stored(sample)) == []


def test_every_rule_has_a_breakage():
    assert {name for name, _ in BREAKAGES} == {rule.__name__ for rule in RULES}
