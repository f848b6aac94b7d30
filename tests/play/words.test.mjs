import assert from "node:assert/strict";
import { test } from "node:test";

import { numbersOf } from "../../utils/play/digits/network.js";
import { clearOfBorder } from "../../utils/play/digits/pen.js";
import { answerInWords, percent, placeInWords } from "../../utils/play/digits/words.js";

const sure = (digit, share) => Array.from({ length: 10 }, (_, d) => (d === digit ? share : (1 - share) / 9));

test("a share is never rounded up to certainty", () => {
  assert.equal(percent(0.5), "50.0\u00a0%");
  assert.equal(percent(0.9999), ">\u00a099.9\u00a0%");
  assert.equal(percent(0.0001), "<\u00a00.1\u00a0%");
});

test("the answer says how sure it is", () => {
  assert.match(answerInWords(sure(3, 0.98)), /reads 3 \(98\.0/);
  const torn = sure(3, 0.6);
  torn[8] = 0.3;
  assert.match(answerInWords(torn), /reads 3 .* or perhaps 8/);
  assert.match(answerInWords(sure(0, 0.2)), /wavers: 0/);
});

test("a place is told by thirds", () => {
  assert.equal(placeInWords([0, 0, 1, 0, 0, 0, 0, 0, 0], 3, 3), "at the top, on the right");
  assert.equal(placeInWords([0, 0, 0, 0, 1, 0, 0, 0, 0], 3, 3), "in the middle");
  assert.equal(placeInWords([0, 0, 0, 0], 2, 2), "nowhere");
});

test("float16 is read as NumPy writes it", () => {
  const halves = [1, -2, 0.333251953125, 65504, 5.960464477539063e-8, 0];
  const bits = [0x3c00, 0xc000, 0x3555, 0x7bff, 0x0001, 0x0000];
  const bytes = String.fromCharCode(...bits.flatMap((b) => [b & 255, b >> 8]));
  assert.deepEqual([...numbersOf(btoa(bytes))], halves.map(Math.fround));
});

test("the pen stays clear of the border", () => {
  assert.deepEqual(clearOfBorder([-5, 500], 200, 9), [11, 189]);
});
