import { createModel } from "../../src/workbook/model";
import { modelChart, modelCharts, planCharts } from "../../src/workbook/model-charts";
import type { ChartSpec, SheetDescription } from "../../src/workbook/sheet-blocks";
import { planWorkbook } from "../../src/workbook/workbook-plan";

const LINE: Omit<ChartSpec, "id"> = {
  title: "Revenue by month",
  kind: "line",
  along: "revenue",
  series: [{ label: "Revenue", values: "revenue", color: "first" }],
  valueFormat: "money",
};

function charts(...specs: ChartSpec[]): SheetDescription["blocks"][number] {
  return { kind: "charts", rows: 10, charts: specs.map((spec) => ({ ...spec, columns: 4 })) };
}

const FRAME = {
  widths: { label: 20, unit: 10, others: 10 },
  print: { landscape: true },
  role: "output",
} as const;

const SHEETS: SheetDescription[] = [
  {
    ...FRAME,
    id: "summary",
    name: "Summary",
    title: "Summary",
    blocks: [charts({ ...LINE, id: "summaryRevenue" })],
  },
  {
    ...FRAME,
    id: "months",
    name: "Months",
    title: "Months",
    blocks: [
      charts({ ...LINE, id: "revenue" }, { ...LINE, id: "columns", kind: "column" }),
      {
        kind: "grid",
        title: "By month",
        axis: {
          id: "month",
          heading: "Month",
          keys: [
            { key: "m1", label: "January" },
            { key: "m2", label: "February" },
          ],
        },
        direction: "across",
        items: [
          { name: "customers", label: "Customers", format: "count", fixed: [10, 12] },
          { name: "revenue", label: "Revenue", format: "money", formula: "customers*99" },
        ],
      },
    ],
  },
];

const model = createModel(SHEETS);

test("draws what the cells come to, once for all sheets that show the same", () => {
  const drawn = modelCharts(model);
  // The second chart of the line is of the same cells; columns of them are another chart.
  expect(drawn.map(({ id }) => id)).toEqual(["summaryRevenue", "columns"]);
  expect(drawn[0]).toMatchObject({
    title: "Revenue by month",
    cachedCategories: ["January", "February"],
    // 10 x 99 and 12 x 99
    series: [{ label: "Revenue", color: "first", cached: [990, 1188] }],
  });
});

test("draws of a plan what was planned", () => {
  const names = new Map(SHEETS.map(({ id, name }) => [id, `${name} (2)`]));
  const drawn = planCharts(planWorkbook(model, names, "native", "summary"));
  expect(drawn.map(({ id }) => id)).toEqual(["summaryRevenue", "columns"]);
  expect(drawn[1]?.series[0]).toMatchObject({
    values: { sheet: "Months (2)" },
    cached: [990, 1188],
  });
});

test("draws one chart by its id", () => {
  expect(modelChart(model, "revenue")).toMatchObject({
    id: "revenue",
    kind: "line",
    categories: { sheet: "Months" },
    series: [{ cached: [990, 1188] }],
  });
  expect(() => modelChart(model, "profit")).toThrow("there is no chart profit");
});
