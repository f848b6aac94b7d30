// Step through a film of boxes: who keeps its number, and when is it switched: dive 19b.

import { announcer, checkbox, choice, drawn, element, uniqueId } from "./shared/elements.js";
import { playBox } from "./shared/look.js";
import { rowsOf } from "./shared/rows.js";
import { countedFrames, follow } from "./shared/tracks.js";

const COLOURS = ["#0072b2", "#d55e00", "#007a5a", "#a03f78", "#7a5200", "#444444", "#1f5f9e"];
const DASHES = [null, "10 5", "3 4"];
const PATIENCE = 3; // frames
const LOOK = `
.play-tracks { display: flex; flex-wrap: wrap; gap: 0.75rem 1.5rem; align-items: start; margin: 0.6rem 0; }
.play-tracks svg { flex: 3 1 18rem; width: 100%; max-width: 36rem; min-width: 0; height: auto; display: block; background: white; border: 1px solid var(--play-line); }
.play-tracks > div { flex: 1 1 14rem; min-width: 0; }
.play-slide { flex: 1 1 14rem; max-width: 36rem; }
.play-box .play-slide input[type="range"] { width: 100%; min-height: 2.5rem; margin: 0; accent-color: var(--play-focus); }
`;

/** A scene as it is stored -> {truths, found}; truths: frames of {identities, boxes}, found: frames of boxes. */
export function unpacked({ truths, found }) {
  const split = (frame) => {
    const rows = rowsOf(frame);
    return { identities: rows.map(([one]) => one), boxes: rows.map((row) => row.slice(1)) };
  };
  return { truths: truths.map(split), found: found.map(rowsOf) };
}

/** Tracks of a scene and what goes wrong, frame by frame: [{identities, boxes, waiting, switches}], switches so far. */
export function tracked({ truths, found }, settings) {
  const frames = follow(found, settings).map((frame, n) => ({ ...frame, boxes: found[n] }));
  let switches = 0;
  return countedFrames(truths, frames).map((counts, n) => ({ ...frames[n], ...counts, switches: (switches += counts.switches) }));
}

/** A frame in words. */
export function inWords(frame, number, count) {
  const { identities, waiting, switches } = frame;
  const listed = (numbers) => (numbers.length ? numbers.join(", ") : "none");
  const lost = waiting.length ? ` Waited for: ${listed(waiting.map(({ identity }) => identity))}.` : "";
  return `Frame ${number + 1} of ${count}. Tracks: ${listed([...identities].sort((a, b) => a - b))}.${lost} Identity switches so far: ${switches}.`;
}

/** Build the plaything inside holder. data: {columns, rows, scenes: [{name, truths, found}]}. */
export function mount(holder, data) {
  const scenes = data.scenes.map(unpacked);
  const state = { scene: 0, frame: 0, isGreedy: false, patience: 0, velocity: false };
  const box = playBox(
    holder,
    "Who is who?",
    "Step through the film: where does an object get another number? Then give the tracks patience, and let them expect a step further.",
  );
  const said = announcer();
  const words = element("p", { class: "play-sum" });
  const total = element("p", { class: "play-sum play-title" });
  const svg = drawn("svg", { role: "img", viewBox: `0 0 ${data.columns} ${data.rows}` });
  const id = uniqueId("frame");
  const slider = element("input", { id, type: "range", min: 0, step: 1, oninput: () => set({ frame: Number(slider.value) }) });
  const label = element("label", { for: id });

  function set(changed) {
    Object.assign(state, changed);
    draw();
    said.say(`${words.textContent} ${total.textContent}`);
  }

  function draw() {
    const frames = tracked(scenes[state.scene], state);
    const frame = frames[state.frame];
    svg.replaceChildren(...shapes(frame));
    slider.max = frames.length - 1;
    slider.value = state.frame;
    label.textContent = `Frame ${state.frame + 1} of ${frames.length}`;
    words.textContent = inWords(frame, state.frame, frames.length);
    total.textContent = `Switches in the whole film: ${frames.at(-1).switches}`;
    svg.setAttribute("aria-label", `A field with boxes. ${words.textContent}`);
    slider.setAttribute("aria-valuetext", words.textContent);
  }

  const names = Object.fromEntries(data.scenes.map(({ name }, n) => [n, name]));
  box.append(
    element("style", {}, LOOK),
    element(
      "div",
      { class: "play-row" },
      choice("Film", names, 0, (n) => set({ scene: Number(n), frame: 0 })).element,
      choice("Assignment", { best: "best together", greedy: "nearest first" }, "best", (how) => set({ isGreedy: how === "greedy" })).element,
    ),
    element(
      "div",
      { class: "play-row" },
      checkbox(`patience: a track waits for ${PATIENCE} frames`, false, (on) => set({ patience: on ? PATIENCE : 0 })).element,
      checkbox("velocity: it expects a step further", false, (velocity) => set({ velocity })).element,
    ),
    element("div", { class: "play-slide" }, label, slider),
    element("div", { class: "play-tracks" }, svg, element("div", {}, words, total)),
    said.element,
  );
  draw();
  return { destroy: () => (said.stop(), box.remove()) };
}

/** A box for each track, with its number; thin ones where a track is waited for. */
function shapes({ identities, boxes, waiting }) {
  const seen = identities.map((identity, n) => ({ identity, box: boxes[n], isSeen: true }));
  return [...waiting.map((one) => ({ ...one, isSeen: false })), ...seen].map(({ identity, box: [x1, y1, x2, y2], isSeen }) => {
    const colour = COLOURS[identity % COLOURS.length];
    const outline = { fill: isSeen ? colour : "none", "fill-opacity": 0.15, stroke: colour, "stroke-width": isSeen ? 1.6 : 0.6 };
    const dashes = isSeen ? DASHES[Math.floor(identity / COLOURS.length) % DASHES.length] : "1.5 1.5";
    const text = { x: (x1 + x2) / 2, y: (y1 + y2) / 2, "text-anchor": "middle", "dominant-baseline": "central", "font-size": isSeen ? 9 : 7, "font-weight": 600, fill: colour };
    return drawn(
      "g",
      {},
      drawn("rect", { x: x1, y: y1, width: x2 - x1, height: y2 - y1, "stroke-dasharray": dashes, ...outline }),
      drawn("text", text, isSeen ? String(identity) : `${identity}?`),
    );
  });
}

export default {
  render({ model, el }) {
    return mount(el, model.get("data")).destroy;
  },
};
