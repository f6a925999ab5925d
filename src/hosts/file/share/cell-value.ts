import { excelDate } from "../../../calc";
import type { BookCell } from "../../../workbook/share/book";
import { richText, unescapedText } from "./file-text";
import { child, isTrue, type XmlElement } from "./xml-tree";

/** The error that a cell shows; undefined where it shows none. */
export function cellError(cell: XmlElement): string | undefined {
  return cell.attributes.t === "e" ? child(cell, "v")?.text : undefined;
}

/** What a cell shows; null if nothing or an error. */
export function cellValue(cell: XmlElement, sharedTexts: readonly string[]): BookCell["value"] {
  const type = cell.attributes.t ?? "n";
  if (type === "inlineStr") return richText(child(cell, "is"));
  const text = child(cell, "v")?.text;
  if (text === undefined) return null;
  switch (type) {
    case "s":
      return sharedTexts[Number(text)] ?? null;
    case "str":
      return unescapedText(text);
    case "b":
      return isTrue(text.trim());
    case "e":
      return null;
    case "d":
      return excelDate(Date.parse(/Z$/.test(text) ? text : `${text}Z`));
    default: {
      const number = text.trim() === "" ? Number.NaN : Number(text);
      return Number.isFinite(number) ? number : null;
    }
  }
}
