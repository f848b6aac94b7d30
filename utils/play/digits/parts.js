// Which of the parts of a drawing are one digit, or why none are: as `only_digit` of
// utils/files/parts.py, for ink that stands clear of the border.
// rules: that module's constants {smallest, speck, near, tall}.

/** Return {kept} (1 where the digit is) or {fault: "empty", "small" or "parts"}. */
export function onlyDigit(mask, side, rules) {
  const parts = partsOf(mask, side);
  if (!parts.length) return { fault: "empty" };
  const smallest = rules.smallest * side;
  const frames = new Set(parts.filter((part) => isFrame(part, parts, smallest)));
  const main = longest(parts.filter((part) => !frames.has(part)));
  if (main.length < smallest) return { fault: "small" };

  const kept = [main];
  for (const part of parts) {
    if (part === main || frames.has(part)) continue;
    const gap = distance(part, main, side) / main.length;
    const isSpeck = part.length / main.length < rules.speck;
    if (isSpeck && gap >= rules.near / 2) continue;
    if (!isSpeck && (gap > rules.near || areSideBySide(part, main, rules.tall))) {
      return { fault: "parts" };
    }
    kept.push(part);
  }
  return { kept: maskOf(kept, mask.length) };
}

/** The parts of a mask that touch, corners too, in the order of their first pixels. */
function partsOf(mask, side) {
  const seen = new Uint8Array(mask.length);
  const parts = [];
  for (let first = 0; first < mask.length; first++) {
    if (mask[first] && !seen[first]) parts.push(partFrom(first, mask, seen, side));
  }
  return parts;
}

function partFrom(first, mask, seen, side) {
  const pixels = [first];
  seen[first] = 1;
  const box = { top: side, bottom: 0, left: side, right: 0 }; // ends: one beyond
  for (let next = 0; next < pixels.length; next++) {
    const row = Math.floor(pixels[next] / side);
    const column = pixels[next] % side;
    box.top = Math.min(box.top, row);
    box.bottom = Math.max(box.bottom, row + 1);
    box.left = Math.min(box.left, column);
    box.right = Math.max(box.right, column + 1);
    for (let r = Math.max(row - 1, 0); r <= Math.min(row + 1, side - 1); r++) {
      for (let c = Math.max(column - 1, 0); c <= Math.min(column + 1, side - 1); c++) {
        const place = r * side + c;
        if (mask[place] && !seen[place]) {
          seen[place] = 1;
          pixels.push(place);
        }
      }
    }
  }
  return { ...box, pixels, length: Math.max(box.bottom - box.top, box.right - box.left) };
}

/** Whether a part goes round another one that is no speck. */
function isFrame(part, parts, smallest) {
  return parts.some(
    (other) =>
      Math.min(part.length, other.length) >= smallest &&
      other.length > 0.3 * part.length &&
      part.top < other.top &&
      other.bottom < part.bottom &&
      part.left < other.left &&
      other.right < part.right,
  );
}

function longest(parts) {
  return parts.reduce((best, part) => (part.length > best.length ? part : best));
}

/** The smallest distance between pixels of two parts. */
function distance(part, other, side) {
  const rims = [part, other].map(({ pixels }) => rimOf(pixels, side));
  let least = Infinity;
  for (const a of rims[0]) {
    for (const b of rims[1]) {
      const rows = Math.floor(a / side) - Math.floor(b / side);
      const columns = (a % side) - (b % side);
      least = Math.min(least, rows * rows + columns * columns);
    }
  }
  return Math.sqrt(least);
}

function rimOf(pixels, side) {
  const all = new Set(pixels);
  return pixels.filter(
    (p) => !(all.has(p - 1) && all.has(p + 1) && all.has(p - side) && all.has(p + side)),
  );
}

/** Whether both are tall, and one stands to the right of the other. */
function areSideBySide(part, other, tall) {
  const height = Math.max(part.bottom, other.bottom) - Math.min(part.top, other.top);
  const apart = part.right <= other.left || other.right <= part.left;
  const shorter = Math.min(part.bottom - part.top, other.bottom - other.top);
  return apart && shorter > tall * height;
}

function maskOf(parts, size) {
  const mask = new Uint8Array(size);
  for (const { pixels } of parts) for (const place of pixels) mask[place] = 1;
  return mask;
}
