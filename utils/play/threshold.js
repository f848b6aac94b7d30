// Slide a threshold over a detector's boxes: precision and recall move along: lesson 14.

import { averagePrecision, curve, match, nonMaximumSuppression } from "./shared/boxes.js";
import { announcer, checkbox, drawn, element, uniqueId } from "./shared/elements.js";
import { panel, playBox } from "./shared/look.js";
import { numberGrid } from "./shared/number_grid.js";
import { greyOf, written } from "./shared/numbers.js";
import { precisionRecallPlot } from "./shared/precision_recall_plot.js";
import { rowsOf } from "./shared/rows.js";

const WHITE = 99; // in the data's picture
const WIDTH = 400; // of the picture, in pixels of the page, at most
const KINDS = {
  // no colour alone tells them apart; dashes as multiples of the line's width
  missed: { colour: "#000000", dashes: [1, 1.5] },
  wrong: { colour: "#d55e00", dashes: [3, 1.5] },
  right: { colour: "#0072b2", dashes: [] },
};
const LOOK = `
.play-findings { display: flex; flex-wrap: wrap; gap: 0.75rem 1.5rem; align-items: start; margin: 0.6rem 0; }
.play-findings > * { flex: 1 1 16rem; min-width: 0; }
.play-box .play-findings .play-grid { cursor: default; }
.play-findings .play-curve { width: 100%; max-width: 20rem; height: auto; display: block; }
.play-legend { display: flex; flex-wrap: wrap; gap: 0.2rem 1.2rem; list-style: none; padding: 0; margin: 0.4rem 0; }
.play-legend li { display: inline-flex; gap: 0.4rem; align-items: center; margin: 0; }
.play-legend svg { background: white; }
.play-slide { flex: 1 1 16rem; max-width: 30rem; }
.play-box .play-slide input[type="range"] { width: 100%; min-height: 2.5rem; margin: 0; accent-color: var(--play-focus); }
`;

/**
 * What is taken with a score of at least `least`. found: [{box, score, label}], truths: [{box,
 * label}]; overlap: the IoU from which on a true box is found, and above which, with
 * isSuppressed, a box is dropped by a better one of its label. Returns {taken: [{box, score,
 * label, isRight}], best first; missed: [truth]; right, wrong, precision, recall: counts and
 * shares of what is taken, precision null of nothing; points, average: of all that could be}.
 */
export function judged({ found, truths, overlap }, { least, isSuppressed }) {
  const kept = isSuppressed ? nonMaximumSuppression(found, overlap) : found.map((_, n) => n);
  const boxes = kept.map((n) => found[n]).sort((a, b) => b.score - a.score);
  const matched = match(boxes, truths, overlap);
  const points = curve(boxes.map(({ score }) => score), matched.map((place) => place >= 0), truths.length);
  const taken = boxes.filter(({ score }) => score >= least).map((one, n) => ({ ...one, isRight: matched[n] >= 0 }));
  const reached = new Set(matched.slice(0, taken.length));
  const right = taken.filter(({ isRight }) => isRight).length;
  return {
    taken,
    missed: truths.filter((_, place) => !reached.has(place)),
    right,
    wrong: taken.length - right,
    precision: taken.length ? right / taken.length : null,
    recall: right / truths.length,
    points,
    average: averagePrecision(points),
  };
}

/** The finding in words, with its numbers. */
export function inWords(least, { taken, missed, right, precision, recall }) {
  const score = `a score of at least ${least.toFixed(2)}`;
  const trueBoxes = right + missed.length;
  const found = `recall = ${right} / ${trueBoxes} = ${written(recall)}`;
  if (precision === null) return `No box has ${score}: ${found}, and there is no precision.`;
  const many = `${taken.length} ${taken.length === 1 ? "box has" : "boxes have"} ${score}`;
  return `${many}: precision = ${right} / ${taken.length} = ${written(precision)}, ${found}.`;
}

/** Build the plaything inside holder. data: {picture, found, truths, overlap, start}, as threshold.py makes it. */
export function mount(holder, data) {
  const scene = { found: data.found.map(unpacked), truths: data.truths.map(unpacked), overlap: data.overlap };
  const state = { least: data.start, isSuppressed: true };
  const box = playBox(
    holder,
    "Which boxes count?",
    "Move the threshold: what is lost, and what is gained? Then switch the suppression off.",
  );
  const said = announcer();
  const pixels = rowsOf(data.picture);
  const picture = numberGrid();
  picture.show({ values: pixels, colour: (value) => greyOf(value, 0, WHITE), text: () => "", words: "", width: WIDTH });
  const svg = picture.element.querySelector("svg");
  const shapes = drawn("g");
  svg.append(shapes);
  const unit = svg.viewBox.baseVal.width / pixels[0].length; // of the drawing, for a pixel
  const withLabels = new Set([...scene.found, ...scene.truths].map(({ label }) => label)).size > 1;
  const plot = precisionRecallPlot();
  const finding = element("p", { class: "play-sum" });
  const average = element("p", { class: "play-sum" });
  const counts = Object.fromEntries(Object.keys(KINDS).map((kind) => [kind, element("span")]));

  const id = uniqueId("least");
  const least = element("input", { id, type: "range", min: 0, max: 1, step: 0.01, oninput: () => set({ least: Number(least.value) }) });
  least.value = state.least;
  const leastLabel = element("label", { for: id });
  const suppression = checkbox("suppression: of boxes on one thing, only the best", true, (isSuppressed) => set({ isSuppressed }));

  function set(changed) {
    Object.assign(state, changed);
    draw();
  }

  function draw() {
    const now = judged(scene, state);
    const boxes = {
      missed: now.missed,
      wrong: now.taken.filter(({ isRight }) => !isRight),
      right: now.taken.filter(({ isRight }) => isRight),
    };
    shapes.replaceChildren(...outlines(boxes, unit, pixels[0].length), ...(withLabels ? labels(boxes, unit, pixels[0].length) : []));
    for (const kind of Object.keys(KINDS)) counts[kind].textContent = `${kind}: ${boxes[kind].length}`;
    leastLabel.textContent = `Score at least ${state.least.toFixed(2)}`;
    finding.textContent = inWords(state.least, now);
    average.textContent = `Average precision, of all thresholds: ${written(now.average)}`;
    svg.setAttribute("aria-label", `The scene; ${Object.values(counts).map(({ textContent }) => textContent).join(", ")}`);
    plot.show(now.points, now.precision === null ? null : now);
    said.say(`${finding.textContent} Missed: ${now.missed.length}.`);
  }

  box.append(
    element("style", {}, LOOK),
    element(
      "div",
      { class: "play-row" },
      element("span", { class: "play-field play-slide" }, leastLabel, least),
      suppression.element,
    ),
    element(
      "div",
      { class: "play-findings" },
      element("div", {}, picture.element, legend(counts)),
      element("div", {}, panel("Precision and recall of every threshold", plot.element).element, finding, average),
    ),
    said.element,
  );
  draw();
  return { destroy: () => (said.stop(), box.remove()) };
}

/** A row of the data, "x1 y1 x2 y2 score", with its label: {box, score, label}. */
function unpacked({ numbers, label }) {
  const [x1, y1, x2, y2, score] = numbers.split(" ").map(Number);
  return { box: [x1, y1, x2, y2], score, label };
}

/** What is drawn over the picture: the boxes of every kind, right ones on top. */
function outlines(boxes, unit, columns) {
  return Object.entries(KINDS).flatMap(([kind, look]) =>
    boxes[kind].flatMap(({ box }) => {
      const [x, y, right, bottom] = box.map((side) => side * unit);
      return outline({ x, y, width: right - x, height: bottom - y }, look, (columns * unit) / 150);
    }),
  );
}

/** A rectangle in a kind's look, and below it a white one, for it may lie on anything. */
function outline(place, { colour, dashes }, thick) {
  const look = { ...place, fill: "none" };
  return [
    drawn("rect", { ...look, stroke: "white", "stroke-width": 1.8 * thick }),
    drawn("rect", { ...look, stroke: colour, "stroke-width": thick, "stroke-dasharray": dashes.map((length) => length * thick).join(" ") || null }),
  ];
}

/** The label of every box, in its upper left corner. */
function labels(boxes, unit, columns) {
  const size = (columns * unit) / 24;
  const look = { "font-size": size, "font-weight": 600, "dominant-baseline": "hanging", stroke: "white", "stroke-width": size / 5, "paint-order": "stroke" };
  return Object.values(boxes).flat().map(({ box: [x, y], label }) =>
    drawn("text", { ...look, x: x * unit + size / 3, y: y * unit + size / 3 }, label),
  );
}

function legend(counts) {
  const items = Object.entries(KINDS).map(([kind, look]) => {
    const sample = drawn("svg", { width: 30, height: 20, viewBox: "0 0 30 20", "aria-hidden": "true" });
    sample.append(...outline({ x: 4, y: 4, width: 22, height: 12 }, look, 3));
    return element("li", {}, sample, counts[kind]);
  });
  return element("ul", { class: "play-legend" }, ...items.reverse());
}

export default {
  render({ model, el }) {
    return mount(el, model.get("data")).destroy;
  },
};
