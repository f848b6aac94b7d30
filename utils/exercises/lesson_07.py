"""Lesson 7, how a CNN learns: its questions and tasks."""

import numpy as np

from utils.convolution import cross_correlate
from utils.exercises.cases import given
from utils.exercises.comparing import agree, as_plain
from utils.exercises.describing import describe
from utils.exercises.named import Named
from utils.exercises.questions import Predict
from utils.exercises.record import progress
from utils.exercises.tasks import Task

__all__ = ["progress"]

best_nudge = Predict(
    "best_nudge",
    right="b",
    choices={
        "a": "That would be so with numbers of endlessly many digits. The two losses "
        "become so alike that their difference drowns in the last digit.",
        "b": "A large nudge sees the curve's bend, a tiny one only rounding. The "
        "best lies where the two errors meet.",
        "c": "The bend does matter less and less. But something else gets worse the "
        "smaller the difference is: think of the last digit.",
    },
)

pooled_slopes = Predict(
    "pooled_slopes",
    right="b",
    choices={
        "a": "That would be average pooling. Nudge a number that is not the largest "
        "of its window: does the output move?",
        "b": "One winner in each of four windows. The others could change a little, "
        "and no output would notice.",
        "c": "One in each *window*; how many windows are there?",
    },
)

adam_first_step = Predict(
    "adam_first_step",
    right="b",
    choices={
        "a": "Plain gradient descent would do that: slope times learning rate. Adam "
        "divides the size of the slope out.",
        "b": "The mean is the slope, the root of the mean square is its size: only "
        "the sign is left.",
        "c": "Steep weights are held back, and gentle ones are pushed on just as "
        "much: each slope is divided by its own size.",
    },
)

higher_rate = Predict(
    "higher_rate",
    right="c",
    choices={
        "a": "Along the valley, yes. But across it every step overshoots, and the "
        "question is by how much.",
        "b": "It would, as long as each swing is shorter than the last. Across the "
        "valley the slope is 25 · weight 2. By what does a step multiply weight 2?",
        "c": "Across the valley each step now overshoots by more than it came, so "
        "the swings grow without end.",
    },
)

zero_start = Predict(
    "zero_start",
    right="c",
    choices={
        "a": "On the way back slopes are multiplied by weights. What is left of them "
        "after weights of 0?",
        "b": "The slope of a weight is its input times the slope behind it. What are "
        "the inputs of the last layer?",
        "c": "Only what is not multiplied by a weight or an input gets a slope, and "
        "that is the last bias.",
    },
)

unflipped = Predict(
    "unflipped",
    right="c",
    choices={
        "a": "That takes slopes that point the wrong way for most weights. Which "
        "gradients does the missing flip touch, and which are still right?",
        "b": "It would stay if nothing could learn. But the filters' own gradients "
        "are right, and so are those of the dense layer.",
        "c": "The layers behind learn as before; only what the first convolution is "
        "told is wrong. That is why nobody suspects a bug.",
    },
)


def _maps(*numbers):
    return np.array(numbers, dtype=float)[np.newaxis, :, :, np.newaxis]


def _widened(gradient):
    return gradient.repeat(2, axis=1).repeat(2, axis=2)


def _upper_left(gradient):
    n, height, width, channels = gradient.shape
    slopes = np.zeros((n, 2 * height, 2 * width, channels))
    slopes[:, ::2, ::2] = gradient
    return slopes


average_pool_backward = Task(
    "average_pool_backward",
    code="""
    def average_pool_backward(gradient):
        wide = gradient.repeat(2, axis=1).repeat(2, axis=2)
        return wide / 4
    """,
    why="Each of the four numbers of a window moves the mean by a quarter of its own "
    "move, so each gets a quarter of the slope.",
    hints=[
        "Nudge one number of a 2 × 2 window by 1. By how much does the mean of the "
        "window move?",
        "By a quarter, whichever of the four it is. So all four get the same: a "
        "quarter of the window's slope.",
        "np.repeat(array, 2, axis=1) writes each row twice, one copy next to the "
        "other. The columns are axis 2.",
    ],
    notice="No winner here: nothing has to be remembered on the way forward, and the "
    "slopes of a window add up to what came in.",
    cases=[
        given(_maps([4])),
        given(_maps([4, 8])),
        given(_maps([1, -1], [2, 3])),
        given(np.arange(1.0, 25).reshape(2, 2, 3, 2)),
        given(np.arange(1, 10, dtype="float32").reshape(1, 3, 1, 3)),
    ],
    mistakes=[
        (
            _widened,
            "every number of the window gets the whole slope, four times too much: "
            "nudged alone, it moves the mean by a quarter only.",
        ),
        (
            lambda gradient: _widened(gradient) / 2,
            "halved: a window has four numbers, two in each direction.",
        ),
        (
            lambda gradient: np.tile(gradient, (1, 2, 2, 1)) / 4,
            "the whole map is repeated, as np.tile does. The four numbers of one "
            "window lie next to each other: repeat each row and each column.",
        ),
        (
            _upper_left,
            "only one number of each window gets a slope: that is max pooling. All "
            "four have moved the mean.",
        ),
        (
            lambda gradient: _upper_left(gradient) / 4,
            "the quarter is right, but it must go to all four numbers of the window.",
        ),
    ],
)


def _difference(loss, weights, up, down):
    return loss(weights + up) - loss(weights - down)


def _number_by_number(loss, weights, direction, nudge):
    steps = np.eye(weights.size).reshape(-1, *weights.shape) * nudge
    slopes = [_difference(loss, weights, step, step) / (2 * nudge) for step in steps]
    return np.sum(np.reshape(slopes, weights.shape) * direction)


def _examine_slope_along(slope_along):
    before = np.array([1.0, -2.0]), np.array([1.0, 1.0])
    weights, direction = (given_array.copy() for given_array in before)
    slope_along(SQUARES, weights, direction, 0.5)
    for name, now, was in zip(
        ("weights", "direction"), (weights, direction), before, strict=True
    ):
        if not np.allclose(now, was):
            return (
                f"the slope is right, but `{name}` is left changed, {describe(now)} in "
                f"place of {describe(was)}. Put it back, or make a new array."
            )
    return None


SQUARES = Named("sum_of_squares", lambda w: np.sum(w**2))
FOURTH = Named("sum_of_fourth_powers", lambda w: np.sum(w**4))
PRODUCT = Named("product", np.prod)

slope_along = Task(
    "slope_along",
    code="""
    def slope_along(loss, weights, direction, nudge):
        step = nudge * direction
        return (loss(weights + step) - loss(weights - step)) / (2 * nudge)
    """,
    why="The central difference again, only that all weights are nudged at once, "
    "each by its share of the direction.",
    hints=[
        "The judge of the lesson nudges one number up and down. Nudge all of them "
        "together, by nudge times the direction.",
        "loss(weights + nudge * direction) is the loss above. What is it below, and "
        "how far apart are the two, in nudges?",
    ],
    notice="Two calls of the loss, however many weights there are. A right gradient "
    "g must give the same as np.sum(g * direction); try a few random directions, and "
    "hardly any bug gets through.",
    cases=[
        given(SQUARES, np.array([1.0]), np.array([1.0]), 0.5),
        given(SQUARES, np.array([1.0, 2.0]), np.array([3.0, 0.0]), 0.5),
        given(FOURTH, np.array([1.0, -2.0]), np.array([1.0, 1.0]), 0.1),
        given(
            PRODUCT,
            np.array([[1.0, 2.0], [3.0, 4.0]]),
            np.array([[0.0, 1], [2, -1]]),
            0.1,
        ),
        given(FOURTH, np.arange(-3.0, 3).reshape(1, 2, 3), np.ones((1, 2, 3)), 0.25),
    ],
    mistakes=[
        (
            lambda loss, w, d, nudge: _difference(loss, w, nudge * d, 0) / nudge,
            "this is a one-sided difference: it sees the curve's bend. Nudge down as "
            "well as up.",
        ),
        (
            lambda loss, w, d, nudge: (
                _difference(loss, w, nudge * d, nudge * d) / nudge
            ),
            "twice too large: from below to above it is two nudges.",
        ),
        (
            lambda loss, w, d, nudge: _difference(loss, w, nudge * d, nudge * d),
            "how much the loss has moved is not yet a slope: divide by how far apart "
            "the two places are.",
        ),
        (
            lambda loss, w, d, nudge: _difference(loss, w, nudge, nudge) / (2 * nudge),
            "the direction is not used yet: every weight is nudged by the same.",
        ),
        (
            lambda loss, w, d, nudge: (
                _difference(loss, w, nudge * d, nudge * d)
                / (2 * nudge * np.linalg.norm(d))
            ),
            "divided by the direction's length too. Take the direction as it is: "
            "twice as long, twice the slope.",
        ),
        (
            lambda loss, w, d, nudge: _difference(loss, w, 1e-5 * d, 1e-5 * d) / 2e-5,
            "this takes a nudge of its own: use the `nudge` that is given.",
        ),
        (
            _number_by_number,
            "this nudges every number by itself: two calls of the loss for each "
            "weight, and other numbers where a product of weights counts. Nudge all "
            "together.",
        ),
    ],
    examine=_examine_slope_along,
)


def _adam(
    slopes, rate, betas=(0.9, 0.999), corrected=False, root=np.sqrt, fresh=(0.1, 0.001)
):
    """Steps of Adam without bias correction, and by its settings of its mistakes."""
    mean = square = 0.0
    steps = []
    for t, slope in enumerate(slopes, start=1):
        mean = betas[0] * mean + fresh[0] * slope
        square = betas[1] * square + fresh[1] * slope**2
        share = np.subtract(1, np.power(betas, t)) if corrected else (1, 1)
        steps.append(-rate * mean / share[0] / (root(square / share[1]) + 1e-7))
    return np.array(steps)


uncorrected_adam = Task(
    "uncorrected_adam",
    code="""
    import numpy as np

    def uncorrected_adam(slopes, learning_rate):
        mean = square = 0.0
        steps = []
        for slope in slopes:
            mean = 0.9 * mean + 0.1 * slope
            square = 0.999 * square + 0.001 * slope**2
            steps.append(-learning_rate * mean / (np.sqrt(square) + 1e-7))
        return np.array(steps)
    """,
    why="Adam's three formulas, without the two divisions that depend on t.",
    hints=[
        "Two running means, both 0 at the start: m of the slopes, v of their "
        "squares. Update both with each slope, then compute the step.",
        "m keeps 0.9 of itself and takes in 0.1 of the slope; v keeps 0.999 and "
        "takes in 0.001 of the slope squared.",
        "The step is -learning_rate * m / (root of v + 1e-7). Collect the steps, not "
        "the places.",
    ],
    notice="The first step is not too small, it is more than three times the "
    "learning rate: m has 0.1 of what it should have, but the root of v only 0.03. "
    "The correction is there to prevent just that.",
    cases=[
        given(np.array([2.0]), 0.1),
        given(np.array([2.0, 2.0]), 0.1),
        given(np.array([1.0, -1.0, 1.0]), 1.0),
        given(np.array([0.1, 1000.0, 0.1]), 0.1),
        given(np.array([-3.0, 1, 4, -1, -5, 9, 2, -6, 5, 3, 5, 8]), 0.01),
    ],
    mistakes=[
        (
            lambda slopes, rate: _adam(slopes, rate, corrected=True),
            "this is Adam with its bias correction, as in the lesson. Leave it out, "
            "and see what it was for.",
        ),
        (
            lambda slopes, rate: np.cumsum(_adam(slopes, rate)),
            "these are the places that the weight visits. The single steps are asked "
            "for.",
        ),
        (
            lambda slopes, rate: _adam(slopes, rate, root=lambda square: square),
            "the root is missing: divide by the root of the mean square, which has "
            "the size of a slope.",
        ),
        (
            lambda slopes, rate: _adam(slopes, rate, fresh=(1, 1)),
            "the running means take in the whole slope; only a share of 1 - β of it "
            "belongs in.",
        ),
        (
            lambda slopes, rate: _adam(
                slopes, rate, betas=(0.999, 0.9), fresh=(0.001, 0.1)
            ),
            "the two β are exchanged: the squares have the longer memory, 0.999.",
        ),
        (
            lambda slopes, rate: -rate * np.asarray(slopes) / (np.abs(slopes) + 1e-7),
            "nothing is remembered from one step to the next: m and v must be kept.",
        ),
    ],
)


filter_slopes = Task(
    "filter_slopes",
    code="""
    from utils.convolution import cross_correlate

    def filter_slopes(image, slopes, dilation):
        return cross_correlate(image, slopes, stride=dilation)
    """,
    why="The weight next door met the pixels `dilation` columns further on. So the "
    "slopes slide over the image as they are, in steps of `dilation`.",
    hints=[
        "As in fact 2: which pixels did the filter's upper left weight meet, one for "
        "each output? Slope times pixel, added up.",
        "And its neighbour to the right? With dilation 2 it met those two columns "
        "further on. So how far do the slopes move from weight to weight?",
        "A filter of k rows spans dilation · (k - 1) + 1 rows, and leaves image rows - "
        "span + 1 outputs. So k = (image rows - output rows) // dilation + 1.",
        "The slopes are a window that slides over the image. Nothing is spread this "
        "time; what cross_correlate calls it, you know from lesson 1.",
    ],
    notice="Stride and dilation change places on the way back: the gradient of a "
    "layer with stride slides dilated slopes, that of a layer with dilation slides "
    "with a stride.",
    cases=[
        given(np.array([[1, 2, 3], [4, 5, 6], [7, 8, 9]]), np.array([[2]]), 2),
        given(
            np.array([[1, 2, 0], [0, 3, 1], [2, 0, 1]]), np.array([[1, -1], [2, 3]]), 1
        ),
        given(
            np.arange(1, 26).reshape(5, 5),
            np.array([[1, 0, -1], [0, 2, 0], [3, 0, 0]]),
            2,
        ),
        given(np.arange(35).reshape(5, 7) % 6, np.array([[1, -2, 4]]), 2),
        given(
            np.sin(np.arange(49)).reshape(7, 7), np.cos(np.arange(9)).reshape(3, 3), 2
        ),
        given(np.arange(49.0).reshape(7, 7) % 5, np.array([[-1.5]]), 3),
        # Filters of 2 × 3 and of 4 × 4: the others fit into 3 × 3.
        given(np.arange(25.0).reshape(5, 5) % 7, np.array([[1.0], [2], [-1]]), 2),
        given(np.arange(64).reshape(8, 8) % 9, np.array([[1, 2], [-1, 1]]), 2),
    ],
    mistakes=[
        (
            lambda image, slopes, d: cross_correlate(image, slopes, dilation=d),
            "the slopes are spread out, as for a layer with stride. Here the outputs "
            "lie next to each other; it is the weights that lie apart.",
        ),
        (
            lambda image, slopes, d: cross_correlate(image, slopes),
            "the dilation is not used yet: this gives a slope for every pixel that "
            "the filter spans, also for those between its weights.",
        ),
        (
            lambda image, slopes, d: cross_correlate(
                image, slopes[::-1, ::-1], stride=d
            ),
            "the slopes are flipped. The flip belongs to the gradient of the input "
            "(fact 3).",
        ),
        (
            lambda image, slopes, d: cross_correlate(image, slopes, stride=d)[
                ::-1, ::-1
            ],
            "the result is turned by 180 degrees. The flip belongs to the gradient "
            "of the input (fact 3).",
        ),
        (
            lambda image, slopes, d: cross_correlate(
                image, np.ones_like(slopes), stride=d
            ),
            "the pixels are added up without their slopes.",
        ),
    ],
)


class _Inner:
    """A layer to wrap: x -> tanh(x @ weights), with its way back."""

    def __init__(self):
        self.parameters = (np.array([[0.5, -1.0], [1.0, 0.25]]),)

    def forward(self, x):
        self.x, self.y = x, np.tanh(x @ self.parameters[0])
        return self.y

    def __getattr__(self, name):  # is asked only for what does not exist
        when = ": they exist only after its backward" if name == "gradients" else ""
        raise AttributeError(f"the layer inside has no {name}{when}")

    def backward(self, gradient):
        signal = gradient * (1 - self.y**2)
        self.gradients = (self.x.T @ signal,)
        return signal @ self.parameters[0].T


X, SLOPES = np.array([[1.0, 2.0], [0.5, -1.0]]), np.array([[1.0, -2.0], [0.5, 3.0]])


def _examine_residual(residual):
    alone = _Inner()
    inside, through = alone.forward(X), alone.backward(SLOPES)
    layer = _Inner()
    block = residual(layer)
    x, slopes = X.copy(), SLOPES.copy()
    return (
        _judge_forward(block.forward(x), inside)
        or _judge_untouched("forward", x, X)
        or _judge_backward(block.backward(slopes), through)
        or _judge_untouched("backward", slopes, SLOPES)
        or _judge_parameters(block, layer, alone)
    )


def _judge_forward(output, inside):
    if output is None:
        return "forward returns nothing: is a `return` missing?"
    output = as_plain(output)
    if agree(output, X + inside):
        return None
    if agree(output, inside):
        return "forward gives what the layer gives: the input must be added to it."
    return (
        f"forward gives\n{describe(output)}\nfor x =\n{describe(X)}\n"
        f"Right is\n{describe(X + inside)}"
    )


def _judge_untouched(method, given_array, before):
    if np.array_equal(given_array, before):
        return None
    return (
        f"{method} changes the array that it is given (by += ?). Others still need it: "
        "make a new one."
    )


def _judge_backward(handed_back, through):
    if handed_back is None:
        return "backward returns nothing: is a `return` missing?"
    handed_back = as_plain(handed_back)
    right = SLOPES + through
    if agree(handed_back, right):
        return None
    if agree(handed_back, through):
        return (
            "backward hands back the slopes that came through the layer, and forgets "
            "the short cut: nudge x, and the output also moves directly, by the nudge."
        )
    if agree(handed_back, SLOPES):
        return (
            "backward hands back the slopes of the short cut only: x moves the output "
            "through the layer as well."
        )
    if agree(handed_back, X + through):
        return "backward adds x. On the way back, slopes are added."
    if agree(handed_back, 1 + through):
        return (
            "backward adds 1. The short cut's own slope is 1, but it is multiplied by "
            "the slopes that arrive."
        )
    if np.shape(handed_back) != right.shape:
        return (
            f"backward hands back the shape {np.shape(handed_back)}, x has {X.shape}."
        )
    lengths = np.linalg.norm(handed_back) + np.linalg.norm(right)
    error = np.linalg.norm(handed_back - right) / lengths
    return f"the judge disagrees with backward: relative error {error:.2g}."


def _judge_parameters(block, layer, alone):
    mine = [*getattr(block, "parameters", ())]
    if len(mine) != 1 or mine[0] is not layer.parameters[0]:
        return (
            "its `parameters` must be those of the layer inside, the very same arrays: "
            "else no optimiser can train them."
        )
    gradients = [*getattr(block, "gradients", ())]
    if len(gradients) != 1 or not agree(as_plain(gradients[0]), alone.gradients[0]):
        return (
            "after backward, its `gradients` must be those of the layer inside, each "
            "computed once. (In __init__ they do not exist yet.)"
        )
    return None


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
    examine=_examine_residual,
)
