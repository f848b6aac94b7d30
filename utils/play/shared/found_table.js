// A small table of what was found: names down, numbers across.

import { element } from "./elements.js";

const LOOK = `
.play-box .play-found { border-collapse: collapse; font-variant-numeric: tabular-nums; margin: 0.4rem 0; width: auto; }
.play-box .play-found :is(th, td) { text-align: right; padding: 0.15rem 0.45rem; font-size: 0.95rem;
  color: inherit; background: none; border: 0; border-bottom: 1px solid var(--play-line); }
.play-box .play-found th { font-weight: 600; }
.play-box .play-found :is(th, td):first-child { text-align: left; padding-left: 0; }
`;

/** A table that is filled anew: {element, show(rows)}; a row is [name, number, number …]. */
export function foundTable(...heads) {
  const body = element("tbody");
  const head = heads.map((words) => element("th", { scope: "col" }, words));
  const table = element("table", { class: "play-found" }, element("thead", {}, element("tr", {}, element("td"), ...head)), body);

  function show(rows) {
    const cells = ([name, ...numbers]) => [
      element("th", { scope: "row" }, name),
      ...numbers.map((number) => element("td", {}, String(number).replace("-", "−"))),
    ];
    body.replaceChildren(...rows.map((row) => element("tr", {}, ...cells(row))));
  }

  return { element: element("div", {}, element("style", {}, LOOK), table), show };
}
