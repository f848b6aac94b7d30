// A network that draws digits, and one that reads them, both in TensorFlow.js.

import { networkOf } from "./network.js";

/**
 * A function from places, each a list of numbers, to a promise of {pictures,
 * probabilities}: height × width numbers in 0..1 for each place, and ten. drawer, reader:
 * networks of networkOf in network.js. isRead: whether probabilities are wanted at all.
 */
export function drawerOf(tf, drawer, reader) {
  return async (places, isRead = true) => {
    const outputs = tf.tidy(() => {
      const pictures = drawer.predict(tf.tensor2d(places));
      return isRead ? [pictures, reader.predict(pictures)] : [pictures];
    });
    const [pictures, probabilities] = await Promise.all(outputs.map((output) => output.data()));
    outputs.forEach((output) => output.dispose());
    return { pictures, probabilities };
  };
}

let onThisPage; // one pair of networks, however many ask

/** A drawer by TensorFlow.js, where a page has loaded it and both networks; else null. */
export function drawerOfPage() {
  const { tf, cnnCourseDrawer, cnnCourseDigits } = globalThis;
  if (!tf || !cnnCourseDrawer || !cnnCourseDigits) return null;
  // on the processor, as readerOfPage of network.js: as exact everywhere
  onThisPage ??= tf
    .setBackend("cpu")
    .then(() => drawerOf(tf, networkOf(tf, cnnCourseDrawer), networkOf(tf, cnnCourseDigits)));
  return async (...asked) => (await onThisPage)(...asked);
}
