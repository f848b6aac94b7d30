"""How many slips in its solution does each task's check take for right?

Of all tasks, those that train too. What lives must be known to mean the same, or to be
another good design: tests/exercises/equal_mutants.py.
"""

from tests.exercises.equal_mutants import EQUAL
from tests.exercises.lessons import TASKS
from tests.exercises.mutations import mutants
from tests.exercises.test_mutants import accepted


def run():
    """Print the table; True if nothing lives that should not."""
    print(f"{'task':24}{'slips':>7}{'right':>7}  not known to mean the same")
    total = right = 0
    unknown = []
    for number, task in TASKS:
        made = list(mutants(task.code))
        alive = [mutant.slip for mutant in made if accepted(task, mutant)]
        strange = [slip for slip in alive if slip not in EQUAL.get(task.name, {})]
        name = f"{number} {task.name}"
        print(f"{name:24}{len(made):7}{len(alive):7}  {', '.join(strange)}", flush=True)
        total, right = total + len(made), right + len(alive)
        unknown += strange
    print(f"{'all':24}{total:7}{right:7}  {len(unknown)} of them")
    return not unknown
