// Places on a square sheet: two numbers each, the first to the right, the second upwards.
// The sheet goes from -reach to reach both ways: as utils/play/digit_drawer.py.

/** The nearest number of whole steps, within the sheet. */
export function snapped(number, { reach, step }) {
  const whole = Math.round(Math.min(Math.max(number, -reach), reach) / step) * step;
  return Number(whole.toFixed(6)) + 0; // without the dust of binary fractions, 0 where -0 was
}

/** The place under a point of the page. box: of the sheet, {left, top, width, height}. */
export function placeAt(x, y, { left, top, width, height }, sheet) {
  const across = ((2 * (x - left)) / width - 1) * sheet.reach;
  const upwards = (1 - (2 * (y - top)) / height) * sheet.reach;
  return [snapped(across, sheet), snapped(upwards, sheet)];
}

/** How far right and how far down a place lies, as shares of the sheet. */
export const sharesOf = ([first, second], { reach }) => [(1 + first / reach) / 2, (1 - second / reach) / 2];

/** The middles of across × across squares of the sheet, row by row from the top. */
export function middlesOf({ across, reach }) {
  const middle = (n) => reach * ((2 * n + 1) / across - 1);
  const squares = [...Array(across).keys()];
  return squares.flatMap((row) => squares.map((column) => [middle(column), -middle(row) + 0]));
}

/** The place at a share of the straight way from one to another. */
export function between(from, to, share, sheet) {
  return from.map((number, axis) => snapped(number + share * (to[axis] - number), sheet));
}
