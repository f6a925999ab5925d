import * as calc from "../calc";
import { define } from "./define";
import { literal } from "./native";
import { minus, plus, timesOneMinus } from "./native-terms";
import { nativeSigma, usageDemands } from "./native-usage";
import { number, optional } from "./parameter";
import { INACTIVE_SHARE, P50, P99, TAIL } from "./usage-parameters";

/** Share of flat-fee customers whose margin is below a target; at a target of 0 of those who make a loss.
 * @customfunction BELOWTARGETSHARE
 * @helpurl https://localhost:3000/help/belowtargetshare.html
 * @param price Flat price (currency per customer and month).
 * @param unitCost Cost to serve a unit (currency).
 * @param p50 Median usage of active customers (units per month), above 0.
 * @param p99 Usage of active customers at the percentile tail (units per month), not below p50.
 * @param fixedCost Cost whatever the usage (currency per customer and month); 0 if omitted.
 * @param targetMargin Gross margin to keep (a fraction of revenue, below 1); 0 if omitted.
 * @param tail Percentile that p99 stands for (strictly between 0.5 and 1); 0.99 if omitted, blank or 0.
 * @param inactiveShare Share of all customers without usage (0 to 1); 0 if omitted.
 * @returns Share of all customers, 0 to 1; 1 if even an idle one costs too much. */
export function belowTargetShare(
  price: unknown[][],
  unitCost: unknown[][],
  p50: unknown[][],
  p99: unknown[][],
  fixedCost?: unknown[][],
  targetMargin?: unknown[][],
  tail?: unknown[][],
  inactiveShare?: unknown[][],
): unknown[][] {
  return BELOWTARGETSHARE.spill(
    price,
    unitCost,
    p50,
    p99,
    fixedCost,
    targetMargin,
    tail,
    inactiveShare,
  );
}

export const BELOWTARGETSHARE = define({
  calc: calc.belowTargetShare,
  params: [
    number("price", calc.FROM_ZERO),
    number("unitCost", calc.FROM_ZERO),
    P50,
    P99,
    optional(number("fixedCost"), "0"),
    optional(number("targetMargin", calc.BELOW_ONE), "0"),
    TAIL,
    INACTIVE_SHARE,
  ],
  native: (price, unitCost, p50, p99, fixedCost, targetMargin, tail, inactiveShare) => {
    const tooMuch = `${price}*(1${minus(targetMargin)}+1E-9)`;
    const left = `${price}${timesOneMinus(targetMargin)}${minus(fixedCost)}`;
    const typical = `${unitCost}*${p50}`;
    const same = `IF(${typical}${plus(fixedCost)}>${tooMuch},1,0)`;
    const differing = `NORM.S.DIST(LN(${typical}/(${left}))/${nativeSigma(p50, p99, tail)},TRUE)`;
    const some = `IF(${p50}=${p99},${same},IF(${left}<=0,1,${differing}))`;
    const share = `IF(${unitCost}=0,0,${some}${timesOneMinus(inactiveShare)})`;
    return literal(fixedCost) === 0 ? share : `IF(${fixedCost}>${tooMuch},1,${share})`;
  },
  demands: (_price, _unitCost, p50, p99) => usageDemands(p50, p99),
  examples: [
    {
      // Phi(LN(400 / 510) / 1.16408): 510 units are what 99 carries at 60%
      it: "is 42% of customers below 60% at a flat 99",
      args: [99, 0.06, 400, 6000, 9, 0.6],
      gives: 0.41734017515242183,
    },
    {
      // Phi(LN(400 / 1500) / 1.16408)
      it: "is 13% who make a loss",
      args: [99, 0.06, 400, 6000, 9],
      gives: 0.1280927693043621,
    },
    { it: "is nobody at the target exactly", args: [99, 0.06, 510, 510, 9, 0.6], gives: 0 },
    {
      it: "is everybody if an idle one costs too much",
      args: [20, 0.06, 400, 6000, 9, 0.6],
      gives: 1,
    },
    { it: "is everybody at a price of 0", args: [0, 0.06, 400, 6000], gives: 1 },
    { it: "is nobody if units cost nothing", args: [99, 0, 400, 6000, 9, 0.6], gives: 0 },
    { it: "refuses a target of 100%", args: [99, 0.06, 400, 6000, 9, 1], fails: "#NUM!" },
  ],
  formula:
    "(1 − inactiveShare) × Φ(LN(p50 ÷ u) ÷ s), u = (price × (1 − targetMargin) − fixedCost) ÷ unitCost, s = LN(p99 ÷ p50) ÷ z(tail)",
  source: "Survival function of the lognormal distribution at the usage that the price carries.",
});
