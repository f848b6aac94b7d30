"""The task `flawless` of lesson 9b, intervals and calibration."""

import math

from utils.checking.cases import given
from utils.checking.tasks import Task


def _with_z(z):
    return lambda claim: math.ceil(z**2 * claim / (1 - claim))


def _by_luck(share):
    return lambda claim: math.ceil(math.log(share) / math.log(claim))


flawless = Task(
    "flawless",
    code="""
    import math
    from scipy.stats import norm

    def flawless(claim):
        z = norm.ppf(0.975)
        return math.ceil(z**2 * claim / (1 - claim))
    """,
    why="With no mistake the lower end of the interval is 1 / (1 + z²/n). Set it "
    "equal to the claim, solve for n, and round up.",
    hints=[
        "No mistake means that the measured share is 1. Put that into the formula of "
        "the interval: the root becomes simple.",
        "The lower end is 1 / (1 + z²/n), with z = 1.96. (Or leave the formula alone "
        "and try n = 1, 2, 3 …, with SciPy as above.)",
        "It reaches the claim c as soon as n is at least z² · c / (1 - c). n is a "
        "whole number: round up, for with one image fewer the claim is just missed.",
    ],
    notice='Not one mistake among a hundred digits, and "at least 99 %" is still '
    "an empty claim: that takes nearly four hundred.",
    cases=[given(0.5), given(0.9), given(0.99), given(0.95), given(0.98)],
    mistakes=[
        (
            lambda claim: math.floor(1.96**2 * claim / (1 - claim)),
            "rounded down: with so few the lower end just misses the claim.",
        ),
        (
            lambda claim: round(1.959964**2 * claim / (1 - claim)),
            "rounded to the nearest: where that is down, the lower end just misses the "
            "claim.",
        ),
        (
            lambda claim: 1.959964**2 * claim / (1 - claim),
            "a number of digits is whole. Which way must this be rounded?",
        ),
        (
            _by_luck(0.05),
            "claim ** n is the chance to meet no mistake where the claim just "
            "holds. That is a fair way, too, but not Wilson's interval.",
        ),
        (
            _by_luck(0.025),
            "this solves claim ** n = 2.5 %, as SciPy's interval does unless told "
            'otherwise. That is a fair way, too, but not Wilson\'s: method="wilson".',
        ),
        (_with_z(2), "z is 1.96, not 2."),
        (
            lambda claim: math.ceil(round(1 / (1 - claim), 6)),
            "with 1 / (1 - claim) images you would *expect* one mistake. To meet none "
            "among so many is luck that comes about one time in three.",
        ),
        (
            lambda claim: 1,
            "the formula p (1 - p) / n gives an interval of width 0 if there is no "
            "mistake, and believes everything. That is why the lesson uses Wilson's.",
        ),
        (
            _with_z(1.6448536),
            "z = 1.64 leaves 5 % at one end. The interval of the lesson leaves 2.5 % "
            "at either end: z = 1.96.",
        ),
        (
            lambda claim: math.ceil(1.959964 * claim / (1 - claim)),
            "z must be squared.",
        ),
        (
            lambda claim: math.ceil(1.959964**2 / (1 - claim)),
            "the factor `claim` is missing: the lower end is 1 / (1 + z²/n), not 1 - "
            "z²/n.",
        ),
        (
            lambda claim: math.ceil(round(3 / (1 - claim), 6)),
            "the rule of three is for an interval with one end. Wilson's has two, "
            "and takes more.",
        ),
    ],
)
