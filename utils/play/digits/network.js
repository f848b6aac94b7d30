// A Keras network in TensorFlow.js, and what it makes of one digit: maps of every layer,
// ten probabilities, and a Grad-CAM for each digit.

/** The numbers of base64 text that holds float16, little-endian. */
export function numbersOf(base64) {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const view = new DataView(bytes.buffer);
  return Float32Array.from({ length: bytes.length / 2 }, (_, i) => half(view.getUint16(2 * i, true)));
}

function half(bits) {
  const sign = bits & 0x8000 ? -1 : 1;
  const [exponent, fraction] = [(bits >> 10) & 31, bits & 1023];
  if (exponent === 0) return sign * fraction * 2 ** -24;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

const LAYERS = {
  BatchNormalization: "batchNormalization",
  Conv2D: "conv2d",
  Conv2DTranspose: "conv2dTranspose",
  Dense: "dense",
  GlobalAveragePooling2D: "globalAveragePooling2d",
  MaxPooling2D: "maxPooling2d",
  ReLU: "reLU",
  Reshape: "reshape",
  UpSampling2D: "upSampling2d",
};

/**
 * Build a network of TensorFlow.js. tf: the library. exported: {input, layers, weights},
 * as site/course_site/network_scripts.py writes it: input, such as [28, 28, 1]; layers,
 * each {kind, settings, shapes}; weights, float16 in base64, one layer's numbers after the other's.
 */
export function networkOf(tf, exported) {
  const layers = exported.layers.map(({ kind, settings }, index) =>
    tf.layers[LAYERS[kind]](index ? settings : { ...settings, inputShape: exported.input }),
  );
  const network = tf.sequential({ layers });
  const numbers = numbersOf(exported.weights);
  let start = 0;
  exported.layers.forEach(({ shapes }, index) => {
    const weights = shapes.map((shape) => {
      const end = start + shape.reduce((a, b) => a * b);
      const tensor = tf.tensor(numbers.subarray(start, end), shape);
      start = end;
      return tensor;
    });
    if (weights.length) layers[index].setWeights(weights);
  });
  return network;
}

/**
 * A function that reads an image, height × width numbers, by a network of networkOf:
 * it returns a promise of {layers, probabilities, heat}. layers: {name, height, width,
 * channels, values} of each that has maps; heat: {height, width, values}, ten maps.
 */
export function readerOf(tf, network) {
  const withMaps = network.layers.filter((layer) => layer.outputShape.length === 4);
  const dense = network.layers[network.layers.length - 1];
  const [, ...shape] = network.inputs[0].shape;
  const inside = tf.model({
    inputs: network.inputs,
    outputs: [...withMaps, dense].map((layer) => layer.output),
  });
  const weights = dense.getWeights()[0].dataSync();

  return async (image) => {
    const outputs = tf.tidy(() => inside.predict(tf.tensor(image, [1, ...shape])));
    const values = await Promise.all(outputs.map((output) => output.data()));
    const layers = withMaps.map((layer, index) => {
      const [, height, width, channels] = outputs[index].shape;
      return { name: layer.name, height, width, channels, values: values[index] };
    });
    outputs.forEach((output) => output.dispose());
    const probabilities = values[values.length - 1];
    const last = layers[layers.length - 1];
    return { layers, probabilities, heat: gradCams(last, weights, probabilities.length) };
  };
}

/**
 * A Grad-CAM for each class, of last maps {height, width, channels, values} whose means a
 * dense layer weighs, (channels, classes). The gradient of a score with respect to each
 * number of a map is then that weight over the number of places: none need be computed.
 */
export function gradCams({ height, width, channels, values }, weights, classes) {
  const places = height * width;
  const heat = new Float32Array(classes * places);
  for (let class_ = 0; class_ < classes; class_++) {
    for (let place = 0; place < places; place++) {
      let sum = 0;
      for (let channel = 0; channel < channels; channel++) {
        sum += weights[channel * classes + class_] * values[place * channels + channel];
      }
      heat[class_ * places + place] = Math.max(sum / places, 0);
    }
  }
  return { height, width, values: heat };
}

let onThisPage; // one network, however many ask

/** A reader by TensorFlow.js, where a page has loaded it and the network; else null. */
export function readerOfPage() {
  const { tf, cnnCourseDigits } = globalThis;
  if (!tf || !cnnCourseDigits) return null;
  // Small as it is, the network gains nothing from a graphics card, and some of those
  // compute with half the digits.
  onThisPage ??= tf.setBackend("cpu").then(() => readerOf(tf, networkOf(tf, cnnCourseDigits)));
  return async (image) => (await onThisPage)(image);
}
