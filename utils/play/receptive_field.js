// Build a stack of layers, and see the pixels that one number of the last one sees: lesson 6c.

import { announcer, arrowKeys, choice, element } from "./shared/elements.js";
import { foundTable } from "./shared/found_table.js";
import { layerEditor } from "./shared/layer_editor.js";
import { panel, playBox } from "./shared/look.js";
import { focusable, numberGrid, onPress } from "./shared/number_grid.js";
import { greyOf } from "./shared/numbers.js";
import { receptiveCone } from "./shared/receptive_cone.js";
import { cellsSeen, receptiveFields } from "./shared/receptive_field.js";
import { rowsOf } from "./shared/rows.js";

const MOST_LAYERS = 8;
const PANEL = 320; // pixels of the page, at most
const UNSEEN = [0, 34, 78];
const LOOK = `
.play-field-views { display: grid; gap: 0.4rem 1.25rem; margin: 0.6rem 0; grid-template: auto auto 1fr / 3fr 2fr; }
.play-field-views > * { min-width: 0; grid-column: 1; }
.play-field-views > .play-seen { grid-column: 2; grid-row: 1 / 4; }
@container (max-width: 36rem) {
  .play-field-views { grid-template: none / 1fr; }
  .play-field-views > .play-seen { grid-column: 1; grid-row: auto; }
}
.play-seen [tabindex] { width: fit-content; max-width: 100%; }
.play-layers-from { font-size: 0.95rem; }
`;

/** "conv 1", "pool 1", "conv 2" …: a name for each layer. */
export function namesOf(layers) {
  const counts = { conv: 0, pool: 0 };
  return layers.map(({ kind }) => `${kind} ${++counts[kind]}`);
}

/** The layers before the first whose window does not fit, and what is said of that one. */
export function fitting(layers, inputSize) {
  for (let count = 1; count <= layers.length; count++) {
    try {
      receptiveFields(layers.slice(0, count), inputSize);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      return { fit: layers.slice(0, count - 1), fault: error.message };
    }
  }
  return { fit: layers, fault: "" };
}

/** The finding in words: of the last layer, and of the number at (row, column). */
export function inWords(names, fields, rows, columns, fault) {
  const { size, jump, positions } = fields.at(-1);
  const parts = [];
  if (fault) parts.push(`${names[fields.length - 1]} does not fit. ${fault}`);
  if (fields.length === 1) return [...parts, "Without a layer, a number is one pixel."].join(" ");
  const last = names[fields.length - 2];
  const many = `${last} has ${positions}×${positions} numbers`;
  const step = positions > 1 ? `, and its neighbour's field lies ${jump} ${jump > 1 ? "pixels" : "pixel"} further` : "";
  parts.push(`One number of ${last} sees ${size}×${size} pixels${step}; ${many}.`);
  const reach = (cells) => cells.at(-1) - cells[0] + 1;
  const [down, across] = [reach(rows), reach(columns)];
  if (down < size || across < size) parts.push("The field of the one chosen here reaches over the rim.");
  if (rows.length < down || columns.length < across) {
    parts.push(`It has gaps: of ${down}×${across} pixels it reads ${rows.length}×${columns.length}.`);
  }
  return parts.join(" ");
}

/** Build the plaything inside holder. data: {picture, stacks: [{name, layers}]}; pixels from 0 to 255. */
export function mount(holder, data) {
  const photo = rowsOf(data.picture);
  const side = photo.length;
  const state = { layers: [], row: 0, column: 0 };
  const box = playBox(
    holder,
    "What does one number see?",
    "Build a stack of layers. How do few layers come to see much, and when does a field have gaps?",
  );
  const said = announcer();
  const cone = receptiveCone();
  const picture = numberGrid();
  const coneView = panel("A row of the picture, and what is made of it", cone.element);
  const keys = arrowKeys((down, right) => choose(state.row + down, state.column + right));
  const stage = focusable(picture, "The picture. Arrow keys choose another number of the last layer.", keys);
  stage.setAttribute("role", "application"); // a screen reader hands the arrow keys on
  const pictureView = panel("The picture: press, or use the arrow keys", stage);
  pictureView.element.classList.add("play-seen");
  const finding = element("p", { class: "play-field-said" });
  const found = foundTable("numbers", "start", "jump", "sees");
  const editor = layerEditor(state.layers, MOST_LAYERS, namesOf, () => draw());

  const place = () => {
    const { fit, fault } = fitting(state.layers, side);
    const fields = receptiveFields(fit, side);
    const within = (n) => Math.min(Math.max(n, 0), fields.at(-1).positions - 1);
    [state.row, state.column] = [within(state.row), within(state.column)];
    return { fit, fault, fields };
  };

  function draw() {
    const { fit, fault, fields } = place();
    const names = namesOf(state.layers);
    const [rows, columns] = [state.row, state.column].map((n) => cellsSeen(fit, side, n));
    cone.show(fields, columns, ["picture", ...names]);
    const [seenRows, seenColumns] = [new Set(rows[0]), new Set(columns[0])];
    const sees = (row, column) => seenRows.has(row) && seenColumns.has(column);
    const dim = (shade) => shade.map((value, channel) => 0.3 * value + 0.7 * UNSEEN[channel]);
    const words = `Row ${state.row}, column ${state.column} of ${names[fit.length - 1] ?? "the picture"} sees ${span("rows", rows[0])}, ${span("columns", columns[0])}`;
    picture.show({
      values: photo,
      colour: (value, row, column) => (sees(row, column) ? (x) => x : dim)(greyOf(value, 0, 255)),
      frames: [frameOf(rows[0], columns[0])],
      words,
      text: () => "",
      width: PANEL,
    });
    found.show(
      fields.map(({ size, jump, start, positions }, n) => [
        ["picture", ...names][n],
        `${positions}×${positions}`,
        start,
        jump,
        `${size}×${size}`,
      ]),
    );
    finding.textContent = inWords(names, fields, rows[0], columns[0], fault);
    said.say(`${finding.textContent} ${words}.`);
  }

  function choose(row, column) {
    if (row === state.row && column === state.column) return;
    [state.row, state.column] = [row, column];
    draw();
  }
  onPress(picture, (row, column) => {
    const { start, size, jump } = place().fields.at(-1);
    const above = (pixel) => Math.round((pixel - start - (size - 1) / 2) / jump);
    choose(above(row), above(column));
  });

  const setStack = (n) => {
    editor.replace(data.stacks[n].layers);
    const { positions } = place().fields.at(-1);
    state.row = state.column = Math.floor(positions / 2);
    draw();
  };
  const stacks = Object.fromEntries(data.stacks.map(({ name }, n) => [n, name]));
  box.append(
    element("style", {}, LOOK),
    element("div", { class: "play-row" }, choice("Begin with", stacks, 0, setStack).element),
    element("p", { class: "play-layers-from" }, "The layers, from the picture on:"),
    editor.element,
    element(
      "div",
      { class: "play-field-views" },
      coneView.element,
      finding,
      pictureView.element,
      found.element,
    ),
    said.element,
  );
  setStack(0);
  return { destroy: () => (said.stop(), box.remove()) };
}

const span = (what, cells) => `${what} ${cells[0]} to ${cells.at(-1)}`;

const frameOf = (rows, columns) => ({
  row: rows[0],
  column: columns[0],
  height: rows.at(-1) - rows[0] + 1,
  width: columns.at(-1) - columns[0] + 1,
});

export default { render: ({ model, el }) => mount(el, model.get("data")).destroy };
