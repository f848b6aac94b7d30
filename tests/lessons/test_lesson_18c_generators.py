"""What dive 18c writes out does what it says, and its game is lesson 18's."""

import numpy as np
import pytest
from scipy.integrate import quad
from scipy.stats import norm

from tests.lessons.lesson_code import lesson_namespace, run_cells
from utils.arrays.crowds import frechet_distance
from utils.arrays.kinds import spread_within
from utils.exercises import lesson_18c as exercise
from utils.training import digit_game

LESSON = "18c_how_good_is_a_generator"
RNG = np.random.default_rng(18)


@pytest.fixture(scope="module")
def page():
    page = {"__name__": LESSON}
    digits = RNG.uniform(size=(600, 28, 28, 1)).astype("float32")
    page["written"], page["unseen"] = digits[:500], np.repeat(digits[500:], 21, 0)
    run_cells(
        LESSON,
        page,
        *("settings", "cloud-distance", "encoder", "vae", "clouds", "seen", "judges"),
    )
    return page


@pytest.fixture(scope="module")
def lesson_18():
    return lesson_namespace("18_style_and_generation")


@pytest.mark.parametrize(("mean", "variance"), [(0, 1), (1.5, 0.3), (-2, 4)])
def test_the_pull_is_the_integral(page, mean, variance):
    cloud, standard = norm(mean, np.sqrt(variance)), norm()
    expected, _ = quad(
        lambda z: cloud.pdf(z) * (cloud.logpdf(z) - standard.logpdf(z)), -20, 20
    )
    assert page["pull"](mean, np.log(variance)) == pytest.approx(expected, abs=1e-6)


@pytest.mark.long
def test_a_vae_learns_to_copy(page):
    *_, step = page["new_vae"](seed=0)
    digits = (RNG.uniform(size=(8, 28, 28, 1)) > 0.8).astype("float32")
    parts = [[float(part) for part in step(digits)] for _ in range(30)]
    assert parts[-1][0] < parts[0][0] and all(pulled >= 0 for _, pulled in parts)


@pytest.mark.long
def test_without_its_strength_the_pull_is_let_go(page):
    digits = (RNG.uniform(size=(8, 28, 28, 1)) > 0.8).astype("float32")
    last = []
    for strength in (0.0, 1.0):
        *_, step = page["new_vae"](seed=0, strength=strength)
        last.append([step(digits) for _ in range(30)][-1][1])
    assert last[0] > 2 * last[1]


def test_clouds_are_measured_as_the_encoder_says(page):
    mean = np.zeros((6, page["NOISE"]))
    mean[:, :2] = 3, 4
    log_variance = np.log(np.full(mean.shape, 0.25))

    class Encoder:
        def predict(self, digits, verbose):
            return np.concatenate([mean, log_variance], axis=1)[: len(digits)]

    assert page["clouds"](Encoder(), np.zeros((6, 28, 28, 1))) == pytest.approx(
        (5, 0.5)
    )


def test_digits_are_not_judged_by_themselves(page):
    judging = page["features_of_unseen"]
    assert len(judging) == len(page["unseen"]) - 2_000


def test_judges_see_a_copier_and_a_bore(page):
    copies = page["judged"](page["written"])
    assert copies["newness"] == pytest.approx(0, abs=1e-3)
    bore = page["judged"](np.repeat(page["unseen"][:1], 500, axis=0))
    assert bore["kinds"] == pytest.approx(1)
    assert bore["spread"] == pytest.approx(0, abs=1e-6)
    assert bore["newness"] > 1


def test_the_game_is_lesson_18s(lesson_18):
    for name in ("new_generator", "new_discriminator"):
        one, other = lesson_18[name](), getattr(digit_game, name)()
        for first, second in zip(one.layers, other.layers, strict=True):
            assert type(first) is type(second)
            ignored = {"name", "build_config"}
            settings = (layer.get_config() for layer in (first, second))
            mine, theirs = (
                {k: v for k, v in s.items() if k not in ignored} for s in settings
            )
            assert str(mine) == str(theirs)
    scores = RNG.normal(size=(2, 8, 1)).astype("float32")
    for one, other in zip(
        lesson_18["losses"](*scores), digit_game.losses(*scores), strict=True
    ):
        assert float(one) == float(other)


@pytest.mark.long
def test_both_learn_as_in_lesson_18(lesson_18):
    digits = RNG.uniform(size=(8, 28, 28, 1)).astype("float32")
    drawn = []
    for make in (lesson_18["new_game"], digit_game.new_game):
        generator, step, *_ = make(seed=4)
        for _ in range(3):
            step(digits)
        drawn.append(generator.predict(np.ones((2, digit_game.NOISE)), verbose=0))
    np.testing.assert_allclose(*drawn, atol=1e-5)


@pytest.mark.long
def test_alone_the_discriminator_stands_still():
    generator, both, alone = digit_game.new_game(seed=1, normalised=False)
    assert not any("batch" in layer.name for layer in generator.layers)
    digits = RNG.uniform(size=(8, 28, 28, 1)).astype("float32")
    both(digits)
    before = [np.array(weight) for weight in generator.weights]
    drawing = [float(alone(digits)[1]) for _ in range(40)]
    assert drawing[-1] < drawing[0]
    assert not np.array_equal(before[0], generator.weights[0])


def test_play_looks_every_so_often():
    looks, sizes = [], []

    def step(batch):
        sizes.append(len(batch))
        return len(sizes), -len(sizes)

    def look(number, losses):
        looks.append((number, *losses))

    digit_game.play(step, np.zeros((100, 28, 28, 1)), 6, 0, look, every=3)
    assert looks == [(3, 2, -2), (6, 5, -5)] and set(sizes) == {64}


def test_the_tasks_are_the_courses_own():
    first, second = RNG.normal(size=(30, 1)), RNG.normal(2, 3, size=(30, 1))
    on_a_line = exercise.frechet_on_a_line.reference.value
    crowds = [np.repeat(crowd, 4_000, axis=0) for crowd in (first, second)]
    expected = frechet_distance(*crowds)  # n − 1 of so many is n
    assert on_a_line(first, second) == pytest.approx(expected, rel=1e-3)
    points, kinds = RNG.normal(size=(40, 5)), RNG.integers(0, 4, 40)
    spread = exercise.spread_of_kinds.reference.value
    assert spread(points, kinds) == pytest.approx(spread_within(points, kinds))


def test_noise_at_once_is_noise_step_by_step():
    noised = exercise.noised.reference.value
    betas, picture = np.array([0.1, 0.3, 0.2]), np.full(200_000, 0.7)
    stepwise = picture
    for beta in betas:
        luck = RNG.normal(size=picture.shape)
        stepwise = np.sqrt(1 - beta) * stepwise + np.sqrt(beta) * luck
    at_once = noised(picture, RNG.normal(size=picture.shape), betas)
    assert at_once.mean() == pytest.approx(stepwise.mean(), abs=0.01)
    assert at_once.var() == pytest.approx(stepwise.var(), abs=0.01)
