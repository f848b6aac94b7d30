// Slide a window over a picture: the numbers under it, the products, the sum, and the map.

import { crossCorrelate, outputSize, padded, paddingAmounts, spanOf, sumOf, timesEach, underWindow, whyNoPlace } from "./shared/arithmetic.js";
import { announcer, arrowKeys, button, checkbox, choice, element } from "./shared/elements.js";
import { panel, playBox } from "./shared/look.js";
import { focusable, inWords, isTooWide, numberGrid, onPress } from "./shared/number_grid.js";
import { bracketed, greyOf, largestOf, signedOf, written } from "./shared/numbers.js";
import { rowsOf } from "./shared/rows.js";
import { weightFields } from "./shared/weights.js";

const OWN = "your own";
const PHOTO_WIDTH = 264;

/**
 * All that one stop of the window shows. picture, kernel: rows of numbers; settings: {stride,
 * padding, dilation}; stop: [row, column] in the map, moved inside where it is not.
 */
export function stopOf(picture, kernel, settings, stop) {
  const { stride, padding, dilation } = settings;
  const output = crossCorrelate(picture, kernel, settings);
  const within = (place, cells) => Math.min(Math.max(place, 0), cells - 1);
  const [row, column] = [within(stop[0], output.length), within(stop[1], output[0].length)];
  const amounts = [
    paddingAmounts(picture.length, kernel.length, stride, padding, dilation),
    paddingAmounts(picture[0].length, kernel[0].length, stride, padding, dilation),
  ];
  const ground = padded(picture, amounts);
  const [top, left] = [row * stride, column * stride];
  const under = underWindow(ground, kernel, top, left, dilation);
  const products = timesEach(under, kernel);
  return { output, row, column, amounts, ground, top, left, under, products, sum: sumOf(products) };
}

/** The formula of lesson 1 with its numbers, for one axis. */
export function sizeInWords(n, k, { stride, padding, dilation }) {
  const [before, after] = paddingAmounts(n, k, stride, padding, dilation);
  const size = outputSize(n, k, stride, padding, dilation);
  return `⌊(${n} + ${before + after} − ${dilation}·(${k} − 1) − 1) / ${stride}⌋ + 1 = ${size}`;
}

/** The cells that the weights lie on, each {row, column, height, width}. */
export function cellsRead(kernel, top, left, dilation) {
  return kernel.flatMap((row, m) =>
    row.map((_, n) => ({ row: top + m * dilation, column: left + n * dilation, height: 1, width: 1 })),
  );
}

/**
 * Build the plaything inside holder. data: {pictures, kernels: [{name, rows}], settings, stop};
 * the first picture and the first kernel are those at first.
 */
export function mount(holder, data) {
  const [pictures, kernels] = [named(data.pictures), named(data.kernels)];
  const [[firstPicture], [firstKernel]] = [pictures.keys(), kernels.keys()];
  const state = {
    picture: firstPicture,
    kernel: kernels.get(firstKernel),
    settings: { ...data.settings },
    stop: data.stop,
    isWhole: false,
  };
  const box = playBox(
    holder,
    "Slide the window",
    "Click into the input, or use the arrow keys there. Then try dilation 2, a photo, weights of your own.",
  );
  const [input, products, output] = [numberGrid(), numberGrid(), numberGrid()];
  const said = announcer();
  const weights = weightFields(state.kernel, "weight", (kernel) => {
    preset.select.value = OWN;
    change({ kernel });
  });
  const preset = choice("Filter", [...kernels.keys(), OWN], firstKernel, (name) => {
    if (name === OWN) return;
    weights.set(kernels.get(name));
    change({ kernel: kernels.get(name) });
  });
  const picture = choice("Input", [...pictures.keys()], firstPicture, (name) => {
    const rows = pictures.get(name);
    const middle = [rows.length, rows[0].length].map((size) => Math.floor(size / (2 * state.settings.stride)));
    change({ picture: name, stop: isTooWide(rows) ? middle : [0, 0] });
  });
  const setting = (name, label, options) =>
    choice(label, options, String(state.settings[name]), (value) => {
      change({ settings: { ...state.settings, [name]: name === "padding" ? value : Number(value) } });
    });
  const fields = {
    stride: setting("stride", "Stride", [1, 2, 3]),
    padding: setting("padding", "Padding", ["valid", "same"]),
    dilation: setting("dilation", "Dilation", [1, 2, 3]),
  };
  const refused = element("p", { role: "status" });
  const whole = checkbox("whole map", state.isWhole, (isWhole) => change({ isWhole }));

  const keys = arrowKeys(moveBy, jumpTo);
  const buttons = element("div", { class: "play-row play-arrows" },
    button("←", () => moveBy(0, -1), "move the window left"),
    button("→", () => moveBy(0, 1), "move the window right"),
    button("↑", () => moveBy(-1, 0), "move the window up"),
    button("↓", () => moveBy(1, 0), "move the window down"),
    button("next stop", () => jumpTo("next")),
  );
  const inputPanel = panel("input", focusable(input, "Input: the arrow keys move the window", keys), buttons);
  const mapPanel = panel("map", focusable(output, "Map: the arrow keys move the window", keys), whole.element);
  const middle = element("div", { class: "play-stack" },
    panel("filter", weights.element).element,
    panel("number · weight", products.element).element,
  );
  const [sum, size] = [element("p", { class: "play-sum" }), element("p", { class: "play-sum" })];
  box.append(
    element("div", { class: "play-row" }, picture.element, preset.element,
      ...Object.values(fields).map((field) => field.element)),
    refused,
    element("div", { class: "play-panels" }, inputPanel.element, middle, mapPanel.element),
    sum, size, said.element,
  );
  onPress(output, (row, column) => change({ stop: [row, column] }));
  onPress(input, (row, column) => {
    const { stride, dilation } = state.settings;
    const half = (spanOf(state.kernel.length, dilation) - 1) / 2;
    change({ stop: [row, column].map((place) => Math.round((place - half) / stride)) });
  });

  function change(news) {
    const before = { ...state };
    Object.assign(state, news);
    const { stride, padding, dilation } = state.settings;
    const rows = pictures.get(state.picture);
    const why = whyNoPlace(Math.min(rows.length, rows[0].length), state.kernel.length, stride, padding, dilation);
    if (why) {
      Object.assign(state, before);
      for (const [name, field] of Object.entries(fields)) field.select.value = String(state.settings[name]);
      picture.select.value = state.picture;
    }
    refused.textContent = why ? `That leaves the window no place. ${why}` : "";
    const stop = show();
    said.say(
      `Row ${stop.row + 1}, column ${stop.column + 1} of a map of ${stop.output.length} by ` +
        `${stop.output[0].length}: the sum is ${written(stop.sum)}.`,
    );
  }

  function moveBy(down, right) {
    change({ stop: [state.stop[0] + down, state.stop[1] + right] });
  }

  function jumpTo(where) {
    const { output, row, column } = stopOf(pictures.get(state.picture), state.kernel, state.settings, state.stop);
    const [rows, columns] = [output.length, output[0].length];
    const next = (row * columns + column + 1) % (rows * columns);
    const places = { first: 0, last: rows * columns - 1, next };
    change({ stop: [Math.floor(places[where] / columns), places[where] % columns] });
  }

  function show() {
    const original = pictures.get(state.picture);
    const stop = stopOf(original, state.kernel, state.settings, state.stop);
    const isPhoto = isTooWide(original);
    state.stop = [stop.row, stop.column];
    showInput(input, stop, state, original);
    showProducts(products, stop, state.kernel);
    showMap(output, stop, state.isWhole || isPhoto, isPhoto);
    const isPadded = state.settings.padding === "same";
    inputPanel.heading.textContent = (isPhoto ? "input, 0 black to 100 white" : "input") + (isPadded ? ", padding hatched" : "");
    mapPanel.heading.textContent = `map, ${stop.output.length} × ${stop.output[0].length}`;
    whole.element.hidden = isPhoto;
    const terms = stop.products.flat().map((value) => bracketed(value)).join(" + ");
    sum.replaceChildren("Sum: ", `${terms} = `, element("strong", {}, written(stop.sum)));
    const sides = new Set([original.length, original[0].length]); // one where it is square
    size.textContent = `Size: ${[...sides].map((n) => sizeInWords(n, state.kernel.length, state.settings)).join(", ")}`;
    return stop;
  }

  show();
  return { destroy: () => (said.stop(), box.remove()) };
}

const named = (list) => new Map(list.map(({ name, rows }) => [name, rowsOf(rows)]));

function showInput(grid, stop, { kernel, settings, picture }, original) {
  const isPhoto = isTooWide(original), { dilation } = settings;
  const all = original.flat();
  const [low, high] = isPhoto ? [0, 100] : [Math.min(0, ...all), Math.max(...all)];
  const [[above], [before]] = stop.amounts;
  const span = spanOf(kernel.length, dilation);
  const isInside = (r, c) => r >= above && c >= before && r < above + original.length && c < before + original[0].length;
  grid.show({
    values: stop.ground,
    colour: (value) => greyOf(value, low, high),
    text: (value) => written(value),
    words: isPhoto ? `${picture}, ${original.length} rows and ${original[0].length} columns` : inWords("input", stop.ground, written),
    frames: dilation === 1 || isPhoto ? [{ row: stop.top, column: stop.left, height: span, width: span }] : cellsRead(kernel, stop.top, stop.left, dilation),
    isPadding: (r, c) => !isInside(r, c),
    width: isPhoto ? PHOTO_WIDTH : undefined,
  });
}

function showProducts(grid, stop, kernel) {
  const largest = largestOf(stop.products);
  grid.show({
    values: stop.products,
    colour: (value) => signedOf(value, largest),
    text: (_, m, n) => `${bracketed(stop.under[m][n])}·${bracketed(kernel[m][n])}`,
    words: inWords("products", stop.products, written),
    cellWidth: 58,
  });
}

function showMap(grid, stop, isWhole, isPhoto) {
  const largest = largestOf(stop.output), columns = stop.output[0].length;
  const isReached = (r, c) => r * columns + c <= stop.row * columns + stop.column;
  const values = stop.output.map((row, r) => row.map((value, c) => (isWhole || isReached(r, c) ? value : null)));
  grid.show({
    values,
    colour: (value) => signedOf(value, largest),
    text: (value) => written(value, 1),
    words: isPhoto ? `map, ${values.length} rows and ${columns} columns` : inWords("map so far", values, (value) => written(value, 1)),
    frames: [{ row: stop.row, column: stop.column, height: 1, width: 1 }],
    width: isPhoto ? (PHOTO_WIDTH * columns) / stop.ground[0].length : undefined,
  });
}

export default {
  render({ model, el }) {
    return mount(el, model.get("data")).destroy;
  },
};
