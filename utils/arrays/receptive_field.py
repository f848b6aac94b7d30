"""What one number of a layer sees of the input, from kernel sizes and strides alone.

Along one axis; a network of square windows sees the same along both. The formulas are
those of A. Araujo, W. Norris and J. Sim, "Computing receptive fields of convolutional
neural networks", Distill 2019; lesson 6c derives them. For the same measured on a Keras
model, see `utils.models.measured_receptive_field`.
"""

from numbers import Integral
from typing import NamedTuple

from utils.arrays.convolution import output_size, padding_amounts
from utils.arrays.whole_numbers import at_least


class Window(NamedTuple):
    """A layer that slides a window: a convolution or a pooling; arguments as there."""

    kernel_size: int
    stride: int = 1
    padding: str | int | tuple[int, int] = "valid"
    dilation: int = 1


class ReceptiveField(NamedTuple):
    """What the numbers of one layer see of the input, in pixels of the input."""

    size: int  # from the first to the last pixel that one number sees
    jump: int  # from one number's field to its neighbour's
    start: int  # first pixel of number 0; below 0 it lies on the padding
    positions: int  # how many numbers the layer has

    def pixels(self, position):
        """The pixels that one number sees, as a range; it may reach over the rim."""
        is_whole = isinstance(position, Integral)
        if not (is_whole and 0 <= position < self.positions):
            raise ValueError(
                f"This layer has the positions 0 to {self.positions - 1}: there is no "
                f"position {position}."
            )
        first = self.start + position * self.jump
        return range(first, first + self.size)

    def through(self, window):
        """The ReceptiveField after one more Window; raises ValueError if none fits."""
        if not isinstance(window, Window):
            raise TypeError(
                f"A layer is a Window(kernel_size, stride, …) here, not {window!r}."
            )
        padding_before, _ = padding_amounts(self.positions, *window)
        reach = (window.kernel_size - 1) * window.dilation
        return ReceptiveField(
            size=self.size + reach * self.jump,
            jump=self.jump * window.stride,
            start=self.start - padding_before * self.jump,
            positions=output_size(self.positions, *window),
        )


def receptive_fields(windows, input_size):
    """Return one ReceptiveField for the input and one after each window.

    windows: sequence of Window, from the input on; input_size: pixels along the axis.
    Raises ValueError where a window does not fit, and for a size that is none.
    """
    input_size = at_least(1, input_size, "input size")
    fields = [ReceptiveField(size=1, jump=1, start=0, positions=input_size)]
    for window in windows:
        fields.append(fields[-1].through(window))
    return fields


def cells_seen(windows, input_size, position):
    """Return the cells that one number is made from, a list for each layer.

    The first list holds pixels of the input, the last only position, a number of the
    last layer. Found by following the connections back; padding is left out.
    Raises ValueError for a position that is none, and as `receptive_fields` does.
    """
    windows = list(windows)
    fields = receptive_fields(windows, input_size)
    fields[-1].pixels(position)  # refuses a position that does not exist
    sizes = [field.positions for field in fields]
    seen = [{position}]
    for size, window in zip(reversed(sizes[:-1]), reversed(windows), strict=True):
        padding_before, _ = padding_amounts(size, *window)
        read = {
            cell * window.stride - padding_before + window.dilation * tap
            for cell in seen[0]
            for tap in range(window.kernel_size)
        }
        seen.insert(0, read & set(range(size)))
    return [sorted(cells) for cells in seen]
