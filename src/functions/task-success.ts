import * as calc from "../calc";
import { define } from "./define";
import { literal } from "./native";
import { number, optional } from "./parameter";

/** Share of tasks whose steps all succeed, each within its retries.
 * @customfunction TASKSUCCESS
 * @helpurl https://localhost:3000/help/tasksuccess.html
 * @param failureRate Share of attempts at a step that fail (0 to 1).
 * @param maxRetries Number of attempts allowed after the first (whole).
 * @param steps Number of steps of a task (whole); 1 if omitted.
 * @returns Share of tasks that succeed. */
export function taskSuccess(
  failureRate: unknown[][],
  maxRetries: unknown[][],
  steps?: unknown[][],
): unknown[][] {
  return TASKSUCCESS.spill(failureRate, maxRetries, steps);
}

export const TASKSUCCESS = define({
  calc: calc.taskSuccess,
  params: [
    number("failureRate", calc.SHARE),
    number("maxRetries", calc.WHOLE_FROM_ZERO),
    optional(number("steps", calc.WHOLE_FROM_ZERO), "1"),
  ],
  native: (failureRate, maxRetries, steps) => {
    const ofStep = `1-${failureRate}^(${maxRetries}+1)`;
    const count = literal(steps);
    if (count === 0 || count === 1) return count === 0 ? "1" : ofStep;
    const ofTask = `(${ofStep})^${steps}`;
    // 0^0 is an error in spreadsheets.
    return count === undefined ? `IF(${steps}=0,1,${ofTask})` : ofTask;
  },
  examples: [
    // 1 - 0.1^3
    { it: "is 99.9% for a step with two retries", args: [0.1, 2], gives: 0.999 },
    {
      // 0.999^8
      it: "is 99.2% over eight steps",
      args: [0.1, 2, 8],
      gives: 0.9920279440699441,
    },
    {
      // 0.9^8
      it: "is 43% over eight steps without retries",
      args: [0.1, 0, 8],
      gives: 0.43046721,
    },
    { it: "is 0 where every attempt fails", args: [1, 2, 8], gives: 0 },
    { it: "is 1 for a task without steps", args: [1, 2, 0], gives: 1 },
    { it: "refuses a negative rate", args: [-0.1, 2], fails: "#NUM!" },
    { it: "refuses part of a step", args: [0.1, 2, 2.5], fails: "#NUM!" },
  ],
  formula: "(1 − failureRate^(maxRetries + 1))^steps",
  source: "Reliability of components in series.",
});
