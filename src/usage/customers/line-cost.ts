import { converter, type Rates } from "../revenue/conversion";
import type { CostBasis } from "../usage-row";
import type { UsageLine } from "../usage-summary";
import { BASES } from "./ledger";

/** A line's cost by where it comes from, in the currency of the report; null without a rate. */
export type CostsOf = (line: UsageLine) => Readonly<Record<CostBasis, bigint>> | null;

/** Turns the costs of lines into the currency of the report. */
export function costsIn(currency: string, rates: Rates): CostsOf {
  const convert = converter(currency, rates);
  return (line) => {
    if (line.currency === currency) return line.costs;
    const costs: Record<CostBasis, bigint> = { billed: 0n, reported: 0n, derived: 0n, assumed: 0n };
    for (const basis of BASES) {
      const nano = convert(line.costs[basis], line.currency);
      if (nano === null) return null;
      costs[basis] = nano;
    }
    return costs;
  };
}

/** The sum of a line's costs. */
export function sumOfCosts(costs: Readonly<Record<CostBasis, bigint>>): bigint {
  return costs.billed + costs.reported + costs.derived + costs.assumed;
}
