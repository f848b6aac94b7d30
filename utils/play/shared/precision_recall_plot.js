// Precision over recall, a point for each threshold, and where the threshold is now.

import { drawn } from "./elements.js";
import { written } from "./numbers.js";

const SIDE = 200; // of the square of the axes, in units of the drawing
const [LEFT, TOP, RIGHT, BOTTOM] = [46, 12, 14, 44]; // around it
const TEXT = { "font-size": 14, fill: "currentColor" };

/** {element, show(points, now)}: points: [{recall, precision}]; now: one of these, or null. */
export function precisionRecallPlot() {
  const line = drawn("polyline", { fill: "none", stroke: "currentColor", "stroke-width": 2, "stroke-opacity": 0.7 });
  const dots = drawn("g");
  const here = drawn("circle", { r: 8, fill: "#d55e00", stroke: "white", "stroke-width": 2.5 });
  const svg = drawn(
    "svg",
    { class: "play-curve", role: "img", viewBox: `0 0 ${LEFT + SIDE + RIGHT} ${TOP + SIDE + BOTTOM}` },
    ...axes(),
    line,
    dots,
    here,
  );

  function show(points, now) {
    line.setAttribute("points", points.map((point) => Object.values(placeOf(point)).join(",")).join(" "));
    dots.replaceChildren(
      ...points.map((point) => {
        const { x, y } = placeOf(point);
        return drawn("circle", { cx: x, cy: y, r: 3, fill: "currentColor" });
      }),
    );
    here.style.display = now ? "" : "none";
    if (now) {
      const { x, y } = placeOf(now);
      here.setAttribute("cx", x);
      here.setAttribute("cy", y);
    }
    const words = now ? `at recall ${written(now.recall)}, precision ${written(now.precision)}` : "no box is taken";
    svg.setAttribute("aria-label", `Precision over recall, a curve of ${points.length} points; now ${words}`);
  }

  return { element: svg, show };
}

const placeOf = ({ recall, precision }) => ({ x: LEFT + recall * SIDE, y: TOP + (1 - precision) * SIDE });

function axes() {
  const ticks = [0, 0.5, 1].flatMap((value) => {
    const across = placeOf({ recall: value, precision: 0 });
    const up = placeOf({ recall: 0, precision: value });
    return [
      drawn("path", { d: `M${across.x},${TOP} V${TOP + SIDE} M${LEFT},${up.y} H${LEFT + SIDE}`, stroke: "#7f7f7f", "stroke-width": 0.75 }),
      drawn("text", { ...TEXT, x: across.x, y: across.y + 17, "text-anchor": "middle" }, String(value)),
      drawn("text", { ...TEXT, x: LEFT - 6, y: up.y, "text-anchor": "end", "dominant-baseline": "central" }, String(value)),
    ];
  });
  const middle = TOP + SIDE / 2;
  return [
    ...ticks,
    drawn("text", { ...TEXT, x: LEFT + SIDE / 2, y: TOP + SIDE + 37, "text-anchor": "middle" }, "recall"),
    drawn("text", { ...TEXT, x: 13, y: middle, "text-anchor": "middle", transform: `rotate(-90 13 ${middle})` }, "precision"),
  ];
}
