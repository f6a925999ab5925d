import type { Plan } from "../../../workbook/plan";
import { writeXlsx } from "../write-xlsx";
import { FilePackage } from "./file-package";
import { type MergedStyles, mergeStyles } from "./merge-styles";
import { targetFrom } from "./relationships";
import { visitSheet } from "./sheet-xml";
import { type SheetPart, sheetParts, workbookRelated } from "./workbook-part";
import {
  appendEdit,
  attributesEdit,
  attributeText,
  type Edit,
  edited,
  openingTag,
  prefixOf,
} from "./xml-edits";
import { child, childrenNamed, descendants, prefixedAttribute, type XmlElement } from "./xml-tree";

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** What comes after names in a workbook part, as far as files have it (CT_Workbook). */
const AFTER_NAMES =
  "calcPr oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing fileRecoveryPr webPublishObjects extLst".split(
    " ",
  );

/** A path of this kind that no part has, numbered on from how many there are. */
function freePath(parts: FilePackage, pathOf: (number: number) => string): string {
  let number = 1;
  while (parts.has(pathOf(number))) number += 1;
  return pathOf(number);
}

/** The styles of the file with those of the added sheets. */
function addStyles(parts: FilePackage, added: FilePackage): Omit<MergedStyles, "xml"> {
  const from = workbookRelated(added, "styles");
  if (from === undefined) throw new RangeError("the added sheets have no styles");
  const path = workbookRelated(parts, "styles");
  if (path !== undefined) {
    const xml = parts.xml(path);
    const merged = mergeStyles(xml, parts.tree(path, xml), added.xml(from));
    parts.write(path, merged.xml);
    return merged;
  }
  const free = freePath(parts, (number) => `xl/styles${number}.xml`);
  parts.add(free, `${TYPES}.styles+xml`, added.xml(from));
  parts.relate(parts.mainPart, `${OFFICE}/styles`, targetFrom(parts.mainPart, free));
  return { cellStyle: (number) => number, ruleStyle: (number) => number };
}

/** The texts that the cells of a package share, each as the content of its element. */
function sharedContents(added: FilePackage): string[] {
  const path = workbookRelated(added, "sharedStrings");
  if (path === undefined) return [];
  const xml = added.xml(path);
  return childrenNamed(added.tree(path, xml), "si").map(({ inside, insideTo }) =>
    xml.slice(inside, insideTo),
  );
}

/** Moves what is kept with a sheet and not shown in it. */
function movedProperty(parts: FilePackage, path: string, added: FilePackage, from: string) {
  const related = added.relationships(from);
  return (property: XmlElement): Edit => {
    const id = prefixedAttribute(property, "id");
    const target = related.find((each) => each.id === id)?.target;
    if (target === undefined) throw new RangeError("a property of an added sheet has no part");
    const free = freePath(parts, (number) => `xl/customProperty${number}.bin`);
    parts.add(free, `${TYPES}.customProperty`, added.bytes(target));
    const newId = parts.relate(path, `${OFFICE}/customProperty`, targetFrom(path, free));
    return attributesEdit(property, { "r:id": newId });
  };
}

/** Moves a sheet to the file and gives its path there. */
function moveSheet(
  parts: FilePackage,
  added: FilePackage,
  sheet: SheetPart,
  styles: Omit<MergedStyles, "xml">,
  texts: readonly string[],
): string {
  const path = freePath(parts, (number) => `xl/worksheets/sheet${number}.xml`);
  const xml = added.xml(sheet.path);
  const edits: Edit[] = [];
  const root = visitSheet(added, sheet.path, xml, {
    cell: (cell) => {
      const { s, t } = cell.attributes;
      const look = s === undefined ? {} : { s: styles.cellStyle(s) };
      if (t !== "s") {
        if (s !== undefined) edits.push(attributesEdit(cell, look));
        return;
      }
      const text = texts[Number(child(cell, "v")?.text)] ?? "";
      const opening = openingTag(cell, { ...look, t: "inlineStr" });
      const whole = `${opening}<is>${text}</is></${cell.tag}>`;
      edits.push({ from: cell.from, to: cell.to, text: whole });
    },
  });
  const kinds = ["drawing", "tablePart", "hyperlink"];
  if (kinds.some((kind) => descendants(root, kind).length > 0)) {
    throw new RangeError(`the sheet "${sheet.name}" holds more than cells, so it cannot be added`);
  }
  edits.push(
    ...descendants(root, "sheetView").map((view) =>
      attributesEdit(view, { tabSelected: undefined }),
    ),
    ...descendants(root, "cfRule").flatMap((rule) => {
      const { dxfId } = rule.attributes;
      return dxfId === undefined ? [] : [attributesEdit(rule, { dxfId: styles.ruleStyle(dxfId) })];
    }),
    ...descendants(root, "customPr").map(movedProperty(parts, path, added, sheet.path)),
  );
  parts.add(path, `${TYPES}.worksheet+xml`, edited(xml, edits));
  return path;
}

/** Names of the added sheets, with the sheets' new places. */
function nameEdits(workbook: XmlElement, other: XmlElement, before: number): Edit[] {
  const prefix = prefixOf(workbook);
  const texts = childrenNamed(child(other, "definedNames"), "definedName").map((each) => {
    const { name = "", localSheetId = "0" } = each.attributes;
    const place = Number(localSheetId) + before;
    const tag = `${prefix}definedName`;
    const formula = attributeText(each.text);
    return `<${tag} name="${attributeText(name)}" localSheetId="${place}">${formula}</${tag}>`;
  });
  if (texts.length === 0) return [];
  const names = child(workbook, "definedNames");
  if (names) return [appendEdit(names, texts.join(""))];
  const next = workbook.children.find(({ name }) => AFTER_NAMES.includes(name));
  const at = next?.from ?? workbook.insideTo;
  const text = `<${prefix}definedNames>${texts.join("")}</${prefix}definedNames>`;
  return [{ from: at, to: at, text }];
}

/**
 * Adds the sheets of a plan after those of a file. They may hold cells with their looks, rules,
 * names and properties, not tables and charts.
 *
 * @throws RangeError if a sheet of a name is there already
 */
export async function addSheets(parts: FilePackage, plan: Plan): Promise<void> {
  const main = parts.mainPart;
  const before = sheetParts(parts, parts.tree(main));
  const taken = new Set(before.map(({ name }) => name.toLowerCase()));
  const twice = plan.sheets.find(({ name }) => taken.has(name.toLowerCase()));
  if (twice) throw new RangeError(`the workbook has a sheet "${twice.name}" already`);
  // Sheets alone are taken from this file: nothing in it says when it was written.
  const added = new FilePackage(await writeXlsx(plan, { title: "", at: new Date(2000, 0, 1) }));
  const addedWorkbook = added.tree(added.mainPart);
  const styles = addStyles(parts, added);
  const texts = sharedContents(added);
  const entries = sheetParts(added, addedWorkbook).map((sheet) => {
    const path = moveSheet(parts, added, sheet, styles, texts);
    const id = parts.relate(main, `${OFFICE}/worksheet`, targetFrom(main, path));
    return { name: sheet.name, id };
  });
  parts.change(main, (workbook) => {
    const sheets = child(workbook, "sheets");
    if (!sheets) throw new RangeError("the workbook lists no sheets");
    const numbers = sheets.children.map(({ attributes }) => Number(attributes.sheetId));
    const first = Math.max(0, ...numbers) + 1;
    const elements = entries.map(({ name, id }, i) => {
      const tag = `${prefixOf(sheets)}sheet`;
      return `<${tag} name="${attributeText(name)}" sheetId="${first + i}" xmlns:rel="${OFFICE}" rel:id="${id}"/>`;
    });
    return [
      appendEdit(sheets, elements.join("")),
      ...nameEdits(workbook, addedWorkbook, before.length),
    ];
  });
}
