import * as calc from "../calc";
import { define } from "./define";
import { plus } from "./native-terms";
import { number, optional } from "./parameter";

/** Cost of a task on a distilled model with its training spread over its life.
 * @customfunction DISTILLEDCOST
 * @helpurl https://localhost:3000/help/distilledcost.html
 * @param studentCost Cost of a task on the distilled model (currency).
 * @param trainingCost Cost of data and training, once (currency).
 * @param lifeMonths Number of months until the model is replaced.
 * @param tasksPerMonth Number of tasks per month.
 * @param fixedPerMonth Hosting and evaluation (currency per month); 0 if omitted.
 * @returns Cost per task (currency). */
export function distilledCost(
  studentCost: unknown[][],
  trainingCost: unknown[][],
  lifeMonths: unknown[][],
  tasksPerMonth: unknown[][],
  fixedPerMonth?: unknown[][],
): unknown[][] {
  return DISTILLEDCOST.spill(studentCost, trainingCost, lifeMonths, tasksPerMonth, fixedPerMonth);
}

export const DISTILLEDCOST = define({
  calc: calc.distilledCost,
  params: [
    number("studentCost"),
    number("trainingCost", calc.FROM_ZERO),
    number("lifeMonths", calc.FROM_ZERO),
    number("tasksPerMonth", calc.FROM_ZERO),
    optional(number("fixedPerMonth", calc.FROM_ZERO), "0"),
  ],
  native: (studentCost, trainingCost, lifeMonths, tasksPerMonth, fixedPerMonth) =>
    `${studentCost}+(${trainingCost}/${lifeMonths}${plus(fixedPerMonth)})/${tasksPerMonth}`,
  examples: [
    {
      // 0.01 + (20,000 / 12 + 1,500) / 100,000
      it: "saves 17% on 0.05, not the 80% of its tokens",
      args: [0.01, 20000, 12, 100000, 1500],
      gives: 0.041666666666666664,
    },
    { it: "is the student's alone where training was free", args: [0.01, 0, 12, 1], gives: 0.01 },
    { it: "is undefined without tasks", args: [0.01, 20000, 12, 0], fails: "#DIV/0!" },
    { it: "is undefined without life", args: [0.01, 20000, 0, 100000], fails: "#DIV/0!" },
    { it: "refuses a negative cost of training", args: [0.01, -1, 12, 1], fails: "#NUM!" },
  ],
  formula: "studentCost + (trainingCost ÷ lifeMonths + fixedPerMonth) ÷ tasksPerMonth",
  source: "Straight-line amortisation.",
});
