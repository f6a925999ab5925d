import type { Model } from "./model";
import { placeEntries } from "./placement";
import type { Plan, PlanChart, Step } from "./plan";
import { chartSteps } from "./sheet-charts";

function chartsOf(steps: readonly Step[]): PlanChart[] {
  return steps.flatMap((step) => (step.do === "chart" ? [step.chart] : []));
}

/** The charts of a plan, in the order of its sheets. */
export function planCharts(plan: Plan): PlanChart[] {
  return plan.sheets.flatMap(({ steps }) => chartsOf(steps));
}

/** The charts that a model's workbook would have, with their values, without planning all of it. */
export function modelCharts(model: Model): PlanChart[] {
  const names = new Map(model.sheets.map(({ id, name }) => [id, name]));
  const places = placeEntries(model.sheets, names);
  return model.sheets.flatMap((sheet) => chartsOf(chartSteps(sheet, { model, places })));
}
