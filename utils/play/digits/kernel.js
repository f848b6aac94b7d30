// A reader that asks the kernel of a notebook, by the messages of anywidget.

/**
 * A function that reads an image by `answer` of draw_a_digit.py: as readerOf of
 * network.js, and closed by its `stop`. model: of anywidget.
 */
export function readerOfKernel(model) {
  const waiting = new Map();
  let count = 0;
  const receive = (message, buffers) => {
    waiting.get(message.question)?.(unpacked(message, buffers[0]));
    waiting.delete(message.question);
  };
  model.on("msg:custom", receive);
  const read = (image) =>
    new Promise((resolve) => {
      count += 1;
      waiting.set(count, resolve);
      model.send({ question: count, image: [...image] });
    });
  read.stop = () => model.off("msg:custom", receive);
  return read;
}

/** The kernel's answer: shapes in the message, all numbers in one buffer of float32. */
function unpacked({ layers, heat }, buffer) {
  const bytes = new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
  const numbers = new Float32Array(bytes.slice().buffer);
  let start = 0;
  const take = (count) => numbers.subarray(start, (start += count));
  return {
    layers: layers.map((layer) => ({ ...layer, values: take(layer.height * layer.width * layer.channels) })),
    probabilities: take(10),
    heat: { ...heat, values: take(10 * heat.height * heat.width) },
  };
}
