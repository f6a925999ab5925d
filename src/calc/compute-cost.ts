import { check, finite, FROM_ZERO, ratio, SHARE } from "./domain";

/**
 * Cost of the compute that a task occupies: seconds x hourlyRate / 3600 / (utilization x
 * concurrency). Time that the machine stands idle is paid by the tasks that run.
 *
 * @param seconds from a task's start to its end, 0 or more
 * @param hourlyRate of the machine, currency per hour, 0 or more
 * @param utilization share of paid time in which the machine works, 0 to 1
 * @param concurrency tasks that it works on at once, 0 or more
 * @returns currency per task
 * @throws CalcError `#DIV/0!` at utilization or concurrency 0, `#NUM!` outside these ranges
 * @example computeCost(9, 4, 0.5, 2) // => 0.01
 */
export function computeCost(
  seconds: number,
  hourlyRate: number,
  utilization: number,
  concurrency = 1,
): number {
  check("seconds", seconds, FROM_ZERO);
  check("hourlyRate", hourlyRate, FROM_ZERO);
  check("utilization", utilization, SHARE);
  check("concurrency", concurrency, FROM_ZERO);
  return ratio(
    finite((seconds * hourlyRate) / 3600),
    utilization * concurrency,
    "utilization or concurrency is 0, so the machine does no task",
  );
}
