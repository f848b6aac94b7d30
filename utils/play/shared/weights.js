// The weights of a filter as numbers to edit, on their blue-white-orange colours.

import { element, numberField } from "./elements.js";
import { css, inkOn, largestOf, signedOf } from "./numbers.js";

/** Fields for rows of weights: {element, set}. changed(rows) is called by every edit. */
export function weightFields(kernel, name, changed) {
  let now = copied(kernel);
  const fields = kernel.map((row, m) =>
    row.map((_, n) =>
      numberField(`${name} in row ${m + 1}, column ${n + 1}`, 0, (value) => {
        now = copied(now);
        now[m][n] = value;
        colour();
        changed(now);
      }),
    ),
  );

  function colour() {
    const largest = largestOf(now);
    fields.forEach((row, m) =>
      row.forEach((field, n) => {
        const shade = signedOf(now[m][n], largest);
        field.style.background = css(shade);
        field.style.color = inkOn(shade);
      }),
    );
  }

  function set(rows) {
    now = copied(rows);
    fields.forEach((row, m) => row.forEach((field, n) => (field.value = Number(now[m][n].toFixed(2)))));
    colour();
  }

  set(kernel);
  const columns = `--columns: ${kernel[0].length}`;
  return { element: element("div", { class: "play-weights", style: columns }, ...fields.flat()), set };
}

const copied = (rows) => rows.map((row) => [...row]);
