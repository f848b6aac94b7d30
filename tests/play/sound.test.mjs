import assert from "node:assert/strict";
import { test } from "node:test";

import { answersAlong, inWords } from "../../utils/play/sound.js";

test("an answer is found at its height", () => {
  const picture = [
    [0, 0, 0, 0],
    [0, 0, 5, 0],
    [0, 0, 0, 0],
  ];
  const answers = answersAlong(picture, [[1], [-1]]);
  assert.deepEqual(answers.map(({ answer }) => answer), [0, 0, 5, 0]);
  assert.equal(answers[2].band, 1);
});

test("a place is said in seconds, bands and decibels", () => {
  assert.equal(
    inWords(10, 5, { answer: -1.25, band: 3 }, 5, 0.02),
    "0.20 to 0.30 seconds: the largest answer is −1.3 decibels, in bands 4 to 8",
  );
});
