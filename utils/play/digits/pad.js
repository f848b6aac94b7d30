// A field to draw on, by mouse, finger or keyboard.

import { element } from "../shared/elements.js";
import { clearOfBorder, drawLine, drawnStrokes } from "./pen.js";
import { paint } from "./pictures.js";

const STEP = 5; // pixels, that an arrow key moves the pen
const ARROWS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };

/**
 * Return {element, ink, undo, clear, start}. side: of the field, radius: of the pen, in
 * pixels. strokes: drawn at first. changed(): after each change. said(words): what the
 * pen does, for who cannot see it. ink(): side × side numbers, 0 none and 1 full.
 */
export function drawingPad({ side, radius, strokes: first }, changed, said) {
  let strokes = first;
  let ink = drawnStrokes(strokes, side, radius);
  let past = []; // what to go back to
  let pen = [side / 2, side / 2];
  let isDown = false;
  let isByKeys = false;
  const held = new Set();
  const canvas = element("canvas", {
    width: side,
    height: side,
    tabindex: "0",
    role: "application",
    "aria-label": "Field to draw on. Arrow keys move the pen, space lowers and lifts it, Backspace takes the last stroke back.",
    onpointerdown: press,
    onpointermove: (event) => canvas.hasPointerCapture(event.pointerId) && event.isPrimary && drag(event),
    onpointerup: lift,
    onpointercancel: lift,
    onkeydown: keyDown,
    onkeyup: (event) => held.delete(event.key),
    onblur: leave,
  });

  /** Begin a stroke with a dot at a point. */
  function begin(point) {
    past.push(strokes);
    isDown = true;
    pen = clearOfBorder(point, side, radius);
    strokes = [...strokes, [pen]];
    drawLine(ink, side, pen, pen, radius);
  }

  function moveTo(point) {
    const next = clearOfBorder(point, side, radius);
    if (isDown) {
      drawLine(ink, side, pen, next, radius);
      strokes = [...strokes.slice(0, -1), [...strokes[strokes.length - 1], next]];
    }
    pen = next;
  }

  function lift() {
    isDown = false;
  }

  function leave() {
    held.clear();
    lift();
    isByKeys = false;
    show();
  }

  function pointOf(event) {
    const box = canvas.getBoundingClientRect();
    return [((event.clientX - box.left) * side) / box.width, ((event.clientY - box.top) * side) / box.height];
  }

  function press(event) {
    if (event.button !== 0 || !event.isPrimary) return;
    canvas.setPointerCapture(event.pointerId);
    isByKeys = false;
    begin(pointOf(event));
    show(changed);
  }

  function drag(event) {
    const moves = event.getCoalescedEvents?.() ?? [];
    for (const move of moves.length ? moves : [event]) moveTo(pointOf(move));
    show(changed);
  }

  function keyDown(event) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key in ARROWS) byArrows(event.key);
    else if (event.key === " " && !event.repeat) byKeys(isDown ? "up" : "down");
    else if (event.key === "Backspace") undo();
    else if (event.key !== " ") return;
    event.preventDefault();
  }

  /** Two arrow keys held together move the pen slanting. */
  function byArrows(key) {
    held.add(key);
    isByKeys = true;
    const sum = (axis) => [...held].reduce((total, one) => total + ARROWS[one][axis], 0);
    moveTo([pen[0] + STEP * sum(0), pen[1] + STEP * sum(1)]);
    const share = (value) => Math.round((100 * value) / side);
    said(`Pen ${isDown ? "down" : "up"}, ${share(pen[0])} % from the left, ${share(pen[1])} % from the top.`);
    show(isDown ? changed : undefined);
  }

  function byKeys(where) {
    isByKeys = true;
    if (where === "down") begin(pen);
    else lift();
    said(`Pen ${where}.`);
    show(where === "down" ? changed : undefined);
  }

  function setStrokes(next) {
    lift();
    strokes = next;
    ink = drawnStrokes(strokes, side, radius);
    show(changed);
  }

  function undo() {
    if (past.length) setStrokes(past.pop());
  }

  function start(next) {
    past.push(strokes);
    setStrokes(next);
  }

  function show(then) {
    paint(canvas, (place) => Array(3).fill(255 * (1 - ink[place])));
    if (isByKeys) mark();
    then?.();
  }

  /** Where the pen is: a ring, full when it is down. */
  function mark() {
    const context = canvas.getContext("2d");
    context.beginPath();
    context.arc(...pen, radius, 0, 2 * Math.PI);
    context.lineWidth = 3;
    context.strokeStyle = "#d55e00";
    context.fillStyle = "#d55e00";
    context.stroke();
    if (isDown) context.fill();
  }

  show();
  return { element: canvas, ink: () => ink, undo, clear: () => start([]), start };
}
