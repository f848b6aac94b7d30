"""The questions of lesson 18, who judges a picture."""

from utils.checking.questions import Predict

nearest_by_pixels = Predict(
    "nearest_by_pixels",
    right="c",
    choices={
        "a": "They are alike to you. But is there a bright stroke in the same place of "
        "both?",
        "b": "A joint falls on a bright stroke no more often than by chance.",
        "c": "Two contrasts that have nothing to do with one another add up; grey has "
        "none.",
    },
)

places_shuffled = Predict(
    "places_shuffled",
    right="a",
    choices={
        "a": "Each product goes along with its place, and a mean does not ask for the "
        "order.",
        "b": "What lies beside the diagonal is a mean of products, too. Does any of "
        "these products change?",
        "c": "Which sums change when their terms come in another order?",
    },
)

drawn_from_noise = Predict(
    "drawn_from_noise",
    right="b",
    choices={
        "a": "Does anything in the Gram matrices say where the moon was?",
        "b": "What occurs together is asked for; where, is not.",
        "c": "Colours are the least of it: the maps mark edges and curves, and a "
        "stroke has several that occur together.",
    },
)

seen_through = Predict(
    "seen_through",
    right="c",
    choices={
        "a": "Both fall as the score rises. Compute their slopes: which has the factor "
        "p, which 1 − p?",
        "b": "log(1 − p) is nearly log 1 there. How fast does it leave that?",
        "c": "p − 1 against −p: −0.99 against −0.01.",
    },
)

noise_named = Predict(
    "noise_named",
    right="b",
    choices={
        "a": "That would be modest. Has anything in its training rewarded modesty "
        "about what is no digit?",
        "b": "It has only learnt to part digits from one another.",
        "c": "So it would be if noise lay between the digits. Does anything say that "
        "it does?",
    },
)

two_losses = Predict(
    "two_losses",
    right="c",
    choices={
        "a": "They want opposite things of the same score. What one gains, what does "
        "the other do?",
        "b": "So it would be if the discriminator stood still. But it learns, too.",
        "c": "Each is measured against the other, and both get better.",
    },
)
