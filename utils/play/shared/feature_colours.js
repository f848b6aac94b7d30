// The colours of feature maps that have no sign: cividis, as in the lessons' figures.

// Matplotlib's cividis at fourteen even steps; between them the colours are mixed.
const STEPS = [
  [0, 34, 78],
  [0, 48, 111],
  [38, 61, 110],
  [62, 75, 108],
  [81, 88, 109],
  [99, 102, 112],
  [116, 116, 117],
  [133, 130, 121],
  [152, 146, 119],
  [172, 161, 114],
  [192, 177, 106],
  [213, 194, 94],
  [235, 212, 75],
  [254, 232, 56],
];

/** The colour of a value between 0 (dark blue) and largest (yellow), as [red, green, blue]. */
export function cividisOf(value, largest) {
  const place = Math.min(Math.max(value / (largest || 1), 0), 1) * (STEPS.length - 1);
  const below = Math.min(Math.floor(place), STEPS.length - 2);
  const mixed = (low, channel) => low + (place - below) * (STEPS[below + 1][channel] - low);
  return STEPS[below].map((low, channel) => Math.round(mixed(low, channel)));
}
