"""Ways in which people really work, each a list of cells that answer one task.

They run one after the other in the notebooks that test_grading_honestly.py makes of
them, one for each task of lesson 1 in each. All of them are right in the
lesson, but those that say otherwise.
"""

from tests.tools.submission_cells import TASKS

WAYS = []  # (name, task, cells, whether the lesson calls it right)


def way(name, task, *cells, right=True):
    cells = [cell.replace("SOLUTION", TASKS[task].code) for cell in cells]
    WAYS.append((name, task, cells, right))


def check(task, answer=None):
    return f"exercise.{task}.check({answer or task})"


def slid(name):
    """The solution of learning_step, in which cross_correlate has another name."""
    return TASKS["learning_step"].code.replace("cross_correlate(", f"{name}(")


GIVEN = "from utils.arrays.convolution import cross_correlate"
SOBEL = "[[-1, -2, -1], [0, 0, 0], [1, 2, 1]]"

# In-place changes, in cells that name no answer.
way(
    "in_place",
    "sobel_y",
    "kernel = np.zeros((3, 3))",
    "kernel[0] = [-1, -2, -1]\nfor i, value in enumerate([1, 2, 1]):\n"
    "    kernel[2, i] += value",
    f"sobel_y = kernel; {check('sobel_y')}",
)
way(
    "in_place_of_another_name",
    "shift_kernel",
    "zeros = np.zeros((3, 3))\nsame = zeros",
    "same[1, 0] = 1",
    f"shift_kernel = zeros\n{check('shift_kernel')}",
)
way(
    "filled_dictionary",
    "learning_step",
    f"{GIVEN}\ntools = {{}}",
    "tools['slide'] = cross_correlate",
    slid("tools['slide']"),
    check("learning_step"),
)
way(
    "filled_list",
    "output_shape",
    "corner = []",
    "corner.append(1)",
    "def output_shape(image, filters, stride):\n"
    "    places = [(n - k) // stride for n, k in zip(image[:2], filters[:2])]\n"
    "    return (*(n + corner[0] for n in places), filters[3])",
    check("output_shape"),
)
way(
    "attribute_of_a_function",
    "output_shape",
    "def apart(): ...",
    "apart.more = 1",
    TASKS["output_shape"].code.replace("+ 1", "+ apart.more"),
    check("output_shape"),
)
# Several tries.
way(
    "wrong_before",
    "sobel_y",
    f"sobel_y = [[1]]\n{check('sobel_y')}",
    f"SOLUTION\n{check('sobel_y')}",
)
way(
    "wrong_afterwards",
    "shift_kernel",
    f"SOLUTION\n{check('shift_kernel')}",
    f"shift_kernel = np.eye(3)\n{check('shift_kernel')}",
)
way(
    "several_in_one_cell",
    "output_shape",
    f"SOLUTION\n{check('output_shape', 'lambda *a: 3')}\n{check('output_shape')}\n"
    f"{check('output_shape', 'lambda *a: 4')}",
)
way(
    "stub_left_above",
    "learning_step",
    f"def learning_step(*a):\n    ...\n\n{check('learning_step')}",
    f"SOLUTION\n{check('learning_step')}",
)
way(
    "error_before",
    "learning_step",
    f"{check('learning_step', 'not_there_yet')}",
    f"SOLUTION\n{check('learning_step')}",
)
# Cells split, copied, moved, run out of order, lost.
way("split", "sobel_y", "SOLUTION", "pass", check("sobel_y"))
way("copied", "shift_kernel", *[f"SOLUTION\n{check('shift_kernel')}"] * 3)
way(
    "helper_below_its_use",
    "learning_step",
    slid("slid"),
    "def slid(picture, kernel):\n    return cross_correlate(picture, kernel)",
    check("learning_step"),
)
way(
    "check_above_and_below",
    "output_shape",
    check("output_shape"),
    "SOLUTION",
    check("output_shape"),
)
way(
    "a_name_lost_and_found",
    "sobel_y",
    "sum = 3",
    "del sum",
    f"SOLUTION\nif sum([1]) == 1:\n    {check('sobel_y')}",
)
# Random numbers, files, shared state.
way(
    "seed_in_another_cell",
    "sobel_y",
    "np.random.seed(0)\nfirst, second = np.random.rand(2)\nnp.random.seed(0)",
    "again = np.random.rand()",
    "assert (again, np.random.rand()) == (first, second)",
    f"SOLUTION\nif again == first:\n    {check('sobel_y')}",
)
way(
    "file_in_another_cell",
    "shift_kernel",
    "np.save('kernel.npy', [[0, 0, 0], [1, 0, 0], [0, 0, 0]])",
    f"shift_kernel = np.load('kernel.npy')\n{check('shift_kernel')}",
)
way(
    "file_beside_the_data",
    "output_shape",
    "from pathlib import Path\n\nPath('../data/note.txt').write_text('1')",
    "assert Path('../data/README.md').is_file() and list(Path('../images').iterdir())",
    "SOLUTION",
    "if Path('../data/note.txt').read_text() == '1':\n    " + check("output_shape"),
)
way(
    "module_changed",
    "learning_step",
    f"{GIVEN}\n\nnp.slide = cross_correlate",
    slid("np.slide"),
    check("learning_step"),
)
way(
    "class_changed",
    "output_shape",
    "class Settings:\n    more = None",
    "Settings.more = 1",
    TASKS["output_shape"].code.replace("+ 1", "+ Settings.more"),
    check("output_shape"),
)
# What notebooks can do.
way("timed", "sobel_y", f"%%time\nSOLUTION\n{check('sobel_y')}")
way(
    "plotted",
    "shift_kernel",
    "%matplotlib inline\nimport matplotlib.pyplot as plt",
    f"SOLUTION\nplt.imshow(shift_kernel)\nplt.show()\n{check('shift_kernel')}",
)
way(
    "last_result",
    "learning_step",
    f"{GIVEN}\n\ncross_correlate",
    "slide = _",
    slid("slide"),
    check("learning_step"),
)
way(
    "shell",
    "output_shape",
    "listed = !echo 1\n!true",
    f"SOLUTION\nassert listed == ['1']\n{check('output_shape')}",
)
way(
    "shown",
    "shift_kernel",
    f"from IPython.display import display\nSOLUTION\ndisplay(np.eye(2))\n"
    f"{check('shift_kernel')}\nshift_kernel",
)
way(
    "returned", "shift_kernel", "SOLUTION", check("shift_kernel", "shift_kernel.copy()")
)
# The check, called in other ways.
way("by_keyword", "sobel_y", f"exercise.sobel_y.check(answer={SOBEL})")
way(
    "imported",
    "shift_kernel",
    "from utils.exercises.lesson_01 import shift_kernel as task",
    "SOLUTION\ntask.check(shift_kernel)",
)
way(
    "in_a_loop",
    "learning_step",
    "SOLUTION",
    "for task in [exercise.learning_step]:\n    task.check(learning_step)",
)
way(
    "changed_after_its_check",
    "output_shape",
    "SOLUTION\nbox = [output_shape]\n\n\ndef boxed(*a):\n    return box[0](*a)\n\n\n"
    f"{check('output_shape', 'boxed')}\nbox[0] = None",
)
way(
    "by_name_and_text",
    "learning_step",
    'exec("""SOLUTION""")',
    "globals()['mine'] = globals()['learning_step']",
    "import sys\n\nassert 'tensorflow' not in sys.modules\n"
    f"{check('learning_step', 'mine')}",
)
# What the lesson does not call right, and neither may the table.
way(
    "spoilt_in_place",
    "sobel_y",
    f"kernel = np.array({SOBEL})",
    "kernel[0] = 0",
    f"sobel_y = kernel\n{check('sobel_y')}",
    right=False,
)
way("syntax", "shift_kernel", f"x = [[1,\n{check('shift_kernel')}", right=False)
way(
    "stub",
    "learning_step",
    f"def learning_step(*a):\n    ...\n\n{check('learning_step')}",
    right=False,
)
way("wrong", "output_shape", f"{check('output_shape', 'lambda *a: 1')}", right=False)
way(
    "check_above_only",
    "sobel_y",
    check("sobel_y"),
    "sobel_y = None",
    right=False,
)
