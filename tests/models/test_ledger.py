"""Parameters and multiply-adds against published figures and worked examples."""

import keras
import pytest
from keras import layers

from tests.models.empty_networks import published
from utils.models.ledger import ledger, total_multiply_adds, total_parameters


def only_entry(layer, shape=(8, 6, 4)):
    (entry,) = ledger(keras.Sequential([keras.Input(shape), layer]))
    return entry


def functional(inputs, output):
    return ledger(keras.Model(inputs, output))


@pytest.mark.long
@pytest.mark.parametrize(
    ("name", "parameters", "millions"),
    [
        # Simonyan and Zisserman 2015; 15.5 billion is what is usually quoted.
        ("VGG16", 138_357_544, 15_470),
        # Howard et al. 2017, table 8: 569 million, 4.2 million parameters. Keras counts
        # the moving statistics of batch normalisation in.
        ("MobileNet", 4_253_864, 569),
        # He et al. 2016, table 1: 3.8 billion.
        ("ResNet50", 25_636_712, 3_858),
    ],
)
def test_published_figures(name, parameters, millions):
    model = published(name)
    entries = ledger(model)
    assert total_parameters(entries) == model.count_params() == parameters
    assert round(total_multiply_adds(entries) / 1e6) == millions


@pytest.mark.parametrize(
    ("layer", "multiply_adds", "parameters"),
    [
        (layers.Conv2D(10, 3), 6 * 4 * 10 * 9 * 4, 9 * 4 * 10 + 10),
        (layers.Conv2D(10, (1, 3), padding="same"), 48 * 10 * 3 * 4, 3 * 4 * 10 + 10),
        (layers.Conv2D(10, 3, 2, "same", use_bias=False), 12 * 10 * 36, 360),
        (layers.Conv2D(10, 3, dilation_rate=2), 4 * 2 * 10 * 36, 370),
        (layers.Conv2D(10, 3, groups=2, padding="same"), 48 * 10 * 9 * 2, 190),
        (layers.DepthwiseConv2D(3, depth_multiplier=2), 24 * 8 * 9, 80),
        (layers.DepthwiseConv2D(3, 2, "same"), 12 * 4 * 9, 40),
        (layers.SeparableConv2D(10, 3), 24 * (4 * 9 + 4 * 10), 36 + 40 + 10),
        (layers.SeparableConv2D(10, 3, depth_multiplier=2), 24 * (72 + 80), 162),
        (layers.Conv2DTranspose(10, 3, 2), 48 * 4 * 9 * 10, 370),
        (layers.Dense(5), 48 * 5 * 4, 25),
        (layers.MaxPooling2D(), 0, 0),
        (layers.BatchNormalization(), 0, 16),
        (layers.Flatten(), 0, 0),
        (layers.Dropout(0.5), 0, 0),
        (layers.PReLU(), 0, 192),
        (layers.Rescaling(1 / 255), 0, 0),
        (layers.Resizing(4, 4), 0, 0),
        (layers.CenterCrop(4, 4), 0, 0),
        (layers.Cropping2D(1), 0, 0),
        (layers.ZeroPadding2D(1), 0, 0),
        (layers.UpSampling2D(2), 0, 0),
        (layers.TimeDistributed(layers.Conv1D(5, 3)), 8 * 4 * 5 * 3 * 4, 65),
    ],
)
def test_one_layer(layer, multiply_adds, parameters):
    entry = only_entry(layer)
    assert entry.multiply_adds == multiply_adds
    assert entry.parameters == parameters


@pytest.mark.parametrize(
    ("layer", "multiply_adds"),
    [
        (layers.Conv1D(5, 3), 10 * 5 * 3 * 4),
        (layers.Conv1D(6, 3, 2, "same", groups=2), 6 * 6 * 3 * 2),
        (layers.DepthwiseConv1D(3, depth_multiplier=2), 10 * 8 * 3),
        (layers.SeparableConv1D(5, 3), 10 * (4 * 3 + 4 * 5)),
        (layers.Conv1DTranspose(5, 3, 2), 12 * 4 * 3 * 5),
        (layers.MaxPooling1D(), 0),
        (layers.AveragePooling1D(2), 0),
        (layers.GlobalMaxPooling1D(), 0),
        (layers.ZeroPadding1D(1), 0),
    ],
)
def test_one_layer_of_a_sound(layer, multiply_adds):
    assert only_entry(layer, (12, 4)).multiply_adds == multiply_adds


@pytest.mark.parametrize(
    "layer",
    [
        lambda **order: layers.Conv2D(10, 3, **order),
        lambda **order: layers.DepthwiseConv2D(3, depth_multiplier=2, **order),
        lambda **order: layers.SeparableConv2D(10, 3, **order),
        lambda **order: layers.Conv2DTranspose(10, 3, 2, **order),
    ],
    ids=["plain", "depthwise", "separable", "transposed"],
)
def test_channels_may_stand_first(layer):
    last = only_entry(layer(data_format="channels_last"), (8, 6, 4))
    first = only_entry(layer(data_format="channels_first"), (4, 8, 6))
    assert first.output_shape == (last.output_shape[-1], *last.output_shape[:-1])
    assert first[3:] == last[3:]


def test_a_layer_or_a_model_for_every_picture_of_a_film():
    conv = layers.Conv2D(5, 3)
    small = keras.Sequential([conv, layers.Flatten(), layers.Dense(2)])
    for inside, adds in ((conv, 36 * 5 * 27), (small, 36 * 5 * 27 + 180 * 2)):
        entry = only_entry(layers.TimeDistributed(inside), (7, 8, 8, 3))
        assert entry.multiply_adds == 7 * adds


@pytest.mark.parametrize(
    ("layer", "gates"), [(layers.SimpleRNN, 1), (layers.GRU, 3), (layers.LSTM, 4)]
)
@pytest.mark.parametrize("options", [{}, {"return_sequences": True, "unroll": True}])
def test_a_recurrent_layer_uses_its_weights_at_every_step(layer, gates, options):
    entry = only_entry(layer(5, **options), (7, 4))
    assert entry.multiply_adds == 7 * gates * 5 * (4 + 5)


def test_a_kernel_that_slides_along_time_too():
    entry = only_entry(layers.Conv3D(5, (3, 2, 2), strides=(1, 2, 2)), (8, 6, 6, 2))
    assert entry.multiply_adds == 6 * 3 * 3 * 5 * 3 * 2 * 2 * 2
    assert entry.parameters == 3 * 2 * 2 * 2 * 5 + 5


def test_what_stands_between_layers_is_free():
    inputs = keras.Input((8, 8, 4))
    h = layers.Conv2D(4, 1)(1.0 - inputs / 255.0)
    x = keras.ops.relu(h + h - 2 * h * inputs)[:, 1:, 1:]
    x = keras.ops.concatenate([x, x], axis=-1)
    entries = functional(inputs, keras.ops.mean(x, axis=(1, 2)))
    assert total_multiply_adds(entries) == 64 * 4 * 4
    assert total_parameters(entries) == 20
    assert {"TrueDivide", "Add", "Multiply", "Mean"} <= {e.kind for e in entries}


def test_an_entry_says_which_layer_and_what_comes_out():
    entry = only_entry(layers.Conv2D(10, 3, name="edges"))
    assert entry[:3] == ("edges", "Conv2D", (6, 4, 10))


def test_a_model_in_a_model_is_listed_by_its_layers():
    stem = keras.Sequential([keras.Input((8, 8, 3)), layers.Conv2D(4, 3, name="a")])
    inputs = keras.Input((8, 8, 3))
    entries = functional(inputs, layers.Conv2D(2, 1, name="b")(stem(inputs)))
    assert [entry.name for entry in entries][-2:] == ["a", "b"]
    assert total_multiply_adds(entries) == 36 * 4 * 27 + 36 * 2 * 4
    outer = keras.Sequential([keras.Input((8, 8, 3)), stem, layers.Flatten()])
    assert total_multiply_adds(ledger(outer)) == 36 * 4 * 27


def test_a_layer_used_twice_costs_twice_and_is_stored_once():
    shared = layers.Conv2D(3, 3, padding="same")
    inputs = keras.Input((8, 8, 3))
    entries = functional(inputs, shared(layers.MaxPooling2D()(shared(inputs))))
    assert total_parameters(entries) == 9 * 3 * 3 + 3
    assert total_multiply_adds(entries) == (64 + 16) * 3 * 27


def test_branches_are_all_counted_and_adding_them_is_free():
    inputs = keras.Input((8, 8, 4))
    branches = [
        layers.Conv2D(4, 1)(inputs),
        layers.Conv2D(4, 3, padding="same")(inputs),
    ]
    entries = functional(inputs, layers.Add()(branches))
    assert total_multiply_adds(entries) == 64 * 4 * 4 * (1 + 9)


def test_counting_leaves_the_model_as_it_was():
    inputs = keras.Input((8, 8, 4))
    hidden = layers.Conv2D(4, 1)(inputs)
    model = keras.Model(inputs, layers.ReLU()(hidden))
    names, output = [layer.name for layer in model.layers], model.layers[1].output
    assert ledger(model) == ledger(model)
    assert [layer.name for layer in model.layers] == names
    assert model.layers[1].output is output


def test_a_layer_without_a_rule_is_refused_by_name():
    with pytest.raises(
        ValueError, match=r'no rule for the layer "memory" \(ConvLSTM1D'
    ):
        only_entry(layers.ConvLSTM1D(3, 2, name="memory"), (5, 4, 2))


def test_an_operation_that_is_no_layer_is_refused():
    inputs = keras.Input((4, 4))
    with pytest.raises(ValueError, match=r"no rule for the layer .* \(Matmul\)"):
        functional(inputs, keras.ops.matmul(inputs, inputs))


class TwiceOver(layers.Conv2D):
    def call(self, maps):
        return super().call(super().call(maps))


class Renamed(layers.Conv2D):
    pass


def test_a_layer_of_ones_own_is_counted_only_if_it_computes_the_same():
    with pytest.raises(ValueError, match=r'no rule .* "mine" \(TwiceOver\): build'):
        only_entry(TwiceOver(4, 3, padding="same", name="mine"))
    assert only_entry(Renamed(10, 3)).multiply_adds == 6 * 4 * 10 * 9 * 4
    with pytest.raises(ValueError, match=r'no rule for the layer "half" \(Lambda\)'):
        only_entry(layers.Lambda(lambda maps: maps / 2, name="half"))


def test_layers_with_several_outputs_are_refused():
    inputs = keras.Input((4, 4))
    parts = keras.ops.split(inputs, 2, axis=-1)
    with pytest.raises(ValueError, match=r"\(Split\) puts out several tensors"):
        functional(inputs, layers.Add()(parts))


def test_sizes_that_are_not_fixed_are_refused():
    with pytest.raises(ValueError, match='"open" is not fixed'):
        only_entry(layers.Conv2D(2, 3, name="open"), (None, None, 3))


def test_models_whose_layers_cannot_be_seen_are_refused():
    unbuilt = keras.Sequential([layers.Conv2D(2, 3)], name="unbuilt")

    class Subclassed(keras.Model):
        pass

    for model in (unbuilt, Subclassed(name="subclassed")):
        with pytest.raises(ValueError, match=f'the layers of "{model.name}"'):
            ledger(model)
