import type { BookSheet } from "../../../workbook/share/book";
import type { FilePackage } from "./file-package";
import { richText } from "./file-text";
import { damaged, refusal } from "./refusal";
import { child, childrenNamed, prefixedAttribute, type XmlElement } from "./xml-tree";

export interface SheetPart {
  readonly name: string;
  readonly visibility: BookSheet["visibility"];
  readonly path: string;
  /** Whether it has cells: others are charts or dialogs. */
  readonly hasCells: boolean;
}

const VISIBILITIES = ["hidden", "veryHidden"] as const;
const STRICT = "http://purl.oclc.org/ooxml/";

function refuseStrict(root: XmlElement): void {
  if (!Object.values(root.attributes).some((value) => value.startsWith(STRICT))) return;
  throw refusal(
    "This workbook is saved as Strict Open XML Spreadsheet, which cannot be read.",
    "Open it in Excel, save it as Excel Workbook (.xlsx) and take that file.",
    `Its workbook part uses names that begin with ${STRICT}.`,
  );
}

/** The sheets of a workbook in their order. */
export function sheetParts(parts: FilePackage, workbook: XmlElement): SheetPart[] {
  refuseStrict(workbook);
  const paths = new Set<string>();
  const related = new Map(parts.relationships(parts.mainPart).map((each) => [each.id, each]));
  return childrenNamed(child(workbook, "sheets"), "sheet").map((element) => {
    const { name = "", state } = element.attributes;
    const found = related.get(prefixedAttribute(element, "id") ?? "");
    if (found?.target === undefined) throw damaged(`The sheet "${name}" has no part.`);
    // Reading one part again and again would take for ever.
    if (paths.has(found.target)) throw damaged(`Two sheets share the part ${found.target}.`);
    paths.add(found.target);
    return {
      name,
      visibility: VISIBILITIES.find((each) => each === state) ?? "visible",
      path: found.target,
      hasCells: found.type === "worksheet",
    };
  });
}

/** The path of the one part of this kind that the workbook refers to. */
export function workbookRelated(parts: FilePackage, type: string): string | undefined {
  return parts.relationships(parts.mainPart).find((each) => each.type === type)?.target;
}

/** The texts that cells refer to by number. */
export function sharedTexts(parts: FilePackage): string[] {
  const path = workbookRelated(parts, "sharedStrings");
  if (path === undefined) return [];
  const texts: string[] = [];
  parts.tree(path, parts.xml(path), (element) => {
    if (element.name !== "si") return undefined;
    texts.push(richText(element));
    return "drop";
  });
  return texts;
}
