"""The solution of a task, executed from the text that the learner can read."""

import ast
import inspect
from functools import cached_property


class Reference:
    """What `code` defines under `name`; nothing is executed before it is needed."""

    def __init__(self, name, code):
        self.name, self.code = name, code
        definitions = [node for node in ast.parse(code).body if self._defines(node)]
        if not definitions:
            raise ValueError(f"The solution of {name} does not define {name}.")
        self.is_function = isinstance(definitions[-1], ast.FunctionDef)
        self.is_class = isinstance(definitions[-1], ast.ClassDef)

    @cached_property
    def value(self):
        """The function, class or value itself."""
        page = {"__name__": f"solution of {self.name}"}
        exec(compile(self.code, f"<solution of {self.name}>", "exec"), page)
        return page[self.name]

    @property
    def parameters(self):
        """The names of the function's parameters."""
        return list(inspect.signature(self.value).parameters)

    def _defines(self, node):
        targets = getattr(node, "targets", [getattr(node, "target", node)])
        names = [
            getattr(part, "id", getattr(part, "name", None))
            for target in targets
            for part in getattr(target, "elts", [target])
        ]
        return self.name in names
