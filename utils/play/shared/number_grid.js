// A small array as cells with a number in each, or, where they are too many, as pixels.

import { drawn, element, uniqueId } from "./elements.js";
import { inkOn } from "./numbers.js";

const CELL = 40; // of the drawing, not of the page
const MOST_WITH_NUMBERS = 20; // columns
const LETTERS = 17; // the largest, in pixels of the page

/**
 * A grid that draws itself anew: {element, show, placeOf}.
 *
 * show({values, colour, text, words, frames, isPadding, cellWidth, width}): values are rows of
 * numbers, null is an empty cell; colour(value, row, column) -> [r, g, b]; text(value, row, column)
 * -> what stands in a cell; words: what the drawing says to who cannot see it; frames: {row, column,
 * height, width} to outline; isPadding(row, column) -> whether a cell is hatched; cellWidth, or the
 * width of all of it: pixels of the page, less where the page is narrower.
 * placeOf(event) -> [row, column] under the pointer.
 */
export function numberGrid() {
  const canvas = element("canvas", { "aria-hidden": "true" });
  const svg = drawn("svg", { role: "img" });
  const holder = element("div", { class: "play-grid" }, canvas, svg);
  const hatch = uniqueId("hatch");
  let size = [1, 1];

  function show({ values, colour, text, words, frames = [], isPadding = () => false, cellWidth = 38, width }) {
    const rows = values.length, columns = values[0].length;
    size = [rows, columns];
    holder.style.width = `${width ?? columns * cellWidth}px`;
    svg.setAttribute("viewBox", `0 0 ${columns * CELL} ${rows * CELL}`);
    svg.setAttribute("aria-label", words);
    paint(canvas, values, colour);
    const withNumbers = !isTooWide(values);
    const parts = [hatching(hatch)];
    values.forEach((row, r) =>
      row.forEach((value, c) => {
        const box = { x: c * CELL, y: r * CELL, width: CELL, height: CELL };
        if (isPadding(r, c)) parts.push(drawn("rect", { ...box, fill: `url(#${hatch})` }));
        if (!withNumbers) return;
        parts.push(drawn("rect", { ...box, fill: "none", stroke: "#7f7f7f" }));
        if (value === null) return;
        const largest = (LETTERS * CELL) / cellWidth;
        parts.push(cellText(text(value, r, c), c, r, inkOn(colour(value, r, c)), largest));
      }),
    );
    if (!withNumbers) {
      parts.push(drawn("rect", { width: columns * CELL, height: rows * CELL, fill: "none", stroke: "#7f7f7f", "stroke-width": 8 }));
    }
    const thick = withNumbers ? 5 : columns / 3;
    for (const frame of frames) {
      const box = { x: frame.column * CELL, y: frame.row * CELL, width: frame.width * CELL, height: frame.height * CELL };
      // with a white rim, for it may lie on orange
      parts.push(drawn("rect", { ...box, fill: "none", stroke: "white", "stroke-width": 2 * thick }));
      parts.push(drawn("rect", { ...box, fill: "none", stroke: "#d55e00", "stroke-width": thick }));
    }
    svg.replaceChildren(...parts);
  }

  function placeOf(event) {
    const box = svg.getBoundingClientRect();
    const within = (share, cells) => Math.min(Math.max(Math.floor(share * cells), 0), cells - 1);
    return [
      within((event.clientY - box.top) / box.height, size[0]),
      within((event.clientX - box.left) / box.width, size[1]),
    ];
  }

  return { element: holder, show, placeOf };
}

/** Whether an array has too many columns for a number in each of its cells. */
export const isTooWide = (values) => values[0].length > MOST_WITH_NUMBERS;

/** The grid in a holder that takes the focus, and hands its keys to onkeydown. */
export function focusable(grid, words, onkeydown) {
  return element("div", { tabindex: "0", role: "group", "aria-label": words, onkeydown }, grid.element);
}

/** Calls chosen(row, column) where the pointer is pressed, and while it is drawn along. */
export function onPress(grid, chosen) {
  const act = (event) => event.buttons && chosen(...grid.placeOf(event));
  grid.element.addEventListener("pointerdown", act);
  grid.element.addEventListener("pointermove", act);
}

/** The numbers of a grid in words, row by row. */
export function inWords(name, values, written) {
  const rows = values.map((row) => row.map((value) => (value === null ? "empty" : written(value))).join(" "));
  return `${name}, ${values.length} rows and ${values[0].length} columns: ${rows.join("; ")}`;
}

function cellText(shown, column, row, ink, largest) {
  const fits = Math.min(64 / Math.max(shown.length, 2), largest);
  const place = { x: (column + 0.5) * CELL, y: (row + 0.5) * CELL };
  const look = { "text-anchor": "middle", "dominant-baseline": "central", fill: ink, "font-size": fits };
  return drawn("text", { ...place, ...look }, shown);
}

function hatching(id) {
  const line = drawn("path", { d: "M-2,2 l4,-4 M0,10 l10,-10 M8,12 l4,-4", stroke: "#7f7f7f", "stroke-width": 1.5 });
  const pattern = drawn("pattern", { id, width: 10, height: 10, patternUnits: "userSpaceOnUse" }, line);
  return drawn("defs", {}, pattern);
}

function paint(canvas, values, colour) {
  [canvas.height, canvas.width] = [values.length, values[0].length];
  const context = canvas.getContext("2d");
  const image = context.createImageData(canvas.width, canvas.height);
  values.forEach((row, r) =>
    row.forEach((value, c) => {
      const shade = value === null ? [255, 255, 255] : colour(value, r, c);
      image.data.set([...shade, 255], 4 * (r * canvas.width + c));
    }),
  );
  context.putImageData(image, 0, 0);
}
