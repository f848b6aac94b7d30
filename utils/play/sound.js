// A small filter slides along the picture of a recording, which can be heard: dive 16d.

import { crossCorrelate } from "./shared/arithmetic.js";
import { announcer, button, choice, drawn, element, uniqueId } from "./shared/elements.js";
import { panel, playBox } from "./shared/look.js";
import { numberGrid, onPress } from "./shared/number_grid.js";
import { greyOf, signedOf, written } from "./shared/numbers.js";
import { rowsOf } from "./shared/rows.js";

const WIDTH = 620; // of the picture, in pixels of the page, at most
const UNIT = 40; // of the drawing, for a column: as in number_grid.js
const HEIGHT = 560; // of the curve, in the same units
const LOOK = `
.play-listen { max-width: ${WIDTH}px; }
.play-listen svg.play-answers { width: 100%; height: auto; display: block; background: white; border: 1px solid var(--play-line); }
.play-box .play-slide { display: flex; width: 100%; margin: 0.5rem 0; }
.play-box .play-slide input[type="range"] { width: 100%; min-height: 2.5rem; margin: 0; accent-color: var(--play-focus); }
`;

/**
 * For each place along time: the filter's largest answer of all heights, and the lowest row it
 * lies on there. picture: rows of decibels, the lowest band first; kernel: rows of weights, too.
 */
export function answersAlong(picture, kernel) {
  const answers = crossCorrelate(picture, kernel);
  return answers[0].map((_, column) => {
    // rounded, so that what is equal is the same here and in Python
    const here = answers.map((row) => Math.round(row[column] * 1e6) / 1e6);
    const answer = Math.max(...here);
    return { answer, band: here.indexOf(answer) };
  });
}

/** The finding in words. step: seconds from column to column. */
export function inWords(column, width, { answer, band }, height, step) {
  const [from, to] = [column, column + width].map((edge) => (edge * step).toFixed(2));
  return `${from} to ${to} seconds: the largest answer is ${written(answer, 1)} decibels, in bands ${band + 1} to ${band + height}`;
}

/** Build the plaything inside holder. data: {picture, sound, step, filters}, as sound.py makes it. */
export function mount(holder, data) {
  const picture = rowsOf(data.picture);
  const filters = data.filters.map(({ name, weights }) => ({ name, weights: rowsOf(weights) }));
  const state = { filter: filters[0], column: 0, answers: [] };
  const box = playBox(
    holder,
    "A filter that listens",
    "Listen, choose a filter, and move it along time: where does it answer most, and where in the sentence is that?",
  );
  const said = announcer();
  const grid = numberGrid();
  const weights = numberGrid();
  const plot = curveOf(picture[0].length);
  const answered = panel("", plot.element);
  const finding = element("p", { class: "play-sum" });
  const last = () => picture[0].length - state.filter.weights[0].length;

  const id = uniqueId("time");
  const time = element("input", { id, type: "range", min: 0, step: 1, oninput: () => move(Number(time.value)) });
  const recording = new Audio(`data:audio/wav;base64,${data.sound}`);
  const listen = button("Play", () => (recording.paused ? recording.play() : rest()));
  let following = 0;
  recording.addEventListener("play", () => {
    listen.textContent = "Stop";
    const follow = () => {
      move(Math.floor(recording.currentTime / data.step));
      following = requestAnimationFrame(follow);
    };
    follow();
  });
  for (const end of ["pause", "ended"]) {
    recording.addEventListener(end, () => {
      cancelAnimationFrame(following);
      listen.textContent = "Play";
    });
  }

  function rest() {
    recording.pause();
    recording.currentTime = 0;
  }

  function take(filter) {
    state.filter = filter;
    state.answers = answersAlong(picture, filter.weights);
    time.max = last();
    weights.show({
      values: [...filter.weights].reverse(),
      colour: (value) => signedOf(value, 0.2),
      text: (value) => written(value),
      words: `The filter "${filter.name}", ${filter.weights.length} bands by ${filter.weights[0].length} steps`,
      cellWidth: 50,
    });
    const answers = state.answers.map(({ answer }) => answer);
    plot.show(answers, filter.weights[0].length);
    answered.heading.textContent = `The filter's largest answer of all heights: at most ${written(Math.max(...answers), 1)} decibels`;
    move(state.column);
  }

  function move(column) {
    state.column = Math.min(Math.max(column, 0), last());
    const here = state.answers[state.column];
    const [height, width] = [state.filter.weights.length, state.filter.weights[0].length];
    const words = inWords(state.column, width, here, height, data.step);
    grid.show({
      values: [...picture].reverse(),
      colour: (value) => greyOf(value, data.floor, 0),
      text: () => "",
      words: `Loudness of ${picture.length} bands over time, the lowest band at the bottom; ${words}`,
      frames: [{ row: picture.length - here.band - height, column: state.column, height, width }],
      width: WIDTH,
    });
    time.value = state.column;
    time.setAttribute("aria-valuetext", words);
    plot.mark(state.column);
    finding.textContent = `${words}.`;
    said.say(finding.textContent);
  }

  const names = Object.fromEntries(filters.map(({ name }, n) => [n, name]));
  onPress(grid, (_, column) => move(column - Math.floor(state.filter.weights[0].length / 2)));
  box.append(
    element("style", {}, LOOK),
    element(
      "div",
      { class: "play-row" },
      listen,
      choice("Filter", names, 0, (n) => take(filters[n])).element,
      weights.element,
    ),
    element(
      "div",
      { class: "play-listen" },
      panel("The recording: low at the bottom, high at the top, loud is light", grid.element).element,
      element("span", { class: "play-field play-slide" }, element("label", { for: id }, "Time"), time),
      answered.element,
    ),
    finding,
    said.element,
  );
  take(state.filter);
  return { destroy: () => (rest(), cancelAnimationFrame(following), said.stop(), box.remove()) };
}

/** Answers over time, as wide as the picture, and a mark: {element, show, mark}. */
function curveOf(columns) {
  const line = drawn("polyline", { fill: "none", stroke: "#0072b2", "stroke-width": 12 });
  const zero = drawn("path", { stroke: "#7f7f7f", "stroke-width": 4 });
  const here = drawn("circle", { r: 22, fill: "#d55e00", stroke: "white", "stroke-width": 8 });
  const svg = drawn("svg", { class: "play-answers", role: "img", viewBox: `0 0 ${columns * UNIT} ${HEIGHT}` }, zero, line, here);
  let places = [];

  function show(answers, width) {
    const highest = Math.max(...answers, 1);
    const lowest = Math.min(...answers, 0);
    const yOf = (answer) => HEIGHT - 30 - ((answer - lowest) / (highest - lowest)) * (HEIGHT - 60);
    places = answers.map((answer, column) => [(column + width / 2) * UNIT, yOf(answer)]);
    line.setAttribute("points", places.map((place) => place.join(",")).join(" "));
    zero.setAttribute("d", `M0,${yOf(0)} H${columns * UNIT}`);
    const best = answers.indexOf(Math.max(...answers));
    svg.setAttribute("aria-label", `A curve of ${answers.length} answers, the largest at step ${best + 1}: ${written(answers[best], 1)} decibels`);
  }

  function mark(column) {
    here.setAttribute("cx", places[column][0]);
    here.setAttribute("cy", places[column][1]);
  }

  return { element: svg, show, mark };
}

export default {
  render({ model, el }) {
    return mount(el, model.get("data")).destroy;
  },
};
