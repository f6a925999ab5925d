import * as calc from "../calc";
import { define } from "./define";
import { literal } from "./native";
import { number, optional } from "./parameter";

/** Cost of the compute that a task occupies, with its share of the time that the machine stands idle.
 * @customfunction COMPUTECOST
 * @helpurl https://localhost:3000/help/computecost.html
 * @param seconds Seconds from a task's start to its end.
 * @param hourlyRate Price of the machine (currency per hour).
 * @param utilization Share of paid time in which it works (0 to 1).
 * @param concurrency Number of tasks that it works on at once; 1 if omitted.
 * @returns Cost per task (currency). */
export function computeCost(
  seconds: unknown[][],
  hourlyRate: unknown[][],
  utilization: unknown[][],
  concurrency?: unknown[][],
): unknown[][] {
  return COMPUTECOST.spill(seconds, hourlyRate, utilization, concurrency);
}

export const COMPUTECOST = define({
  calc: calc.computeCost,
  params: [
    number("seconds", calc.FROM_ZERO),
    number("hourlyRate", calc.FROM_ZERO),
    number("utilization", calc.SHARE),
    optional(number("concurrency", calc.FROM_ZERO), "1"),
  ],
  native: (seconds, hourlyRate, utilization, concurrency) => {
    const busy = `${seconds}*${hourlyRate}/3600`;
    return literal(concurrency) === 1
      ? `${busy}/${utilization}`
      : `${busy}/(${utilization}*${concurrency})`;
  },
  examples: [
    { it: "is a cent for 9 seconds at 4 an hour", args: [9, 4, 1], gives: 0.01 },
    { it: "doubles where the machine idles half the time", args: [9, 4, 0.5], gives: 0.02 },
    { it: "is shared by tasks that run at once", args: [9, 4, 0.5, 2], gives: 0.01 },
    { it: "is undefined where the machine does nothing", args: [9, 4, 0], fails: "#DIV/0!" },
    { it: "refuses a utilization above 1", args: [9, 4, 1.1], fails: "#NUM!" },
  ],
  formula: "seconds × hourlyRate ÷ 3600 ÷ (utilization × concurrency)",
  source: "Machine-hour rate of cost accounting.",
});
