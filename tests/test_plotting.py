"""The figures show the numbers they are given, on scales that can be compared."""

import matplotlib.pyplot as plt
import numpy as np
import pytest
from matplotlib.colors import to_rgba

from utils import plotting
from utils.style import BLUE, ORANGE, use_course_style


def texts(ax):
    return [text.get_text() for text in ax.texts]


def test_show_image_draws_the_pixels_on_the_given_axes():
    image = np.linspace(0, 1, 12).reshape(3, 4)
    ax = plt.subplots()[1]
    assert plotting.show_image(image, "a title", ax) is ax
    assert ax.get_title() == "a title"
    assert np.array_equal(ax.images[0].get_array(), image)
    assert ax.images[0].get_clim() == (0, 1)


def test_show_image_takes_a_single_channel_and_clips_colour():
    assert plotting.show_image(np.ones((3, 4, 1))).images[0].get_array().shape == (3, 4)
    shown = plotting.show_image(np.full((3, 4, 3), 1.5)).images[0].get_array()
    assert shown.max() == 1


@pytest.mark.parametrize(("side", "drawn"), [(300, "nearest"), (301, "auto")])
def test_show_image_smooths_large_images_only(side, drawn):
    ax = plotting.show_image(np.zeros((4, side)))
    assert ax.images[0].get_interpolation() == drawn


@pytest.mark.parametrize("shape", [(5,), (2, 3, 4, 5), (3, 4, 2)])
def test_show_image_refuses_what_is_no_image(shape):
    with pytest.raises(ValueError, match=r"height, width"):
        plotting.show_image(np.zeros(shape))


def test_signed_images_share_one_scale_with_zero_in_the_middle():
    axes = plotting.show_images([np.full((2, 2), -3.0), np.ones((2, 2))], signed=True)
    assert [ax.images[0].get_clim() for ax in axes] == [(-3, 3), (-3, 3)]


def test_show_images_lays_out_rows_and_titles():
    axes = plotting.show_images([np.zeros((4, 4))] * 5, list("abcde"), columns=2)
    assert [ax.get_title() for ax in axes] == list("abcde")
    assert len(axes[0].figure.axes) == 5
    with pytest.raises(ValueError, match="5 images need as many titles"):
        plotting.show_images([np.zeros((4, 4))] * 5, ["only one"])


def test_show_heatmap_stretches_the_heat_over_the_image_and_covers_by_strength():
    heat = np.array([[0.0, 2.0, -1.0], [0.0, 0.0, 0.0]])
    picture, cover = plotting.show_heatmap(np.ones((8, 6, 3)), heat, "a title").images
    assert tuple(picture.get_extent()) == tuple(cover.get_extent())
    assert tuple(cover.get_extent()) == (-0.5, 5.5, 7.5, -0.5)
    drawn = cover.get_array()
    assert np.allclose(drawn[0, 1, :3], to_rgba(ORANGE)[:3], atol=0.01)
    assert np.allclose(drawn[0, 2, :3], to_rgba(BLUE)[:3], atol=0.01)
    assert np.allclose(drawn[..., 3], 0.85 * np.abs(heat) / 2)


def test_show_heatmap_on_a_shared_scale_and_of_nothing():
    half = plotting.show_heatmap(np.ones((4, 4, 1)), np.ones((2, 2)), limit=2)
    assert np.allclose(half.images[1].get_array()[..., 3], 0.85 / 2)
    cold = plotting.show_heatmap(np.ones((4, 4)), np.zeros((2, 2)))
    assert not cold.images[1].get_array()[..., 3].any()
    with pytest.raises(ValueError, match=r"two axes .* not shape \(1, 2, 2\)"):
        plotting.show_heatmap(np.ones((4, 4)), np.ones((1, 2, 2)))


def test_show_feature_maps_draws_one_panel_per_channel():
    maps = np.random.default_rng(0).normal(size=(4, 5, 6))
    axes = plotting.show_feature_maps(maps)
    assert len(axes) == 6
    assert np.array_equal(axes[2].images[0].get_array(), maps[..., 2])
    with pytest.raises(ValueError, match="three axes"):
        plotting.show_feature_maps(maps[0])


def test_show_numbers_writes_every_number_and_leaves_nan_empty():
    ax = plotting.show_numbers([[1, 2], [np.nan, 4]], window=(0, 1, 2, 1))
    assert texts(ax) == ["1", "2", "4"]
    frame = ax.patches[0]
    assert (*frame.get_xy(), frame.get_width(), frame.get_height()) == (0.5, -0.5, 1, 2)
    assert frame.get_edgecolor() == to_rgba(ORANGE)


def test_show_numbers_is_readable_on_dark_and_on_light_cells():
    ax = plotting.show_numbers([[0, 10]])
    assert [text.get_color() for text in ax.texts] == ["white", "black"]


@pytest.mark.parametrize(
    ("kernel", "expected"),
    [([[1, -2]], ["1", "-2"]), ([[0.5, 1]], ["0.5", "1.0"]), ([[1 / 9]], ["0.11"])],
)
def test_show_kernel_writes_as_many_decimals_as_it_needs(kernel, expected):
    assert texts(plotting.show_kernel(kernel)) == expected


def test_plot_history_draws_training_and_validation():
    history = {"loss": [2, 1], "accuracy": [0.5, 0.7], "val_loss": [3, 2]}
    loss, accuracy = plotting.plot_history(history)
    assert [line.get_label() for line in loss.lines] == ["training", "validation"]
    assert list(loss.lines[0].get_xdata()) == [1, 2]
    assert [line.get_label() for line in accuracy.lines] == ["training"]
    with pytest.raises(ValueError, match="no 'mae', only loss, accuracy, val_loss"):
        plotting.plot_history(history, metric="mae")


def test_confusion_matrix_colours_mistakes_only():
    ax = plotting.show_confusion_matrix([[90, 2], [0, 80]], ["cat", "dog"])
    assert texts(ax) == ["90", "2", "0", "80"]
    colours = ax.images[0].get_array()
    assert colours[0, 0] == colours[1, 1] == 0 < colours[0, 1]
    assert [label.get_text() for label in ax.get_yticklabels()] == ["cat", "dog"]


def test_course_style_is_large_enough_for_the_back_row():
    with plt.rc_context():
        use_course_style()
        assert plt.rcParams["font.size"] >= 11
