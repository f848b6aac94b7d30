"""Films hold what they say, and no single frame says what happens in them."""

import itertools

import numpy as np
import pytest

from utils.arrays.clips import (
    ACTIONS,
    BACKWARDS,
    SIDE,
    VIEWS,
    all_views,
    backwards,
    make_clips,
    make_ground,
    play,
    write_script,
)

BAR = np.ones((40, 10, 4), np.float32)  # upright, white, opaque
ARROW = BAR.copy()
ARROW[:20, :, :3] = 0  # its upper half is black
THINGS = [all_views(BAR), all_views(ARROW)]


def script_of(action, seed=0, **options):
    return write_script(ACTIONS.index(action), np.random.default_rng(seed), **options)


def test_shapes_types_and_as_many_of_each_action():
    films, actions = make_clips(13, THINGS, 0)
    assert films.shape == (13, 8, SIDE, SIDE) and films.dtype == np.float32
    assert 0 <= films.min() < films.max() <= 1
    assert actions.dtype == np.int64
    assert np.bincount(actions, minlength=6).tolist() == [3, 2, 2, 2, 2, 2]
    assert make_clips(6, THINGS, 0, frames=5).films.shape == (6, 5, SIDE, SIDE)
    assert len(make_clips(0, THINGS, 0).films) == 0


def test_one_seed_gives_the_same_films_another_gives_others():
    first, again, other = (make_clips(6, THINGS, seed).films for seed in (3, 3, 4))
    assert np.array_equal(first, again)
    assert not np.array_equal(first, other)


@pytest.mark.parametrize("action", ACTIONS)
def test_backwards_is_a_film_of_the_opposite_action(action):
    script, ground = script_of(action), make_ground(np.random.default_rng(1))
    film = play(script, THINGS[1], ground)
    back = play(backwards(script), THINGS[1], ground)
    assert np.array_equal(back, film[::-1])
    # Its steps are those of the opposite action.
    opposite = script_of(ACTIONS[BACKWARDS[ACTIONS.index(action)]])
    for part, size in (("places", SIDE), ("views", VIEWS)):
        steps = np.diff(getattr(backwards(script), part), axis=0) % size
        expected = np.diff(getattr(opposite, part), axis=0) % size
        assert np.array_equal(steps, expected)


def test_opposites_are_each_others():
    assert [BACKWARDS[BACKWARDS[a]] for a in range(6)] == list(range(6))


@pytest.mark.parametrize("action", range(6))
@pytest.mark.parametrize("frame", [0, 3, 7])
def test_place_view_and_ground_are_equally_likely_in_every_frame(action, frame):
    rng = np.random.default_rng(0)
    scripts = [write_script(action, rng) for _ in range(3_000)]
    drawn = {
        "row": [s.places[frame, 0] for s in scripts],
        "column": [s.places[frame, 1] for s in scripts],
        "ground": [s.grounds[frame, 0] for s in scripts],
        "view": [s.views[frame] for s in scripts],
        "light": [s.light for s in scripts],
    }
    for values in drawn.values():
        counts = np.bincount(values)
        expected = len(scripts) / len(counts)
        chi2 = np.sum((counts - expected) ** 2 / expected)
        degrees = len(counts) - 1
        assert chi2 < degrees + 4.5 * np.sqrt(2 * degrees)


def test_a_move_is_a_shift_of_the_frame_where_the_ground_stands_still():
    ground = np.full((SIDE, SIDE), 0.5, np.float32)
    for action, step in (("right", (0, 2)), ("up", (-2, 0))):
        film = play(script_of(action), THINGS[1], ground)
        for before, after in itertools.pairwise(film):
            np.testing.assert_allclose(np.roll(before, step, (0, 1)), after, atol=1e-6)


def test_turn_left_is_anticlockwise():
    upright, quarter = THINGS[1][0], THINGS[1][VIEWS // 4]
    np.testing.assert_allclose(np.rot90(upright), quarter, atol=1e-5)
    turned = np.diff(script_of("turn left").views) % VIEWS
    assert (turned == 1).all()


def test_an_action_sets_in_and_ends_when_told():
    script = script_of("down", begin=2, steps=3)
    moved = np.diff(script.places[:, 0]) % SIDE
    assert moved.tolist() == [0, 0, 2, 2, 2, 0, 0]
    assert (np.diff(script.places[:, 1]) == 0).all()
    still = make_clips(6, THINGS, 0, begins=(7,)).films
    assert still.shape == (6, 8, SIDE, SIDE)


def test_things_are_light_and_films_in_both_kinds_of_light():
    views = THINGS[1]
    assert views.shape[0] == VIEWS and views.shape[3] == 2
    assert 0.6 <= views[..., 0].min() and views.max() <= 1
    # Whole in every direction: as much of it is seen.
    seen = views[..., 1].sum(axis=(1, 2))
    np.testing.assert_allclose(seen, seen[0], rtol=0.3)
    films = make_clips(60, THINGS, 0).films
    bright = films.max(axis=(1, 2, 3)) > 0.85
    assert 15 < bright.sum() < 60


def test_bad_input_gets_a_sentence():
    with pytest.raises(ValueError, match="colours and opacity, not"):
        all_views(np.ones((5, 5, 3)))
    with pytest.raises(ValueError, match="count"):
        make_clips(-1, THINGS, 0)
