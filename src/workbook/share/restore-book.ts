import { parseA1Ref } from "@borgar/fx";
import type { Area } from "../plan";
import { areaOfRange } from "./around";
import type { BookChanges, CellChange } from "./book";
import type { FormulaRecord } from "./formula-record";

/** The changes that put replaced formulas back, in the order in which they were taken. */
export function restoreBook(records: readonly FormulaRecord[]): BookChanges {
  return {
    cells: records.flatMap((record) => (record.where === "cell" ? cellsBack(record) : [])),
    names: records.flatMap(({ where, sheet, at, formula }) =>
      where === "name" ? [{ name: at, ...(sheet && { sheet }), formula }] : [],
    ),
    others: records.flatMap(({ where, sheet, at, formula, now = "" }) =>
      where === "cell" || where === "name" ? [] : [{ where, sheet, at, before: now, formula }],
    ),
  };
}

function areaOf(address: string): Area | undefined {
  const parsed = parseA1Ref(address, { allowNamed: false });
  return parsed && "range" in parsed ? areaOfRange(parsed.range) : undefined;
}

/** The formula in its cell, and the cells that it is to fill again empty. */
function cellsBack({ sheet, at, filled, kind, formula }: FormulaRecord): CellChange[] {
  const area = areaOf(filled ?? at);
  if (!area) return [];
  const { row, column, rows, columns } = area;
  const others = Array.from({ length: rows * columns - 1 }, (_, i): CellChange => {
    const [down, right] = [Math.floor((i + 1) / columns), (i + 1) % columns];
    return { sheet, row: row + down, column: column + right, isEmptied: true };
  });
  const fills = rows * columns > 1 ? { rows, columns } : undefined;
  const entered = kind === "array" || kind === "dynamic" ? kind : undefined;
  return [
    ...others,
    { sheet, row, column, formula, ...(fills && { fills }), ...(entered && { kind: entered }) },
  ];
}
