"""More ways in which people work: files of code, loops, wrappers, waiting."""

from tests.tools.honest_ways import SOBEL, check, way

way(
    "waited_for",
    "sobel_y",
    f"async def made():\n    return {SOBEL}",
    f"sobel_y = await made()\n{check('sobel_y')}",
)
way(
    "found_in_a_loop",
    "shift_kernel",
    "for value in range(2, 302):\n    " + check("shift_kernel", "[[value]]"),
    "for place in range(9):\n    guess = np.zeros(9)\n    guess[place] = 1\n"
    f"    {check('shift_kernel', 'guess.reshape(3, 3)')}",
)
way(
    "written_and_imported",
    "output_shape",
    "%%writefile mine.py\nSOLUTION",
    "from mine import *",
    check("output_shape"),
)
way(
    "wrapped",
    "learning_step",
    "import functools\n\n\ndef counted(function):\n    @functools.wraps(function)\n"
    "    def inner(*a):\n        inner.calls += 1\n        return function(*a)\n\n"
    "    inner.calls = 0\n    return inner",
    f"SOLUTION\nlearning_step = counted(learning_step)\n{check('learning_step')}",
)
