// Boxes [x1, y1, x2, y2], their overlap, and how good found ones are: as utils/arrays/boxes.py.
// What is found is {box, score, label}, what is there {box, label}.

export const areaOf = ([x1, y1, x2, y2]) => (x2 - x1) * (y2 - y1);

/** What two boxes have in common, as a box; null where they do not overlap. */
export function commonOf(a, b) {
  const start = [0, 1].map((axis) => Math.max(a[axis], b[axis]));
  const end = [2, 3].map((axis) => Math.min(a[axis], b[axis]));
  return start[0] < end[0] && start[1] < end[1] ? [...start, ...end] : null;
}

/** Intersection over union of two boxes, from 0 to 1. */
export function iou(a, b) {
  const common = commonOf(a, b);
  if (!common) return 0;
  const intersection = areaOf(common);
  return intersection / (areaOf(a) + areaOf(b) - intersection);
}

/** Numbers of the boxes that stay, best first: each drops those of its label that overlap it more. */
export function nonMaximumSuppression(found, threshold) {
  const kept = [];
  for (const n of bestFirst(found)) {
    const isDropped = kept.some((better) => isAlike(found[better], found[n]) && iou(found[better].box, found[n].box) > threshold);
    if (!isDropped) kept.push(n);
  }
  return kept;
}

/** Which of the true boxes each found one finds: its number, -1 for none. */
export function match(found, truths, threshold) {
  const matched = found.map(() => -1);
  const isFree = truths.map(() => true);
  for (const n of bestFirst(found)) {
    let best = threshold;
    truths.forEach((truth, place) => {
      if (!isFree[place] || !isAlike(found[n], truth)) return;
      const overlap = iou(found[n].box, truth.box);
      if (overlap >= best) [best, matched[n]] = [overlap, place];
    });
    if (matched[n] >= 0) isFree[matched[n]] = false;
  }
  return matched;
}

/** A point {score, precision, recall} for each found box, best first: all down to it are taken. */
export function curve(scores, isRight, trueBoxes) {
  let right = 0;
  return bestFirst(scores.map((score) => ({ score }))).map((n, before) => {
    right += isRight[n] ? 1 : 0;
    return { score: scores[n], precision: right / (before + 1), recall: right / trueBoxes };
  });
}

/** The mean of the best precision at 101 recalls from 0 to 1, or above them. */
export function averagePrecision(points) {
  let sum = 0;
  for (let n = 0; n <= 100; n++) {
    const above = points.filter(({ recall }) => recall >= n * 0.01);
    sum += Math.max(0, ...above.map(({ precision }) => precision));
  }
  return sum / 101;
}

const isAlike = (one, other) => one.label === other.label;

const bestFirst = (found) => found.map((_, n) => n).sort((a, b) => found[b].score - found[a].score);
