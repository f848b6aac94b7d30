"""The questions of lesson 12, six networks."""

from utils.checking.questions import Predict

alexnet_shares = Predict(
    "alexnet_shares",
    right="c",
    choices={
        "a": "The convolutions do most of the work, but a filter is small: its few "
        "weights are used at every place, and counted once.",
        "b": "Work and parameters go apart here. A weight of a filter is used "
        "thousands of times for one photo, a weight of a dense layer once.",
        "c": "A filter's weights are few and used at every place; a dense layer's "
        "are many and used once each.",
    },
)

three_small_filters = Predict(
    "three_small_filters",
    right="b",
    choices={
        "a": "To see as far is not to weigh as many things apart: write both counts "
        "down, per pair of channels.",
        "b": "27 against 49 for each pair of channels, and two more ReLUs between.",
        "c": "Three layers, but of 9 weights for each pair of channels; the one "
        "layer has 49.",
    },
)

without_thinning = Predict(
    "without_thinning",
    right="c",
    choices={
        "a": "The 1×1 has one weight where the 5×5 has 25, for each pair of "
        "channels. It is by far the smaller item on the bill.",
        "b": "Multiply it out: what the 5×5 reads falls from 192 channels to 16, and "
        "its work falls in proportion.",
        "c": "The 5×5 reads a twelfth of the channels, and the 1×1 in front of it "
        "costs little.",
    },
)

plain_loss = Predict(
    "plain_loss",
    right="c",
    choices={
        "a": "More layers *can* say more. Whether training finds it in 150 batches "
        "is another question.",
        "b": "Batch normalisation keeps the numbers of each layer in range. That "
        "does not make many layers easy to train.",
        "c": "And that is the loss on the training digits: no overfitting, but a "
        "network that is hard to train.",
    },
)

plain_gradients = Predict(
    "plain_gradients",
    right="c",
    choices={
        "a": "That is the story most often told, and it holds without normalisation "
        "and with a poor start. Here every layer is normalised and starts from He's "
        "weights.",
        "b": "One would think so: each layer's *outputs* are kept at one size. The "
        "gradients on the way back are not.",
        "c": "With normalisation nothing vanishes: on the way back to the image, the "
        "plain network's gradients grow.",
    },
)

peak_memory = Predict(
    "peak_memory",
    right="c",
    choices={
        "a": "Memory for maps does not follow the parameters: those sit at the end, "
        "where maps are small and channels many.",
        "b": "The peak is where the maps are largest, near the photo, and there "
        "MobileNet is hardly narrower than ResNet-50.",
        "c": "The peak lies at the start, at large maps with few channels, and there "
        "is little to save.",
    },
)
