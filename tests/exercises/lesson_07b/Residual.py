"""Answers to `Residual`: right ones, and those that learners write."""

import numpy as np

from tests.exercises.collected import right, wrong
from utils.exercises import lesson_07b as exercise


class Block:
    """What the answers below have in common."""

    def __init__(self, layer):
        self.layer, self.parameters = layer, layer.parameters

    def forward(self, x):
        return x + self.layer.forward(x)

    def backward(self, gradient):
        through = self.layer.backward(gradient)
        self.gradients = self.layer.gradients
        return gradient + through


@right(exercise.Residual)
class WithProperties(Block):
    def __init__(self, layer):
        self.layer = layer

    @property
    def parameters(self):
        return list(self.layer.parameters)

    @property
    def gradients(self):
        return list(self.layer.gradients)

    def backward(self, gradient):
        return np.sum([self.layer.backward(gradient), gradient], axis=0)


@right(exercise.Residual)
class WithCopies(Block):
    def forward(self, x):
        total = x.copy()
        total += self.layer.forward(x)
        return total.tolist()

    def backward(self, gradient):
        handed_back = self.layer.backward(gradient).copy()
        handed_back += gradient
        self.gradients = [g.astype(np.float32) for g in self.layer.gradients]
        return handed_back


@wrong(exercise.Residual, "the input must be added")
class NoShortCut(Block):
    def forward(self, x):
        return self.layer.forward(x)


@wrong(exercise.Residual, "forgets the short cut")
class OnlyThrough(Block):
    def backward(self, gradient):
        super().backward(gradient)
        return self.layer.backward(gradient)


@wrong(exercise.Residual, "of the short cut only")
class OnlyAround(Block):
    def backward(self, gradient):
        super().backward(gradient)
        return gradient


@wrong(exercise.Residual, "On the way back, slopes are added")
class AddsTheInput(Block):
    def forward(self, x):
        self.x = x
        return super().forward(x)

    def backward(self, gradient):
        return self.x + super().backward(gradient) - gradient


@wrong(exercise.Residual, "backward adds 1")
class AddsOne(Block):
    def backward(self, gradient):
        return 1 + super().backward(gradient) - gradient


@wrong(exercise.Residual, "the judge disagrees with backward: relative error 0.")
class Multiplies(Block):
    def backward(self, gradient):
        return gradient * (super().backward(gradient) - gradient)


@wrong(exercise.Residual, "backward changes the array that it is given")
class AddsInPlace(Block):
    def backward(self, gradient):
        through = self.layer.backward(gradient)
        self.gradients = self.layer.gradients
        gradient += through
        return gradient


@wrong(exercise.Residual, "forward changes the array that it is given")
class ForwardInPlace(Block):
    def forward(self, x):
        x += self.layer.forward(x)
        return x


@wrong(exercise.Residual, "the very same arrays")
class CopiesTheParameters(Block):
    def __init__(self, layer):
        super().__init__(layer)
        self.parameters = [p.copy() for p in layer.parameters]


@wrong(exercise.Residual, "its `gradients` must be those")
class NoGradients(Block):
    def backward(self, gradient):
        return gradient + self.layer.backward(gradient)


@wrong(exercise.Residual, "backward returns nothing")
class ForgetsToReturn(Block):
    def backward(self, gradient):
        super().backward(gradient)


@wrong(exercise.Residual, "no gradients: they exist only after its backward")
class TooEarly(Block):
    def __init__(self, layer):
        super().__init__(layer)
        self.gradients = layer.gradients
