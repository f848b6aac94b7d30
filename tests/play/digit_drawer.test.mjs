// Places on the sheet, and work that is asked for faster than it is done.

import assert from "node:assert/strict";
import { test } from "node:test";

import { placeInWords } from "../../utils/play/digit_drawer.js";
import { between, middlesOf, placeAt, sharesOf, snapped } from "../../utils/play/digits/places.js";
import { keepingUp } from "../../utils/play/shared/keeping_up.js";

const SHEET = { reach: 2.5, step: 0.05, across: 5 };

test("a number is one of whole steps, within the sheet, and never minus zero", () => {
  const taken = [0.12, 0.13, -0.02, 9, -9, 0.15000000000000002].map((number) => snapped(number, SHEET));
  assert.deepEqual(taken, [0.1, 0.15, 0, 2.5, -2.5, 0.15]);
});

test("the first number grows to the right, the second upwards", () => {
  const box = { left: 100, top: 50, width: 500, height: 500 };
  assert.deepEqual(placeAt(350, 300, box, SHEET), [0, 0]);
  assert.deepEqual(placeAt(600, 50, box, SHEET), [2.5, 2.5]);
  assert.deepEqual(placeAt(0, 900, box, SHEET), [-2.5, -2.5]);
  assert.deepEqual(placeAt(450, 350, box, SHEET), [1, -0.5]);
});

test("a dot stands where its place was pointed at", () => {
  const box = { left: 0, top: 0, width: 1, height: 1 };
  for (const place of [[0, 0], [2.5, -2.5], [-1.25, 0.4]]) {
    assert.deepEqual(placeAt(...sharesOf(place, SHEET), box, SHEET), place);
  }
});

test("small drawings lie row by row, from the upper left", () => {
  const middles = middlesOf(SHEET);
  assert.equal(middles.length, 25);
  const near = (place, wanted) => place.every((number, axis) => Math.abs(number - wanted[axis]) < 1e-12);
  assert.ok(near(middles[0], [-2, 2]) && near(middles[1], [-1, 2]) && near(middles[24], [2, -2]));
  assert.ok(near(middles[12], [0, 0]));
});

test("the way leads straight from one place to the other", () => {
  const on = (share) => between([-1, 2], [1, 1], share, SHEET);
  assert.deepEqual([0, 0.5, 1].map(on), [[-1, 2], [0, 1.5], [1, 1]]);
});

test("a place is told by its two numbers", () => {
  assert.equal(placeInWords([0.5, -1.25]), "first number 0.5, second number −1.25");
});

/** Frames that come when they are called for. */
function framesByHand() {
  const waiting = new Map();
  let count = 0;
  globalThis.requestAnimationFrame = (call) => (waiting.set((count += 1), call), count);
  globalThis.cancelAnimationFrame = (number) => waiting.delete(number);
  return () => {
    const calls = [...waiting.values()];
    waiting.clear();
    return Promise.all(calls.map((call) => call()));
  };
}

test("what is asked for during work is done once after it", async () => {
  const frame = framesByHand();
  let done = 0;
  const work = keepingUp(async () => {
    done += 1;
    if (done === 1) [1, 2, 3].forEach(() => work.ask());
  });
  work.ask();
  work.ask();
  await frame();
  assert.equal(done, 2);
  await frame();
  assert.equal(done, 2);
});

test("after a failure it goes on with what is asked for next, and after stop with nothing", async () => {
  const frame = framesByHand();
  let done = 0;
  const work = keepingUp(async () => {
    done += 1;
    if (done === 1) throw new Error("no network");
  });
  work.ask();
  await assert.rejects(frame(), /no network/);
  work.ask();
  await frame();
  assert.equal(done, 2);
  work.ask();
  work.stop();
  work.ask();
  await frame();
  assert.equal(done, 2);
});
