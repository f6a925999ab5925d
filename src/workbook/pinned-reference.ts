import { areaAddress } from "./address";
import { sheetPrefix } from "./placement";
import type { SheetArea } from "./plan";

/** An area on a sheet, pinned, as formulas refer to it: "'Model prices'!$A$3:$A$9". */
export function pinnedReference({ sheet, area }: SheetArea): string {
  const address = areaAddress(area).replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
  return `${sheetPrefix(sheet)}${address}`;
}
