import type { Step } from "../plan";

/** Rows do not grow beyond this: the longest formulas have thousands of characters. */
const MOST_LINES = 8;

/** Letters are narrower than digits, by which widths are counted, and lines end before words. */
const FILLED = 0.9;

/** The rows of a block, each as high as the longest of its texts takes in a column of its width. */
export function rowsForTexts(
  firstRow: number,
  rows: readonly (readonly (string | number)[])[],
  widths: readonly number[],
): Step[] {
  return rows.flatMap((texts, i): Step[] => {
    const needed = texts.map((text, column) =>
      Math.ceil(String(text).length / ((widths[column] ?? 1) * FILLED)),
    );
    const lines = Math.min(MOST_LINES, Math.max(1, ...needed));
    return lines === 1 ? [] : [{ do: "rowHeight", row: firstRow + i, lines }];
  });
}
