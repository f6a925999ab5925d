/** The width of a drawing in its own units; a pane of 320 px shows it about as large. */
export const WIDTH = 296;

/** Where on a line a value lies: a scale of values or of places. */
export type Scale = (value: number) => number;

/** The scale that lays one span on another, which may run backwards. */
export function linearScale(from: readonly [number, number], to: readonly [number, number]): Scale {
  const [low, high] = from;
  const [start, end] = to;
  return (value) => start + ((value - low) / (high - low)) * (end - start);
}

/** How much of a band its bars take; the rest parts it from the next, as in the sheets' charts. */
export const FILLED = 1 / 1.6;
