// Move a digit, and see what its pooled feature map makes of the move: lesson 3.

import { announcer, arrowKeys, button, choice, drawn, element } from "./shared/elements.js";
import { cividisOf } from "./shared/feature_colours.js";
import { foundTable } from "./shared/found_table.js";
import { panel, playBox } from "./shared/look.js";
import { focusable, numberGrid } from "./shared/number_grid.js";
import { greyOf, written } from "./shared/numbers.js";
import {
  cellsThatDiffer,
  distance,
  distanceToOthers,
  edgeFeatures,
  moved,
  nearestMove,
  pool2d,
} from "./shared/pooling.js";
import { rowsOf } from "./shared/rows.js";

const FARTHEST = 4; // pixels: there each digit still lies inside its picture
const PANEL = 250; // pixels of the page, at most
const BUTTONS = [
  ["←", "left", 0, -1],
  ["↑", "up", -1, 0],
  ["↓", "down", 1, 0],
  ["→", "right", 0, 1],
];
const COMPARED = { still: "as it was", along: "as it was, moved along" };
const LOOK = `
.play-moves { display: grid; gap: 0.75rem; grid-template-columns: repeat(4, minmax(0, 1fr)); margin: 0.6rem 0; }
@container (max-width: 36rem) { .play-moves { grid-template-columns: repeat(2, minmax(0, 1fr)); } }
.play-moves .play-panel > :first-child { min-height: 2.9em; }
.play-moves [tabindex] { width: fit-content; max-width: 100%; }
.play-moves [tabindex] .play-grid { cursor: grab; touch-action: none; }
.play-moves-said { min-height: 3em; }
`;

/**
 * What a move of picture number `digit` does to its feature map and to the pooled one.
 * compared: with what was there before, "still" in its place or moved "along". A change is a
 * distance, and 1 the mean distance to the other pictures, as lesson 3 measures it.
 */
export function compare(pictures, { digit, mode, size, stride, down, right, compared }) {
  const maps = pictures.map(edgeFeatures);
  const pooled = maps.map((map) => pool2d(map, size, stride, mode));
  const picture = moved(pictures[digit], down, right);
  const map = edgeFeatures(picture);
  const now = pool2d(map, size, stride, mode);
  const along = compared === "along";
  const mapBefore = along ? moved(maps[digit], down, right) : maps[digit];
  const still = { map: pooled[digit], down: 0, right: 0 };
  const before = along ? nearestMove(still.map, now, stride, down, right) : still;
  return {
    picture,
    map,
    now,
    before,
    mapDiffers: cellsThatDiffer(map, mapBefore).length,
    mapChange: distance(map, mapBefore) / distanceToOthers(maps, digit),
    differs: cellsThatDiffer(now, before.map),
    change: distance(now, before.map) / distanceToOthers(pooled, digit),
  };
}

/** "1 pixel down, 2 pixels left"; "" for no move. */
export function whereTo({ down, right }, unit) {
  const step = (count, direction) => {
    const steps = Math.abs(count);
    return steps ? [`${steps} ${unit}${steps === 1 ? "" : "s"} ${direction}`] : [];
  };
  return [...step(down, down > 0 ? "down" : "up"), ...step(right, right > 0 ? "right" : "left")].join(", ");
}

/** The finding in words. */
export function inWords(state, { now, before, differs, change, mapChange }) {
  const move = whereTo(state, "pixel");
  if (!move) return "The digit is where it was.";
  const cells = `${differs.length} of ${now.length * now[0].length} pooled cells differ`;
  if (state.compared === "still") {
    const left = Math.round((100 * change) / mapChange);
    return `Moved ${move}: ${cells}. Pooling leaves ${left} % of the map's change.`;
  }
  const along = whereTo(before, "cell");
  if (!differs.length) return `Moved ${move}: the pooled map is the old one, moved ${along}.`;
  const nearest = along ? `moved ${along}` : "not moved";
  return `Moved ${move}: the pooled map is not just the old one, moved. Even against the nearest, ${nearest}, ${cells}.`;
}

/** Build the plaything inside holder. data: {digits: [{name, pixels}]}, pixels from 0 to 255. */
export function mount(holder, data) {
  const pictures = data.digits.map(({ pixels }) => rowsOf(pixels));
  const state = { digit: 0, mode: "max", size: 2, stride: 2, down: 0, right: 0, compared: "still" };
  const box = playBox(
    holder,
    "Pooling and shifts",
    "Move the digit one pixel at a time. After which moves is the pooled map just the old one, moved?",
  );
  const said = announcer();
  const keys = arrowKeys(moveBy, () => moveTo(0, 0));
  const [digit, map, now, before] = ["digit", "map", "now", "before"].map((name) => {
    const grid = numberGrid();
    return { grid, ...panel("", name === "digit" ? toMove(grid, keys) : grid.element) };
  });
  const finding = element("p", { class: "play-moves-said" });
  const found = foundTable("cells that differ", "change (1: another digit)");

  const set = (changed) => {
    Object.assign(state, changed);
    draw();
  };
  const moveTo = (down, right) => {
    const within = (pixels) => Math.min(Math.max(pixels, -FARTHEST), FARTHEST);
    const next = { down: within(down), right: within(right) };
    if (next.down !== state.down || next.right !== state.right) set(next);
  };
  function moveBy(down, right) {
    moveTo(state.down + down, state.right + right);
  }

  function draw() {
    const result = compare(pictures, state);
    const largest = Math.max(...result.map.flat());
    const show = ({ grid, heading }, line, values, colour) => {
      heading.textContent = line;
      const words = `${line}, ${values.length} by ${values[0].length} cells`;
      grid.show({ values, colour, words, text: () => "", width: PANEL });
    };
    const strength = (value) => cividisOf(value, largest);
    const along = whereTo(result.before, "cell");
    show(digit, "The digit: drag it", result.picture, (value) => greyOf(value, 0, 255));
    show(map, "Its map: left edges", result.map, strength);
    show(now, "Pooled (a dot: it differs)", result.now, strength);
    putDots(now.grid, result.differs, result.now[0].length);
    show(before, `Pooled before${along && `, moved ${along}`}`, result.before.map, strength);
    const row = (name, differ, values, change) => [name, `${differ} of ${values.flat().length}`, written(change)];
    found.show([
      row("map", result.mapDiffers, result.map, result.mapChange),
      row("pooled", result.differs.length, result.now, result.change),
    ]);
    finding.textContent = inWords(state, result);
    said.say(finding.textContent);
  }

  followPointer(digit.grid, state, moveTo);

  const numeric = (name) => (value) => set({ [name]: Number(value) });
  const names = Object.fromEntries(data.digits.map(({ name }, n) => [n, name]));
  box.append(
    element("style", {}, LOOK),
    element("div", { class: "play-moves" }, ...[digit, map, now, before].map((shown) => shown.element)),
    finding,
    said.element,
    element(
      "div",
      { class: "play-row play-arrows" },
      ...BUTTONS.map(([sign, side, down, right]) =>
        button(sign, () => moveBy(down, right), `Move the digit one pixel ${side}`),
      ),
      button("Back to the start", () => moveTo(0, 0)),
    ),
    element(
      "div",
      { class: "play-row" },
      choice("Compare with the pooled map", COMPARED, state.compared, (compared) => set({ compared })).element,
      choice("Pooling", ["max", "average"], state.mode, (mode) => set({ mode })).element,
      choice("Window", { 2: "2×2", 3: "3×3" }, state.size, numeric("size")).element,
      choice("Stride", [1, 2, 3], state.stride, numeric("stride")).element,
      choice("Digit", names, state.digit, numeric("digit")).element,
    ),
    found.element,
  );
  draw();
  return { destroy: () => (said.stop(), box.remove()) };
}

/** The grid in a holder that takes the arrow keys, from a screen reader too. */
function toMove(grid, keys) {
  const holder = focusable(grid, "The digit. Arrow keys move it, Home brings it back.", keys);
  holder.setAttribute("role", "application");
  return holder;
}

/** A dot on each cell of a grid, given as [row, column]. */
function putDots(grid, cells, columns) {
  const svg = grid.element.querySelector("svg");
  const side = svg.viewBox.baseVal.width / columns;
  const look = { r: side / 4, fill: "#d55e00", stroke: "white", "stroke-width": side / 10 };
  const dots = cells.map(([row, column]) => ({ cx: (column + 0.5) * side, cy: (row + 0.5) * side }));
  svg.append(...dots.map((place) => drawn("circle", { ...place, ...look })));
}

/** Calls moveTo(down, right) while the pointer drags the grid's picture. */
function followPointer(grid, state, moveTo) {
  let begin = null;
  grid.element.addEventListener("pointerdown", (event) => {
    grid.element.setPointerCapture(event.pointerId);
    const [row, column] = grid.placeOf(event);
    begin = { down: state.down - row, right: state.right - column };
  });
  grid.element.addEventListener("pointermove", (event) => {
    if (!begin || !event.buttons) return;
    const [row, column] = grid.placeOf(event);
    moveTo(begin.down + row, begin.right + column);
  });
  for (const end of ["pointerup", "pointercancel"]) grid.element.addEventListener(end, () => (begin = null));
}

export default { render: ({ model, el }) => mount(el, model.get("data")).destroy };
