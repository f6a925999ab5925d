import type { Run } from "../../../src/workbook/host";
import type { Area, CellContent, Plan, Step } from "../../../src/workbook/plan";

/** A plan of one sheet. */
export function sheetOf(steps: readonly Step[], name = "Built"): Plan {
  return { sheets: [{ name, steps }], show: name };
}

/** Cells from A1 on. */
export function write(cells: readonly (readonly CellContent[])[]): Step {
  return { do: "write", row: 0, column: 0, cells };
}

export function area(row: number, column: number, rows = 1, columns = 1): Area {
  return { row, column, rows, columns };
}

export function quietRun(): Run {
  return { signal: new AbortController().signal, onProgress: () => undefined };
}

/** A pause that takes no time. */
export const noPause = () => Promise.resolve();
