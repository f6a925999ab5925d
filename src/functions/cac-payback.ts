import * as calc from "../calc";
import { define } from "./define";
import { guard } from "./native";
import { number } from "./parameter";

/** Months until the cost of winning a customer has come back in gross profit.
 * @customfunction CACPAYBACK
 * @helpurl https://localhost:3000/help/cacpayback.html
 * @param cac Cost of acquiring a customer (currency).
 * @param grossProfitPerMonth Gross profit of a customer (currency per month).
 * @returns Months; #N/A if never. */
export function cacPayback(cac: unknown[][], grossProfitPerMonth: unknown[][]): unknown[][] {
  return CACPAYBACK.spill(cac, grossProfitPerMonth);
}

export const CACPAYBACK = define({
  calc: calc.cacPayback,
  params: [number("cac", calc.FROM_ZERO), number("grossProfitPerMonth")],
  native: (cac, grossProfitPerMonth) => `${cac}/${grossProfitPerMonth}`,
  demands: (_cac, grossProfitPerMonth) => [guard(`${grossProfitPerMonth}<=0`, "#N/A")],
  examples: [
    { it: "takes a year for 600 at 50 a month", args: [600, 50], gives: 12 },
    { it: "takes no time where winning costs nothing", args: [0, 50], gives: 0 },
    { it: "never pays back without profit", args: [600, 0], fails: "#N/A" },
    { it: "refuses a negative cost", args: [-1, 50], fails: "#NUM!" },
  ],
  formula: "cac ÷ grossProfitPerMonth",
  source: "CAC payback on gross profit, as SaaS benchmarks report it.",
});
