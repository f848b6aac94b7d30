"""Every class is divided alike, and what cannot be divided is refused."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from utils.files.datasets import stratified_split


@given(
    counts=st.lists(st.integers(10, 40), min_size=1, max_size=4),
    shares=st.sampled_from([(0.6, 0.2, 0.2), (0.5, 0.5), (0.1, 0.7, 0.2), (1,)]),
    seed=st.integers(0, 99),
)
def test_split_holds_everything_once_and_divides_every_class_alike(
    counts, shares, seed
):
    labels = np.random.default_rng(0).permutation(np.repeat(range(len(counts)), counts))
    parts = stratified_split(labels, shares, seed)
    assert sorted(np.concatenate(parts)) == list(range(len(labels)))
    for part, share in zip(parts, shares, strict=True):
        assert (np.diff(part) > 0).all()
        in_part = np.bincount(labels[part], minlength=len(counts))
        assert (np.abs(in_part - share * np.array(counts)) <= 1).all()


def test_split_is_set_by_its_seed_and_by_nothing_else():
    labels = np.repeat(range(4), (29, 28, 37, 38))
    first, again, other = (stratified_split(labels, (0.7, 0.3), s) for s in (0, 0, 1))
    np.testing.assert_array_equal(first[0], again[0])
    assert set(first[0]) != set(other[0])


def test_split_says_what_is_wrong():
    with pytest.raises(ValueError, match="add up to 1"):
        stratified_split([0, 1], (0.6, 0.6), seed=0)
    with pytest.raises(ValueError, match="positive"):
        stratified_split([0, 1], (1.5, -0.5), seed=0)
    for shares in (0.5, None, "ab", (), (np.nan, 1)):
        with pytest.raises(ValueError, match="add up to 1"):
            stratified_split([0, 1], shares, seed=0)
    for labels in ([], 3, [[0, 1]]):
        with pytest.raises(ValueError, match="one label for each example"):
            stratified_split(labels, (0.5, 0.5), seed=0)
    for seed in ("a", None, 0.5):
        with pytest.raises(TypeError, match="seed must be a whole number"):
            stratified_split([0, 1], (0.5, 0.5), seed)
    with pytest.raises(ValueError, match="seed must be 0 or more"):
        stratified_split([0, 1], (0.5, 0.5), seed=-1)
    with pytest.raises(ValueError, match="Class 1 has 2 examples, too few"):
        stratified_split([0] * 9 + [1] * 2, (0.8, 0.1, 0.1), seed=0)
