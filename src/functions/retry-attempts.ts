import * as calc from "../calc";
import { define } from "./define";
import { number } from "./parameter";

/** Expected attempts at a step that is retried until it succeeds or its retries run out.
 * @customfunction RETRYATTEMPTS
 * @helpurl https://localhost:3000/help/retryattempts.html
 * @param failureRate Share of attempts that fail (0 to 1).
 * @param maxRetries Number of attempts allowed after the first (whole).
 * @returns Attempts per step, at least 1; multiply a step's cost by it. */
export function retryAttempts(failureRate: unknown[][], maxRetries: unknown[][]): unknown[][] {
  return RETRYATTEMPTS.spill(failureRate, maxRetries);
}

export const RETRYATTEMPTS = define({
  calc: calc.retryAttempts,
  params: [number("failureRate", calc.SHARE), number("maxRetries", calc.WHOLE_FROM_ZERO)],
  native: (failureRate, maxRetries) =>
    `IF(${failureRate}=1,${maxRetries}+1,(1-${failureRate}^(${maxRetries}+1))/(1-${failureRate}))`,
  examples: [
    // 1 + 0.1 + 0.01
    { it: "are 1.11 at 10% failures and two retries", args: [0.1, 2], gives: 1.11 },
    { it: "are one without retries", args: [0.1, 0], gives: 1 },
    { it: "are one where nothing fails", args: [0, 2], gives: 1 },
    { it: "are all allowed where everything fails", args: [1, 2], gives: 3 },
    { it: "refuse a rate above 1", args: [1.1, 2], fails: "#NUM!" },
    { it: "refuse part of a retry", args: [0.1, 1.5], fails: "#NUM!" },
  ],
  formula: "(1 − failureRate^(maxRetries + 1)) ÷ (1 − failureRate)",
  source: "Mean of a truncated geometric distribution.",
});
