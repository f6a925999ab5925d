import * as calc from "../calc";
import { define } from "./define";
import { guard, literal } from "./native";
import { nativeSigma, usageDemands } from "./native-usage";
import { number } from "./parameter";
import { INACTIVE_SHARE, P50, P99, TAIL } from "./usage-parameters";

/** Share of all usage that comes from the heaviest customers.
 * @customfunction TOPSHARE
 * @helpurl https://localhost:3000/help/topshare.html
 * @param p50 Median usage of active customers (units per month), above 0.
 * @param p99 Usage of active customers at the percentile tail (units per month), not below p50.
 * @param topFraction The heaviest fraction of all customers (0 to 1; 0.01 is one in a hundred).
 * @param tail Percentile that p99 stands for (strictly between 0.5 and 1); 0.99 if omitted, blank or 0.
 * @param inactiveShare Share of all customers without usage (0 to 1); 0 if omitted.
 * @returns Share of usage, 0 to 1. */
export function topShare(
  p50: unknown[][],
  p99: unknown[][],
  topFraction: unknown[][],
  tail?: unknown[][],
  inactiveShare?: unknown[][],
): unknown[][] {
  return TOPSHARE.spill(p50, p99, topFraction, tail, inactiveShare);
}

export const TOPSHARE = define({
  calc: calc.topShare,
  params: [P50, P99, number("topFraction", calc.SHARE), TAIL, INACTIVE_SHARE],
  native: (p50, p99, topFraction, tail, inactiveShare) => {
    const areAllActive = literal(inactiveShare) === 0;
    const active = areAllActive ? "1" : `1-${inactiveShare}`;
    const ofActive = areAllActive ? topFraction : `${topFraction}/(${active})`;
    const share = `NORM.S.DIST(${nativeSigma(p50, p99, tail)}+NORM.S.INV(${ofActive}),TRUE)`;
    return `IF(${topFraction}=0,0,IF(${topFraction}>=${active},1,${share}))`;
  },
  demands: (p50, p99, _topFraction, _tail, inactiveShare) => [
    ...usageDemands(p50, p99),
    ...(literal(inactiveShare) === 0 ? [] : [guard(`${inactiveShare}=1`, "#DIV/0!")]),
  ],
  examples: [
    {
      // Phi(1.16408 - 2.32635)
      it: "is 12% from the heaviest one in a hundred, for a P99 15 times the median",
      args: [400, 6000, 0.01],
      gives: 0.12256291418790387,
    },
    {
      it: "is their own share of customers if all use the same",
      args: [400, 400, 0.1],
      gives: 0.1,
    },
    { it: "is nothing from nobody", args: [400, 6000, 0], gives: 0 },
    { it: "is everything from everybody", args: [400, 6000, 1], gives: 1 },
    { it: "is everything from all who are active", args: [400, 6000, 0.7, null, 0.3], gives: 1 },
    { it: "is undefined if all are inactive", args: [400, 6000, 0.1, 0.99, 1], fails: "#DIV/0!" },
    { it: "refuses more than all", args: [400, 6000, 1.1], fails: "#NUM!" },
  ],
  formula: "Φ(s + z(topFraction ÷ (1 − inactiveShare))), s = LN(p99 ÷ p50) ÷ z(tail)",
  source: "Lorenz curve of the lognormal distribution.",
});
