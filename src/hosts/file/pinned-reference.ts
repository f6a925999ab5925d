import { areaAddress } from "../../workbook/address";
import { sheetPrefix } from "../../workbook/placement";
import type { Area, SheetArea, Step } from "../../workbook/plan";

/** The steps that do one thing. */
export type StepOf<Name extends Step["do"]> = Extract<Step, { readonly do: Name }>;

/** An area on a sheet, pinned, as files name it: "'Model prices'!$A$3:$A$9". */
export function pinnedReference({ sheet, area }: SheetArea): string {
  const address = areaAddress(area).replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
  return `${sheetPrefix(sheet)}${address}`;
}

/** The positions of all cells of an area, row by row. */
export function* positionsIn({ row, column, rows, columns }: Area): Generator<[number, number]> {
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) yield [row + i, column + j];
  }
}
