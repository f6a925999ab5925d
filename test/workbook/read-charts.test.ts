import type { CellValue } from "../../src/workbook/host";
import type { PlanChart } from "../../src/workbook/plan";
import { readCharts } from "../../src/workbook/read-charts";

const ROW = { row: 1, column: 2, rows: 1, columns: 3 };
const CHART: PlanChart = {
  id: "margins",
  title: "Margins",
  kind: "column",
  categories: { sheet: "Tariffs", area: { ...ROW, row: 0 } },
  cachedCategories: ["Seat", "1", "Metered"],
  series: [
    {
      label: "Blended",
      values: { sheet: "Tariffs", area: ROW },
      color: "first",
      cached: [0.4, 0.5, 0.6],
    },
  ],
  valueFormat: "percent",
};

/** Cells by range, and which were read. */
function sheet(cells: Readonly<Record<string, CellValue[][]>>) {
  const asked: string[] = [];
  const read = async (name: string, range: string) => {
    asked.push(`${name}!${range}`);
    return cells[range] ?? [];
  };
  return { asked, read };
}

test("takes the numbers and the texts that the cells have now", async () => {
  const { read } = sheet({
    "C1:E1": [["Seat", 1, "Pay as you go"]],
    "C2:E2": [[0.45, "#DIV/0!", null]],
  });
  const [chart] = await readCharts(read, [CHART]);
  expect(chart?.cachedCategories).toEqual(["Seat", "1", "Pay as you go"]);
  expect(chart?.series.map(({ cached }) => cached)).toEqual([[0.45, null, null]]);
  expect(chart?.title).toBe("Margins");
});

test("reads cells down as cells across", async () => {
  const down = { row: 1, column: 2, rows: 3, columns: 1 };
  const { read } = sheet({ "C2:C4": [[1], [2], [3]] });
  const [series] = CHART.series;
  if (!series) throw new Error("the chart has a series");
  const [chart] = await readCharts(read, [
    { ...CHART, series: [{ ...series, values: { sheet: "Tariffs", area: down } }] },
  ]);
  expect(chart?.series[0]?.cached).toEqual([1, 2, 3]);
});

test("reads what several charts show once", async () => {
  const { asked, read } = sheet({});
  await readCharts(read, [CHART, { ...CHART, id: "again" }]);
  expect(asked).toEqual(["Tariffs!C1:E1", "Tariffs!C2:E2"]);
});
