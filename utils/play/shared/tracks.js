// Boxes of single frames joined to tracks, and what goes wrong: as utils/arrays/tracking.py and tracks.py.

import { iou } from "./boxes.js";

export const LEAST = 0.2; // IoU of a box with the place where its track is expected

/** Pairs [row, column] with the largest sum of gains; a gain of 0 makes no pair. For few rows: it tries all. */
export function bestPairs(gains) {
  const taken = new Set();
  const rest = (row) => {
    if (row === gains.length) return { sum: 0, pairs: [] };
    let best = rest(row + 1);
    gains[row].forEach((gain, column) => {
      if (!(gain > 0) || taken.has(column)) return;
      taken.add(column);
      const further = rest(row + 1);
      taken.delete(column);
      if (gain + further.sum > best.sum) best = { sum: gain + further.sum, pairs: [[row, column], ...further.pairs] };
    });
    return best;
  };
  return rest(0).pairs;
}

/** Pairs [row, column]: the largest gain first, then the largest of the rest. */
export function greedyPairs(gains) {
  const all = gains.flatMap((line, row) => line.map((gain, column) => ({ gain, row, column })));
  const pairs = [];
  for (const { gain, row, column } of all.sort((a, b) => b.gain - a.gain)) {
    if (gain > 0 && !pairs.some(([r, c]) => r === row || c === column)) pairs.push([row, column]);
  }
  return pairs;
}

/**
 * Follow the boxes of each frame: a list of {identities, waiting} for the frames; waiting: [{identity, box}]
 * are tracks without a box, where they are expected.
 */
export function follow(found, { isGreedy, patience, velocity }) {
  let [tracks, born] = [[], 0];
  return found.map((boxes) => {
    if (velocity) for (const track of tracks) track.place = track.place.map((side, n) => side + track.step[n]);
    const overlaps = tracks.map(({ place }) => boxes.map((box) => above(iou(place, box), LEAST)));
    const identities = boxes.map(() => -1);
    for (const [row, column] of (isGreedy ? greedyPairs : bestPairs)(overlaps)) {
      identities[column] = tracks[row].identity;
      move(tracks[row], boxes[column]);
    }
    identities.forEach((identity, column) => {
      if (identity >= 0) return;
      const box = boxes[column];
      tracks.push({ identity: born, place: box, seen: box, step: [0, 0, 0, 0], missed: 0 });
      identities[column] = born++;
    });
    for (const track of tracks) track.missed = identities.includes(track.identity) ? 0 : track.missed + 1;
    tracks = tracks.filter(({ missed }) => missed <= patience);
    const waiting = tracks.filter(({ missed }) => missed > 0).map(({ identity, place }) => ({ identity, box: place }));
    return { identities, waiting };
  });
}

function move(track, box) {
  const gone = box.map((side, n) => (side - track.seen[n]) / (track.missed + 1));
  const [x, y] = [(gone[0] + gone[2]) / 2, (gone[1] + gone[3]) / 2];
  const isFirst = track.step.every((part) => part === 0);
  track.step = [x, y, x, y].map((part, n) => (isFirst ? part : (track.step[n] + part) / 2));
  track.place = track.seen = box;
}

/**
 * What goes wrong in each frame: [{misses, wrong, switches}]. truths, tracks: frames of {identities, boxes};
 * threshold: the IoU from which on a true box and a track's may belong together.
 */
export function countedFrames(truths, tracks, threshold = 0.5) {
  const last = new Map();
  return truths.map((truth, n) => {
    const track = tracks[n];
    const fits = truth.boxes.map((box) => track.boxes.map((other) => above(iou(box, other), threshold)));
    const [usedRows, usedColumns] = [new Set(), new Set()];
    truth.identities.forEach((one, row) => {
      const column = track.identities.indexOf(last.get(one));
      if (column < 0 || usedColumns.has(column) || !(fits[row][column] > 0)) return;
      usedRows.add(row);
      usedColumns.add(column);
    });
    // 10 for each pair, so that as many as can be are made
    const gains = fits.map((line, row) => line.map((fit, column) => (fit > 0 && !usedRows.has(row) && !usedColumns.has(column) ? 10 + fit : 0)));
    const pairs = bestPairs(gains);
    let switches = 0;
    for (const [row, column] of pairs) {
      const [one, now] = [truth.identities[row], track.identities[column]];
      if (last.has(one) && last.get(one) !== now) switches += 1;
      last.set(one, now);
    }
    const together = pairs.length + usedRows.size;
    return { misses: truth.boxes.length - together, wrong: track.boxes.length - together, switches };
  });
}

const above = (overlap, least) => (overlap >= least ? overlap : 0);
