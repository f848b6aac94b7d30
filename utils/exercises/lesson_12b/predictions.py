"""The questions of lesson 12b, from paper to Keras."""

from utils.checking.questions import Predict

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

what_fills = Predict(
    "what_fills",
    right="b",
    choices={
        "a": "Four numbers for each parameter are much, but they are there once, for "
        "the whole batch.",
        "b": "Going back, each layer needs what it read on the way forward, so all "
        "maps wait, for every photo of the batch.",
        "c": "Both are there, but not alike: one grows with the batch, the other "
        "does not.",
    },
)

same_step = Predict(
    "same_step",
    right="b",
    choices={
        "a": "The mean over all photos is the mean of the parts' means. But is each "
        "photo's loss its own affair in every network?",
        "b": "A loss that depends on one photo only adds up. Batch normalisation "
        "takes its mean and spread from the photos that are there together.",
        "c": "Four *steps* would lead elsewhere. Here the weights stay as they are "
        "until all four parts are summed up.",
    },
)
