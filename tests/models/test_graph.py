"""Memory and receptive fields of branching models, against worked examples."""

import keras
import pytest
from keras import layers

from tests.models.empty_networks import published
from utils.arrays.receptive_field import ReceptiveField
from utils.models.graph import activation_bytes, calls, widest_receptive_field

SAME = {"padding": "same"}


def sequential(*stack, shape=(8, 8, 4)):
    return keras.Sequential([keras.Input(shape), *stack])


def peak(model):
    return max(activation_bytes(model))


def test_calls_tell_who_reads_from_whom():
    image = keras.Input((8, 8, 4))
    convolution, add = layers.Conv2D(4, 3, **SAME), layers.Add()
    found = calls(keras.Model(image, add([image, convolution(image)])))
    assert [call.layer for call in found] == [convolution, add]
    assert found[1].inputs == [found[0].inputs[0], found[0].output]
    assert found[1].inputs[1] is found[0].output


def test_a_chain_keeps_what_one_layer_reads_and_writes():
    # 8·8·4 = 256 numbers go in, 8·8·2 = 128 and 4·4·6 = 96 come out.
    model = sequential(layers.Conv2D(2, 1), layers.Conv2D(6, 2, strides=2))
    assert activation_bytes(model) == [4 * (256 + 128), 4 * (128 + 96)]


def test_a_number_by_itself_is_written_over():
    model = sequential(
        layers.Conv2D(4, 1),
        layers.BatchNormalization(),
        layers.ReLU(),
        layers.Flatten(),
        layers.Dropout(0.5),
    )
    assert peak(model) == 4 * (256 + 256)


def test_a_skip_connection_keeps_its_input_until_the_addition():
    image = keras.Input((8, 8, 4))
    wide = layers.Conv2D(4, 3, **SAME)(layers.Conv2D(8, 1)(image))
    plain = keras.Model(image, wide)
    residual = keras.Model(image, layers.Add()([image, wide]))
    # The second convolution reads 8·8·8 = 512 numbers and writes 256. The skip keeps
    # the image, 256, as well; the addition writes over one of its inputs.
    assert peak(plain) == 4 * (512 + 256)
    assert peak(residual) == 4 * (512 + 256 + 256)


def test_what_is_read_later_is_not_written_over():
    image = keras.Input((8, 8, 4))
    active = layers.ReLU()(image)
    model = keras.Model(image, layers.Concatenate()([image, active]))
    assert peak(model) == 4 * (256 + 256 + 512)
    doubled = keras.Model(image, layers.Add()([image, image]))
    assert peak(doubled) == 4 * 256


def test_parallel_branches_are_kept_until_they_are_joined():
    image = keras.Input((8, 8, 4))
    branches = [layers.Conv2D(channels, 1)(image) for channels in (1, 2, 3)]
    model = keras.Model(image, layers.Concatenate()(branches))
    # 64 places. All branches beside the image: 4 + 6; joining them: 6 + 6.
    assert peak(model) == 4 * 64 * (6 + 6)


def test_outputs_are_kept_to_the_end():
    image = keras.Input((8, 8, 4))
    first = layers.Conv2D(8, 1)(image)
    last = layers.Conv2D(9, 1)(layers.Conv2D(2, 1)(first))
    assert peak(keras.Model(image, last)) == 4 * 64 * (4 + 8)
    both = keras.Model(image, [first, last])
    assert peak(both) == 4 * 64 * (8 + 2 + 9)


@pytest.mark.long
@pytest.mark.parametrize(
    ("name", "size", "jump"),
    [
        # The table in the README of google-research/receptive_field (Araujo et al.).
        ("ResNet50", 483, 32),
        ("MobileNet", 315, 32),
        ("VGG16", 212, 32),
    ],
)
def test_published_receptive_fields(name, size, jump):
    model = published(name, include_top=False, input_shape=(224, 224, 3))
    field = widest_receptive_field(model)
    assert (field.size, field.jump, field.positions) == (size, jump, 7)


def test_the_widest_path_counts():
    image = keras.Input((16, 16, 1))
    narrow = layers.Conv2D(1, 1, strides=2)(image)
    wide = layers.Conv2D(1, 5, strides=2, **SAME)(image)
    other = layers.MaxPooling2D(2)(image)
    joined = layers.Concatenate()([narrow, wide, other])
    model = keras.Model(image, layers.Dense(1)(layers.Flatten()(joined)))
    assert widest_receptive_field(model) == ReceptiveField(5, 2, -1, 8)


def test_windows_of_every_kind_are_followed():
    model = sequential(
        layers.ZeroPadding2D(1),
        layers.Conv2D(4, 3, dilation_rate=2),
        layers.DepthwiseConv2D(3, **SAME),
        layers.AveragePooling2D(2),
        layers.SeparableConv2D(2, 3, **SAME),
        layers.GlobalAveragePooling2D(),
    )
    assert widest_receptive_field(model) == ReceptiveField(12, 2, -4, 3)


def test_what_has_no_answer_is_refused():
    nested = sequential(sequential(layers.Conv2D(4, 1)))
    for question in (activation_bytes, widest_receptive_field):
        with pytest.raises(ValueError, match="model inside the model"):
            question(nested)
    with pytest.raises(ValueError, match="must be square, not 8×6"):
        widest_receptive_field(sequential(layers.ReLU(), shape=(8, 6, 4)))
    with pytest.raises(ValueError, match=r'"flat" is not square'):
        widest_receptive_field(sequential(layers.Conv2D(1, (1, 3), name="flat")))
    with pytest.raises(ValueError, match=r'"up" \(UpSampling2D\) sees'):
        widest_receptive_field(sequential(layers.UpSampling2D(name="up")))


def test_constants_are_no_tensors_and_operations_write_over():
    image = keras.Input((8, 8, 4))
    model = keras.Model(image, keras.ops.relu(2.0 * image + image - 1.0))
    first = calls(model)[0]
    assert [type(tensor) for tensor in first.inputs] == [keras.KerasTensor]
    # The first product is new, for the image is read again; all else is written over.
    assert peak(model) == 4 * (256 + 256)


def test_dense_layers_and_operations_keep_the_places_of_maps():
    image = keras.Input((16, 16, 4))
    x = layers.Dense(4)(layers.Conv2D(4, 3)(image / 255.0))
    x = layers.LayerNormalization()(layers.Subtract()([x, x]))
    model = keras.Model(image, layers.Conv2D(4, 3)(x))
    assert widest_receptive_field(model) == ReceptiveField(5, 1, 0, 12)


@pytest.mark.parametrize(
    ("layer", "sentence"),
    [
        (layers.Concatenate(axis=1), r"what the layer .* \(Concatenate\) sees"),
        (layers.Reshape((4, 16, 4)), r"what the layer .* \(Reshape\) sees"),
        (layers.Softmax(axis=1), r"what the layer .* \(Softmax\) sees"),
        (layers.Lambda(lambda x: x[:, ::2]), r"what the layer .* \(Lambda\) sees"),
    ],
)
def test_layers_that_move_places_are_refused(layer, sentence):
    image = keras.Input((8, 8, 4))
    merged = isinstance(layer, layers.Concatenate)
    model = keras.Model(image, layer([image, image] if merged else image))
    with pytest.raises(ValueError, match=sentence):
        widest_receptive_field(model)


def test_maps_that_are_made_after_everything_was_seen_are_refused():
    image = keras.Input((8, 8, 4))
    gate = layers.GlobalAveragePooling2D(keepdims=True, name="all")(image)
    gate = layers.Conv2D(4, 1, activation="sigmoid")(gate)
    model = keras.Model(image, layers.Multiply(name="gated")([image, gate]))
    with pytest.raises(ValueError, match='"gated" makes maps after "all" has seen'):
        widest_receptive_field(model)


def test_paths_of_different_stride_are_refused():
    image = keras.Input((9, 9, 1))
    narrow = layers.Conv2D(1, 5)(image)  # 5×5 places, one pixel apart
    wide = layers.Conv2D(1, 1, strides=2)(image)  # 5×5 places, two pixels apart
    with pytest.raises(ValueError, match="same strides"):
        widest_receptive_field(keras.Model(image, layers.Add()([narrow, wide])))
