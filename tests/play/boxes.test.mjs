import assert from "node:assert/strict";
import { test } from "node:test";

import { boxInWords, compared, inNumbers, moved, resized } from "../../utils/play/iou.js";
import { match, nonMaximumSuppression } from "../../utils/play/shared/boxes.js";
import { inWords, judged } from "../../utils/play/threshold.js";

const FIELD = { columns: 24, rows: 16 };
const found = (box, score, label = "a") => ({ box, score, label });

test("the numbers of two boxes can be counted by hand", () => {
  assert.deepEqual(inNumbers([[0, 0, 4, 4], [2, 1, 6, 5]]), [
    "intersection = 2 · 3 = 6",
    "union = 16 + 16 − 6 = 26",
    "IoU = 6 / 26 = 0.23",
  ]);
  assert.equal(inNumbers([[0, 0, 4, 4], [4, 0, 8, 4]])[0], "intersection = 0");
  assert.equal(compared([[0, 0, 4, 4], [0, 4, 4, 8]]).common, null);
});

test("a box moves as far as the field, and keeps its size", () => {
  assert.deepEqual(moved([2, 2, 6, 8], 3, -1, FIELD), [1, 5, 5, 11]);
  assert.deepEqual(moved([2, 2, 6, 8], -9, 99, FIELD), [20, 0, 24, 6]);
});

test("a corner stays in the field, and leaves a pixel of the box", () => {
  assert.deepEqual(resized([2, 2, 6, 8], 1, 2, FIELD), [2, 2, 8, 9]);
  assert.deepEqual(resized([2, 2, 6, 8], 99, -99, FIELD), [2, 2, 3, 16]);
  assert.deepEqual(resized([2, 2, 6, 8], -99, 99, FIELD), [2, 2, 24, 3]);
});

test("a box in words", () => {
  assert.equal(boxInWords("A", [2, 3, 10, 9]), "Box A: from (2, 3) to (10, 9), 8 wide and 6 high");
});

test("a box of another label is neither dropped nor right", () => {
  const two = [found([0, 0, 4, 4], 0.9), found([0, 0, 4, 4], 0.8, "b")];
  assert.deepEqual(nonMaximumSuppression(two, 0.5), [0, 1]);
  assert.deepEqual(match(two, [{ box: [0, 0, 4, 4], label: "b" }], 0.5), [-1, 0]);
});

const SCENE = {
  found: [found([0, 0, 4, 4], 0.9), found([0, 0, 4, 3], 0.8), found([8, 8, 9, 9], 0.4)],
  truths: [{ box: [0, 0, 4, 4], label: "a" }, { box: [20, 0, 24, 4], label: "a" }],
  overlap: 0.5,
};

test("found twice is wrong once, unless it is suppressed", () => {
  const loose = judged(SCENE, { least: 0.5, isSuppressed: false });
  assert.deepEqual(loose.taken.map(({ isRight }) => isRight), [true, false]);
  assert.equal(inWords(0.5, loose), "2 boxes have a score of at least 0.50: precision = 1 / 2 = 0.5, recall = 1 / 2 = 0.5.");
  const kept = judged(SCENE, { least: 0.5, isSuppressed: true });
  assert.equal(inWords(0.5, kept), "1 box has a score of at least 0.50: precision = 1 / 1 = 1, recall = 1 / 2 = 0.5.");
  assert.deepEqual(kept.missed, [SCENE.truths[1]]);
});

test("of no box there is no precision", () => {
  const none = judged(SCENE, { least: 0.95, isSuppressed: true });
  assert.equal(none.precision, null);
  assert.equal(inWords(0.95, none), "No box has a score of at least 0.95: recall = 0 / 2 = 0, and there is no precision.");
});
