import { CalcError } from "../../../src/calc";
import { cellAddress } from "../../../src/workbook/address";
import type { Around, Shape } from "../../../src/workbook/share/around";
import type { PricesSheet } from "../../../src/workbook/share/prices-sheet";
import type { Value } from "../../../src/workbook/spreadsheet-functions";
import type { Calculated, CellContent, CellValue, Sheet } from "../../engines/cells";

/** 2026-09-01 as an Excel date: the day of making in these tests. */
export const TODAY = 46266;

export const ONE: Shape = { rows: 1, columns: 1 };

/** The sheet in which formulas stand. */
export const CALLS = "Calls";
/** The sheet that reads every cell they fill. */
export const READ = "Read";

const CODES = ["#DIV/0!", "#NUM!", "#VALUE!", "#N/A"] as const;

function valueOf(content: CellContent | CellValue | undefined): Value | undefined {
  if (content === undefined) return null;
  if (typeof content !== "object") return content;
  const code = CODES.find((each) => "error" in content && content.error === each);
  return code && new CalcError(code, "an error");
}

/** What only a workbook knows, of one made of such sheets and of what its formulas give. */
export function aroundIn(
  sheets: readonly Sheet[],
  prices: PricesSheet,
  {
    row = 0,
    size = ONE,
    calculated = new Map(),
  }: {
    readonly row?: number | undefined;
    readonly size?: Shape | undefined;
    readonly calculated?: Calculated;
  } = {},
): Around {
  return {
    cell: { sheet: CALLS, row, column: 0 },
    size,
    lookUp: () => undefined,
    valueAt: ({ sheet, row: r, column }) => {
      const address = cellAddress(r, column);
      return sheet === CALLS
        ? valueOf(calculated.get(READ)?.get(address))
        : valueOf(sheets.find(({ name }) => name === sheet)?.cells.get(address));
    },
    spillAt: () => undefined,
    prices,
  };
}
