import type { Model } from "./model";
import { placeEntries } from "./placement";
import type { Plan, PlanChart, Step } from "./plan";
import type { SheetDescription } from "./sheet-blocks";
import { chartSteps } from "./sheet-charts";

/** The charts among steps; of those that draw the same cells in the same way, the first. */
function chartsOf(steps: readonly Step[]): PlanChart[] {
  const drawn = new Map<string, PlanChart>();
  for (const step of steps) {
    if (step.do !== "chart") continue;
    const { kind, categories, series } = step.chart;
    const cells = JSON.stringify([kind, categories, series.map(({ values }) => values)]);
    if (!drawn.has(cells)) drawn.set(cells, step.chart);
  }
  return [...drawn.values()];
}

/** The charts of a plan, in the order of its sheets, each once. */
export function planCharts(plan: Plan): PlanChart[] {
  return chartsOf(plan.sheets.flatMap(({ steps }) => steps));
}

function chartsOfSheets(sheets: readonly SheetDescription[], model: Model): PlanChart[] {
  const names = new Map(model.sheets.map(({ id, name }) => [id, name]));
  const places = placeEntries(model.sheets, names);
  return chartsOf(sheets.flatMap((sheet) => chartSteps(sheet, { model, places })));
}

/** The charts that a model's workbook would have, with their values, without planning all of it. */
export function modelCharts(model: Model): PlanChart[] {
  return chartsOfSheets(model.sheets, model);
}

/** One chart of a model's workbook by its id, so that nothing is worked out for the others. */
export function modelChart(model: Model, wanted: string): PlanChart {
  const alone = model.sheets.map((sheet) => ({
    ...sheet,
    blocks: sheet.blocks.flatMap((block) =>
      block.kind === "charts"
        ? [{ ...block, charts: block.charts.filter(({ id }) => id === wanted) }]
        : [],
    ),
  }));
  const [chart] = chartsOfSheets(alone, model);
  if (!chart) throw new RangeError(`there is no chart ${wanted}`);
  return chart;
}
