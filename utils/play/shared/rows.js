// Grids as they are stored with a notebook: one text a row.

/** Rows of numbers from ["1 2 3", …]; what is a list of numbers already stays so. */
export const rowsOf = (texts) => texts.map((row) => (typeof row === "string" ? row.split(" ").map(Number) : row));
