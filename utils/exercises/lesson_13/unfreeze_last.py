"""The task `unfreeze_last` of lesson 13, transfer learning."""

from utils.checking.tasks import Task
from utils.checking.unsolved import Unsolved
from utils.exercises.lesson_13.small_base import small_base

CONVOLUTIONS = ("stem", "expand", "project")


def _names(found):
    return ", ".join(sorted(found)) or "none"


def _problem_of_switches(answer):
    import keras

    base = small_base()
    for count, frozen in ((1, False), (1, True), (2, True), (0, False), (3, True)):
        base.trainable = not frozen
        returned = answer(base, count)
        if returned is ...:
            raise Unsolved
        learning = {variable.path.split("/")[0] for variable in base.trainable_weights}
        wanted = set(CONVOLUTIONS[len(CONVOLUTIONS) - count :])
        norm_on = any(la.trainable for la in base.layers if la.name.endswith("_bn"))
        if learning == wanted and not norm_on:
            continue
        if isinstance(returned, keras.Model) and returned is not base:
            return "the switches of the base itself are to be set, not those of a copy."
        before = "frozen" if frozen else "free to learn"
        return (
            f"{_explain_switches(base, learning, wanted, norm_on)}\n"
            f"The call was unfreeze_last(base, {count}), with a base of three "
            f"convolutions and a depthwise layer. The base was {before} before.\n"
            f"Learning now: {_names(learning)}. Right is: {_names(wanted)}."
        )
    return None


def _explain_switches(base, learning, wanted, norm_on):
    if not base.trainable and wanted:
        return (
            "base.trainable is still False: base.trainable_weights is empty, though a "
            "model built around the base would train the layers you switched on. Set "
            "base.trainable = True first (that sets all layers), then each layer."
        )
    if norm_on:
        return (
            "batch normalisation is switched on, above the border or below. Then its "
            "averages move with every batch, even where its γ and β do not learn. Set "
            "trainable = False on each such layer."
        )
    if not learning:
        return (
            "nothing learns. Look which layers you count: those of type Conv2D, "
            "whatever their names. The last ones of the base are a ReLU and a "
            "normalisation."
        )
    if not wanted:
        return "with a count of 0 nothing may learn: [-0:] is [0:], and that is all."
    if learning == set(CONVOLUTIONS[: len(wanted)]):
        return "that is the bottom. Unfreeze from the top, where the features are made."
    if learning > wanted:
        return "too much learns: what lies below the last convolutions stays frozen."
    if "look" in learning:
        return "look is a DepthwiseConv2D, another type: it neither counts nor learns."
    return "not the right layers learn."


unfreeze_last = Task(
    "unfreeze_last",
    code="""
    from keras import layers

    def unfreeze_last(base, count):
        base.trainable = True
        convs = [layer for layer in base.layers if isinstance(layer, layers.Conv2D)]
        learning = convs[len(convs) - count :]
        for layer in base.layers:
            layer.trainable = layer in learning
    """,
    why="The base's own switch comes first, because it sets those of all its layers; "
    "then every layer gets its own, and batch normalisation is never among them.",
    hints=[
        "A base has a switch, base.trainable, and so has each layer in base.layers. "
        "Setting base.trainable sets every layer in it; so set it first.",
        "After base.trainable = True everything learns. Go through the layers one by "
        "one, and give each the switch that it should have.",
        "Collect the layers with isinstance(layer, layers.Conv2D); the last `count` "
        "of them get True, all other layers False. (With a count of 0, mind that "
        "[-0:] is everything.)",
    ],
    notice="Moving the switch of the base moves those of all its layers. A model "
    "that is compiled already takes notice only when you compile it again.",
    examine=_problem_of_switches,
    seconds=60,
)
