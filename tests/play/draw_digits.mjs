// Draws digits by TensorFlow.js and reads them: {drawer, reader, places} on stdin, what drawerOf returns on stdout.

import { createRequire } from "node:module";

import { drawerOf } from "../../utils/play/digits/drawer.js";
import { networkOf } from "../../utils/play/digits/network.js";

const tf = createRequire(import.meta.url)("../../site/node_modules/@tensorflow/tfjs/dist/tf.min.js");
let text = "";
for await (const part of process.stdin) text += part;
const { drawer, reader, places } = JSON.parse(text);
await tf.setBackend("cpu");
const draw = drawerOf(tf, networkOf(tf, drawer), networkOf(tf, reader));
const { pictures, probabilities } = await draw(places);
process.stdout.write(JSON.stringify({ pictures: [...pictures], probabilities: [...probabilities] }));
