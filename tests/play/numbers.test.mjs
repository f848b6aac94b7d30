import assert from "node:assert/strict";
import { test } from "node:test";

import { outputSize } from "../../utils/play/shared/arithmetic.js";
import { bracketed, greyOf, inkOn, signedOf, written } from "../../utils/play/shared/numbers.js";

test("a number has the decimals that it needs, and a real minus sign", () => {
  assert.equal(written(3), "3");
  assert.equal(written(-0.001), "0");
  assert.equal(written(-1.5), "−1.5");
  assert.equal(written(0.126, 2), "0.13");
  assert.equal(bracketed(-2), "(−2)");
  assert.equal(bracketed(2), "2");
});

test("blue is negative, orange positive, white zero", () => {
  assert.deepEqual(signedOf(-2, 2), [0, 114, 178]);
  assert.deepEqual(signedOf(9, 2), [213, 94, 0]);
  assert.deepEqual(signedOf(0, 2), [255, 255, 255]);
  assert.deepEqual(signedOf(0, 0), [255, 255, 255]);
});

test("text is read on every grey and every signed colour", () => {
  const luminance = (colour) => {
    const [red, green, blue] = colour.map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  for (let share = -1; share <= 1; share += 1 / 64) {
    for (const colour of [signedOf(share, 1), greyOf(share, -1, 1)]) {
      const ground = luminance(colour), ink = inkOn(colour) === "white" ? 1 : 0;
      const contrast = (Math.max(ground, ink) + 0.05) / (Math.min(ground, ink) + 0.05);
      assert.ok(contrast >= 4.5, `${colour}: ${contrast}`);
    }
  }
});

test("a window that is too wide is refused in one sentence", () => {
  assert.throws(() => outputSize(4, 3, 1, "valid", 3), /covers 7 pixels but the padded input has only 4/);
});
