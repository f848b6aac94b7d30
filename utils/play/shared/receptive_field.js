// What one number of a layer sees, along one axis: the same as utils/arrays/receptive_field.py.
// A layer is {kernelSize, stride, padding, dilation}; padding is "valid" or "same".

import { outputSize, paddingAmounts, spanOf } from "./arithmetic.js";

const settings = ({ kernelSize, stride, padding, dilation }) => [kernelSize, stride, padding, dilation];

/**
 * One field for the input and one after each layer: {size, jump, start, positions}, in pixels.
 * A RangeError where a window does not fit.
 */
export function receptiveFields(layers, inputSize) {
  const fields = [{ size: 1, jump: 1, start: 0, positions: inputSize }];
  for (const layer of layers) {
    const { size, jump, start, positions } = fields.at(-1);
    const [before] = paddingAmounts(positions, ...settings(layer));
    fields.push({
      size: size + (spanOf(layer.kernelSize, layer.dilation) - 1) * jump,
      jump: jump * layer.stride,
      start: start - before * jump,
      positions: outputSize(positions, ...settings(layer)),
    });
  }
  return fields;
}

/**
 * The cells that one number of the last layer is made from: a list for the input and for each
 * layer, the last with that number alone. Padding is left out.
 */
export function cellsSeen(layers, inputSize, position) {
  const sizes = receptiveFields(layers, inputSize).map((field) => field.positions);
  const seen = [[position]];
  for (let n = layers.length - 1; n >= 0; n--) {
    const { kernelSize, stride, dilation } = layers[n];
    const [before] = paddingAmounts(sizes[n], ...settings(layers[n]));
    const taps = Array.from({ length: kernelSize }, (_, tap) => tap * dilation);
    const read = new Set(seen[0].flatMap((cell) => taps.map((tap) => cell * stride - before + tap)));
    seen.unshift([...read].filter((cell) => cell >= 0 && cell < sizes[n]).sort((a, b) => a - b));
  }
  return seen;
}
