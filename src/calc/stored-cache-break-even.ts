import { cacheReadSaving } from "./cache-read-saving";
import { check, finite, FROM_ZERO } from "./domain";

/**
 * Reads per hour from which an explicit cache with a price for storage costs no more than
 * sending its tokens afresh: storagePrice / (inputPrice - cacheReadPrice), whatever its size.
 *
 * @param storagePrice currency per million tokens and hour, 0 or more
 * @param inputPrice of uncached input, currency per million tokens, 0 or more
 * @param cacheReadPrice currency per million tokens, 0 or more
 * @returns reads per hour, fractional
 * @throws CalcError `#N/A` where reads save nothing, `#NUM!` outside these ranges
 * Source: Google's explicit context caching for Gemini.
 * @example storedCacheBreakEven(4.5, 1.25, 0.31) // => 4.787…
 */
export function storedCacheBreakEven(
  storagePrice: number,
  inputPrice: number,
  cacheReadPrice: number,
): number {
  check("storagePrice", storagePrice, FROM_ZERO);
  return finite(storagePrice / cacheReadSaving(inputPrice, cacheReadPrice));
}
