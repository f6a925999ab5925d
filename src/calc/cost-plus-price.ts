import { check, finite, FROM_ZERO } from "./domain";

/**
 * Cost with a markup on it: cost x (1 + markup). The margin of such a price is
 * markup / (1 + markup), below the markup: 25% on cost is 20% of price.
 *
 * @param cost cost to serve, currency, 0 or more
 * @param markup share of cost put on top, 0 or more
 * @returns currency
 * @throws CalcError `#NUM!` outside these ranges
 * Source: cost-plus pricing.
 * @example costPlusPrice(80, 0.25) // => 100
 */
export function costPlusPrice(cost: number, markup: number): number {
  check("cost", cost, FROM_ZERO);
  check("markup", markup, FROM_ZERO);
  return finite(cost * (1 + markup));
}
