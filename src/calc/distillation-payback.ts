import { CalcError } from "./calc-error";
import { ANY, check, finite, FROM_ZERO } from "./domain";

/**
 * Months until the saving of a distilled model has brought its training back:
 * trainingCost / (tasksPerMonth x (teacherCost - studentCost) - fixedPerMonth).
 *
 * @param teacherCost of a task on the model that it replaces, currency
 * @param studentCost of a task on the distilled model, currency
 * @param trainingCost once, currency, 0 or more
 * @param tasksPerMonth 0 or more
 * @param fixedPerMonth hosting and evaluation, currency per month, 0 or more
 * @returns months, fractional
 * @throws CalcError `#N/A` where nothing comes back, `#NUM!` outside these ranges
 * @example distillationPayback(0.05, 0.01, 20000, 100000, 1500) // => 8
 */
export function distillationPayback(
  teacherCost: number,
  studentCost: number,
  trainingCost: number,
  tasksPerMonth: number,
  fixedPerMonth = 0,
): number {
  check("teacherCost", teacherCost, ANY);
  check("studentCost", studentCost, ANY);
  check("trainingCost", trainingCost, FROM_ZERO);
  check("tasksPerMonth", tasksPerMonth, FROM_ZERO);
  check("fixedPerMonth", fixedPerMonth, FROM_ZERO);
  const saved = tasksPerMonth * (teacherCost - studentCost) - fixedPerMonth;
  if (saved <= 0) {
    throw new CalcError(
      "#N/A",
      `never pays back: ${tasksPerMonth} tasks per month save ${saved} after fixed cost`,
    );
  }
  return finite(trainingCost / saved);
}
