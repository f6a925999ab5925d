import type {
  Book,
  BookCell,
  BookName,
  BookSheet,
  BookTable,
  OtherFormula,
} from "../../../workbook/share/book";
import { type CellFormula, cellFormula } from "./cell-formula";
import { cellError, cellValue } from "./cell-value";
import { dynamicMarks } from "./dynamic-mark";
import { fileArea } from "./file-area";
import { FilePackage } from "./file-package";
import { unescapedText } from "./file-text";
import { type FormulaPlace, rulePlaces } from "./formula-places";
import { otherParts } from "./other-parts";
import { SharedFormulas } from "./shared-formulas";
import { FormulaLength } from "./size-limits";
import { visitSheet } from "./sheet-xml";
import { shownFormula } from "./stored-formula";
import { sharedTexts, type SheetPart, sheetParts } from "./workbook-part";
import { child, childrenNamed, isTrue, type XmlElement } from "./xml-tree";

interface Reading {
  readonly parts: FilePackage;
  readonly texts: readonly string[];
  readonly isDynamic: (mark: string) => boolean;
  readonly length: FormulaLength;
}

interface ReadSheet {
  readonly sheet: BookSheet;
  readonly others: readonly OtherFormula[];
}

function readTable({ attributes, children }: XmlElement): BookTable[] {
  const area = fileArea(attributes.ref ?? "");
  if (!area) return [];
  const columns = children.flatMap((each) => childrenNamed(each, "tableColumn"));
  return [
    {
      name: attributes.displayName ?? "",
      row: area.row,
      column: area.column,
      rows: area.rows,
      columns: columns.map((column) => unescapedText(column.attributes.name ?? "")),
      hasTotals: Number(attributes.totalsRowCount ?? 0) > 0,
    },
  ];
}

/** The cells of a sheet, and its part without them. */
function readCells({ path }: SheetPart, { parts, texts, isDynamic, length }: Reading) {
  const cells: BookCell[] = [];
  const shared = new SharedFormulas();
  const addFormula = (cell: BookCell, found: CellFormula) => {
    const { kind, fills, stored, group } = found;
    const about = { kind, ...(fills && { fills }) };
    const place = cells.push(cell) - 1;
    const use = (text: string) => {
      cells[place] = { ...cell, formula: shownFormula(text), ...about };
    };
    length.add(stored?.length ?? 0);
    if (stored !== undefined) use(stored);
    if (group === undefined) return;
    shared.find(found, cell, (keeper) => {
      length.add(keeper.length);
      use(keeper.at(cell));
    });
  };
  const root = visitSheet(parts, path, parts.xml(path), {
    cell: (element, { row, column }) => {
      const error = cellError(element);
      const value = cellValue(element, texts);
      const cell = { row, column, value, ...(error !== undefined && { error }) };
      const formula = cellFormula(element, isDynamic);
      if (formula) addFormula(cell, formula);
      else if (value !== null || error !== undefined) cells.push(cell);
    },
  });
  shared.finish();
  return { cells, root };
}

function readSheet(part: SheetPart, reading: Reading): ReadSheet {
  const { name, visibility, hasCells } = part;
  const { cells, root } = hasCells
    ? readCells(part, reading)
    : { cells: [], root: reading.parts.tree(part.path) };
  const tables: BookTable[] = [];
  const found: FormulaPlace[] = rulePlaces(root);
  for (const { path, places } of otherParts(reading.parts, part)) {
    const other = reading.parts.tree(path);
    if (other.name === "table") tables.push(...readTable(other));
    found.push(...places(other));
  }
  return {
    sheet: {
      name,
      visibility,
      isProtected: isTrue(child(root, "sheetProtection")?.attributes.sheet),
      cells,
      tables,
    },
    others: found.map(({ where, at, formula }) => ({ sheet: name, where, at, formula })),
  };
}

function readNames(workbook: XmlElement, sheets: readonly SheetPart[]): BookName[] {
  return childrenNamed(child(workbook, "definedNames"), "definedName").map((element) => {
    const { name = "", localSheetId } = element.attributes;
    const sheet = localSheetId === undefined ? undefined : sheets[Number(localSheetId)]?.name;
    const formula = shownFormula(unescapedText(element.text));
    return { name, ...(sheet !== undefined && { sheet }), formula };
  });
}

/**
 * What an .xlsx or .xlsm file holds, as far as its formulas go. Nothing is calculated: values are
 * those that the file brings. References to other workbooks stay as files number them
 * ("[1]Sheet1!A1").
 *
 * @throws HostError for what is no such workbook, damaged, protected with a password or too large
 */
export function readBook(bytes: Uint8Array): Book {
  const parts = new FilePackage(bytes);
  const workbook = parts.tree(parts.mainPart);
  const sheets = sheetParts(parts, workbook);
  const reading = {
    parts,
    texts: sharedTexts(parts),
    isDynamic: dynamicMarks(parts),
    length: new FormulaLength(),
  };
  const read = sheets.map((sheet) => readSheet(sheet, reading));
  return {
    sheets: read.map(({ sheet }) => sheet),
    names: readNames(workbook, sheets),
    others: read.flatMap(({ others }) => others),
  };
}
