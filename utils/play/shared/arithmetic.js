// The sliding window on rows of numbers: the same sizes and sums as utils/arrays/convolution.py.
// A picture is a list of rows; a picture with channels is a list of such lists, channels first.

/** Pixels of zeros [before, after] one axis; padding is "valid" or "same". */
export function paddingAmounts(inputSize, kernelSize, stride = 1, padding = "valid", dilation = 1) {
  if (padding === "valid") return [0, 0];
  const positions = Math.ceil(inputSize / stride);
  const missing = Math.max((positions - 1) * stride + spanOf(kernelSize, dilation) - inputSize, 0);
  return [Math.floor(missing / 2), missing - Math.floor(missing / 2)];
}

/** How many cells a kernel reaches over: its weights, and what dilation leaves between them. */
export const spanOf = (kernelSize, dilation) => (kernelSize - 1) * dilation + 1;

/** Why a window finds no place along one axis, in one sentence; null where it finds one. */
export function whyNoPlace(inputSize, kernelSize, stride = 1, padding = "valid", dilation = 1) {
  const [before, after] = paddingAmounts(inputSize, kernelSize, stride, padding, dilation);
  const padded = before + inputSize + after, span = spanOf(kernelSize, dilation);
  if (span <= padded) return null;
  return (
    `The kernel covers ${span} pixels but the padded input has only ${padded}: ` +
    "take a smaller kernel, less dilation or more padding."
  );
}

/** Number of positions along one axis; a RangeError where there is none. */
export function outputSize(inputSize, kernelSize, stride = 1, padding = "valid", dilation = 1) {
  const why = whyNoPlace(inputSize, kernelSize, stride, padding, dilation);
  if (why) throw new RangeError(why);
  const [before, after] = paddingAmounts(inputSize, kernelSize, stride, padding, dilation);
  return Math.floor((before + inputSize + after - spanOf(kernelSize, dilation)) / stride) + 1;
}

/** A picture with zeros around it. */
export function padded(picture, [[top, bottom], [left, right]]) {
  const width = left + picture[0].length + right;
  const zeros = (count) => Array.from({ length: count }, () => Array(width).fill(0));
  const inside = picture.map((row) => [...Array(left).fill(0), ...row, ...Array(right).fill(0)]);
  return [...zeros(top), ...inside, ...zeros(bottom)];
}

/** What lies under the kernel's weights when its corner is at (top, left): rows of numbers. */
export function underWindow(picture, kernel, top, left, dilation = 1) {
  return kernel.map((row, m) => row.map((_, n) => picture[top + m * dilation][left + n * dilation]));
}

/** Two grids of one shape, multiplied cell by cell. */
export const timesEach = (grid, other) => grid.map((row, m) => row.map((value, n) => value * other[m][n]));

/** The sum of all cells. */
export const sumOf = (grid) => grid.flat().reduce((sum, value) => sum + value, 0);

/** Slide a kernel over a picture, without turning it: rows of sums. */
export function crossCorrelate(picture, kernel, { stride = 1, padding = "valid", dilation = 1 } = {}) {
  const sizes = [picture.length, picture[0].length], spans = [kernel.length, kernel[0].length];
  const amounts = sizes.map((size, axis) => paddingAmounts(size, spans[axis], stride, padding, dilation));
  const [height, width] = sizes.map((size, axis) => outputSize(size, spans[axis], stride, padding, dilation));
  const ground = padded(picture, amounts);
  return Array.from({ length: height }, (_, i) =>
    Array.from({ length: width }, (_, j) =>
      sumOf(timesEach(underWindow(ground, kernel, i * stride, j * stride, dilation), kernel)),
    ),
  );
}

/** One filter on a picture with channels: a map for each channel's slice, and their sum plus bias. */
export function convolveChannels(channels, slices, bias = 0, settings = {}) {
  const maps = channels.map((channel, c) => crossCorrelate(channel, slices[c], settings));
  const total = maps[0].map((row, i) =>
    row.map((_, j) => maps.reduce((sum, map) => sum + map[i][j], bias)),
  );
  return { maps, total };
}
