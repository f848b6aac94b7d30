"""The questions of lesson 8c, photos from a folder."""

from utils.checking.questions import Predict

last_fifth = Predict(
    "last_fifth",
    right="c",
    choices={
        "a": "So one expects, and `fit` does shuffle. But when: before it splits, or "
        "after?",
        "b": "That is what stratified_split does. It has to be told the labels for "
        "it, and knows what they mean.",
        "c": "The split comes first, the shuffling after it, among what is left for "
        "training. And the last photos are all of one class.",
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
