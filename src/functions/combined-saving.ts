import * as calc from "../calc";
import { define } from "./define";
import { guard } from "./native";
import { list, optional } from "./parameter";

/** Saving of several levers together, each working on what the others leave.
 * @customfunction COMBINEDSAVING
 * @helpurl https://localhost:3000/help/combinedsaving.html
 * @param savings Saving of each lever on its own (a fraction, 0 to 1); one row or column.
 * @param shares Share of the bill that each lever touches (0 to 1), in the same order; all of it if omitted.
 * @returns Saving, a fraction of the bill. */
export function combinedSaving(savings: unknown[][], shares?: unknown[][]): unknown[][] {
  return COMBINEDSAVING.spill(savings, shares);
}

export const COMBINEDSAVING = define({
  calc: calc.combinedSaving,
  params: [list("savings", calc.SHARE), optional(list("shares", calc.SHARE), "")],
  native: (savings, shares) => {
    const left = savings.map((saving, i) => {
      const share = shares[i];
      return share === undefined ? `(1-${saving})` : `(1-${share}*${saving})`;
    });
    return `1-${left.join("*")}`;
  },
  demands: (savings, shares) =>
    shares.length > 0 && shares.length !== savings.length ? [guard("TRUE", "#VALUE!")] : [],
  examples: [
    // 1 - 0.7 x 0.4 x 0.6
    { it: "is 83.2% for 30%, 60% and 40%, not 130%", args: [[0.3, 0.6, 0.4]], gives: 0.832 },
    { it: "counts a saving for the part that it touches", args: [[0.7], [0.8]], gives: 0.56 },
    { it: "is the saving of a single lever", args: [[0.25]], gives: 0.25 },
    { it: "is all where one lever saves all", args: [[0.3, 1]], gives: 1 },
    { it: "wants a share for every saving", args: [[0.3, 0.6], [1]], fails: "#VALUE!" },
    { it: "refuses a saving above 1", args: [[0.3, 1.1]], fails: "#NUM!" },
  ],
  formula: "1 − product of (1 − share × saving)",
  source: "Independent factors multiply.",
});
