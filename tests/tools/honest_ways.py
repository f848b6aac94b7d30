"""Ways in which people really work, each a list of cells that answer one task.

They run one after the other in the notebooks that test_grading_honestly.py makes of
them, five ways in each, one for each task of lesson 1. All of them are right in the
lesson, but those that say otherwise.
"""

from tests.tools.submission_cells import TASKS

WAYS = []  # (name, task, cells, whether the lesson calls it right)


def way(name, task, *cells, right=True):
    cells = [cell.replace("SOLUTION", TASKS[task].code) for cell in cells]
    WAYS.append((name, task, cells, right))


def check(task, answer=None):
    return f"exercise.{task}.check({answer or task})"


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
    "pad_same",
    "tools = {}",
    "tools['pad'] = np.pad",
    TASKS["pad_same"].code.replace("np.pad", "tools['pad']"),
    check("pad_same"),
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
    "conv2d_batch",
    "def along(): ...",
    "along.axes = (1, 2)",
    TASKS["conv2d_batch"].code.replace("(1, 2)", "along.axes"),
    check("conv2d_batch"),
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
    "pad_same",
    f"def pad_same(image, k, stride):\n    ...\n\n{check('pad_same')}",
    f"SOLUTION\n{check('pad_same')}",
)
way(
    "error_before",
    "conv2d_batch",
    f"{check('conv2d_batch', 'not_there_yet')}",
    f"SOLUTION\n{check('conv2d_batch')}",
)
# Cells split, copied, moved, run out of order, lost.
way("split", "sobel_y", "SOLUTION", "pass", check("sobel_y"))
way("copied", "shift_kernel", *[f"SOLUTION\n{check('shift_kernel')}"] * 3)
way(
    "helper_below_its_use",
    "pad_same",
    TASKS["pad_same"].code.replace("np.pad", "padded"),
    "def padded(image, around):\n    return np.pad(image, around)",
    check("pad_same"),
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
    "conv2d_batch",
    "einsum = None\nsum = 3",
    "del sum\neinsum = np.einsum",
    TASKS["conv2d_batch"].code.replace("np.einsum", "einsum"),
    check("conv2d_batch", "conv2d_batch if sum([1]) == 1 else None"),
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
    "pad_same",
    "np.padded = np.pad",
    TASKS["pad_same"].code.replace("np.pad", "np.padded"),
    check("pad_same"),
)
way(
    "class_changed",
    "conv2d_batch",
    "class Settings:\n    axes = None",
    "Settings.axes = (1, 2)",
    TASKS["conv2d_batch"].code.replace("(1, 2)", "Settings.axes"),
    check("conv2d_batch"),
)
# What notebooks can do.
way(
    "timed",
    "sobel_y",
    f"%%time\nSOLUTION\n{check('sobel_y')}",
)
way(
    "plotted",
    "shift_kernel",
    "%matplotlib inline\nimport matplotlib.pyplot as plt",
    f"SOLUTION\nplt.imshow(shift_kernel)\nplt.show()\n{check('shift_kernel')}",
)
way("last_result", "pad_same", "np.pad", "pad = _", *[
    TASKS["pad_same"].code.replace("np.pad", "pad"), check("pad_same")
])  # fmt: skip
way(
    "shell",
    "output_shape",
    "listed = !echo 1\n!true",
    f"SOLUTION\nassert listed == ['1']\n{check('output_shape')}",
)
way(
    "shown",
    "conv2d_batch",
    f"from IPython.display import display\nSOLUTION\ndisplay(np.eye(2))\n"
    f"{check('conv2d_batch')}\nconv2d_batch",
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
    "pad_same",
    "SOLUTION",
    "for task, answer in [(exercise.pad_same, pad_same)]:\n    task.check(answer)",
)
way(
    "changed_after_its_check",
    "output_shape",
    "SOLUTION\nbox = [output_shape]\n\n\ndef boxed(*a):\n    return box[0](*a)\n\n\n"
    f"{check('output_shape', 'boxed')}\nbox[0] = None",
)
way(
    "by_name_and_text",
    "conv2d_batch",
    'exec("""SOLUTION""")',
    "globals()['mine'] = globals()['conv2d_batch']",
    "import sys\n\nassert 'tensorflow' not in sys.modules\n"
    f"{check('conv2d_batch', 'mine')}",
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
    "pad_same",
    f"def pad_same(*a):\n    ...\n\n{check('pad_same')}",
    right=False,
)
way("wrong", "output_shape", f"{check('output_shape', 'lambda *a: 1')}", right=False)
way(
    "check_above_only",
    "conv2d_batch",
    check("conv2d_batch"),
    "conv2d_batch = None",
    right=False,
)
