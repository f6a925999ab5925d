import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** Parts of a file by path, and what is stated of them. */
export type Parts = Readonly<Record<string, string | Uint8Array>>;

export const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
export const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const DRAWING = "application/vnd.openxmlformats-officedocument";

/** Types by where a part lies; of the first that fits. */
const TYPES: readonly (readonly [path: RegExp, type: string])[] = [
  [/^xl\/workbook\.xml$/, `${SHEET}.sheet.main+xml`],
  [/^xl\/worksheets\/sheet/, `${SHEET}.worksheet+xml`],
  [/^xl\/sharedStrings/, `${SHEET}.sharedStrings+xml`],
  [/^xl\/styles/, `${SHEET}.styles+xml`],
  [/^xl\/metadata/, `${SHEET}.sheetMetadata+xml`],
  [/^xl\/calcChain/, `${SHEET}.calcChain+xml`],
  [/^xl\/tables\//, `${SHEET}.table+xml`],
  [/^xl\/comments/, `${SHEET}.comments+xml`],
  [/^xl\/externalLinks\//, `${SHEET}.externalLink+xml`],
  [/^xl\/pivotCache\/.*Definition/, `${SHEET}.pivotCacheDefinition+xml`],
  [/^xl\/pivotCache\/.*Records/, `${SHEET}.pivotCacheRecords+xml`],
  [/^xl\/pivotTables\//, `${SHEET}.pivotTable+xml`],
  [/^xl\/drawings\/drawing/, `${DRAWING}.drawing+xml`],
  [/^xl\/charts\//, `${DRAWING}.drawingml.chart+xml`],
  [/^xl\/webextensions\/taskpanes/, "application/vnd.ms-office.webextensiontaskpanes+xml"],
  [/^xl\/webextensions\/webext/, "application/vnd.ms-office.webextension+xml"],
  [/vbaProject\.bin$/, "application/vnd.ms-office.vbaProject"],
  [/origin\.sigs$/, "application/vnd.openxmlformats-package.digital-signature-origin"],
  [/sig\d\.xml$/, "application/vnd.openxmlformats-package.digital-signature-xmlsignature+xml"],
];

const DEFAULTS = [
  ["rels", "application/vnd.openxmlformats-package.relationships+xml"],
  ["xml", "application/xml"],
  ["png", "image/png"],
  ["vml", "application/vnd.openxmlformats-officedocument.vmlDrawing"],
  ["bin", "application/vnd.ms-office.activeX"],
];

function contentTypes(paths: readonly string[]): string {
  const defaults = DEFAULTS.map(
    ([ending, type]) => `<Default Extension="${ending}" ContentType="${type}"/>`,
  );
  const overrides = paths.flatMap((path) => {
    const type = TYPES.find(([pattern]) => pattern.test(path))?.[1];
    return type && !path.endsWith(".rels")
      ? [`<Override PartName="/${path}" ContentType="${type}"/>`]
      : [];
  });
  return `<Types xmlns="${PACKAGE}/content-types">${defaults.join("")}${overrides.join("")}</Types>`;
}

/** References of a part: id, the type's last word or the whole of it, and the target. */
export function rels(...entries: readonly (readonly [id: string, type: string, target: string])[]) {
  const elements = entries.map(([id, type, target]) => {
    const whole = type.includes("/") ? type : `${OFFICE}/${type}`;
    const mode = /^(?:https?|file):/.test(target) ? ' TargetMode="External"' : "";
    return `<Relationship Id="${id}" Type="${whole}" Target="${target}"${mode}/>`;
  });
  return `<Relationships xmlns="${PACKAGE}/relationships">${elements.join("")}</Relationships>`;
}

/** The bytes of a file with these parts; types are added, unless they are given. */
export function fileOf(parts: Parts): Uint8Array {
  const all = { "[Content_Types].xml": contentTypes(Object.keys(parts)), ...parts };
  return zipSync(
    Object.fromEntries(
      Object.entries(all).map(([path, part]) => [
        path,
        typeof part === "string" ? strToU8(part) : part,
      ]),
    ),
    { mtime: new Date(2026, 0, 1) },
  );
}

/** What a workbook has beside cells. */
interface Extras {
  /** In the workbook part, after the list of sheets. */
  readonly workbook?: string;
  readonly workbookRels?: readonly (readonly [id: string, type: string, target: string])[];
  readonly rootRels?: readonly (readonly [id: string, type: string, target: string])[];
  readonly parts?: Parts;
}

/** A file whose sheets hold these elements, by name. */
export function workbookOf(
  sheets: Readonly<Record<string, string>>,
  { workbook = "", workbookRels = [], rootRels = [], parts = {} }: Extras = {},
): Uint8Array {
  return fileOf(workbookParts(sheets, { workbook, workbookRels, rootRels, parts }));
}

export function workbookParts(
  sheets: Readonly<Record<string, string>>,
  { workbook = "", workbookRels = [], rootRels = [], parts = {} }: Extras = {},
): Parts {
  const names = Object.keys(sheets);
  const list = names.map(
    (name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`,
  );
  const links = names.map(
    (_, i) => [`rId${i + 1}`, "worksheet", `worksheets/sheet${i + 1}.xml`] as const,
  );
  return {
    "_rels/.rels": rels(["rId1", "officeDocument", "xl/workbook.xml"], ...rootRels),
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${list.join("")}</sheets>${workbook}</workbook>`,
    "xl/_rels/workbook.xml.rels": rels(...links, ...workbookRels),
    ...Object.fromEntries(
      Object.values(sheets).map((content, i) => [
        `xl/worksheets/sheet${i + 1}.xml`,
        `<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">${content}</worksheet>`,
      ]),
    ),
    ...parts,
  };
}

/** Cells of a sheet, as text of XML within rows. */
export function data(...rows: readonly string[]): string {
  return `<sheetData>${rows.join("")}</sheetData>`;
}

/** The parts of a file as texts. */
export function partsOf(file: Uint8Array): Record<string, string> {
  return Object.fromEntries(
    Object.entries(unzipSync(file)).map(([path, bytes]) => [path, strFromU8(bytes, true)]),
  );
}
