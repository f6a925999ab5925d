import type { FilePackage } from "./file-package";
import { rulePlaces } from "./formula-places";
import { otherParts } from "./other-parts";
import { visitSheet } from "./sheet-xml";
import type { SheetPart } from "./workbook-part";
import { contentEdit, type Edit, elementText } from "./xml-edits";
import { child, childrenNamed, type XmlElement } from "./xml-tree";

/** A formula as it is stored, and how another is put in its place. */
export interface StoredFormula {
  readonly stored: string;
  readonly set: (stored: string) => Edit;
  readonly isInCell: boolean;
}

/** A part of a file with formulas. */
export interface PartFormulas {
  readonly path: string;
  readonly xml: string;
  /** Formulas that name other workbooks may be among them; of cells, only those that may. */
  readonly formulas: readonly StoredFormula[];
  /** Its text without its cells. */
  readonly rest: string;
}

function inElement(element: XmlElement, isInCell: boolean): StoredFormula {
  const set = (stored: string) => contentEdit(element, elementText(stored));
  return { stored: element.text, set, isInCell };
}

function sheetFormulas(parts: FilePackage, { path, hasCells }: SheetPart): PartFormulas {
  const xml = parts.xml(path);
  if (!hasCells) return { path, xml, formulas: [], rest: xml };
  const formulas: StoredFormula[] = [];
  const root = visitSheet(parts, path, xml, {
    cell: (cell) => {
      const element = child(cell, "f");
      if (element?.text.includes("[")) formulas.push(inElement(element, true));
    },
  });
  const data = child(root, "sheetData");
  const rest = data ? xml.slice(0, data.from) + xml.slice(data.to) : xml;
  const rules = rulePlaces(root).map((place) => ({ ...place, isInCell: false }));
  return { path, xml, formulas: [...formulas, ...rules], rest };
}

function nameFormulas(parts: FilePackage): PartFormulas {
  const path = parts.mainPart;
  const xml = parts.xml(path);
  const names = child(parts.tree(path, xml), "definedNames");
  const formulas = childrenNamed(names, "definedName").map((each) => inElement(each, false));
  return { path, xml, formulas, rest: xml };
}

/** All parts with formulas: names, sheets, tables and charts. */
export function formulaParts(parts: FilePackage, sheets: readonly SheetPart[]): PartFormulas[] {
  const others = sheets.flatMap((sheet) => otherParts(parts, sheet));
  return [
    nameFormulas(parts),
    ...sheets.map((sheet) => sheetFormulas(parts, sheet)),
    ...others.map(({ path, places }) => {
      const xml = parts.xml(path);
      const found = places(parts.tree(path, xml));
      return {
        path,
        xml,
        formulas: found.map((each) => ({ ...each, isInCell: false })),
        rest: xml,
      };
    }),
  ];
}
