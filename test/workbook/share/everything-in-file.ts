import { cellAddress, areaAddress } from "../../../src/workbook/address";
import type { Book, BookCell, BookSheet } from "../../../src/workbook/share/book";
import { MAIN, type Parts, rels, workbookParts, fileOf } from "../../hosts/file/share/file-of";
import { WHOLE } from "../../hosts/file/share/whole-file";
import {
  HIDDEN,
  isMarginOfRow,
  marginOfRow,
  NAME,
  PLAN,
  SALES,
  VERY_HIDDEN,
} from "./book-of-everything";

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

/** As Excel stores a formula that calls our functions or refers to what one spills. */
function stored(formula: string): string {
  const named = formula.slice(1).replace(/AIM\.([A-Z0-9]+)\(/g, "_xldudf_AIM_$1(");
  return escaped(named.replace(/\b([A-Z]+\d+)#/g, "_xlfn.ANCHORARRAY($1)"));
}

function typeAndValue({ value, error }: BookCell): readonly [type: string, value: string] {
  if (error !== undefined) return [' t="e"', error];
  return typeof value === "string" ? [' t="str"', escaped(value)] : ["", String(value)];
}

/** Formulas of the plan spill by themselves, as Excel stores whatever may give several values. */
function cellXml(sheet: string, cell: BookCell): string {
  const { row, column, formula, fills } = cell;
  const at = cellAddress(row, column);
  const [type, value] = typeAndValue(cell);
  if (formula === undefined) {
    return typeof cell.value === "string"
      ? `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`
      : `<c r="${at}"${type}><v>${value}</v></c>`;
  }
  const ref = areaAddress({ row, column, rows: 1, columns: 1, ...fills });
  const [mark, array] = sheet === PLAN ? [' cm="1"', ` t="array" ref="${ref}"`] : ["", ""];
  const entered = isMarginOfRow(sheet, cell) ? marginOfRow(row, true) : formula;
  return `<c r="${at}"${mark}${type}><f${array}>${stored(entered)}</f><v>${value}</v></c>`;
}

function sheetXml({ name, cells }: BookSheet): string {
  const rows = new Map<number, string>();
  for (const cell of cells) {
    rows.set(cell.row, (rows.get(cell.row) ?? "") + cellXml(name, cell));
  }
  const lines = [...rows].map(([row, xml]) => `<row r="${row + 1}">${xml}</row>`);
  const table = name === SALES ? '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>' : "";
  return `<sheetData>${lines.join("")}</sheetData>${table}`;
}

const TABLE = `<table xmlns="${MAIN}" id="1" name="Sales" displayName="Sales" ref="A1:C4"><autoFilter ref="A1:C4"/><tableColumns count="3"><tableColumn id="1" name="Revenue"/><tableColumn id="2" name="Cost"/><tableColumn id="3" name="Margin"><calculatedColumnFormula>${stored(marginOfRow(1, true))}</calculatedColumnFormula></tableColumn></tableColumns><tableStyleInfo name="TableStyleLight1" showRowStripes="1"/></table>`;

/** The book of everything as Excel saves it, with the figures that it shows. */
export function everythingInFile({ sheets }: Book): Uint8Array {
  const place = sheets.findIndex(({ name }) => name === SALES) + 1;
  const more: Parts = {
    "xl/metadata.xml": WHOLE["xl/metadata.xml"] ?? "",
    "xl/tables/table1.xml": TABLE,
    [`xl/worksheets/_rels/sheet${place}.xml.rels`]: rels(["rId1", "table", "../tables/table1.xml"]),
  };
  const parts = workbookParts(
    Object.fromEntries(sheets.map((sheet) => [sheet.name, sheetXml(sheet)])),
    {
      workbook: `<definedNames><definedName name="${NAME.name}">${stored(NAME.formula)}</definedName></definedNames>`,
      workbookRels: [["rId99", "sheetMetadata", "metadata.xml"]],
      parts: more,
    },
  );
  const workbook = String(parts["xl/workbook.xml"])
    .replace(`name="${HIDDEN}"`, `name="${HIDDEN}" state="hidden"`)
    .replace(`name="${VERY_HIDDEN}"`, `name="${VERY_HIDDEN}" state="veryHidden"`);
  return fileOf({ ...parts, "xl/workbook.xml": workbook });
}
