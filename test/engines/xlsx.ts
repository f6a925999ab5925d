import { type Cell, readXlsx, writeXlsx } from "hucre/xlsx";
import { asStored, asTyped } from "../../src/hosts/file/xlfn";
import { cellAddress } from "../../src/workbook/address";
import {
  type Calculated,
  type CellContent,
  cellPosition,
  type CellValue,
  type Sheet,
} from "./cells";

function writtenCell(content: CellContent): Partial<Cell> {
  if (typeof content !== "object") return { value: content };
  return { formula: asStored(content.formula.replace(/^=/, "")) };
}

/** Sheets as the bytes of a workbook file; its formulas have no values yet. */
export async function writeWorkbook(sheets: readonly Sheet[]): Promise<Uint8Array> {
  return writeXlsx({
    sheets: sheets.map(({ name, cells }) => ({
      name,
      rows: [],
      cells: new Map(
        [...cells].map(([address, content]) => {
          const { row, column } = cellPosition(address);
          return [`${row},${column}`, writtenCell(content)];
        }),
      ),
    })),
  });
}

/** Days from Excel's day 0 to 1 January 1970. */
const UNIX_EPOCH = 25569;
const DAY = 86_400_000;

/** What a cell shows, from how hucre reads it; dates are numbers again. */
function shownValue({ value, type }: Pick<Cell, "value" | "type">): CellValue | undefined {
  if (value === null) return undefined;
  if (value instanceof Date) return value.getTime() / DAY + UNIX_EPOCH;
  return type === "error" ? { error: String(value) } : value;
}

function readCell(cell: Cell): CellContent | undefined {
  const value = shownValue(cell);
  if (cell.formula !== undefined) {
    return { formula: `=${asTyped(cell.formula)}`, ...(value !== undefined && { value }) };
  }
  return typeof value === "object" ? { formula: `=${value.error}`, value } : value;
}

/** The sheets of a file as people would type them, each formula with the value stored for it. */
export async function readWorkbook(file: Uint8Array): Promise<Sheet[]> {
  const { sheets } = await readXlsx(file);
  return sheets.map(({ name, rows, cells: details }) => {
    const cells = new Map<string, CellContent>();
    for (const [row, line] of rows.entries()) {
      for (const [column, value] of line.entries()) {
        const cell = details?.get(`${row},${column}`) ?? { value, type: "empty" };
        const content = readCell(cell);
        if (content !== undefined) cells.set(cellAddress(row, column), content);
      }
    }
    return { name, cells };
  });
}

/** What sheets show without being calculated: constants, and the values that formulas bring. */
export function shownValues(sheets: readonly Sheet[]): Calculated {
  return new Map(
    sheets.map(({ name, cells }) => [
      name,
      new Map(
        [...cells].flatMap(([address, content]): [string, CellValue][] => {
          const value = typeof content === "object" ? content.value : content;
          return value === undefined ? [] : [[address, value]];
        }),
      ),
    ]),
  );
}
