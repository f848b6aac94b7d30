// A square sheet on which one place is dragged, with a ring at another.

import { arrowKeys, element } from "../shared/elements.js";
import { paint } from "./pictures.js";
import { placeAt, sharesOf, snapped } from "./places.js";

const STRIDE = 2; // steps, for an arrow key
const LOOK = `
.play-sheet { position: relative; width: 100%; max-width: 420px; aspect-ratio: 1; touch-action: none; cursor: crosshair; user-select: none; -webkit-user-select: none; forced-color-adjust: none; background: white; border: 1px solid var(--play-line); }
@container (max-width: 620px) { .play-box .play-sheet { max-width: 290px; } }
.play-sheet canvas { position: absolute; inset: 0; width: 100%; height: 100%; max-width: none; }
.play-sheet i { position: absolute; width: 26px; height: 26px; margin: -13px; border: 4px solid #d55e00; border-radius: 50%; outline: 2px solid white; box-shadow: inset 0 0 0 2px white; pointer-events: none; }
.play-sheet i:last-child { width: 18px; height: 18px; margin: -9px; border-color: white; background: #0072b2; outline-color: #0072b2; box-shadow: none; }
`;

/**
 * Return {element, move, ring, show, clear}. sheet: {reach, step, across, side}: from
 * -reach to reach both ways, in steps; across × across drawings of side × side pixels.
 * moved(place): called by pointer and arrow keys. move(place), ring(place): put dot and
 * ring there. show(row, pictures): draw a row of drawings, 1 dark; clear(): take all away.
 */
export function placeSheet(sheet, moved) {
  const { across, side } = sheet;
  const canvas = element("canvas", { width: across * side, height: across * side });
  const [ringed, dot] = [element("i"), element("i")];
  let place = [0, 0];
  const field = element(
    "div",
    {
      class: "play-sheet",
      tabindex: "0",
      role: "application",
      "aria-label": "Sheet of places. Arrow keys move the dot: right and left change the first number, up and down the second. Home leads to the middle.",
      onpointerdown: press,
      onpointermove: (event) => field.hasPointerCapture(event.pointerId) && event.isPrimary && follow(event),
      onkeydown: arrowKeys(
        (down, right) => moved([stepped(place[0], right), stepped(place[1], -down)]),
        (end) => end === "first" && moved([0, 0]),
      ),
    },
    canvas,
    ringed,
    dot,
  );

  const stepped = (number, steps) => snapped(number + STRIDE * sheet.step * steps, sheet);

  function press(event) {
    if (event.button !== 0 || !event.isPrimary) return;
    field.setPointerCapture(event.pointerId);
    follow(event);
  }

  const follow = (event) => moved(placeAt(event.clientX, event.clientY, field.getBoundingClientRect(), sheet));

  function put(mark, at) {
    const [right, down] = sharesOf(at, sheet);
    Object.assign(mark.style, { left: `${100 * right}%`, top: `${100 * down}%` });
  }

  function show(row, pictures) {
    const strip = element("canvas", { width: across * side, height: side });
    paint(strip, (pixel) => {
      const [y, x] = [Math.floor(pixel / strip.width), pixel % strip.width];
      const ink = pictures[(Math.floor(x / side) * side + y) * side + (x % side)];
      return Array(3).fill(255 * (1 - ink));
    });
    canvas.getContext("2d").drawImage(strip, 0, row * side);
  }

  return {
    element: element("div", {}, element("style", {}, LOOK), field),
    move: (at) => put(dot, (place = at)),
    ring: (at) => put(ringed, at),
    show,
    clear: () => canvas.getContext("2d").clearRect(0, 0, canvas.width, canvas.height),
  };
}
