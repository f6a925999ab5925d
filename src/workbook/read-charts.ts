import { areaAddress } from "./address";
import type { CellValue, Host } from "./host";
import type { PlanChart, SheetArea } from "./plan";

/** The cells of one row or column, one after another. */
type ReadCells = (of: SheetArea) => Promise<readonly CellValue[]>;

/** Reads every area once, one at a time: several charts show the same cells. */
function cellReader(read: Host["read"]): ReadCells {
  const known = new Map<string, readonly CellValue[]>();
  return async ({ sheet, area }) => {
    const address = areaAddress(area);
    const key = `${sheet}!${address}`;
    const before = known.get(key);
    if (before) return before;
    const cells = (await read(sheet, address)).flat();
    known.set(key, cells);
    return cells;
  };
}

/**
 * Charts with the values that the workbook has now, as its charts would show them: what is no
 * number is not drawn, and labels follow where they are texts.
 *
 * @throws HostError where a sheet is gone or has another name
 */
export async function readCharts(
  read: Host["read"],
  charts: readonly PlanChart[],
): Promise<PlanChart[]> {
  const cellsOf = cellReader(read);
  const now: PlanChart[] = [];
  for (const chart of charts) {
    const labels = await cellsOf(chart.categories);
    const series = [];
    for (const one of chart.series) {
      const cells = await cellsOf(one.values);
      const cached = cells.map((value) => (typeof value === "number" ? value : null));
      series.push({ ...one, cached });
    }
    const cachedCategories = chart.cachedCategories.map((before, i) => {
      const label = labels[i];
      return typeof label === "string" ? label : before;
    });
    now.push({ ...chart, cachedCategories, series });
  }
  return now;
}
