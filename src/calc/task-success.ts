import { check, SHARE, WHOLE_FROM_ZERO } from "./domain";

/**
 * Share of tasks whose steps all succeed, each within its retries:
 * (1 - failureRate^(maxRetries + 1))^steps.
 *
 * @param failureRate share of attempts at a step that fail, each on its own, 0 to 1
 * @param maxRetries attempts after the first, a whole number, 0 or more
 * @param steps of a task, a whole number, 0 or more; a task without steps succeeds
 * @returns a share of tasks, 0 to 1
 * @throws CalcError `#NUM!` outside these ranges
 * Source: reliability of components in series.
 * @example taskSuccess(0.1, 2, 8) // => 0.99202…
 */
export function taskSuccess(failureRate: number, maxRetries: number, steps = 1): number {
  check("failureRate", failureRate, SHARE);
  check("maxRetries", maxRetries, WHOLE_FROM_ZERO);
  check("steps", steps, WHOLE_FROM_ZERO);
  return (1 - failureRate ** (maxRetries + 1)) ** steps;
}
