// Pooling, and how far a map changes: the same numbers as utils/arrays/pooling.py and shifts.py.
// A map is a list of rows.

import { crossCorrelate } from "./arithmetic.js";

const SOBEL_X = [
  [-1, 0, 1],
  [-2, 0, 2],
  [-1, 0, 1],
];

/** One number for every window that fits whole: its largest, or with "average" its mean. */
export function pool2d(map, size, stride, mode = "max") {
  const starts = (length) =>
    Array.from({ length: Math.max(Math.floor((length - size) / stride) + 1, 0) }, (_, n) => n * stride);
  const summary = (row, column) => {
    const cells = map.slice(row, row + size).flatMap((line) => line.slice(column, column + size));
    return mode === "max" ? Math.max(...cells) : cells.reduce((sum, cell) => sum + cell, 0) / cells.length;
  };
  return starts(map.length).map((row) => starts(map[0].length).map((column) => summary(row, column)));
}

/** Where brightness grows to the right: Sobel filter, then ReLU; two rows and columns less. */
export const edgeFeatures = (image) =>
  crossCorrelate(image, SOBEL_X).map((line) => line.map((sum) => Math.max(sum, 0)));

/** The map moved by whole cells; what leaves it is lost, what enters is 0. */
export const moved = (map, down, right) =>
  map.map((line, row) => line.map((_, column) => map[row - down]?.[column - right] ?? 0));

/** The distance of two maps, both scaled to length 1: 0 for equal ones. */
export function distance(map, other) {
  const [one, two] = [unit(map), unit(other)];
  return Math.sqrt(one.reduce((sum, cell, n) => sum + (cell - two[n]) ** 2, 0));
}

function unit(map) {
  const cells = map.flat();
  const length = Math.sqrt(cells.reduce((sum, cell) => sum + cell * cell, 0));
  return cells.map((cell) => cell / length);
}

/** The mean distance of map number n to the others: how far another picture is. */
export function distanceToOthers(maps, n) {
  const others = maps.filter((_, other) => other !== n);
  return others.reduce((sum, other) => sum + distance(maps[n], other), 0) / others.length;
}

/** The cells in which two maps differ: a list of [row, column]. */
export const cellsThatDiffer = (map, other) =>
  map.flatMap((line, row) => line.flatMap((cell, column) => (cell === other[row][column] ? [] : [[row, column]])));

/**
 * The old pooled map moved by whole cells, as near as that comes to the one now: {map, down, right}.
 * A move of the picture by some pixels lies between two numbers of whole cells, down and right.
 */
export function nearestMove(before, now, stride, pixelsDown, pixelsRight) {
  const cells = (pixels) => [...new Set([Math.floor, Math.ceil].map((rounded) => rounded(pixels / stride)))];
  const moves = cells(pixelsDown).flatMap((down) =>
    cells(pixelsRight).map((right) => {
      const map = moved(before, down, right);
      return { map, down, right, far: distance(map, now) };
    }),
  );
  return moves.reduce((nearest, move) => (move.far < nearest.far ? move : nearest));
}
