/** Width of a character of the charts' text, about. */
export const CHARACTER = 5.4;
const GAP = 6;
/** So many places or fewer are things, each with its name; more are a course of time. */
const MOST_NAMED = 12;
const LONGEST_SLANTED = 17;
/** Of its length a label at 45° takes this much to the side and downwards. */
const SLANT = 0.72;

/** How the labels below a chart are written. */
export interface LabelLayout {
  /** Every how manieth label is written, from the first. */
  readonly every: number;
  readonly isSlanted: boolean;
  /** The room that they take below the chart. */
  readonly height: number;
  /** How far the first reaches to the left of its place. */
  readonly overhang: number;
}

/** Lays out labels so that none runs into the next: level, slanted where few are long, or not all. */
export function labelLayout(labels: readonly string[], width: number): LabelLayout {
  const longest = Math.max(0, ...labels.map(({ length }) => length));
  const band = width / labels.length;
  const needed = longest * CHARACTER + GAP;
  if (labels.length <= MOST_NAMED && needed > band) {
    const reach = (characters: number) => Math.min(characters, LONGEST_SLANTED) * CHARACTER * SLANT;
    return {
      every: 1,
      isSlanted: true,
      height: reach(longest) + 14,
      overhang: reach(labels[0]?.length ?? 0),
    };
  }
  const every = [1, 2, 3, 6, 12, 24].find((one) => one * band >= needed) ?? labels.length;
  return { every, isSlanted: false, height: 16, overhang: 0 };
}

/** A label as long as there is room for it on the slant. */
export function shortLabel(label: string): string {
  return label.length <= LONGEST_SLANTED ? label : `${label.slice(0, LONGEST_SLANTED - 1)}…`;
}
