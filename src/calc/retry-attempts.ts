import { check, finite, SHARE, WHOLE_FROM_ZERO } from "./domain";
import { geometricSums } from "./geometric-sums";

/**
 * Expected attempts at a step that is retried until it succeeds or retries run out:
 * (1 - failureRate^(maxRetries + 1)) / (1 - failureRate); maxRetries + 1 where all fail.
 *
 * @param failureRate share of attempts that fail, each on its own, 0 to 1
 * @param maxRetries attempts after the first, a whole number, 0 or more
 * @returns attempts, 1 to maxRetries + 1
 * @throws CalcError `#NUM!` outside these ranges
 * Source: mean of a truncated geometric distribution.
 * @example retryAttempts(0.1, 2) // => 1.11
 */
export function retryAttempts(failureRate: number, maxRetries: number): number {
  check("failureRate", failureRate, SHARE);
  check("maxRetries", maxRetries, WHOLE_FROM_ZERO);
  return finite(geometricSums(failureRate, maxRetries + 1).sum);
}
