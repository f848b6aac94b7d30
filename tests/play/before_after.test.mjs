// A line across two pictures: where it is, and what is said of both.

import assert from "node:assert/strict";
import { test } from "node:test";

import { columnAt, inWords, lineInWords, pixelsFor } from "../../utils/play/before_after.js";

test("the pointer takes the line to the nearest border of columns, within the picture", () => {
  const place = { left: 100, width: 320 }; // ten pixels of the page for a column
  assert.deepEqual([100, 104, 106, 255, 420].map((x) => columnAt(x, place, 32)), [0, 0, 1, 16, 32]);
  assert.deepEqual([-50, 500].map((x) => columnAt(x, place, 32)), [0, 32]);
});

test("pixels of a picture are whole ones of the page", () => {
  assert.equal(pixelsFor(107, 160), 3);
  assert.equal(pixelsFor(160, 40), 3);
  assert.equal(pixelsFor(600, 400), 1);
});

test("the line is told, and at an edge what all is", () => {
  assert.equal(lineInWords(16, 32, "noisy", "median"), "after 16 of 32 columns: left of it noisy, right of it median");
  assert.equal(lineInWords(0, 32, "noisy", "median"), "at the left edge: all is median");
  assert.equal(lineInWords(32, 32, "noisy", "median"), "at the right edge: all is noisy");
});

test("without a reference only the names are told", () => {
  assert.equal(inWords({ name: "a" }, { name: "b" }), "Left of the line: a. Right of it: b.");
});

test("with a reference the nearer one is told", () => {
  const [noisy, median, clean] = [["noisy", 20.1], ["median", 27.85], ["clean", null]].map(([name, psnr]) => ({ name, psnr }));
  const told = "Left of the line: noisy, PSNR 20.10 dB. Right of it: median, PSNR 27.85 dB. Nearer to the reference: median.";
  assert.equal(inWords(noisy, median), told);
  assert.match(inWords(median, noisy), /Nearer to the reference: median\.$/);
  assert.match(inWords(clean, noisy), /clean, the same as the reference\. Right .* Nearer to the reference: clean\.$/);
  assert.match(inWords(noisy, noisy), / Both are equally near to the reference\.$/);
  assert.match(inWords(clean, clean), / Both are equally near to the reference\.$/);
});
