// Layers as rows of cells, the input below, and the cone of what one number is made from.

import { drawn } from "./elements.js";

const LABELS = 6.5; // cells of the input that the labels take
const FILLED = "#0072b2";

/** A drawing that draws itself anew: {element, show(fields, seen, names)}; one of each a layer. */
export function receptiveCone() {
  const svg = drawn("svg", { role: "img", class: "play-cone", style: "display: block; width: 100%" });

  function show(fields, seen, names) {
    const inputSize = fields[0].positions;
    const gap = 2.6; // from layer to layer, in cells of the input
    const height = gap * fields.length;
    svg.setAttribute("viewBox", `${-LABELS - 0.5} -0.5 ${LABELS + inputSize + 1} ${height}`);
    const rowOf = (n) => height - gap * (n + 1);
    // A cell stands above the middle of what it sees, as wide as it jumps.
    const leftOf = ({ start, size, jump }, cell) => start + size / 2 + (cell - 0.45) * jump;
    const parts = [];
    for (let n = 1; n < fields.length; n++) {
      const [below, above] = [n - 1, n].map((at) => [
        leftOf(fields[at], seen[at][0]),
        leftOf(fields[at], seen[at].at(-1)) + 0.9 * fields[at].jump,
        rowOf(at) + 0.6,
      ]);
      const corners = [below[0], below[2], below[1], below[2], above[1], above[2], above[0], above[2]];
      parts.push(drawn("polygon", { points: corners.join(" "), fill: "#56b4e9", opacity: 0.35 }));
    }
    fields.forEach((field, n) => {
      const cells = new Set(seen[n]);
      for (let cell = 0; cell < field.positions; cell++) {
        const box = { x: leftOf(field, cell), y: rowOf(n), width: 0.9 * field.jump, height: 1.2 };
        const fill = cells.has(cell) ? FILLED : "var(--play-ground)";
        parts.push(drawn("rect", { ...box, fill, stroke: "#7f7f7f", "stroke-width": 0.08 }));
      }
      const place = { x: -LABELS - 0.3, y: rowOf(n) + 0.6, "dominant-baseline": "central" };
      parts.push(drawn("text", { ...place, "font-size": 1.35, fill: "currentColor" }, names[n]));
    });
    svg.replaceChildren(...parts);
    const counts = fields.map((_, n) => `${names[n]} ${seen[n].length}`).reverse();
    svg.setAttribute("aria-label", `Cells in one row that the number is made from: ${counts.join(", ")}`);
  }

  return { element: svg, show };
}
