// A line dragged across a scene: one picture of it on the left, another on the right: lesson 17.

import { announcer, choice, element, uniqueId } from "./shared/elements.js";
import { playBox } from "./shared/look.js";

const SIDE = 560; // of the pictures, in pixels of the page, at most
const LOOK = `
.play-scene { max-width: 100%; }
.play-halves { position: relative; overflow: hidden; width: 100%; touch-action: pan-y; cursor: ew-resize; user-select: none; -webkit-user-select: none; forced-color-adjust: none; }
.play-half { position: absolute; inset: 0; pointer-events: none; }
.play-half:nth-child(2) { clip-path: inset(0 calc(100% - var(--line)) 0 0); }
.play-box .play-half img { display: block; width: 100%; height: 100%; max-width: none; image-rendering: pixelated; }
/* a page's theme may frame and dim all pictures in the dark */
.play-half img { margin: 0 !important; padding: 0 !important; border: 0 !important; border-radius: 0 !important; filter: none !important; }
.play-half span { position: absolute; top: 0.4rem; left: 0.4rem; max-width: calc(50% - 0.8rem); padding: 0 0.4rem; border-radius: 3px; background: white; color: #1a1a1a; font-size: 0.95rem; overflow-wrap: anywhere; }
.play-half:nth-child(1) span { left: auto; right: 0.4rem; }
.play-line { position: absolute; top: 0; bottom: 0; left: var(--line); width: 7px; margin-left: -3.5px; background: #d55e00; border: solid white; border-width: 0 2px; pointer-events: none; }
.play-line::after { content: "↔"; position: absolute; bottom: 0.5rem; left: 50%; width: 2rem; height: 2rem; margin-left: -1rem; border: 2px solid white; border-radius: 50%; background: #d55e00; color: white; font: 600 1.2rem/1.6rem system-ui, sans-serif; text-align: center; }
.play-box .play-scene label { display: block; margin: 0.5rem 0 0; font-size: 0.95rem; }
/* as long as the scene is wide, between the middles of the handle at both ends */
.play-box .play-scene input[type="range"] { display: block; width: calc(100% + 16px); min-height: 2.5rem; margin: 0.4rem -8px 0.6rem; accent-color: var(--play-focus); }
`;

/** The border between columns that is nearest to a place of the page, 0 to columns. */
export function columnAt(x, { left, width }, columns) {
  return Math.min(Math.max(Math.round(((x - left) / width) * columns), 0), columns);
}

/** As many pixels of the page for each of the picture as fit into the largest side. */
export const pixelsFor = (rows, columns) => Math.max(Math.floor(SIDE / Math.max(rows, columns)), 1);

/** Where the line is, in words; left and right: names. */
export function lineInWords(column, columns, left, right) {
  if (column === 0) return `at the left edge: all is ${right}`;
  if (column === columns) return `at the right edge: all is ${left}`;
  return `after ${column} of ${columns} columns: left of it ${left}, right of it ${right}`;
}

/** The two pictures in words. Both are {name, psnr}: in decibels, null for the reference, undefined without one. */
export function inWords(left, right) {
  const pair = `Left of the line: ${described(left)}. Right of it: ${described(right)}.`;
  if (left.psnr === undefined) return pair;
  const [first, second] = [left, right].map(({ psnr }) => psnr ?? Infinity);
  if (first === second) return `${pair} Both are equally near to the reference.`;
  return `${pair} Nearer to the reference: ${(first > second ? left : right).name}.`;
}

function described({ name, psnr }) {
  if (psnr === undefined) return name;
  return psnr === null ? `${name}, the same as the reference` : `${name}, PSNR ${psnr.toFixed(2)} dB`;
}

/** Build the plaything inside holder. data: {rows, columns, pictures: [{name, source, psnr}]}, as before_after.py makes it. */
export function mount(holder, data) {
  const { rows, columns, pictures } = data;
  const state = { left: pictures[0], right: pictures[1], column: Math.floor(columns / 2) };
  const box = playBox(
    holder,
    "Before and after",
    "Drag the line across the picture: what comes back, and what is lost? Then compare others.",
  );
  const said = announcer();
  const finding = element("p", { class: "play-sum" });
  const [right, left] = [half(), half()];
  const halves = element(
    "div",
    { class: "play-halves", role: "img", style: `aspect-ratio: ${columns} / ${rows}` },
    right.element,
    left.element,
    element("div", { class: "play-line" }),
  );
  const id = uniqueId("line");
  const slider = element("input", { id, type: "range", min: 0, max: columns, step: 1, oninput: () => move(Number(slider.value)) });

  function move(column) {
    state.column = column;
    const words = lineInWords(column, columns, state.left.name, state.right.name);
    halves.style.setProperty("--line", `${(100 * column) / columns}%`);
    halves.setAttribute("aria-label", `The scene, with a line ${words}`);
    slider.value = column;
    slider.setAttribute("aria-valuetext", words);
  }

  function draw() {
    left.show(state.left);
    right.show(state.right);
    finding.textContent = inWords(state.left, state.right);
    move(state.column);
  }

  function take(chosen) {
    Object.assign(state, chosen);
    draw();
    said.say(finding.textContent);
  }

  const follow = (event) => move(columnAt(event.clientX, halves.getBoundingClientRect(), columns));
  halves.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    halves.setPointerCapture(event.pointerId);
    follow(event);
  });
  halves.addEventListener("pointermove", (event) => halves.hasPointerCapture(event.pointerId) && follow(event));

  const names = Object.fromEntries(pictures.map(({ name }, n) => [n, name]));
  box.append(
    element("style", {}, LOOK),
    element(
      "div",
      { class: "play-row" },
      choice("Left of the line", names, 0, (n) => take({ left: pictures[n] })).element,
      choice("Right of the line", names, 1, (n) => take({ right: pictures[n] })).element,
    ),
    element(
      "div",
      { class: "play-scene", style: `width: ${columns * pixelsFor(rows, columns)}px` },
      halves,
      element("label", { for: id }, "Move the line"),
      slider,
    ),
    finding,
    said.element,
  );
  draw();
  return { destroy: () => (said.stop(), box.remove()) };
}

/** A picture that fills the scene, with its name: {element, show}. */
function half() {
  const image = element("img", { alt: "", draggable: "false" });
  const name = element("span");
  const show = (picture) => {
    image.src = picture.source;
    name.textContent = picture.name;
  };
  return { element: element("div", { class: "play-half" }, image, name), show };
}

export default {
  render({ model, el }) {
    return mount(el, model.get("data")).destroy;
  },
};
