import { CalcError } from "./calc-error";
import { ANY, BELOW_ONE, check, FROM_ZERO, ratio } from "./domain";

/**
 * The factor on all token prices at which a price just reaches the target margin:
 * (price x (1 - targetMargin) - otherCost) / tokenCost. Below 1, tokens must get cheaper; above,
 * they may get dearer.
 *
 * @param price revenue per customer and month, currency, 0 or more
 * @param targetMargin fraction of revenue, below 1
 * @param tokenCost cost of tokens per customer and month today, currency, 0 or more
 * @param otherCost all other cost to serve per customer and month, currency
 * @returns a factor, 0 or more
 * @throws CalcError `#DIV/0!` at token cost 0, `#NUM!` outside these ranges or where free tokens
 *   would not reach the target
 * @example tokenPriceScale(100, 0.6, 50, 10) // => 0.6
 */
export function tokenPriceScale(
  price: number,
  targetMargin: number,
  tokenCost: number,
  otherCost = 0,
): number {
  check("price", price, FROM_ZERO);
  check("targetMargin", targetMargin, BELOW_ONE);
  check("tokenCost", tokenCost, FROM_ZERO);
  check("otherCost", otherCost, ANY);
  const left = price * (1 - targetMargin) - otherCost;
  const scale = ratio(left, tokenCost, "tokenCost is 0, so token prices change nothing");
  if (left < 0) {
    throw new CalcError(
      "#NUM!",
      `other cost of ${otherCost} alone misses the target margin of ${targetMargin}: free tokens would not reach it`,
    );
  }
  return scale;
}
