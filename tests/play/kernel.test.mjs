// What asks a kernel: each answer goes to its own question, and none is heard after the end.

import assert from "node:assert/strict";
import { test } from "node:test";

import { drawerOfKernel, readerOfKernel } from "../../utils/play/digits/kernel.js";

/** A model of anywidget that keeps what is sent, and answers when it is told to. */
function fakeModel() {
  const listeners = new Set();
  return {
    sent: [],
    on: (_, listener) => listeners.add(listener),
    off: (_, listener) => listeners.delete(listener),
    send(message) {
      this.sent.push(message);
    },
    answer(message, numbers) {
      // one byte in, so that it is not aligned, as buffers of a kernel may be
      const bytes = new Uint8Array(4 * numbers.length + 1);
      bytes.set(new Uint8Array(Float32Array.from(numbers).buffer), 1);
      listeners.forEach((listener) => listener(message, [new DataView(bytes.buffer, 1)]));
    },
    listeners,
  };
}

const countUp = (count, first = 0) => Array.from({ length: count }, (_, n) => first + n);

test("drawings and probabilities come from the answer to the same question", async () => {
  const model = fakeModel();
  const draw = drawerOfKernel(model);
  const [one, two] = [draw([[0, 0.5]]), draw([[1, 1], [2, 2]])];
  assert.deepEqual(model.sent, [
    { places: [[0, 0.5]], question: 1 },
    { places: [[1, 1], [2, 2]], question: 2 },
  ]);
  model.answer({ question: 2, count: 2, side: 3 }, countUp(2 * 9 + 20));
  model.answer({ question: 1, count: 1, side: 3 }, countUp(9 + 10, 100));
  assert.deepEqual([...(await one).pictures], countUp(9, 100));
  assert.deepEqual([...(await one).probabilities], countUp(10, 109));
  assert.deepEqual([...(await two).pictures], countUp(18));
  assert.deepEqual([...(await two).probabilities], countUp(20, 18));
});

test("maps, probabilities and heat come in this order", async () => {
  const model = fakeModel();
  const reading = readerOfKernel(model)(Float32Array.of(0, 1));
  assert.deepEqual(model.sent, [{ image: [0, 1], question: 1 }]);
  const layers = [{ name: "conv", height: 1, width: 2, channels: 2 }];
  model.answer({ question: 1, layers, heat: { height: 1, width: 1 } }, countUp(4 + 10 + 10));
  const { layers: maps, probabilities, heat } = await reading;
  assert.deepEqual([...maps[0].values], countUp(4));
  assert.deepEqual([...probabilities], countUp(10, 4));
  assert.deepEqual([...heat.values], countUp(10, 14));
});

test("after stop it listens no more", () => {
  for (const asker of [drawerOfKernel, readerOfKernel]) {
    const model = fakeModel();
    const ask = asker(model);
    assert.equal(model.listeners.size, 1);
    ask.stop();
    assert.equal(model.listeners.size, 0);
  }
});
