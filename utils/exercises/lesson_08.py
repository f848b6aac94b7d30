"""Lesson 8, a network in Keras: its questions and tasks."""

import numpy as np

from utils.exercises.cases import given
from utils.exercises.comparing import agree, as_plain
from utils.exercises.keras_models import problem_of_model
from utils.exercises.questions import Predict
from utils.exercises.record import progress
from utils.exercises.tasks import Task

__all__ = ["progress"]

larger_photo = Predict(
    "larger_photo",
    right="c",
    choices={
        "a": "True for the convolutions. But behind Flatten each place has weights "
        "of its own, and there are more places now.",
        "b": "The photo is twice as high and twice as wide. How many places is that?",
        "c": "Four times as many places reach Flatten, and a few more, because "
        "borders weigh less. Each of them has weights of its own in the dense layer.",
    },
)

validation_loss = Predict(
    "validation_loss",
    right="c",
    choices={
        "a": "So one hopes: what helps with the training photos helps with others. "
        "It does, as long as there is something to learn that both have in common.",
        "b": "It would, if the network stopped changing. But it can still lower its "
        "training loss, and what it adds then is not harmless for other photos.",
        "c": "First it learns what all photos have in common, then the training "
        "photos themselves. From there on it grows surer of its mistakes on others.",
    },
)

single_photo = Predict(
    "single_photo",
    right="b",
    choices={
        "a": "A model always takes its first axis for the batch. Nothing in a photo "
        "of shape (64, 64, 3) says that it is only one.",
        "b": "The first axis is the batch. So each row counts as a photo, and a row "
        "of shape (64, 3) is none.",
        "c": "The rows are taken for photos, that is right. But can the network work "
        'on a "photo" of shape (64, 3)?',
    },
)

hazy_fish = Predict(
    "hazy_fish",
    right="c",
    choices={
        "a": "That is what you would do, for you look at the fish. Nothing in "
        "training asked the network to.",
        "b": "Half would be guessing. Haze does not confuse it at random, it moves "
        "all photos in the same direction.",
        "c": "What told the two apart in training was not the fish, and haze takes "
        "away what did.",
    },
)

softmax_of_one = Predict(
    "softmax_of_one",
    right="c",
    choices={
        "a": "They are: softmax over two scores is the sigmoid of their difference. "
        "Here is only one score. What does it divide by?",
        "b": "Half and half would take a second score, equally large. What does "
        "softmax divide by, if there is one only?",
        "c": "The only score is divided by the sum of all, which is itself.",
    },
)

misread_as = Predict(
    "misread_as",
    right="b",
    choices={
        "a": "By their looks, yes. But this loss does not know digits, it knows the "
        "numbers 0, 1 and 2. What does it answer when in doubt between two of them?",
        "b": "In doubt between 0 and 2 the squared error is smallest in the middle, "
        "and the number there belongs to the 7.",
        "c": "It would, if the three classes had no order. As numbers they have one, "
        "and the squared error goes by it.",
    },
)


_rng = np.random.default_rng(0)

as_batch = Task(
    "as_batch",
    code="""
    import numpy as np

    def as_batch(photo):
        colours = photo[:, :, :3]
        return colours[np.newaxis] / 255
    """,
    why="The fourth channel goes, the batch axis comes first, and 255 is white, so "
    "it becomes 1.",
    hints=[
        "Three things differ from what the network was trained on: the range of the "
        "numbers, the channels, and the number of axes.",
        "`photo[:, :, :3]` are the first three channels. White is 255 and should be 1.",
        "A model wants the photos in a batch, also if it is one photo: np.newaxis as "
        "first index makes an axis of length 1.",
    ],
    notice="Keras stops at a missing axis and at a fourth channel. A wrong range it "
    "does not notice: the answer is wrong, and nothing says so.",
    cases=[
        given(np.array([[[255, 0, 51, 255]]], dtype=np.uint8)),
        given(np.array([[[51, 102, 0, 255], [0, 51, 102, 204]]], dtype=np.uint8)),
        given(_rng.integers(0, 200, (2, 2, 4)).astype(np.uint8)),
        given(_rng.integers(0, 256, (64, 64, 4)).astype(np.uint8)),
    ],
    tolerance=1e-3,  # float16 will do
    mistakes=[
        (
            lambda photo: photo[:, :, :3] / 255,
            "the batch axis is missing: the network would take each row for a photo.",
        ),
        (
            lambda photo: photo[:, :, :3, np.newaxis] / 255,
            "the new axis stands last, where the network looks for channels. The "
            "batch is the first axis.",
        ),
        (
            lambda photo: photo[np.newaxis] / 255,
            "the fourth channel is still there: the filters of the network have "
            "three channels, for red, green and blue.",
        ),
        (
            lambda photo: photo[np.newaxis, :, :, :3],
            "the values still go up to 255. The network was trained on 0 to 1, and "
            "nothing warns of other numbers.",
        ),
        (
            lambda photo: photo[np.newaxis, :, :, :3] // 255,
            "// divides without a remainder, so all but pure white becomes 0: use /.",
        ),
        (
            lambda photo: photo[np.newaxis, :, :, 1:] / 255,
            "the wrong channel is left out: the opacity stands last, behind red, "
            "green and blue.",
        ),
        (
            lambda photo: photo[np.newaxis, :, :, :3] / max(photo[:, :, :3].max(), 1),
            "divided by the largest value of this photo, so that a dark photo "
            "becomes a bright one. Divide by what white is in every photo.",
        ),
        (
            lambda photo: photo[np.newaxis, :, :, :3] / photo.max(),
            "divided by the largest number of this photo, opacity included. Divide by "
            "what white is in every photo.",
        ),
        (
            lambda photo: photo[np.newaxis][:, :, :3] / 255,
            "behind np.newaxis the third axis is the width, and `[:, :, :3]` cuts "
            "that. Which axis are the channels now?",
        ),
        (
            lambda photo: photo[np.newaxis, :, :, 2::-1] / 255,
            "red and blue are exchanged: the colours keep their order.",
        ),
        (
            lambda photo: photo[np.newaxis, :, :, :3] / 127.5 - 1,
            "this goes from -1 to 1, as some networks want it. This one was trained "
            "on 0 to 1.",
        ),
    ],
)


def _stopping(losses, patience, improves=lambda loss, best, last: loss < best):
    """Epochs trained and best epoch, by some idea of what an improvement is."""
    best, kept = losses[0], 1
    for epoch in range(2, len(losses) + 1):
        loss = losses[epoch - 1]
        if improves(loss, best, losses[epoch - 2]):
            best, kept = loss, epoch
        elif epoch - kept >= patience:
            return epoch, kept
    return len(losses), kept


def _started_at(low):
    """Three ways to begin with a best loss that no epoch had."""

    def before_the_first(losses, patience):
        return tuple(np.subtract(_stopping([low, *losses], patience), 1))

    def never_epoch_0(losses, patience):
        return tuple(np.maximum(before_the_first(losses, patience), 1))

    def as_the_first(losses, patience):
        return _stopping([min(low, losses[0]), *losses[1:]], patience)

    return before_the_first, never_epoch_0, as_the_first


def _without_reset(losses, patience):
    worse = [n for n in range(1, len(losses)) if losses[n] >= min(losses[:n])]
    trained = [*worse, *[len(losses) - 1] * patience][patience - 1] + 1
    return trained, int(np.argmin(losses[:trained])) + 1


def _lowest_first(losses, patience):
    best = int(np.argmin(losses)) + 1
    return min(best + patience, len(losses)), best


early_stop = Task(
    "early_stop",
    code="""
    def early_stop(val_losses, patience):
        best, trained = 1, 1
        for trained in range(2, len(val_losses) + 1):
            if val_losses[trained - 1] < val_losses[best - 1]:
                best = trained
            elif trained - best == patience:
                break
        return trained, best
    """,
    why="Only an epoch below the best so far counts as an improvement; `trained - "
    "best` is the number of epochs without one.",
    hints=[
        "Go through the epochs as the callback does, one after the other, without "
        "looking ahead. What must it remember?",
        "It remembers the best loss so far and its epoch. An epoch that is not below "
        "it, be it equal, is one epoch of waiting.",
        "It stops when the epochs since the best one are as many as `patience`. If "
        "that never happens, all epochs are trained.",
    ],
    notice="It never knows what would have come: with little patience it misses a "
    "better epoch, with much it trains in vain. The weights come back, the time does "
    "not.",
    cases=[
        given([0.5, 0.4, 0.6, 0.7], 1),
        given([0.5, 0.6, 0.4], 1),
        given([0.5, 0.4, 0.3], 2),
        given([0.5, 0.4, 0.45, 0.44, 0.3], 2),
        given([0.5, 0.4, 0.4, 0.4, 0.4, 0.3], 2),
        given([0.9, 0.7, 0.6, 0.65, 0.62, 0.58, 0.6, 0.61, 0.7, 0.5], 3),
        given([0.7, 0.71, 0.72, 0.69, 0.68, 0.7], 6),
        given([0.4, 0.3996, 0.3992, 0.3988], 1),
        given([2.3, 1.6, 1.7, 1.5], 1),
    ],
    mistakes=[
        (
            lambda losses, patience: _stopping(losses, patience + 1),
            "it trains one epoch too long: the epoch that exhausts the patience is "
            "the last.",
        ),
        (
            lambda losses, patience: _stopping(losses, max(patience - 1, 1)),
            "it stops too early: with patience 2 the *second* epoch without an "
            "improvement is the last.",
        ),
        (
            _without_reset,
            "the waiting goes on counting after an improvement. It begins anew then.",
        ),
        *(
            (
                way,
                "the best loss so far begins too low for the first losses to count. "
                "Which loss is the best after one epoch?",
            )
            for low in (0, 1)
            for way in _started_at(low)
        ),
        (
            lambda losses, patience: tuple(
                epoch - 1 for epoch in _stopping(losses, patience)
            ),
            "one too small: epochs are counted from 1 here, as in the figures of the "
            "lesson.",
        ),
        (
            lambda losses, patience: tuple(
                np.subtract(_stopping(losses, patience), (0, 1))
            ),
            "the best epoch is counted from 0, as by np.argmin. The first is epoch 1.",
        ),
        (
            lambda losses, patience: tuple(
                np.subtract(_stopping(losses, patience), (1, 0))
            ),
            "the trained epochs are one too few: the first is epoch 1, and the last "
            "counts, too.",
        ),
        (
            lambda losses, patience: _stopping(losses, patience)[::-1],
            "the right numbers in the wrong order: first how many epochs are "
            "trained, then which was the best.",
        ),
        (
            lambda losses, patience: (
                _stopping(losses, patience)[0],
                int(np.argmin(losses)) + 1,
            ),
            "the best epoch is looked for among all losses, also behind the stop. "
            "Those epochs were never trained.",
        ),
        (
            _lowest_first,
            "this looks for the lowest of all losses first. It may lie behind the "
            "stop, where the callback never comes.",
        ),
        (
            lambda losses, patience: _stopping(
                losses, patience, lambda loss, best, last: loss <= best
            ),
            "an epoch as good as the best counts as an improvement. Keras wants it "
            "to be better.",
        ),
        (
            lambda losses, patience: _stopping(
                losses, patience, lambda loss, best, last: loss < last
            ),
            "each epoch is compared with the one before. The callback compares it "
            "with the best so far.",
        ),
        (
            lambda losses, patience: (
                _stopping(losses, patience)[0],
                max(_stopping(losses, patience)[0] - patience, 1),
            ),
            "the best epoch is `patience` before the last only where the patience "
            "ran out. It need not: all epochs may have been trained.",
        ),
        (
            lambda losses, patience: (len(losses), int(np.argmin(losses)) + 1),
            "it never stops: the patience is not used yet.",
        ),
    ],
)


def _fill(model, maps, last):
    """Give a model weights that depend on their shapes alone, not on their order."""
    random = np.random.default_rng(0)
    model.set_weights(
        [
            np.full(weight.shape, last)
            if weight.shape[-1] == 1
            else maps * random.normal(size=weight.shape)
            for weight in model.get_weights()
        ]
    )


def _two_ways_problem(answer):
    model = answer()
    if problem := problem_of_model(model, "(64, 64, 3)"):
        return problem
    shapes = tuple(model.input_shape), tuple(model.output_shape)
    if shapes != ((None, 64, 64, 3), (None, 1)):
        return (
            f"it makes {shapes[1]} of {shapes[0]}; a photo (None, 64, 64, 3) and one "
            "number, (None, 1), are right."
        )
    if (count := model.count_params()) != 2028:
        known = {
            2025: "the second way is missing: nothing but the maps reaches the dense "
            "layer.",
            2033: "the second way begins at the maps. It should begin at the photo "
            "itself, beside the first.",
            7916: "pooling takes 2 × 2; here it should be 4 × 4.",
            4: "the means of the photo arrive, the maps do not.",
            236: "the maps are averaged. Flatten hands on every place.",
            2276: "something pads; nothing should.",
            2026: "one mean for all three channels; each has its own.",
            6121: "a mean at each pixel, over the channels. The other way: over all "
            "pixels, for each channel.",
            1171: "3 filters of 8 × 8. It should be 8 of 3 × 3.",
        }
        unknown = "compare each layer with the text."
        return (
            f"it has {count:,} parameters instead of 224 + (1 800 + 3 + 1): "
            f"{known.get(count, unknown)}"
        )
    photos = np.random.default_rng(1).random((2, 64, 64, 3)).astype("float32") ** [
        [[[0.3]]],
        [[[3]]],
    ]
    right = two_ways.reference.value()
    for maps, last in ((0, 1), (0.3, 0.001)):
        outputs = []
        for network in (model, right):
            _fill(network, maps, last)
            outputs.append(as_plain(network(photos, training=False)))
        if not agree(*outputs, tolerance=1e-3):
            return _two_ways_sentence(*outputs, maps)
    return None


def _two_ways_sentence(output, right, maps):
    logit = np.log(right / (1 - right))
    if agree(output, logit, 1e-3):
        return "the sigmoid is missing: out comes the raw score."
    if np.all(output == 1):
        return "every output is 1: is that a softmax on one unit?"
    if maps:
        return (
            "the way through the maps computes something else: 8 filters of 3 × 3, "
            "ReLU, the largest of 4 × 4."
        )
    return (
        "the second way does not give the mean. If only the three means count, with "
        f"weight 1 each, a photo should get {right[0, 0]:.3f} and gets "
        f"{output[0, 0]:.3f}."
    )


two_ways = Task(
    "two_ways",
    code="""
    import keras
    from keras import layers

    def two_ways():
        photo = keras.Input(shape=(64, 64, 3))
        maps = layers.Conv2D(8, 3, activation="relu")(photo)
        maps = layers.MaxPooling2D(4)(maps)
        brightness = layers.GlobalAveragePooling2D()(photo)
        both = layers.Concatenate()([layers.Flatten()(maps), brightness])
        return keras.Model(photo, layers.Dense(1, "sigmoid")(both))
    """,
    why="`photo` is called upon twice, and Concatenate writes both results into one "
    "list; no Sequential can say that.",
    hints=[
        "Begin with `photo = keras.Input(…)`. Both ways start from this one tensor, "
        "as in the cell with the skip connection.",
        "First way: convolution, pooling, Flatten, each called on the result of the "
        "one before. Second way: layers.GlobalAveragePooling2D() called on the photo.",
        "layers.Concatenate()([first, second]) joins two lists into one. Behind it "
        "stands the dense unit; keras.Model names the beginning and the end.",
    ],
    notice="About two thousand parameters. The means stand ready before the last "
    "unit, so no filter has to find the brightness. Whether a network *should* go by "
    "it is another question.",
    examine=_two_ways_problem,
    seconds=60,
)


def _scored(model):
    """Let the model give three pictures the scores (3, 0, -1), in turned order.

    Without the ReLU, three more hidden units bring all scores to 0.
    """
    scores = np.array([[3.0, 0, -1], [-1, 3, 0], [0, -1, 3]])
    weights = [np.zeros(weight.shape) for weight in model.get_weights()]
    weights[0][:3, :6] = np.hstack([np.eye(3), -np.eye(3)])
    weights[2][:6] = np.vstack([scores, scores])
    model.set_weights(weights)
    pictures = np.zeros((3, 784), dtype="float32")
    pictures[:, :3] = np.eye(3)
    return pictures, scores


def _softmax(scores):
    powers = np.exp(scores)
    return powers / powers.sum(axis=1, keepdims=True)


def _mended_problem(answer):
    model = answer()
    if problem := problem_of_model(model, "(784,)"):
        return problem
    if not getattr(model, "compiled", False):
        return "the model is not compiled: the loss and the metric are missing."
    if [w.shape for w in model.get_weights()] != [(784, 32), (32,), (32, 3), (3,)]:
        return (
            "the dense layers have changed. They are not the fault: keep 784 inputs, "
            "32 hidden units and 3 outputs."
        )
    pictures, scores = _scored(model)
    labels = np.array([0, 2, 2])  # two are read rightly, one is not
    outputs = model(pictures, training=False)
    if np.allclose(outputs, outputs[0], atol=1e-4):
        return "the first dense layer has changed: its ReLU is missing."
    shares = np.allclose(np.sum(outputs, axis=1), 1, atol=1e-4)
    if not shares and not np.allclose(outputs, scores, atol=1e-4):
        return (
            "the last layer gives neither scores nor probabilities that add up to 1: "
            f"for one picture {np.round(outputs[0], 2)}. Which activation has it?"
        )
    loss = float(model.compute_loss(x=pictures, y=labels, y_pred=outputs))
    problem = _loss_problem(loss, _softmax(scores), scores, labels)
    if problem:
        return problem
    if shares and getattr(model.loss, "from_logits", False):
        return (
            "two softmaxes are still written there. Now Keras sees the first one, "
            "warns, and leaves it out for you; behind another layer it does not see "
            "it. Take one of the two away."
        )
    figures = model.compute_metrics(pictures, labels, outputs)
    if not any(np.isclose(float(v), 2 / 3) for k, v in figures.items() if k != "loss"):
        return 'the accuracy is not reported: metrics=["accuracy"] is missing.'
    return None


def _loss_problem(loss, probabilities, scores, labels):
    def cross_entropy(shares):
        chosen = np.clip(shares, 1e-7, 1)
        chosen = chosen / chosen.sum(axis=1, keepdims=True)
        return -np.mean(np.log(chosen[range(3), labels]))

    if np.isclose(loss, cross_entropy(probabilities), atol=1e-3):
        return None
    if np.isclose(loss, cross_entropy(_softmax(probabilities)), atol=1e-3):
        return (
            "there are still two softmaxes in a row, one in the model and one in the "
            "loss. Of the scores (100, 0, 0) they make (0.58, 0.21, 0.21), so the "
            "loss stays above 0.55 even where every answer is right."
        )
    if np.isclose(loss, cross_entropy(np.clip(scores, 1e-7, 1 - 1e-7)), atol=1e-2):
        return (
            "now no softmax is left at all: the loss takes raw scores for "
            "probabilities and cuts off what lies outside 0 to 1. One softmax must "
            "remain, in the model or in the loss."
        )
    return (
        f"for three pictures the loss is {loss:.2f}, where the cross-entropy, the mean "
        f"of -ln p, is {cross_entropy(probabilities):.2f}: is it the loss for one of "
        "three classes and labels 0, 1, 2?"
    )


mended = Task(
    "mended",
    code="""
    import keras
    from keras import layers, losses

    def mended():
        model = keras.Sequential(
            [
                keras.Input(shape=(784,)),
                layers.Dense(32, "relu"),
                layers.Dense(3),
            ]
        )
        loss = losses.SparseCategoricalCrossentropy(from_logits=True)
        model.compile("adam", loss, metrics=["accuracy"])
        return model
    """,
    why="The loss applies the softmax, so the model must not. The other way round is "
    "as good: softmax in the model, and no from_logits.",
    hints=[
        'Find its last dense layer in the table "What belongs together", then its '
        "loss. Do both stand in the same line?",
        'from_logits=True says: "I get scores and apply the softmax myself". What '
        "does the model hand over?",
        "Keras did not warn, because Reshape made a new tensor. Take one of the two "
        "softmaxes away, and the Reshape, which was of no use.",
    ],
    notice="One softmax, in the model or in the loss. With two, the accuracy may "
    "look well while the loss cannot fall below ln(1 + 2/e) = 0.55.",
    examine=_mended_problem,
    seconds=60,
)
