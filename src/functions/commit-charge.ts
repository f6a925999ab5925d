import * as calc from "../calc";
import { define } from "./define";
import { literal } from "./native";
import { list, number, optional } from "./parameter";

/** Total due under a commitment per period, a customer's or a vendor's minimum, trued up over the term or in each period.
 * @customfunction COMMITCHARGE
 * @helpurl https://localhost:3000/help/commitcharge.html
 * @param charges Usage billed in each period (currency); one row or column.
 * @param commitment Least due per period (currency).
 * @param termTrueUp Trued up over the whole term (1) or in each period (0 or blank), one of the numbers 0 or 1; 1 if omitted.
 * @returns Total over all periods (currency). */
export function commitCharge(
  charges: unknown[][],
  commitment: unknown[][],
  termTrueUp?: unknown[][],
): unknown[][] {
  return COMMITCHARGE.spill(charges, commitment, termTrueUp);
}

export const COMMITCHARGE = define({
  calc: calc.commitCharge,
  params: [
    list("charges"),
    number("commitment", calc.FROM_ZERO),
    optional(number("termTrueUp", calc.TERM_TRUE_UP), "1"),
  ],
  native: (charges, commitment, termTrueUp) => {
    const term = `MAX(${charges.join("+")},${charges.length}*${commitment})`;
    // MAX passes over an empty cell; a product is a number.
    const periods = charges.map((charge) => `MAX(${charge},1*${commitment})`).join("+");
    const choice = literal(termTrueUp);
    if (choice === undefined) return `IF(${termTrueUp}=0,${periods},${term})`;
    return choice === 0 ? periods : term;
  },
  examples: [
    {
      it: "sets a busy period against a quiet one over the term",
      args: [[20, 100], 50],
      gives: 120,
    },
    { it: "trues up each period", args: [[20, 100], 50, 0], gives: 150 },
    { it: "adds nothing where the commitment is just met", args: [[50, 50], 50, 0], gives: 100 },
    { it: "adds a line for what a small bill lacks", args: [[20], 50], gives: 50 },
    { it: "refuses a negative commitment", args: [[20, 100], -1], fails: "#NUM!" },
    { it: "refuses a true-up that is neither 0 nor 1", args: [[20], 50, 2], fails: "#NUM!" },
  ],
  formula:
    "term: MAX(sum of charges, periods × commitment); each period: sum of MAX(charge, commitment)",
  source: "Pinecone's monthly minimum; true-ups as in cloud providers' committed spend.",
});
