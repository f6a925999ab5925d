import type { StyleName } from "./plan";
import { STYLES } from "./theme";

/** How wide letters and spaces are, on average, in the digits in which widths are counted. */
const LETTER = 0.95;
const SPACE = 0.5;

/** About how many digits wide a text is. */
export function textWidth(text: string, style: StyleName = "label"): number {
  const spaces = text.split(" ").length - 1;
  const { size, indent = 0 } = STYLES[style];
  const letters = text.length - spaces;
  return ((letters * LETTER + spaces * SPACE) * size) / STYLES.label.size + 2 * indent;
}

/** How many lines a text takes in a column so many digits wide; words are not broken. */
export function linesOf(text: string, width: number): number {
  let lines = 1;
  let used = 0;
  for (const word of text.split(" ")) {
    const next = used === 0 ? word.length : used + SPACE + word.length;
    const isFull = used > 0 && next > width;
    if (isFull) lines++;
    used = isFull ? word.length : next;
  }
  return lines;
}

/** How many columns, from one on, a text of some width covers where the cells beside it are empty. */
export function columnsCovered(
  width: number,
  from: number,
  widthOf: (column: number) => number,
): number {
  let column = from;
  for (let left = width; left > 0; column++) left -= Math.max(1, widthOf(column));
  return column - from;
}
