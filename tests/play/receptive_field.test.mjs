import assert from "node:assert/strict";
import { test } from "node:test";

import { fitting, inWords, namesOf } from "../../utils/play/receptive_field.js";
import { cellsSeen, receptiveFields } from "../../utils/play/shared/receptive_field.js";

const layer = (kernelSize, more = {}) => ({
  kernelSize,
  stride: 1,
  padding: "valid",
  dilation: 1,
  ...more,
});
const CONV = layer(3, { padding: "same" });
const POOL = layer(2, { stride: 2 });

test("the four layers of lesson 6c", () => {
  assert.deepEqual(receptiveFields([CONV, POOL, CONV, POOL], 32), [
    { size: 1, jump: 1, start: 0, positions: 32 },
    { size: 3, jump: 1, start: -1, positions: 32 },
    { size: 4, jump: 2, start: -1, positions: 16 },
    { size: 8, jump: 2, start: -3, positions: 16 },
    { size: 10, jump: 4, start: -3, positions: 8 },
  ]);
  const pixels = cellsSeen([CONV, POOL, CONV, POOL], 32, 4)[0];
  assert.deepEqual(pixels, [13, 14, 15, 16, 17, 18, 19, 20, 21, 22]);
});

test("dilation spreads the window and leaves gaps", () => {
  const stack = [layer(3, { dilation: 2 })];
  assert.equal(receptiveFields(stack, 9)[1].size, 5);
  assert.deepEqual(cellsSeen(stack, 9, 1), [[1, 3, 5], [1]]);
});

test("a window that does not fit is named, and the layers before it stay", () => {
  const layers = [{ kind: "conv", ...layer(5) }, { kind: "pool", ...layer(3) }];
  const { fit, fault } = fitting(layers, 6);
  assert.deepEqual(fit, [layers[0]]);
  assert.match(fault, /covers 3 pixels but the padded input has only 2/);
  const words = inWords(namesOf(layers), receptiveFields(fit, 6), [0, 1, 2, 3, 4], [0, 1, 2, 3, 4], fault);
  assert.match(words, /^pool 1 does not fit\. .*One number of conv 1 sees 5×5 pixels/);
});

test("each kind of layer is counted for itself", () => {
  const kinds = ["conv", "pool", "conv"].map((kind) => ({ kind }));
  assert.deepEqual(namesOf(kinds), ["conv 1", "pool 1", "conv 2"]);
});

test("gaps and the rim are said", () => {
  const fields = receptiveFields([layer(3, { dilation: 2 })], 9);
  assert.match(inWords(["conv 1"], fields, [1, 3, 5], [1, 3, 5], ""), /gaps: of 5×5 pixels it reads 3×3/);
  const padded = receptiveFields([CONV], 9);
  const words = inWords(["conv 1"], padded, [0, 1], [3, 4, 5], "");
  assert.match(words, /reaches over the rim/);
  assert.doesNotMatch(words, /gaps/);
});

test("padding is not among the pixels seen", () => {
  assert.deepEqual(cellsSeen([CONV], 8, 0)[0], [0, 1]);
});
