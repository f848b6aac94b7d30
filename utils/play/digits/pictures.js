// Numbers as grey pictures on a canvas, and heat laid over them.

const GAP = 1; // pixels between two maps

/** Draw height × width numbers, 0 black to 1 white; null leaves the canvas black. */
export function showGrey(canvas, values, height, width) {
  [canvas.height, canvas.width] = [height, width];
  paint(canvas, (place) => Array(3).fill(255 * (values?.[place] ?? 0)));
}

/** Draw all maps of a layer side by side, on one shared scale; no values: empty ones. */
export function showMaps(canvas, { height, width, channels, values }, columns) {
  const rows = Math.ceil(channels / columns);
  canvas.height = rows * (height + GAP) - GAP;
  canvas.width = columns * (width + GAP) - GAP;
  const largest = values?.reduce((most, value) => Math.max(most, value), 0) || 1;
  paint(canvas, (place) => {
    const [y, x] = [Math.floor(place / canvas.width), place % canvas.width];
    const [row, column] = [y % (height + GAP), x % (width + GAP)];
    const channel = Math.floor(y / (height + GAP)) * columns + Math.floor(x / (width + GAP));
    if (row === height || column === width || channel >= channels) return null;
    const value = values ? values[(row * width + column) * channels + channel] : 0;
    return Array(3).fill((255 * Math.max(value, 0)) / largest);
  });
}

/**
 * Draw an image, dark on light and pale, with heat over it: orange, and the more the
 * nearer it comes to `largest`. heat: {height, width, values} of any size, null for none.
 */
export function showHeat(canvas, image, side, heat, largest) {
  [canvas.height, canvas.width] = [side, side];
  const ORANGE = [213, 94, 0];
  paint(canvas, (place) => {
    const grey = 255 * (1 - 0.35 * (image?.[place] ?? 0));
    if (!heat) return [grey, grey, grey];
    const share = 0.85 * Math.min(between(heat, side, place) / (largest || 1), 1);
    return ORANGE.map((colour) => share * colour + (1 - share) * grey);
  });
}

/** The heat at a place of a side × side image, between the four nearest of its own. */
function between({ height, width, values }, side, place) {
  const at = (position, length) => Math.min(Math.max(((position + 0.5) * length) / side - 0.5, 0), length - 1);
  const [y, x] = [at(Math.floor(place / side), height), at(place % side, width)];
  const [top, left] = [Math.floor(y), Math.floor(x)];
  const [bottom, right] = [Math.min(top + 1, height - 1), Math.min(left + 1, width - 1)];
  const mix = (a, b, share) => a + share * (b - a);
  const row = (r) => mix(values[r * width + left], values[r * width + right], x - left);
  return mix(row(top), row(bottom), y - top);
}

/** Colour each pixel by a function of its place: [red, green, blue], or null for none. */
export function paint(canvas, colour) {
  const context = canvas.getContext("2d");
  const pixels = context.createImageData(canvas.width, canvas.height);
  for (let place = 0; place < canvas.width * canvas.height; place++) {
    const rgb = colour(place);
    if (rgb) pixels.data.set([...rgb, 255], 4 * place);
  }
  context.putImageData(pixels, 0, 0);
}
