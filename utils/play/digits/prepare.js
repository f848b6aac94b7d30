// A drawing, prepared as the digits of MNIST were: as `prepare_drawing` of
// utils/files/digits.py. rules: constants of utils/files (digits, ink, parts), from the
// data of the widget, so that they are written once.

import { onlyDigit } from "./parts.js";

/**
 * Return {image} (field × field numbers in 0..1) or {fault}.
 * ink: side × side numbers in 0..1, clear of the border. fault: "empty", "small",
 * "parts" or "broad".
 */
export function prepareDrawing(ink, side, rules) {
  const strongest = largest(ink);
  if (strongest <= rules.least) return { fault: "empty" };
  const full = new Float64Array(ink.length); // loops, for these run at every stroke
  const mask = new Uint8Array(ink.length);
  for (let place = 0; place < ink.length; place++) {
    full[place] = ink[place] / strongest;
    mask[place] = full[place] >= rules.threshold;
  }
  const { kept, fault } = onlyDigit(mask, side, rules);
  if (fault) return { fault };
  for (let place = 0; place < ink.length; place++) full[place] *= kept[place];
  const digit = crop(full, side);
  if (isBroad(digit, rules)) return { fault: "broad" };
  return { image: centre(scale(digit, rules.box), rules) };
}

/** Whether ink fills too much of the square round it for a pen's strokes. */
function isBroad({ values, width }, { strong, filled }) {
  const { top, bottom, left, right, count } = boxOf(values, width, strong);
  return count > filled * Math.max(bottom - top, right - left) ** 2;
}

/** The box round all values of at least `least`, its ends one beyond, and their count. */
function boxOf(values, width, least) {
  const box = { top: Infinity, bottom: 0, left: Infinity, right: 0, count: 0 };
  for (let place = 0; place < values.length; place++) {
    if (values[place] < least) continue;
    const row = Math.floor(place / width);
    const column = place % width;
    box.top = Math.min(box.top, row);
    box.bottom = Math.max(box.bottom, row + 1);
    box.left = Math.min(box.left, column);
    box.right = Math.max(box.right, column + 1);
    box.count += 1;
  }
  return box;
}

/** The smallest rectangle that holds all ink: {values, height, width}. */
function crop(ink, side) {
  const { top, bottom, left, right } = boxOf(ink, side, Number.MIN_VALUE);
  const [height, width] = [bottom - top, right - left];
  const values = new Float64Array(height * width);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      values[row * width + column] = ink[(top + row) * side + left + column];
    }
  }
  return { values, height, width };
}

/** The ink with its longer side `box` pixels, its strongest pixel 1. */
function scale(digit, box) {
  const factor = box / Math.max(digit.height, digit.width);
  const [height, width] = [digit.height, digit.width].map((length) =>
    Math.max(1, roundHalfToEven(length * factor)),
  );
  const across = averaged(digit, width);
  const small = turned(averaged(turned(across), height));
  const strongest = largest(small.values);
  return { ...small, values: small.values.map((value) => value / strongest) };
}

/** The picture with its rows resized: each new pixel is the mean of all it covers. */
function averaged({ values, height, width }, newWidth) {
  const step = width / newWidth;
  const half = Math.max(step, 1) / 2;
  const result = new Float64Array(height * newWidth);
  for (let column = 0; column < newWidth; column++) {
    // As Pillow's BOX filter does, which counts whole pixels only.
    const middle = (column + 0.5) * step;
    const covered = [];
    const last = Math.min(Math.floor(middle + half + 0.5), width);
    for (let c = Math.max(Math.floor(middle - half + 0.5), 0); c < last; c++) {
      const place = (c - middle + 0.5) / (2 * half);
      if (place > -0.5 && place <= 0.5) covered.push(c);
    }
    for (let row = 0; row < height; row++) {
      let sum = 0;
      for (const c of covered) sum += values[row * width + c];
      result[row * newWidth + column] = sum / covered.length;
    }
  }
  return { values: result, height, width: newWidth };
}

/** Rows become columns. */
function turned({ values, height, width }) {
  const result = values.map(
    (_, place) => values[(place % height) * width + Math.floor(place / height)],
  );
  return { values: result, height: width, width: height };
}

/** A field × field image with the centre of mass at pixel (centre, centre). */
function centre({ values, height, width }, { field, centre: aim, tie }) {
  let [sum, rows, columns] = [0, 0, 0];
  values.forEach((value, place) => {
    sum += value;
    rows += value * Math.floor(place / width);
    columns += value * (place % width);
  });
  const start = (mean, length) =>
    Math.min(Math.max(Math.round(aim - mean - tie), 0), field - length);
  const [top, left] = [start(rows / sum, height), start(columns / sum, width)];
  const image = new Float32Array(field * field);
  values.forEach((value, place) => {
    image[(top + Math.floor(place / width)) * field + left + (place % width)] = value;
  });
  return image;
}

function largest(numbers) {
  let most = -Infinity;
  for (let place = 0; place < numbers.length; place++) most = Math.max(most, numbers[place]);
  return most;
}

/** As Python rounds. */
function roundHalfToEven(number) {
  const below = Math.floor(number);
  const rest = number - below;
  if (rest !== 0.5) return Math.round(number);
  return below % 2 ? below + 1 : below;
}
