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
