// What the network answers, in words.

export const percent = (share) =>
  share > 0.999 ? ">\u00a099.9\u00a0%" : share < 0.001 ? "<\u00a00.1\u00a0%" : `${(100 * share).toFixed(1)}\u00a0%`;

/** The likeliest digits, those of at least one in ten, in a sentence. */
export function answerInWords(probabilities) {
  const order = [...probabilities.keys()].sort((a, b) => probabilities[b] - probabilities[a]);
  const [first, second] = order;
  const words = (digit) => `${digit} (${percent(probabilities[digit])})`;
  if (probabilities[first] < 0.5) return `The network wavers: ${words(first)}, or ${words(second)}.`;
  if (probabilities[second] < 0.1) return `The network reads ${words(first)}.`;
  return `The network reads ${words(first)}, or perhaps ${words(second)}.`;
}

/** Where a map of height × width numbers is largest, in words. */
export function placeInWords(values, height, width) {
  let best = 0;
  for (let place = 0; place < height * width; place++) if (values[place] > values[best]) best = place;
  if (!(values[best] > 0)) return "nowhere";
  const third = (position, length, words) => words[Math.floor((3 * position) / length)];
  const down = third(Math.floor(best / width), height, ["at the top", "in the middle", "at the bottom"]);
  const across = third(best % width, width, ["on the left", "", "on the right"]);
  return [down, across].filter(Boolean).join(", ");
}
