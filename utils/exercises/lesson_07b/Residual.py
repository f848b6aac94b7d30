"""The task `Residual` of lesson 7b, it trains."""

from utils.checking.tasks import Task
from utils.exercises.lesson_07b.Residual_examination import problem_of_residual

Residual = Task(
    "Residual",
    code="""
    class Residual:
        def __init__(self, layer):
            self.layer, self.parameters = layer, layer.parameters

        def forward(self, x):
            return x + self.layer.forward(x)

        def backward(self, gradient):
            through_layer = self.layer.backward(gradient)
            self.gradients = self.layer.gradients
            return gradient + through_layer
    """,
    why="The output moves with x in two ways, directly and through the layer. Slopes "
    "that come from two ways add.",
    hints=[
        "Nudge x. By which two ways does the output move? The slope of a sum is the "
        "sum of the slopes.",
        "The direct way has slope 1, so the slopes that arrive are handed back as "
        "they are. The other way is what the layer's own backward hands back.",
        "Parameters and gradients are those of the layer inside. Its gradients exist "
        "only after its backward.",
    ],
    notice="Whatever the layer inside does to the slopes, they also come back whole "
    "by the short cut. That is why networks of a hundred layers can learn (lesson "
    "12).",
    examine=problem_of_residual,
)
