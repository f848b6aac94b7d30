"""The questions of lesson 16, convolution without pictures."""

from utils.checking.questions import Predict

on_a_plateau = Predict(
    "on_a_plateau",
    right="a",
    choices={
        "a": "−2 + 4 − 2. The kernel asks how much a number stands out, and there none "
        "does.",
        "b": "That is the plateau itself. Multiply each number by the kernel's above "
        "it, and add.",
        "c": "That is the middle product alone. The two at the sides are subtracted.",
    },
)

two_steps_late = Predict(
    "two_steps_late",
    right="c",
    choices={
        "a": "The numbers that are added are the same. But at which step does each of "
        "the two write their sum down?",
        "b": "Both add five numbers. Which five does the causal one add at step 10, "
        "and which the other at step 8?",
        "c": "The causal one has its five numbers together two steps later.",
    },
)

how_far = Predict(
    "how_far",
    right="b",
    choices={
        "a": "Four layers of three would be that if each saw three new steps. How far "
        "does each reach beyond what it is given?",
        "b": "1 + 2 · (1 + 2 + 4 + 8).",
        "c": "3 · 3 · 3 · 3 ways lead there, but many of them come from the same step.",
    },
)

clean_heart = Predict(
    "clean_heart",
    right="b",
    choices={
        "a": "What could it find that the others miss? They miss hardly a beat.",
        "b": "Beats stand out so much here that nearly anything finds them.",
        "c": "A few wrong labels of its teacher do not add up to a rule: it learns "
        "what most of them have in common.",
    },
)

noisy_heart = Predict(
    "noisy_heart",
    right="b",
    choices={
        "a": "A beat is more than its highest step. Who looks at the whole of it, and "
        "at what beats look like under noise, can still tell.",
        "b": "It has seen beats under noise; the rule's band was chosen under noise.",
        "c": "It learnt from other noise in every piece, and the minutes that it is "
        "tested on are new to it.",
    },
)

taught_clean = Predict(
    "taught_clean",
    right="c",
    choices={
        "a": "The layers are the same. But has it ever seen a beat under noise?",
        "b": "It looks at a whole second. But what has it learnt to tell beats from?",
        "c": "What it was never shown, it knows no better than a rule does.",
    },
)
