import { check, finite, FROM_ZERO } from "./domain";

/**
 * Cost of keeping tokens in an explicit cache: tokens / 10^6 x hours x storagePrice.
 *
 * @param tokens in the cache, 0 or more
 * @param hours for which they are kept, 0 or more
 * @param storagePrice currency per million tokens and hour, 0 or more
 * @returns currency
 * @throws CalcError `#NUM!` outside these ranges
 * Source: Google's explicit context caching for Gemini.
 * @example cacheStorageCost(100000, 2, 4.5) // => 0.9
 */
export function cacheStorageCost(tokens: number, hours: number, storagePrice: number): number {
  check("tokens", tokens, FROM_ZERO);
  check("hours", hours, FROM_ZERO);
  check("storagePrice", storagePrice, FROM_ZERO);
  return finite((tokens / 1e6) * hours * storagePrice);
}
