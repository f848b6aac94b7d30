// What asks the kernel of a notebook, by the messages of anywidget.

/**
 * A function that sends a question, a plain object, and returns a promise of what
 * `unpacked` makes of the answer: its message and its numbers, all float32 in one buffer.
 * Its `stop` closes it. model: of anywidget.
 */
export function askerOf(model, unpacked) {
  const waiting = new Map();
  let count = 0;
  const receive = (message, buffers) => {
    waiting.get(message.question)?.(unpacked(message, numbersIn(buffers[0])));
    waiting.delete(message.question);
  };
  model.on("msg:custom", receive);
  const ask = (question) =>
    new Promise((resolve) => {
      count += 1;
      waiting.set(count, resolve);
      model.send({ ...question, question: count });
    });
  ask.stop = () => model.off("msg:custom", receive);
  return ask;
}

function numbersIn(buffer) {
  const bytes = new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
  return new Float32Array(bytes.slice().buffer);
}

/**
 * A function that reads an image by `answer` of draw_a_digit.py: as readerOf of
 * network.js, and closed by its `stop`. model: of anywidget.
 */
export function readerOfKernel(model) {
  const ask = askerOf(model, ({ layers, heat }, numbers) => {
    const take = taker(numbers);
    return {
      layers: layers.map((layer) => ({ ...layer, values: take(layer.height * layer.width * layer.channels) })),
      probabilities: take(10),
      heat: { ...heat, values: take(10 * heat.height * heat.width) },
    };
  });
  const read = (image) => ask({ image: [...image] });
  read.stop = ask.stop;
  return read;
}

/**
 * A function that draws at places by `answer` of digit_drawer.py: as drawerOf of
 * drawer.js, and closed by its `stop`. model: of anywidget.
 */
export function drawerOfKernel(model) {
  const ask = askerOf(model, ({ count, side }, numbers) => {
    const take = taker(numbers);
    return { pictures: take(count * side * side), probabilities: take(10 * count) };
  });
  const draw = (places) => ask({ places });
  draw.stop = ask.stop;
  return draw;
}

/** A function that takes the next so many numbers. */
function taker(numbers) {
  let start = 0;
  return (count) => numbers.subarray(start, (start += count));
}
