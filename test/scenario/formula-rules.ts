import { columnLetters } from "../../src/workbook/address";
import { cellPosition } from "../engines/cells";

/** Texts and quoted names of sheets, which are no part of a rule. */
const QUOTED = /"(?:[^"]|"")*"|'(?:[^']|'')*'/g;
const REFERENCE = /(?<![\w.])(\$?)([A-Z]{1,3})(\$?)(\d+)(?![\w(.])/g;
const NUMBER = /(?<![\w$.])(?:\d+\.?\d*|\.\d+)(?:E[+-]?\d+)?(?![\w(])/g;

function step(pinned: string, distance: number, name: string): string {
  return pinned === "" ? `[${distance}]` : name;
}

/** A formula with references that are not pinned as steps from its own cell: R1C1 in short. */
export function relativeForm(formula: string, address: string): string {
  const own = cellPosition(address);
  const quoted: string[] = [];
  return formula
    .replace(QUOTED, (piece) => `"${quoted.push(piece) - 1}"`)
    .replace(REFERENCE, (_, pinColumn: string, column: string, pinRow: string, row: string) => {
      const at = cellPosition(`${column}${row}`);
      const rowStep = step(pinRow, at.row - own.row, row);
      return `R${rowStep}C${step(pinColumn, at.column - own.column, columnLetters(at.column))}`;
    })
    .replace(/"(\d+)"/g, (_, i: string) => quoted[Number(i)] ?? "");
}

/** The numbers that are written into a formula. */
export function numbersIn(formula: string): number[] {
  return (formula.replace(QUOTED, "").match(NUMBER) ?? []).map(Number);
}
