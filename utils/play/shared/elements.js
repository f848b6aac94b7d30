// Elements of a page, and what keeps two playthings on one page apart.

const SVG = "http://www.w3.org/2000/svg";
// JupyterLab's shortcuts would take the keys: two d's delete the cell.
const OWN_KEYS = { "data-lm-suppress-shortcuts": "true" };
const COUNT = Symbol.for("cnn-course: ids given out");

/** An HTML element. Attributes: text, or a function for an event, as onclick. */
export function element(tag, attributes = {}, ...children) {
  const takesKeys = ["button", "input", "select"].includes(tag) || "tabindex" in attributes;
  return filled(document.createElement(tag), { ...(takesKeys && OWN_KEYS), ...attributes }, children);
}

/** The same for what stands inside an <svg>, and for itself. */
export function drawn(tag, attributes = {}, ...children) {
  return filled(document.createElementNS(SVG, tag), attributes, children);
}

function filled(made, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(name.slice(2), value);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false && value != null) made.setAttribute(name, value);
  }
  made.append(...children);
  return made;
}

/** An id that no other element of this page has, however many modules ask for one. */
export function uniqueId(what) {
  globalThis[COUNT] = (globalThis[COUNT] ?? 0) + 1;
  return `play-${what}-${globalThis[COUNT]}`;
}

/** A <select> with its label; chosen(key) is called with the key of the choice. */
export function choice(label, options, value, chosen) {
  const id = uniqueId("choice");
  const entries = Array.isArray(options) ? options.map((o) => [o, o]) : Object.entries(options);
  const select = element(
    "select",
    { id, onchange: () => chosen(select.value) },
    ...entries.map(([key, words]) => element("option", { value: key }, String(words))),
  );
  select.value = value;
  return { element: element("span", { class: "play-field" }, element("label", { for: id }, label), select), select };
}

/** A checkbox with its label; changed(isChecked) is called by every click. */
export function checkbox(label, isChecked, changed) {
  const input = element("input", { type: "checkbox", onchange: () => changed(input.checked) });
  input.checked = isChecked;
  return { element: element("label", { class: "play-check" }, input, " ", label), input };
}

/** A number to edit. changed(number) is called for every number, not for half a one. */
export function numberField(label, value, changed) {
  const input = element("input", {
    type: "number",
    step: "any",
    inputmode: "text", // a telephone's number pad has no minus
    "aria-label": label,
    oninput: () => input.value !== "" && Number.isFinite(input.valueAsNumber) && changed(input.valueAsNumber),
    onchange: () => input.value === "" && changed((input.value = 0)),
  });
  input.value = value;
  return input;
}

export function button(label, clicked, words) {
  return element("button", { type: "button", onclick: clicked, "aria-label": words }, label);
}

/** A line that a screen reader says once what changes has come to rest. */
export function announcer() {
  const line = element("p", { class: "play-said", role: "status" });
  let waiting;
  return {
    element: line,
    say(words) {
      clearTimeout(waiting);
      waiting = setTimeout(() => (line.textContent = words), 250);
    },
    stop: () => clearTimeout(waiting),
  };
}

/** Calls move(down, right) for the arrow keys, and jump("first" or "last") for Home and End. */
export function arrowKeys(move, jump = () => {}) {
  const steps = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
  const jumps = { Home: "first", End: "last" };
  return (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key in steps) move(...steps[event.key]);
    else if (event.key in jumps) jump(jumps[event.key]);
    else return;
    event.preventDefault();
  };
}
