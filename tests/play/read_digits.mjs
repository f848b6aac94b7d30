// Reads digits by TensorFlow.js: {exported, images} on stdin, one reading each on stdout.

import { createRequire } from "node:module";

import { networkOf, readerOf } from "../../utils/play/digits/network.js";

const tf = createRequire(import.meta.url)("../../site/node_modules/@tensorflow/tfjs/dist/tf.min.js");
let text = "";
for await (const part of process.stdin) text += part;
const { exported, images } = JSON.parse(text);
await tf.setBackend("cpu");
const read = readerOf(tf, networkOf(tf, exported));
const readings = [];
for (const image of images) {
  const { layers, probabilities, heat } = await read(image);
  readings.push({
    layers: layers.map((layer) => ({ ...layer, values: [...layer.values] })),
    probabilities: [...probabilities],
    heat: { ...heat, values: [...heat.values] },
  });
}
process.stdout.write(JSON.stringify(readings));
