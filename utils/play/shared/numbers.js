// How numbers are written, and which colour they have: as utils/drawing does both.

/** A number with as many decimals as it needs, at most so many; a real minus sign. */
export function written(number, most = 2) {
  const rounded = Number(number.toFixed(most)) + 0; // 0 where -0 was
  return String(rounded === 0 ? 0 : rounded).replace("-", "−");
}

/** The same as a term of a sum or a product: brackets around what is negative. */
export function bracketed(number, most = 2) {
  const text = written(number, most);
  return text.startsWith("−") ? `(${text})` : text;
}

const WHITE = [255, 255, 255], BLUE = [0, 114, 178], ORANGE = [213, 94, 0];

/** Grey for a value between low (black) and high (white), as [red, green, blue]. */
export function greyOf(value, low, high) {
  const share = Math.min(Math.max((value - low) / (high - low || 1), 0), 1);
  const grey = Math.round(255 * share);
  return [grey, grey, grey];
}

/** Blue below zero, white at zero, orange above; full colour at ±largest. */
export function signedOf(value, largest) {
  const share = Math.min(Math.abs(value) / (largest || 1), 1);
  const full = value < 0 ? BLUE : ORANGE;
  return WHITE.map((white, i) => Math.round(white + share * (full[i] - white)));
}

/** Black or white: the one that is easier to read on a colour, 4.5:1 or better. */
export function inkOn(colour) {
  const [red, green, blue] = colour.map((channel) => {
    const value = channel / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 0.18 ? "white" : "black";
}

export const css = (colour) => `rgb(${colour.join(" ")})`;

/** The largest distance from zero in rows of numbers. */
export const largestOf = (rows) => Math.max(...rows.flat().map(Math.abs));
