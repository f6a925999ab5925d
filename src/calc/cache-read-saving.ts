import { CalcError } from "./calc-error";
import { check, FROM_ZERO } from "./domain";

/**
 * What a million tokens read from a cache save against sending them afresh.
 *
 * @param inputPrice of uncached input, currency per million tokens, 0 or more
 * @param cacheReadPrice currency per million tokens, 0 or more
 * @returns currency per million tokens, above 0
 * @throws CalcError `#N/A` where they save nothing, `#NUM!` outside these ranges
 */
export function cacheReadSaving(inputPrice: number, cacheReadPrice: number): number {
  check("inputPrice", inputPrice, FROM_ZERO);
  check("cacheReadPrice", cacheReadPrice, FROM_ZERO);
  if (cacheReadPrice >= inputPrice) {
    throw new CalcError(
      "#N/A",
      `never pays: cache reads at ${cacheReadPrice} save nothing on input at ${inputPrice}`,
    );
  }
  return inputPrice - cacheReadPrice;
}
