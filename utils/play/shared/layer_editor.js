// A list of layers to edit: add, remove, put in another order, set each one's numbers.

import { button, choice, element } from "./elements.js";

const KINDS = { conv: "convolution", pool: "pooling" };
const NEW = {
  conv: { kind: "conv", kernelSize: 3, stride: 1, padding: "valid", dilation: 1 },
  pool: { kind: "pool", kernelSize: 2, stride: 2, padding: "valid", dilation: 1 },
};
const SETTINGS = [
  // of both kinds, but for dilation: a pooling layer has none
  { name: "kernelSize", label: "window", values: [1, 2, 3, 4, 5, 6, 7, 9, 11] },
  { name: "stride", label: "stride", values: [1, 2, 3, 4] },
  { name: "dilation", label: "dilation", values: [1, 2, 3, 4, 6, 8], kinds: ["conv"] },
  { name: "padding", label: "padding", values: ["valid", "same"] },
];
const LOOK = `
.play-layers { list-style: none; padding: 0; margin: 0.5rem 0; display: grid; gap: 0.4rem;
  grid-template-columns: repeat(auto-fit, minmax(min(100%, 28rem), 1fr)); }
.play-layers li { margin: 0; }
.play-layers fieldset { border: 1px solid var(--play-line); border-radius: 4px; margin: 0; min-width: 0;
  padding: 0.1rem 0.6rem 0.5rem; display: flex; flex-wrap: wrap; gap: 0.3rem 0.6rem; align-items: end; }
.play-layers legend { font-weight: 600; font-size: 0.95rem; padding: 0 0.3rem; margin: 0; width: auto; float: none; }
@container (max-width: 36rem) {
  .play-box .play-layers fieldset { gap: 0.25rem; padding: 0 0.3rem 0.4rem; }
  .play-box .play-layers .play-field { font-size: 0.85rem; }
  .play-box .play-layers select { padding: 0.2rem 0; }
  .play-box .play-layers button { min-width: 1.8rem; padding: 0; }
}
`;

/**
 * Edits the list `layers` in place and calls changed() after each change: {element, replace}.
 * most: how many layers there may be. namesOf(layers): a name for each.
 */
export function layerEditor(layers, most, namesOf, changed) {
  const list = element("ol", { class: "play-layers" });
  const adders = Object.entries(KINDS).map(([kind, words]) =>
    button(`Add a ${words}`, () => rebuilt([...layers, { ...NEW[kind] }], layers.length, ["select"])),
  );

  /** Takes over the layers; the focus goes to the first of these parts that layer number n has. */
  function rebuilt(next, n, parts) {
    layers.splice(0, layers.length, ...next.map((layer) => ({ ...layer })));
    const names = namesOf(layers);
    list.replaceChildren(...layers.map((layer, at) => row(layer, at, names[at])));
    for (const adder of adders) adder.disabled = layers.length >= most;
    if (parts) {
      const found = parts.map((part) => list.children[Math.min(n, layers.length - 1)]?.querySelector(part));
      (found.find(Boolean) ?? adders[0]).focus();
    }
    changed();
  }

  function row(layer, at, name) {
    const settings = SETTINGS.filter(({ kinds }) => !kinds || kinds.includes(layer.kind));
    const fields = settings.map(({ name: key, label, values }) =>
      choice(label, values, layer[key], (value) => {
        layer[key] = key === "padding" ? value : Number(value);
        changed();
      }),
    );
    const swapped = (other) => {
      const next = [...layers];
      [next[at], next[other]] = [next[other], next[at]];
      return next;
    };
    const marked = (made, className, isDisabled) => {
      made.classList.add(className);
      made.disabled = isDisabled;
      return made;
    };
    const last = layers.length - 1;
    return element(
      "li",
      {},
      element(
        "fieldset",
        {},
        element("legend", {}, name),
        ...fields.map((field) => field.element),
        marked(button("↑", () => rebuilt(swapped(at - 1), at - 1, [".up:enabled", ".down"]), `${name}: earlier`), "up", at === 0),
        marked(button("↓", () => rebuilt(swapped(at + 1), at + 1, [".down:enabled", ".up"]), `${name}: later`), "down", at === last),
        marked(button("×", () => rebuilt(layers.filter((one) => one !== layer), at, [".out"]), `${name}: remove`), "out", false),
      ),
    );
  }

  const parts = [element("style", {}, LOOK), list, element("div", { class: "play-row" }, ...adders)];
  return { element: element("div", {}, ...parts), replace: (next) => rebuilt(next) };
}
