import assert from "node:assert/strict";
import { test } from "node:test";

import { compare, inWords, whereTo } from "../../utils/play/pooling_shift.js";
import {
  cellsThatDiffer,
  distance,
  distanceToOthers,
  edgeFeatures,
  moved,
  nearestMove,
  pool2d,
} from "../../utils/play/shared/pooling.js";

const GRID = [
  [1, 2, 3, 4],
  [5, 6, 7, 8],
  [9, 10, 11, 12],
  [13, 14, 15, 16],
];

test("pooling gives one number for every window", () => {
  assert.deepEqual(pool2d(GRID, 2, 2), [[6, 8], [14, 16]]);
  assert.deepEqual(pool2d(GRID, 2, 2, "average"), [[3.5, 5.5], [11.5, 13.5]]);
  assert.deepEqual(pool2d(GRID, 3, 1), [[11, 12], [15, 16]]);
});

test("a window that does not fit whole is left out", () => {
  assert.deepEqual(pool2d(GRID, 3, 2), [[11]]);
  assert.deepEqual(pool2d(GRID, 5, 1), []);
});

test("negative numbers are pooled as they are", () => {
  assert.deepEqual(pool2d([[-1, -2], [-3, -4]], 2, 2), [[-1]]);
});

test("a map that moves leaves zeros behind", () => {
  assert.deepEqual(moved([[1, 2], [3, 4]], 1, 0), [[0, 0], [1, 2]]);
  assert.deepEqual(moved([[1, 2], [3, 4]], 0, -1), [[2, 0], [4, 0]]);
});

test("a distance does not depend on the contrast", () => {
  assert.equal(distance([[1, 2]], [[2, 4]]), 0);
  assert.ok(Math.abs(distance([[1, 0]], [[0, 5]]) - Math.SQRT2) < 1e-15);
});

test("another map is as far as the mean of the others", () => {
  const maps = [[[1, 0]], [[0, 1]], [[1, 0]]];
  assert.ok(Math.abs(distanceToOthers(maps, 0) - Math.SQRT2 / 2) < 1e-15);
  assert.ok(Math.abs(distanceToOthers(maps, 1) - Math.SQRT2) < 1e-15);
});

test("the cells that differ are named", () => {
  assert.deepEqual(cellsThatDiffer([[1, 2], [3, 4]], [[1, 0], [3, 5]]), [[0, 1], [1, 1]]);
});

test("edges are found where brightness grows to the right, and nowhere else", () => {
  assert.deepEqual(edgeFeatures([[0, 0, 1, 1, 0], [0, 0, 1, 1, 0], [0, 0, 1, 1, 0]]), [[4, 4, 0]]);
});

const BAR = Array.from({ length: 8 }, (_, row) =>
  Array.from({ length: 12 }, (_, column) => (row > 2 && row < 5 && column > 3 && column < 6 ? 9 : 0)),
);

test("moved by the stride, a pooled bar moves along; moved by less, it does not", () => {
  const before = pool2d(BAR, 2, 2);
  for (const pixels of [-2, 2, 4]) {
    const move = nearestMove(before, pool2d(moved(BAR, 0, pixels), 2, 2), 2, 0, pixels);
    assert.deepEqual([move.down, move.right, move.far], [0, pixels / 2, 0]);
  }
  for (const pixels of [-1, 1, 3]) {
    assert.ok(nearestMove(before, pool2d(moved(BAR, 0, pixels), 2, 2), 2, 0, pixels).far > 0.5);
  }
});

test("the finding says which move, how many cells, and whether the map only moved", () => {
  const still = { digit: 0, mode: "max", size: 2, stride: 2, down: 0, right: 0, compared: "still" };
  const other = moved(BAR, 1, -3);
  const said = (changed) => {
    const state = { ...still, ...changed };
    return inWords(state, compare([BAR, other], state));
  };
  assert.equal(said({}), "The digit is where it was.");
  assert.match(said({ right: 1 }), /^Moved 1 pixel right: \d+ of 15 pooled cells differ\. Pooling leaves \d+ %/);
  const along = { right: 2, compared: "along" };
  assert.equal(said(along), "Moved 2 pixels right: the pooled map is the old one, moved 1 cell right.");
  assert.match(said({ ...along, right: 1 }), /is not just the old one, moved\. Even against the nearest/);
});

test("a move in words", () => {
  assert.equal(whereTo({ down: -2, right: 1 }, "pixel"), "2 pixels up, 1 pixel right");
  assert.equal(whereTo({ down: 0, right: 0 }, "pixel"), "");
});
