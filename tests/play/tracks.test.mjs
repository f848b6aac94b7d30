// Scenes of tracks as they are stored, and their words.

import assert from "node:assert/strict";
import { test } from "node:test";

import { bestPairs, greedyPairs } from "../../utils/play/shared/tracks.js";
import { inWords, tracked, unpacked } from "../../utils/play/tracks.js";

const SCENE = {
  truths: [["4 0 0 10 10"], ["4 1 0 11 10"], ["4 2 0 12 10"], ["4 3 0 13 10"]],
  found: [["0 0 10 10"], [], ["2 0 12 10"], ["3 0 13 10"]],
};
const SETTINGS = { isGreedy: false, patience: 0, velocity: false };

test("a scene is unpacked", () => {
  const { truths, found } = unpacked(SCENE);
  assert.deepEqual(truths[1], { identities: [4], boxes: [[1, 0, 11, 10]] });
  assert.deepEqual(found.map((boxes) => boxes.length), [1, 0, 1, 1]);
});

test("without patience a missed box costs the number", () => {
  const frames = tracked(unpacked(SCENE), SETTINGS);
  assert.deepEqual(frames.map(({ identities }) => identities), [[0], [], [1], [1]]);
  assert.deepEqual(frames.map(({ switches }) => switches), [0, 0, 1, 1]);
});

test("with patience a track waits", () => {
  const frames = tracked(unpacked(SCENE), { ...SETTINGS, patience: 3 });
  assert.deepEqual(frames.map(({ identities }) => identities), [[0], [], [0], [0]]);
  assert.deepEqual(frames[1].waiting, [{ identity: 0, box: [0, 0, 10, 10] }]);
  assert.equal(inWords(frames[1], 1, 4), "Frame 2 of 4. Tracks: none. Waited for: 0. Identity switches so far: 0.");
  assert.equal(inWords({ identities: [3, 1], waiting: [], switches: 2 }, 0, 4), "Frame 1 of 4. Tracks: 1, 3. Identity switches so far: 2.");
});

test("the largest first is not always the best together", () => {
  const gains = [[0.6, 0.5], [0.55, 0]];
  assert.deepEqual(greedyPairs(gains), [[0, 0]]);
  assert.deepEqual(bestPairs(gains), [[0, 1], [1, 0]]);
  assert.deepEqual(bestPairs([]), []);
});
