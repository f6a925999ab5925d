import { CellValueType, type ICellData, type Nullable } from "@univerjs/core";
import type { CellValue } from "../../workbook/host";

/** What a cell holds or shows; truth values are kept as 1 and 0. */
export function cellValue(cell: Nullable<ICellData>): CellValue {
  const value = cell?.v ?? null;
  return cell?.t === CellValueType.BOOLEAN ? value === 1 || value === true : value;
}
