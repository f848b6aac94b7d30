"""The figures show the numbers they are given, on scales that can be compared."""

import matplotlib.pyplot as plt
import numpy as np
import pytest
from matplotlib.colors import to_rgba

from utils.drawing import pictures
from utils.drawing.colours import BLUE, ORANGE


def test_show_image_draws_the_pixels_on_the_given_axes():
    image = np.linspace(0, 1, 12).reshape(3, 4)
    ax = plt.subplots()[1]
    assert pictures.show_image(image, "a title", ax) is ax
    assert ax.get_title() == "a title"
    assert np.array_equal(ax.images[0].get_array(), image)
    assert ax.images[0].get_clim() == (0, 1)


def test_show_image_takes_a_single_channel_and_clips_colour():
    assert pictures.show_image(np.ones((3, 4, 1))).images[0].get_array().shape == (3, 4)
    shown = pictures.show_image(np.full((3, 4, 3), 1.5)).images[0].get_array()
    assert shown.max() == 1


@pytest.mark.parametrize(("side", "drawn"), [(300, "nearest"), (301, "auto")])
def test_show_image_smooths_large_images_only(side, drawn):
    ax = pictures.show_image(np.zeros((4, side)))
    assert ax.images[0].get_interpolation() == drawn


@pytest.mark.parametrize("shape", [(5,), (2, 3, 4, 5), (3, 4, 2)])
def test_show_image_refuses_what_is_no_image(shape):
    with pytest.raises(ValueError, match=r"height, width"):
        pictures.show_image(np.zeros(shape))


def test_signed_images_share_one_scale_with_zero_in_the_middle():
    axes = pictures.show_images([np.full((2, 2), -3.0), np.ones((2, 2))], signed=True)
    assert [ax.images[0].get_clim() for ax in axes] == [(-3, 3), (-3, 3)]


def test_show_images_lays_out_rows_and_titles():
    axes = pictures.show_images([np.zeros((4, 4))] * 5, list("abcde"), columns=2)
    assert [ax.get_title() for ax in axes] == list("abcde")
    assert len(axes[0].figure.axes) == 5
    with pytest.raises(ValueError, match="5 images need as many titles"):
        pictures.show_images([np.zeros((4, 4))] * 5, ["only one"])


def test_show_heatmap_stretches_the_heat_over_the_image_and_covers_by_strength():
    heat = np.array([[0.0, 2.0, -1.0], [0.0, 0.0, 0.0]])
    picture, cover = pictures.show_heatmap(np.ones((8, 6, 3)), heat, "a title").images
    assert tuple(picture.get_extent()) == tuple(cover.get_extent())
    assert tuple(cover.get_extent()) == (-0.5, 5.5, 7.5, -0.5)
    drawn = cover.get_array()
    assert np.allclose(drawn[0, 1, :3], to_rgba(ORANGE)[:3], atol=0.01)
    assert np.allclose(drawn[0, 2, :3], to_rgba(BLUE)[:3], atol=0.01)
    assert np.allclose(drawn[..., 3], 0.85 * np.abs(heat) / 2)


def test_show_heatmap_on_a_shared_scale_and_of_nothing():
    half = pictures.show_heatmap(np.ones((4, 4, 1)), np.ones((2, 2)), limit=2)
    assert np.allclose(half.images[1].get_array()[..., 3], 0.85 / 2)
    cold = pictures.show_heatmap(np.ones((4, 4)), np.zeros((2, 2)))
    assert not cold.images[1].get_array()[..., 3].any()
    with pytest.raises(ValueError, match=r"two axes .* not shape \(1, 2, 2\)"):
        pictures.show_heatmap(np.ones((4, 4)), np.ones((1, 2, 2)))


def test_show_feature_maps_draws_one_panel_per_channel():
    maps = np.random.default_rng(0).normal(size=(4, 5, 6))
    axes = pictures.show_feature_maps(maps)
    assert len(axes) == 6
    assert np.array_equal(axes[2].images[0].get_array(), maps[..., 2])
    with pytest.raises(ValueError, match="three axes"):
        pictures.show_feature_maps(maps[0])
