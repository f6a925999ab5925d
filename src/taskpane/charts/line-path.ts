import type { Scale } from "./chart-frame";

/** Far outside of a chart a line only has to leave it; browsers draw no lengths without end. */
const FAR = 1e4;

/** A line through the values that exist, as an SVG path; a gap where one does not. */
export function linePath(values: readonly (number | null)[], x: Scale, y: Scale): string {
  let path = "";
  for (const [place, value] of values.entries()) {
    if (value === null) continue;
    const isFirst = (values[place - 1] ?? null) === null;
    const height = Math.min(Math.max(y(value), -FAR), FAR);
    path += `${isFirst ? "M" : "L"}${x(place).toFixed(2)},${height.toFixed(2)}`;
  }
  return path;
}
