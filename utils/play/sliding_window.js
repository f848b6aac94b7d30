// Slide a window over a picture: the numbers under it, the products, the sum, and the map.

import { crossCorrelate, outputSize, padded, paddingAmounts, spanOf, sumOf, timesEach, underWindow } from "./shared/arithmetic.js";
import { announcer, arrowKeys, button, checkbox, choice, element, numberField } from "./shared/elements.js";
import { panel, playBox } from "./shared/look.js";
import { inWords, numberGrid, onPress } from "./shared/number_grid.js";
import { bracketed, css, greyOf, inkOn, largestOf, signedOf, written } from "./shared/numbers.js";

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

/** Build the plaything inside element. data: {pictures, kernels, kernel, settings, stop}. */
export function mount(element_, data) {
  const box = playBox(
    element_,
    "Slide the window",
    "Move the window: click into the input, or focus it and use the arrow keys. Then change a weight, and set stride 2.",
  );
  const state = {
    picture: Object.keys(data.pictures)[0],
    kernel: data.kernels[data.kernel].map((row) => [...row]),
    settings: { ...data.settings },
    stop: data.stop ?? [0, 0],
    isWhole: false,
  };
  const said = announcer();
  const [input, products, output] = [numberGrid(), numberGrid(), numberGrid()];
  const focusable = (grid, words) =>
    element("div", { tabindex: "0", role: "group", "aria-label": words, onkeydown: arrowKeys(moveBy, jumpTo) }, grid.element);

  const fields = state.kernel.map((row, m) =>
    row.map((weight, n) =>
      numberField(`weight in row ${m + 1}, column ${n + 1}`, written(weight).replace("−", "-"), (value) => {
        state.kernel[m][n] = value;
        preset.select.value = "your own";
        show();
      }),
    ),
  );
  const preset = choice("Filter", [...Object.keys(data.kernels), "your own"], data.kernel, (name) => {
    if (name in data.kernels) setKernel(data.kernels[name]);
  });
  const setting = (name, label, options) =>
    choice(label, options, String(state.settings[name]), (value) => {
      state.settings[name] = name === "padding" ? value : Number(value);
      show();
    });
  const picture = choice("Input", Object.keys(data.pictures), state.picture, (name) => {
    state.picture = name;
    const { length, 0: row } = data.pictures[name];
    state.stop = row.length > 20 ? [Math.floor(length / 2), Math.floor(row.length / 2)] : [0, 0];
    show();
  });
  const whole = checkbox("fill the whole map", state.isWhole, (isWhole) => {
    state.isWhole = isWhole;
    show();
  });
  const [sum, size] = [element("p", { class: "play-sum" }), element("p", { class: "play-sum" })];
  const panels = [
    panel("input", focusable(input, "The input: the arrow keys move the window")),
    panel("filter", element("div", { class: "play-weights" }, ...fields.flat())),
    panel("pixel · weight", products.element),
    panel("map", focusable(output, "The map: the arrow keys move the window")),
  ];
  const next = button("next stop", () => jumpTo("next"));
  box.append(
    element("div", { class: "play-row" }, picture.element, preset.element,
      setting("stride", "Stride", [1, 2, 3]).element,
      setting("padding", "Padding", ["valid", "same"]).element,
      setting("dilation", "Dilation", [1, 2, 3]).element),
    element("div", { class: "play-panels" }, ...panels.map((one) => one.element)),
    sum,
    element("div", { class: "play-row" },
      button("←", () => moveBy(0, -1), "move the window left"),
      button("→", () => moveBy(0, 1), "move the window right"),
      button("↑", () => moveBy(-1, 0), "move the window up"),
      button("↓", () => moveBy(1, 0), "move the window down"),
      next, button("first stop", () => jumpTo("first")), whole.element),
    size,
    said.element,
  );
  onPress(output, (row, column) => goTo(row, column));
  onPress(input, (row, column) => {
    const { stride, dilation } = state.settings, half = (spanOf(state.kernel.length, dilation) - 1) / 2;
    goTo(Math.round((row - half) / stride), Math.round((column - half) / stride));
  });

  function setKernel(kernel) {
    state.kernel = kernel.map((row) => [...row]);
    fields.flat().forEach((field, i) => (field.value = Number(kernel.flat()[i].toFixed(3))));
    show();
  }

  function goTo(row, column) {
    state.stop = [row, column];
    show();
  }

  function moveBy(down, right) {
    goTo(state.stop[0] + down, state.stop[1] + right);
  }

  function jumpTo(where) {
    const { output, row, column } = now();
    const [rows, columns] = [output.length, output[0].length];
    const after = (row * columns + column + 1) % (rows * columns);
    const places = { first: [0, 0], last: [rows - 1, columns - 1], next: [Math.floor(after / columns), after % columns] };
    goTo(...places[where]);
  }

  const now = () => stopOf(data.pictures[state.picture], state.kernel, state.settings, state.stop);

  function show() {
    const stop = now();
    state.stop = [stop.row, stop.column];
    const isPhoto = stop.ground[0].length > 20;
    const { stride, dilation } = state.settings;
    const original = data.pictures[state.picture];
    const [low, high] = isPhoto ? [0, 100] : [Math.min(0, ...original.flat()), Math.max(...original.flat())];
    const [[above], [before]] = stop.amounts;
    const span = spanOf(state.kernel.length, dilation);
    const isRead = (r, c) => {
      const [m, n] = [(r - stop.top) / dilation, (c - stop.left) / dilation];
      return Number.isInteger(m) && Number.isInteger(n) && m >= 0 && n >= 0 && m < state.kernel.length && n < state.kernel.length;
    };
    const reached = [];
    stop.ground.forEach((row, r) => row.forEach((_, c) => isRead(r, c) && reached.push({ row: r, column: c, height: 1, width: 1 })));
    input.show({
      values: stop.ground,
      colour: (value) => greyOf(value, low, high),
      text: (value) => written(value),
      words: isPhoto ? `${state.picture}, ${original.length} rows and ${original[0].length} columns` : inWords("input", stop.ground, written),
      frames: dilation === 1 || isPhoto ? [{ row: stop.top, column: stop.left, height: span, width: span }] : reached,
      isPadding: (r, c) => r < above || c < before || r >= above + original.length || c >= before + original[0].length,
      width: isPhoto ? 340 : undefined,
    });
    const largest = largestOf(stop.output);
    const at = stop.row * stop.output[0].length + stop.column;
    const shown = stop.output.map((row, r) =>
      row.map((value, c) => (state.isWhole || isPhoto || r * row.length + c <= at ? value : null)),
    );
    const frame = { row: stop.row, column: stop.column, height: 1, width: 1 };
    output.show({
      values: shown,
      colour: (value) => signedOf(value, largest),
      text: (value) => written(value, 1),
      words: isPhoto ? `map, ${shown.length} rows and ${shown[0].length} columns` : inWords("map so far", shown, (v) => written(v, 1)),
      frames: [frame],
      width: isPhoto ? (340 * shown[0].length) / stop.ground[0].length : undefined,
    });
    products.show({
      values: stop.products,
      colour: (value) => signedOf(value, largestOf(stop.products)),
      text: (_, m, n) => `${bracketed(stop.under[m][n])}·${bracketed(state.kernel[m][n], 2)}`,
      words: inWords("products", stop.products, written),
      cellWidth: 64,
    });
    const weights = largestOf(state.kernel);
    fields.flat().forEach((field, i) => {
      const colour = signedOf(state.kernel.flat()[i], weights);
      field.style.background = css(colour);
      field.style.color = inkOn(colour);
    });
    panels[0].heading.textContent = isPhoto ? `${state.picture} (0 black, 100 white)` : "input";
    panels[3].heading.textContent = `map, ${stop.output.length} × ${stop.output[0].length}`;
    whole.input.disabled = isPhoto;
    const terms = stop.products.flat().map((value) => bracketed(value)).join(" + ");
    sum.replaceChildren(`${terms} = `, element("strong", {}, written(stop.sum)));
    size.textContent = `Size: ${sizeInWords(original.length, state.kernel.length, state.settings)}`;
    said.say(
      `Stop in row ${stop.row + 1}, column ${stop.column + 1} of ${stop.output.length} by ${stop.output[0].length}: ` +
        `the sum is ${written(stop.sum)}.`,
    );
  }

  show();
  return { destroy: () => (said.stop(), box.remove()) };
}

export default {
  render({ model, el }) {
    return mount(el, model.get("data")).destroy;
  },
};
