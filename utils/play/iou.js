// Drag two boxes: what they have in common, what they cover, and one divided by the other: lesson 14.

import { announcer, arrowKeys, choice, drawn, element, uniqueId } from "./shared/elements.js";
import { areaOf, commonOf, iou } from "./shared/boxes.js";
import { playBox } from "./shared/look.js";
import { written } from "./shared/numbers.js";

const CELL = 20; // of the drawing, not of the page
const NAMES = ["A", "B"];
const COLOURS = ["#0072b2", "#d55e00"];
const LOOK = `
.play-boxes { display: flex; flex-wrap: wrap; gap: 0.75rem 1.5rem; align-items: start; margin: 0.6rem 0; }
.play-boxes svg { flex: 3 1 20rem; width: 100%; max-width: 34rem; min-width: 0; height: auto; display: block; background: white; }
.play-boxes [tabindex] { cursor: grab; touch-action: none; }
.play-boxes .play-corner { cursor: nwse-resize; }
.play-boxes > div { flex: 1 1 14rem; }
`;

/** Areas of two boxes, of what they have in common and of all they cover, and the IoU. */
export function compared([a, b]) {
  const common = commonOf(a, b);
  const intersection = common ? areaOf(common) : 0;
  return { common, areas: [areaOf(a), areaOf(b)], intersection, union: areaOf(a) + areaOf(b) - intersection, iou: iou(a, b) };
}

/** A box moved by whole pixels, as far as the field allows. */
export function moved([x1, y1, x2, y2], down, right, { columns, rows }) {
  const across = within(right, -x1, columns - x2);
  const along = within(down, -y1, rows - y2);
  return [x1 + across, y1 + along, x2 + across, y2 + along];
}

/** A box whose lower right corner is moved; at least one pixel remains. */
export function resized([x1, y1, x2, y2], down, right, { columns, rows }) {
  return [x1, y1, within(x2 + right, x1 + 1, columns), within(y2 + down, y1 + 1, rows)];
}

/** The three lines of numbers. */
export function inNumbers(boxes) {
  const { common, areas, intersection, union, iou } = compared(boxes);
  const sides = common ? ` = ${common[2] - common[0]} · ${common[3] - common[1]}` : "";
  return [
    `intersection${sides} = ${intersection}`,
    `union = ${areas[0]} + ${areas[1]} − ${intersection} = ${union}`,
    `IoU = ${intersection} / ${union} = ${written(iou)}`,
  ];
}

/** What a box is, in words. */
export const boxInWords = (name, [x1, y1, x2, y2]) =>
  `Box ${name}: from (${x1}, ${y1}) to (${x2}, ${y2}), ${x2 - x1} wide and ${y2 - y1} high`;

/** Build the plaything inside holder. data: {columns, rows, pairs: [{name, boxes}]}; whole pixels. */
export function mount(holder, data) {
  const state = { boxes: data.pairs[0].boxes };
  const box = playBox(
    holder,
    "How much do two boxes overlap?",
    "Drag a box, or its lower right corner. How far apart may two boxes of one size be before the IoU falls below 0.5?",
  );
  const said = announcer();
  const lines = ["", "", " play-title"].map((more) => element("p", { class: `play-sum${more}` }));
  const field = fieldOf(data);
  const shapes = NAMES.map((name, n) => shapesOf(name, COLOURS[n]));
  // corners last: they lie above both boxes
  field.svg.append(...shapes.map(({ body }) => body), ...shapes.map(({ corner }) => corner));

  const change = (n, next) => {
    if (String(next) === String(state.boxes[n])) return;
    state.boxes = state.boxes.map((before, m) => (m === n ? next : before));
    draw();
    say(boxInWords(NAMES[n], next));
  };
  const say = (words) => said.say(`${words}. ${inNumbers(state.boxes).join("; ")}.`);
  shapes.forEach(({ body, corner }, n) => {
    for (const [part, moving] of [[body, moved], [corner, resized]]) {
      part.addEventListener("keydown", arrowKeys((down, right) => change(n, moving(state.boxes[n], down, right, data))));
      drag(part, field.svg, data, () => state.boxes[n], (from, down, right) => change(n, moving(from, down, right, data)));
    }
  });

  function draw() {
    state.boxes.forEach((one, n) => shapes[n].show(one));
    field.showCommon(compared(state.boxes).common);
    inNumbers(state.boxes).forEach((words, n) => (lines[n].textContent = words));
  }

  const names = Object.fromEntries(data.pairs.map(({ name }, n) => [n, name]));
  box.append(
    element("style", {}, LOOK),
    choice("Begin with", names, 0, (n) => {
      state.boxes = data.pairs[n].boxes;
      draw();
      say(state.boxes.map((one, n) => boxInWords(NAMES[n], one)).join(". "));
    }).element,
    element("div", { class: "play-boxes" }, field.svg, element("div", {}, ...lines)),
    said.element,
  );
  draw();
  return { destroy: () => (said.stop(), box.remove()) };
}

const within = (value, least, most) => Math.min(Math.max(value, least), most);

/** The field with its pixels, and what two boxes have in common: {svg, showCommon}. */
function fieldOf({ columns, rows }) {
  const [grid, hatch] = [uniqueId("pixels"), uniqueId("hatch")];
  const pattern = (id, side, d, stroke, width) =>
    drawn("pattern", { id, width: side, height: side, patternUnits: "userSpaceOnUse" }, drawn("path", { d, stroke, "stroke-width": width, fill: "none" }));
  const common = drawn("rect", { fill: `url(#${hatch})` });
  const all = { width: columns * CELL, height: rows * CELL };
  const svg = drawn(
    "svg",
    {
      viewBox: `-2 -2 ${all.width + 4} ${all.height + 4}`,
      role: "group",
      "aria-label": `A field of ${columns} by ${rows} pixels with two boxes`,
    },
    drawn("defs", {}, pattern(grid, CELL, `M${CELL},0 V${CELL} H0`, "#c4c4c4", 1), pattern(hatch, 8, "M-2,2 l4,-4 M0,8 l8,-8 M6,10 l4,-4", "#444", 1.5)),
    drawn("rect", { ...all, fill: `url(#${grid})`, stroke: "#7f7f7f", "stroke-width": 2 }),
    common,
  );
  return { svg, showCommon: (box) => place(common, box ?? [0, 0, 0, 0]) };
}

/** A box to drag, its corner to drag, and what puts both in their place. */
function shapesOf(name, colour) {
  const dashes = name === "A" ? null : "12 6"; // no colour alone tells them apart
  const takesKeys = { tabindex: "0", role: "application", "data-lm-suppress-shortcuts": "true" };
  const outline = drawn("rect", { fill: colour, "fill-opacity": 0.18, stroke: colour, "stroke-width": 4, "stroke-dasharray": dashes });
  const letter = drawn("text", { "font-size": 24, "font-weight": 600, "dominant-baseline": "hanging", stroke: "white", "stroke-width": 4, "paint-order": "stroke" }, name);
  const body = drawn("g", takesKeys, outline, letter);
  const grip = drawn("rect", { fill: "transparent", width: 2 * CELL, height: 2 * CELL });
  const knob = drawn("rect", { fill: colour, stroke: "white", "stroke-width": 2, width: CELL, height: CELL });
  const corner = drawn("g", { ...takesKeys, class: "play-corner" }, grip, knob);

  function show(box) {
    place(outline, box);
    letter.setAttribute("x", box[0] * CELL + 8);
    letter.setAttribute("y", box[1] * CELL + 8);
    for (const [rect, side] of [[grip, 2], [knob, 1]]) {
      rect.setAttribute("x", (box[2] - side / 2) * CELL);
      rect.setAttribute("y", (box[3] - side / 2) * CELL);
    }
    body.setAttribute("aria-label", `${boxInWords(name, box)}. Arrow keys move it.`);
    corner.setAttribute("aria-label", `Lower right corner of ${name}. Arrow keys move it.`);
  }

  return { body, corner, show };
}

function place(rect, [x1, y1, x2, y2]) {
  const sides = { x: x1, y: y1, width: x2 - x1, height: y2 - y1 };
  for (const [name, pixels] of Object.entries(sides)) rect.setAttribute(name, pixels * CELL);
}

/** Calls follow(where the box was, pixels down, pixels right) while the pointer drags a part. */
function drag(part, svg, { columns }, boxNow, follow) {
  let begin = null;
  part.addEventListener("pointerdown", (event) => {
    part.setPointerCapture(event.pointerId);
    begin = { box: boxNow(), x: event.clientX, y: event.clientY };
  });
  part.addEventListener("pointermove", (event) => {
    if (!begin || !event.buttons) return;
    const pixel = svg.getBoundingClientRect().width / (columns + 4 / CELL);
    follow(begin.box, ...[event.clientY - begin.y, event.clientX - begin.x].map((length) => Math.round(length / pixel)));
  });
  for (const end of ["pointerup", "pointercancel"]) part.addEventListener(end, () => (begin = null));
}

export default {
  render({ model, el }) {
    return mount(el, model.get("data")).destroy;
  },
};
