import type { Area } from "../../../workbook/plan";
import type { Position } from "./sheet-xml";

/** The cell of an address such as "$B$3"; undefined for anything else. */
export function cellPosition(address: string): Position | undefined {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(address) ?? [];
  if (letters === undefined || digits === undefined) return undefined;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(digits) - 1, column: column - 1 };
}

/** The cells of an address such as "A1:C4" or "B3"; undefined for anything else. */
export function fileArea(address: string): Area | undefined {
  const [from, to = from] = address.split(":").map(cellPosition);
  if (!from || !to) return undefined;
  return {
    row: from.row,
    column: from.column,
    rows: to.row - from.row + 1,
    columns: to.column - from.column + 1,
  };
}
