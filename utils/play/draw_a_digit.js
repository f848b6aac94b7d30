// Draw a digit: what the network gets, the maps of every layer, its answer, and why.

import { readerOfKernel } from "./digits/kernel.js";
import { readerOfPage } from "./digits/network.js";
import { drawingPad } from "./digits/pad.js";
import { showGrey, showHeat, showMaps } from "./digits/pictures.js";
import { prepareDrawing } from "./digits/prepare.js";
import { shareBars } from "./digits/shares.js";
import { answerInWords, placeInWords } from "./digits/words.js";
import { announcer, button, choice, element } from "./shared/elements.js";
import { keepingUp } from "./shared/keeping_up.js";
import { panel, playBox } from "./shared/look.js";

const STYLE = `
.play-digit { display: grid; grid-template-columns: minmax(0, 280px) minmax(0, 1fr); gap: 0.5rem 1.5rem; align-items: start; }
@container (max-width: 620px) { .play-digit { grid-template-columns: minmax(0, 1fr); } }
.play-digit canvas { display: block; width: 100%; max-width: 100%; height: auto; image-rendering: pixelated; }
.play-digit [role="application"] { max-width: 280px; aspect-ratio: 1; border: 2px solid var(--play-line); cursor: crosshair; touch-action: none; image-rendering: auto; }
.play-digit .play-row { align-items: start; }
.play-digit .play-small { width: 132px; }
.play-digit .play-why { flex: 1 1 9rem; max-width: 15rem; font-size: 0.95rem; }
.play-digit .play-why p { margin: 0.4rem 0 0; }
.play-digit .play-small canvas { border: 1px solid var(--play-line); aspect-ratio: 1; }
.play-digit .play-answer { min-height: 4.35em; font-weight: 600; }
.play-digit .play-maps { max-width: 520px; margin: 0 0 0.6rem; }
.play-digit .play-maps p { font-size: 0.95rem; margin: 0 0 0.2rem; }
`;
const COLUMNS = 8; // maps side by side

/**
 * Build the plaything inside element. data: {pad, rules, faults, layers, field}, as
 * draw_a_digit.py makes it. read: a function from an image to a promise of what
 * readerOf of digits/network.js describes; null where nothing here can read.
 */
export function mount(element_, data, read = readerOfPage()) {
  const box = playBox(
    element_,
    "Draw a digit",
    "Draw over and over, with mouse, finger or keyboard, and watch the maps. Then draw something that is no digit.",
  );
  const [said, penSaid] = [announcer(), announcer()]; // neither takes the other's words away
  const { field } = data.rules;
  const pad = drawingPad(data.pad, changed, penSaid.say);
  const answer = element("p", { class: "play-answer" });
  const bars = shareBars();
  const image = () => element("canvas", { role: "img" });
  const [got, why] = [image(), image()];
  const question = choice(
    "Evidence for",
    { read: "what it reads", ...Object.fromEntries(Array.from({ length: 10 }, (_, digit) => [`${digit}`, `a ${digit}`])) },
    "read",
    () => (showWhy(), said.say(why.getAttribute("aria-label"))),
  );
  const maps = data.layers.map((layer) => ({
    canvas: image(),
    words: `${layer.name}: ${layer.channels} maps, ${layer.height} × ${layer.width}`,
    empty: { ...layer, values: null },
  }));
  const small = (line, ...children) => element("div", { class: "play-small" }, panel(line, ...children).element);
  box.append(
    element("style", {}, STYLE),
    element(
      "div",
      { class: "play-digit" },
      element(
        "div",
        {},
        pad.element,
        element("div", { class: "play-row" }, button("Undo", pad.undo, "Undo the last stroke"), button("Clear", pad.clear, "Clear the field")),
        answer,
        bars.element,
        element("p", {}, "By keyboard: arrow keys move the pen, two at once slanting; space lowers and lifts it; Backspace takes a stroke back."),
      ),
      element(
        "div",
        {},
        element(
          "div",
          { class: "play-row" },
          small(`It gets: ${field} × ${field}`, got),
          small("Evidence", why),
          element("div", { class: "play-why" }, question.element, element("p", {}, "Orange speaks for it (Grad-CAM); what speaks against it is not shown. One scale for all ten digits.")),
        ),
        ...maps.map(({ canvas, words }) => element("div", { class: "play-maps" }, element("p", {}, words), canvas)),
      ),
    ),
    penSaid.element,
    said.element,
  );

  const state = { image: null, reading: null, isGone: false };
  const work = keepingUp(readNow); // drawing goes on meanwhile, and is read again after

  function changed() {
    work.ask();
  }

  /** Read what is drawn now. */
  async function readNow() {
    const start = performance.now();
    const { image, fault } = prepareDrawing(pad.ink(), data.pad.side, data.rules);
    const reading = fault || !read ? null : await read(image);
    if (state.isGone) return;
    Object.assign(state, { image: image ?? null, reading });
    show(fault);
    performance.measure("a digit drawn and read", { start, end: performance.now() });
  }

  function show(fault) {
    const { image, reading } = state;
    const sentence = fault ? data.faults[fault] : reading ? answerInWords(reading.probabilities) : data.faults.unread;
    answer.textContent = sentence;
    bars.show(reading?.probabilities);
    showGrey(got, image, field, field);
    got.setAttribute("aria-label", image ? `The drawing in ${field} by ${field} pixels, light on dark, centred` : "Nothing yet");
    maps.forEach(({ canvas, words, empty }, index) => {
      const layer = reading?.layers[index] ?? empty;
      showMaps(canvas, layer, COLUMNS);
      canvas.setAttribute("aria-label", `${words}. ${reading ? activeInWords(layer) : "Empty."}`);
    });
    showWhy();
    said.say(sentence);
  }

  function showWhy() {
    const { image, reading } = state;
    const asked = question.select.value;
    const digit = asked === "read" ? reading?.probabilities.indexOf(Math.max(...reading.probabilities)) : Number(asked);
    const heat = reading && heatOf(reading.heat, digit);
    showHeat(why, image, field, heat, reading && Math.max(...reading.heat.values));
    const place = heat && placeInWords(heat.values, heat.height, heat.width);
    why.setAttribute("aria-label", heat ? `Evidence for ${digit}, most of it: ${place}` : "No evidence yet");
  }

  changed();
  return {
    destroy() {
      state.isGone = true;
      work.stop();
      said.stop();
      penSaid.stop();
      read?.stop?.();
      box.remove();
    },
  };
}

/** The map of one digit out of {height, width, values}, ten maps. */
function heatOf({ height, width, values }, digit) {
  return { height, width, values: values.subarray(digit * height * width, (digit + 1) * height * width) };
}

/** How many maps of a layer answer at all, in words. */
function activeInWords({ channels, values }) {
  const answers = new Set();
  values.forEach((value, index) => value > 0 && answers.add(index % channels));
  return `${answers.size} of ${channels} answer somewhere.`;
}

export default {
  render({ model, el }) {
    return mount(el, model.get("data"), readerOfKernel(model)).destroy;
  },
};
