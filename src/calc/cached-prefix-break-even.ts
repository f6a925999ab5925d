import { cacheReadSaving } from "./cache-read-saving";
import { check, finite, FROM_ZERO } from "./domain";

/**
 * Uses of a prefix, its first included, from which caching it costs no more than sending it
 * afresh: (cacheWritePrice - cacheReadPrice) / (inputPrice - cacheReadPrice). Whole uses are
 * ROUNDUP of it; at 1 or below it pays from the first. The size of the prefix cancels out.
 *
 * @param inputPrice of uncached input, currency per million tokens, 0 or more
 * @param cacheReadPrice currency per million tokens, 0 or more
 * @param cacheWritePrice currency per million tokens, 0 or more
 * @returns uses within the cache's life, fractional
 * @throws CalcError `#N/A` where reads save nothing, `#NUM!` outside these ranges
 * Source: write + (n - 1) x read = n x input, solved for n.
 * @example cachedPrefixBreakEven(3, 0.3, 3.75) // => 1.277…, two uses
 */
export function cachedPrefixBreakEven(
  inputPrice: number,
  cacheReadPrice: number,
  cacheWritePrice: number,
): number {
  check("cacheWritePrice", cacheWritePrice, FROM_ZERO);
  const saving = cacheReadSaving(inputPrice, cacheReadPrice);
  return finite((cacheWritePrice - cacheReadPrice) / saving);
}
