// Two numbers, moved by sliders or on a sheet: what a network draws from them, what another reads.

import { drawerOfPage } from "./digits/drawer.js";
import { drawerOfKernel } from "./digits/kernel.js";
import { showGrey } from "./digits/pictures.js";
import { between, middlesOf } from "./digits/places.js";
import { shareBars } from "./digits/shares.js";
import { placeSheet } from "./digits/sheet.js";
import { answerInWords } from "./digits/words.js";
import { announcer, button, checkbox, element, uniqueId } from "./shared/elements.js";
import { keepingUp } from "./shared/keeping_up.js";
import { panel, playBox } from "./shared/look.js";
import { written } from "./shared/numbers.js";

const NAMES = ["first number", "second number"];
const WALK = 4_000; // milliseconds
const LOOK = `
.play-drawer { display: grid; grid-template-columns: minmax(0, 420px) minmax(0, 1fr); gap: 0.5rem 1.5rem; align-items: start; }
/* on a phone the drawing stands right below the finger that moves the dot */
@container (max-width: 620px) {
  .play-drawer { display: flex; flex-direction: column; align-items: stretch; }
  .play-drawer > div { display: contents; }
  .play-drawer .play-reading { order: 1; display: flex; gap: 1rem; align-items: center; }
  .play-drawer .play-settings { order: 2; }
  .play-drawer .play-rest { order: 3; }
  .play-box .play-drawer .play-drawing { width: 130px; }
}
.play-drawer .play-drawing { display: block; width: 196px; max-width: 100%; height: auto; aspect-ratio: 1; border: 1px solid var(--play-line); image-rendering: pixelated; }
.play-drawer > :last-child { max-width: 420px; }
.play-drawer .play-answer { min-height: 2.9em; flex: 1 1 0; font-weight: 600; }
.play-drawer .play-number { display: grid; grid-template-columns: 8.2em minmax(0, 1fr) 3em; gap: 0.5rem; align-items: center; max-width: 420px; margin: 0; font-size: 0.95rem; font-variant-numeric: tabular-nums; }
.play-drawer .play-number > :last-child { text-align: right; }
.play-drawer .play-number input { width: 100%; min-width: 0; min-height: 2.5rem; margin: 0; accent-color: var(--play-focus); }
`;

/** A place in words: its two numbers. */
export const placeInWords = (place) => place.map((number, axis) => `${NAMES[axis]} ${written(number)}`).join(", ");

/**
 * Build the plaything inside holder. data: {sheet: {reach, step, across, side}, start,
 * ring, undrawn}, as digit_drawer.py makes it. draw: what drawerOf of digits/drawer.js
 * describes; null where nothing here can draw.
 */
export function mount(holder, data, draw = drawerOfPage()) {
  const { sheet, undrawn } = data;
  const box = playBox(
    holder,
    "Two numbers, one drawing",
    "Drag the dot: find a place between a 4 and a 9. Then find a drawing that is no digit: how sure is the network of it?",
  );
  const said = announcer();
  const field = placeSheet(sheet, goTo);
  const sliders = NAMES.map((name, axis) => numberSlider(name, sheet, (number) => goTo(state.place.map((old, n) => (n === axis ? number : old)))));
  const drawing = element("canvas", { class: "play-drawing", role: "img" });
  const answer = element("p", { class: "play-answer" });
  const bars = shareBars();
  const walkButton = button("Walk to the ring", walk, "Walk to the ring, which moves to where the walk begins");
  const state = { place: data.start, ring: data.ring, steps: 0, isGone: false };
  const work = keepingUp(drawNow); // moving goes on meanwhile

  box.append(
    element("style", {}, LOOK),
    element(
      "div",
      { class: "play-drawer" },
      element(
        "div",
        {},
        field.element,
        element(
          "div",
          { class: "play-settings" },
          ...sliders.map((slider) => slider.element),
          element("div", { class: "play-row" }, button("Put the ring here", () => putRing(state.place)), walkButton),
          checkbox("small drawings all over the sheet", true, (isChecked) => (isChecked ? fillSheet() : empty())).element,
        ),
      ),
      element(
        "div",
        {},
        element("div", { class: "play-reading" }, panel("It draws:", drawing).element, answer),
        element(
          "div",
          { class: "play-rest" },
          bars.element,
          element("p", {}, "By keyboard: arrow keys move the dot on the sheet, and the sliders; Home leads to the middle of the sheet."),
        ),
      ),
    ),
    said.element,
  );

  /** Move to a place and end a walk. */
  function goTo(place) {
    cancelAnimationFrame(state.steps);
    moveTo(place);
  }

  function moveTo(place) {
    state.place = place;
    field.move(place);
    sliders.forEach((slider, axis) => slider.show(place[axis]));
    work.ask();
  }

  function putRing(place) {
    state.ring = place;
    field.ring(place);
    said.say(`The ring is at ${placeInWords(place)}.`);
  }

  /** To the ring by the straight way; the ring then marks where the walk began. */
  function walk() {
    cancelAnimationFrame(state.steps);
    const [from, to, start] = [state.place, state.ring, performance.now()];
    if (`${from}` === `${to}`) return said.say("The dot is at the ring already.");
    field.ring((state.ring = from));
    const step = (now) => {
      const share = Math.min(Math.max((now - start) / WALK, 0), 1);
      moveTo(between(from, to, share, sheet));
      if (share < 1 && !state.isGone) state.steps = requestAnimationFrame(step);
    };
    state.steps = requestAnimationFrame(step);
  }

  async function drawNow() {
    const start = performance.now();
    const { place } = state;
    const drawn = draw && (await draw([place]));
    if (state.isGone) return;
    show(place, drawn);
    performance.measure("a digit drawn from two numbers", { start, end: performance.now() });
  }

  function show(place, drawn) {
    const sentence = drawn ? answerInWords(drawn.probabilities) : undrawn;
    const paper = Array.from({ length: sheet.side ** 2 }, (_, pixel) => 1 - (drawn?.pictures[pixel] ?? 0));
    showGrey(drawing, paper, sheet.side, sheet.side);
    drawing.setAttribute("aria-label", drawn ? `What is drawn from ${placeInWords(place)}. ${sentence}` : "Nothing yet");
    answer.textContent = sentence;
    bars.show(drawn?.probabilities);
    said.say(`${placeInWords(place)}. ${sentence}`);
  }

  let filling = 0; // how often the sheet was filled or emptied: a late row is not drawn

  async function fillSheet() {
    const [mine, middles] = [++filling, middlesOf(sheet)];
    for (let row = 0; draw && row < sheet.across; row++) {
      const { pictures } = await draw(middles.slice(row * sheet.across, (row + 1) * sheet.across), false);
      if (state.isGone || mine !== filling) return;
      field.show(row, pictures);
      await new Promise(requestAnimationFrame); // the page goes on
    }
  }

  function empty() {
    filling += 1;
    field.clear();
  }

  field.ring(state.ring);
  moveTo(state.place);
  fillSheet();
  return {
    destroy() {
      state.isGone = true;
      cancelAnimationFrame(state.steps);
      work.stop();
      said.stop();
      draw?.stop?.();
      box.remove();
    },
  };
}

/** A slider with its name and its number: {element, show}. */
function numberSlider(name, { reach, step }, changed) {
  const id = uniqueId("number");
  const input = element("input", { id, type: "range", min: -reach, max: reach, step, oninput: () => changed(input.valueAsNumber) });
  const number = element("span", { "aria-hidden": "true" });

  function show(value) {
    input.value = value;
    input.setAttribute("aria-valuetext", written(value));
    number.textContent = written(value);
  }

  return { element: element("div", { class: "play-number" }, element("label", { for: id }, name), input, number), show };
}

export default {
  render({ model, el }) {
    return mount(el, model.get("data"), drawerOfKernel(model)).destroy;
  },
};
