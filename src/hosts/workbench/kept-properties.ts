import type { FWorkbook } from "@univerjs/sheets/facade";
import type { KeptProperties } from "../../workbook/host";

/** The texts kept with sheets, as Univer keeps them beside whatever else programs keep there. */
export function keptProperties(book: FWorkbook): KeptProperties[] {
  return book.getSheets().flatMap((sheet) => {
    const texts = Object.entries(sheet.getCustomMetadata() ?? {}).filter(
      (entry): entry is [string, string] => typeof entry[1] === "string",
    );
    return texts.length === 0
      ? []
      : [{ sheet: sheet.getSheetName(), properties: Object.fromEntries(texts) }];
  });
}
