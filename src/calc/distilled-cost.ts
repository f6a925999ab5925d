import { ANY, check, finite, FROM_ZERO, ratio } from "./domain";

/**
 * Cost of a task on a distilled model with its training spread over its life:
 * studentCost + (trainingCost / lifeMonths + fixedPerMonth) / tasksPerMonth.
 *
 * @param studentCost of a task on the distilled model, currency
 * @param trainingCost once, currency, 0 or more
 * @param lifeMonths until it is replaced, 0 or more
 * @param tasksPerMonth 0 or more
 * @param fixedPerMonth hosting and evaluation, currency per month, 0 or more
 * @returns currency per task
 * @throws CalcError `#DIV/0!` without life or tasks, `#NUM!` outside these ranges
 * Source: straight-line amortisation.
 * @example distilledCost(0.01, 20000, 12, 100000, 1500) // => 0.041666…
 */
export function distilledCost(
  studentCost: number,
  trainingCost: number,
  lifeMonths: number,
  tasksPerMonth: number,
  fixedPerMonth = 0,
): number {
  check("studentCost", studentCost, ANY);
  check("tasksPerMonth", tasksPerMonth, FROM_ZERO);
  const perMonth = distillationPerMonth(trainingCost, lifeMonths, fixedPerMonth);
  const perTask = ratio(perMonth, tasksPerMonth, "tasksPerMonth is 0, so no task bears the cost");
  return finite(studentCost + perTask);
}

/**
 * What a distilled model costs per month whatever its tasks: trainingCost / lifeMonths +
 * fixedPerMonth.
 *
 * @throws CalcError `#DIV/0!` without life, `#NUM!` for negative figures
 */
export function distillationPerMonth(
  trainingCost: number,
  lifeMonths: number,
  fixedPerMonth: number,
): number {
  check("trainingCost", trainingCost, FROM_ZERO);
  check("lifeMonths", lifeMonths, FROM_ZERO);
  check("fixedPerMonth", fixedPerMonth, FROM_ZERO);
  return finite(ratio(trainingCost, lifeMonths, "lifeMonths is 0") + fixedPerMonth);
}
