import { CalcError } from "./calc-error";
import { distillationPerMonth } from "./distilled-cost";
import { ANY, check, finite } from "./domain";

/**
 * Tasks per month from which a distilled model costs no more than its teacher:
 * (trainingCost / lifeMonths + fixedPerMonth) / (teacherCost - studentCost).
 *
 * @param teacherCost of a task on the model that it replaces, currency
 * @param studentCost of a task on the distilled model, currency
 * @param trainingCost once, currency, 0 or more
 * @param lifeMonths until it is replaced, 0 or more
 * @param fixedPerMonth hosting and evaluation, currency per month, 0 or more
 * @returns tasks per month
 * @throws CalcError `#N/A` where the student saves nothing, `#DIV/0!` without life, `#NUM!`
 *   outside these ranges
 * Source: distilledCost = teacherCost, solved for the tasks.
 * @example distillationBreakEven(0.05, 0.01, 20000, 12, 1500) // => 79166.66…
 */
export function distillationBreakEven(
  teacherCost: number,
  studentCost: number,
  trainingCost: number,
  lifeMonths: number,
  fixedPerMonth = 0,
): number {
  check("teacherCost", teacherCost, ANY);
  check("studentCost", studentCost, ANY);
  const perMonth = distillationPerMonth(trainingCost, lifeMonths, fixedPerMonth);
  const saved = teacherCost - studentCost;
  if (saved <= 0) {
    throw new CalcError(
      "#N/A",
      `never pays: a task costs ${studentCost} on the student and ${teacherCost} on the teacher`,
    );
  }
  return finite(perMonth / saved);
}
