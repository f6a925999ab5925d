import type { FilePackage } from "./file-package";
import { workbookRelated } from "./workbook-part";
import { appendEdit, attributesEdit, type Edit, prefixOf } from "./xml-edits";
import { child, childrenNamed, type XmlElement } from "./xml-tree";

/** Which marks of cells (`cm`, counted from 1) say that a formula spills by itself ([MS-XLSX] 2.6.246). */
function dynamicMarksIn(metadata: XmlElement): boolean[] {
  const types = childrenNamed(child(metadata, "metadataTypes"), "metadataType");
  return childrenNamed(child(metadata, "cellMetadata"), "bk").map((block) =>
    childrenNamed(block, "rc").some(
      ({ attributes }) => types[Number(attributes.t) - 1]?.attributes.name === "XLDAPR",
    ),
  );
}

/** Tells from the mark of a cell whether its formula spills by itself. */
export function dynamicMarks(parts: FilePackage): (mark: string) => boolean {
  const path = workbookRelated(parts, "sheetMetadata");
  const marks = path === undefined ? [] : dynamicMarksIn(parts.tree(path));
  return (mark) => marks[Number(mark) - 1] ?? false;
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const DYNAMIC = "http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray";
const CONTENT_TYPE =
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheetMetadata+xml";
const RELATIONSHIP =
  "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sheetMetadata";

/** What Excel itself writes for formulas that spill. */
const TYPE =
  '<metadataType name="XLDAPR" minSupportedVersion="120000" copy="1" pasteAll="1" pasteValues="1" merge="1" splitFirst="1" rowColShift="1" clearFormats="1" clearComments="1" assign="1" coerce="1" cellMeta="1"/>';
const FUTURE = `<futureMetadata name="XLDAPR" count="1"><bk><extLst><ext uri="{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}"><xda:dynamicArrayProperties xmlns:xda="${DYNAMIC}" fDynamic="1" fCollapsed="0"/></ext></extLst></bk></futureMetadata>`;

function block(type: number): string {
  return `<bk><rc t="${type}" v="0"/></bk>`;
}

/** Adds the kind of mark to metadata of other kinds, where there are any. */
function addKind(metadata: XmlElement): Edit[] {
  if (prefixOf(metadata) !== "") throw new RangeError("metadata with a prefix is not added to");
  const types = child(metadata, "metadataTypes");
  const marks = child(metadata, "cellMetadata");
  const after = marks ?? child(metadata, "valueMetadata") ?? child(metadata, "extLst");
  const at = after?.from ?? metadata.insideTo;
  const typeCount = (types?.children.length ?? 0) + 1;
  const count = String((marks?.children.length ?? 0) + 1);
  const newMarks = `<cellMetadata count="1">${block(typeCount)}</cellMetadata>`;
  const newTypes = `<metadataTypes count="1">${TYPE}</metadataTypes>`;
  return [
    ...(types
      ? [attributesEdit(types, { count: String(typeCount) }), appendEdit(types, TYPE)]
      : [{ from: metadata.inside, to: metadata.inside, text: newTypes }]),
    { from: at, to: at, text: FUTURE + (marks ? "" : newMarks) },
    ...(marks ? [attributesEdit(marks, { count }), appendEdit(marks, block(typeCount))] : []),
  ];
}

/** The mark for formulas that spill by themselves; the file gets one where it has none. */
export function dynamicMark(parts: FilePackage): string {
  const path = workbookRelated(parts, "sheetMetadata");
  if (path === undefined) {
    const folder = parts.mainPart.slice(0, parts.mainPart.lastIndexOf("/") + 1);
    const empty = `<metadata xmlns="${MAIN}"></metadata>`;
    parts.add(`${folder}metadata.xml`, CONTENT_TYPE, empty);
    parts.relate(parts.mainPart, RELATIONSHIP, "metadata.xml");
    parts.change(`${folder}metadata.xml`, addKind);
    return "1";
  }
  const marks = dynamicMarksIn(parts.tree(path));
  const place = marks.indexOf(true);
  if (place >= 0) return String(place + 1);
  parts.change(path, addKind);
  return String(marks.length + 1);
}
