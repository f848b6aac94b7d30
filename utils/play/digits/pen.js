// A pen that draws on a square of ink: 0 none, 1 full. As `drawn` of draw_a_digit.py.

/**
 * Draw a straight stroke with round ends into side × side numbers, in place.
 * from, to: [x, y] in pixels. What is half covered by the pen is half ink.
 */
export function drawLine(ink, side, from, to, radius) {
  const [[x0, y0], [x1, y1]] = [from, to];
  const reach = radius + 1;
  const squared = (x1 - x0) ** 2 + (y1 - y0) ** 2;
  const [left, right] = within(Math.min(x0, x1) - reach, Math.max(x0, x1) + reach, side);
  const [top, bottom] = within(Math.min(y0, y1) - reach, Math.max(y0, y1) + reach, side);
  for (let row = top; row < bottom; row++) {
    for (let column = left; column < right; column++) {
      const [x, y] = [column + 0.5, row + 0.5];
      const along = ((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / (squared || 1);
      const share = Math.min(Math.max(along, 0), 1);
      const distance = Math.hypot(x - x0 - share * (x1 - x0), y - y0 - share * (y1 - y0));
      const covered = Math.min(Math.max(radius + 0.5 - distance, 0), 1);
      const place = row * side + column;
      ink[place] = Math.max(ink[place], covered);
    }
  }
}

function within(low, high, side) {
  return [Math.max(Math.floor(low), 0), Math.min(Math.ceil(high), side)];
}

/** The ink of strokes, each a list of points [x, y]; one point is a dot. */
export function drawnStrokes(strokes, side, radius) {
  const ink = new Float32Array(side * side);
  for (const stroke of strokes) {
    stroke.forEach((point, index) => {
      drawLine(ink, side, stroke[Math.max(index - 1, 0)], point, radius);
    });
  }
  return ink;
}

/** The point that a pen of that radius can reach, clear of the border. */
export function clearOfBorder([x, y], side, radius) {
  const clear = (value) => Math.min(Math.max(value, radius + 2), side - radius - 2);
  return [clear(x), clear(y)];
}
