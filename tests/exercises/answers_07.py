"""Lesson 7: answers that are right, and answers that learners write."""

import numpy as np

from exercises.collected import right, wrong
from utils.convolution import cross_correlate
from utils.exercises import lesson_07 as exercise


@right(exercise.average_pool_backward)
def with_a_kronecker_product(gradient):
    return np.kron(gradient, np.full((1, 2, 2, 1), 0.25))


@right(exercise.average_pool_backward)
def with_slices(gradient):
    n, height, width, channels = gradient.shape
    handed_back = np.zeros((n, 2 * height, 2 * width, channels), dtype=np.float32)
    for i, j in np.ndindex(2, 2):
        handed_back[:, i::2, j::2] = 0.25 * gradient
    return handed_back.tolist()


@right(exercise.average_pool_backward)
def with_loops(gradient):
    n, height, width, channels = gradient.shape
    handed_back = np.empty((n, 2 * height, 2 * width, channels))
    for b, i, j, c in np.ndindex(*handed_back.shape):
        handed_back[b, i, j, c] = gradient[b, i // 2, j // 2, c] / 4
    return handed_back


@wrong(exercise.average_pool_backward, "four times too much")
def whole_slopes(gradient):
    return gradient.repeat(2, axis=1).repeat(2, axis=2)


@wrong(exercise.average_pool_backward, "halved")
def half_slopes(gradient):
    return whole_slopes(gradient) / 2


@wrong(exercise.average_pool_backward, "as np.tile does")
def tiled(gradient):
    return np.concatenate([np.concatenate([gradient / 4] * 2, axis=1)] * 2, axis=2)


@wrong(exercise.average_pool_backward, "that is max pooling")
def to_one_winner(gradient):
    n, height, width, channels = gradient.shape
    handed_back = np.zeros((n, 2 * height, 2 * width, channels))
    handed_back[:, ::2, ::2] = gradient
    return handed_back


@wrong(exercise.average_pool_backward, "has the shape (1, 1, 1, 1); (1, 2, 2, 1)")
def not_widened(gradient):
    return gradient / 4


@wrong(exercise.average_pool_backward, "has the shape (2, 2, 1, 1)")
def wrong_axes(gradient):
    return gradient.repeat(2, axis=0).repeat(2, axis=1) / 4


@wrong(exercise.average_pool_backward, "is a `return` missing?")
def prints_it(gradient):
    print(whole_slopes(gradient) / 4)


@right(exercise.slope_along)
def nudging_in_place(loss, weights, direction, nudge):
    weights += nudge * direction
    above = loss(weights)
    weights -= 2 * nudge * direction
    below = loss(weights)
    weights += nudge * direction
    return np.array([(above - below) / nudge / 2])


@right(exercise.slope_along)
def of_a_function_of_t(loss, weights, direction, nudge):
    def along(t):
        return loss(np.array(weights) + t * np.array(direction))

    return float(0.5 * along(nudge) / nudge - 0.5 * along(-nudge) / nudge)


@wrong(exercise.slope_along, "`weights` is left changed, [0.5, -2.5]")
def left_nudged(loss, weights, direction, nudge):
    weights += nudge * direction
    above = loss(weights)
    weights -= 2 * nudge * direction
    return (above - loss(weights)) / (2 * nudge)


@wrong(exercise.slope_along, "use the `nudge` that is given")
def a_tiny_nudge(loss, weights, direction, nudge):
    return of_a_function_of_t(loss, weights, direction, 1e-5)


@wrong(exercise.slope_along, "use the `nudge` that is given")
def a_small_nudge(loss, weights, direction, nudge):
    return of_a_function_of_t(loss, weights, direction, 1e-3)


@wrong(exercise.slope_along, "one-sided difference")
def one_sided(loss, weights, direction, nudge):
    return (loss(weights + nudge * direction) - loss(weights)) / nudge


@wrong(exercise.slope_along, "twice too large")
def one_nudge_apart(loss, weights, direction, nudge):
    return 2 * of_a_function_of_t(loss, weights, direction, nudge)


@wrong(exercise.slope_along, "is not yet a slope")
def difference_only(loss, weights, direction, nudge):
    return 2 * nudge * of_a_function_of_t(loss, weights, direction, nudge)


@wrong(exercise.slope_along, "the direction is not used yet")
def without_direction(loss, weights, direction, nudge):
    return of_a_function_of_t(loss, weights, np.ones_like(weights), nudge)


@wrong(exercise.slope_along, "Nudge all together")
def like_the_judge(loss, weights, direction, nudge):
    slopes = np.zeros(weights.shape)
    for place in np.ndindex(weights.shape):
        value = weights[place]
        weights[place] = value + nudge
        above = loss(weights)
        weights[place] = value - nudge
        slopes[place] = (above - loss(weights)) / (2 * nudge)
        weights[place] = value
    return np.sum(slopes * direction)


@wrong(exercise.slope_along, "the direction's length")
def of_unit_length(loss, weights, direction, nudge):
    return of_a_function_of_t(loss, weights, direction, nudge) / np.sqrt(
        np.sum(direction**2)
    )


@wrong(exercise.slope_along, "has the shape (2,); () is right")
def slopes_of_all(loss, weights, direction, nudge):
    return of_a_function_of_t(loss, weights, direction, nudge) * weights


@wrong(exercise.slope_along, "it stops with TypeError")
def loss_without_arguments(loss, weights, direction, nudge):
    return loss() / nudge


@right(exercise.uncorrected_adam)
def in_one_move(slopes, learning_rate):
    m, v, steps = 0, 0, []
    for g in slopes:
        m += 0.1 * (g - m)
        v += 0.001 * (g * g - v)
        steps += [-learning_rate * m / (v**0.5 + 1e-7)]
    return steps


@right(exercise.uncorrected_adam)
def with_sums(slopes, learning_rate):
    n = len(slopes)
    ages = np.arange(n)[:, np.newaxis] - np.arange(n)
    means = np.where(ages >= 0, 0.1 * 0.9 ** np.maximum(ages, 0), 0) @ slopes
    squares = np.where(ages >= 0, 0.001 * 0.999 ** np.maximum(ages, 0), 0) @ slopes**2
    return np.float32(-learning_rate * means / (np.sqrt(squares) + 1e-7))


@right(exercise.uncorrected_adam)
def from_places(slopes, learning_rate):
    w, m, v, places = np.zeros(1), np.zeros(1), np.zeros(1), [0.0]
    for g in slopes:
        m, v = 0.9 * m + 0.1 * g, 0.999 * v + 0.001 * g**2
        w = w - learning_rate * m / (np.sqrt(v) + 1e-8)  # the paper's epsilon
        places.append(w.item())
    return np.diff(places)


@wrong(exercise.uncorrected_adam, "with its bias correction")
def as_in_the_lesson(slopes, learning_rate):
    m, v, steps = 0, 0, []
    for t, g in enumerate(slopes, start=1):
        m, v = 0.9 * m + 0.1 * g, 0.999 * v + 0.001 * g**2
        mean, square = m / (1 - 0.9**t), v / (1 - 0.999**t)
        steps.append(-learning_rate * mean / (np.sqrt(square) + 1e-7))
    return steps


@wrong(exercise.uncorrected_adam, "the places that the weight visits")
def places_not_steps(slopes, learning_rate):
    return np.cumsum(in_one_move(slopes, learning_rate))


@wrong(exercise.uncorrected_adam, "the root is missing")
def no_root(slopes, learning_rate):
    m, v, steps = 0, 0, []
    for g in slopes:
        m, v = 0.9 * m + 0.1 * g, 0.999 * v + 0.001 * g**2
        steps.append(-learning_rate * m / (v + 1e-7))
    return steps


@wrong(exercise.uncorrected_adam, "opposite sign")
def uphill(slopes, learning_rate):
    return -np.array(in_one_move(slopes, learning_rate))


@wrong(exercise.uncorrected_adam, "only a share of 1 - β")
def whole_slope(slopes, learning_rate):
    m, v, steps = 0, 0, []
    for g in slopes:
        m, v = 0.9 * m + g, 0.999 * v + g**2
        steps.append(-learning_rate * m / (np.sqrt(v) + 1e-7))
    return steps


@wrong(exercise.uncorrected_adam, "nothing is remembered")
def forgetful(slopes, learning_rate):
    return [-learning_rate * g / (abs(g) + 1e-7) for g in slopes]


@wrong(exercise.uncorrected_adam, "has the shape (); (1,) is right")
def last_step_only(slopes, learning_rate):
    return in_one_move(slopes, learning_rate)[-1]


@right(exercise.filter_slopes)
def weight_by_weight(image, slopes, dilation):
    (height, width), (rows, columns) = image.shape, slopes.shape
    k = (height - rows) // dilation + 1, (width - columns) // dilation + 1
    gradient = np.zeros(k, dtype=np.float32)
    for m, n in np.ndindex(*k):
        top, left = m * dilation, n * dilation
        met = image[top : top + rows, left : left + columns]
        gradient[m, n] = (slopes * met).sum()
    return gradient


@right(exercise.filter_slopes)
def every_dilationth(image, slopes, dilation):
    return cross_correlate(image, slopes)[::dilation, ::dilation].tolist()


@wrong(exercise.filter_slopes, "for a layer with stride")
def as_with_stride(image, slopes, dilation):
    return cross_correlate(image, slopes, dilation=dilation)


@wrong(exercise.filter_slopes, "the dilation is not used yet")
def without_dilation(image, slopes, dilation):
    return cross_correlate(image, slopes)


@wrong(exercise.filter_slopes, "the slopes are flipped")
def flipped_slopes(image, slopes, dilation):
    return weight_by_weight(image, np.flip(slopes), dilation)


@wrong(exercise.filter_slopes, "shape (2, 2); (2, 3) is right")
def for_square_filters(image, slopes, dilation):
    rows = (len(image) - len(slopes)) // dilation + 1
    return cross_correlate(image, slopes, stride=dilation)[:rows, :rows]


@wrong(exercise.filter_slopes, "shape (3, 3); (4, 4) is right")
def for_filters_of_three(image, slopes, dilation):
    return cross_correlate(image, slopes)[::dilation, ::dilation][:3, :3]


@wrong(exercise.filter_slopes, "without their slopes")
def pixels_only(image, slopes, dilation):
    return weight_by_weight(image, np.ones_like(slopes), dilation)


@wrong(exercise.filter_slopes, "filter_slopes: it stops with ValueError")
def both_spread_out(image, slopes, dilation):
    return cross_correlate(slopes, image, stride=dilation, dilation=dilation)


@wrong(exercise.filter_slopes, "transposed")
def rows_for_columns(image, slopes, dilation):
    return weight_by_weight(image, slopes, dilation).T


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
