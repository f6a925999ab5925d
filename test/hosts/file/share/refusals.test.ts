import { strToU8, unzipSync, zipSync } from "fflate";
import { fileFacts } from "../../../../src/hosts/file/share/file-facts";
import { readBook } from "../../../../src/hosts/file/share/read-book";
import { FormulaLength } from "../../../../src/hosts/file/share/size-limits";
import { HostError } from "../../../../src/workbook/host";
import { data, fileOf, MAIN, type Parts, rels, workbookOf, workbookParts } from "./file-of";

const SHEET = data('<row r="1"><c r="A1"><v>1</v></c></row>');
const GOOD = workbookOf({ Sheet1: SHEET });

/** What a user is told of bytes that cannot be read, and that they are as they were. */
function answerTo(bytes: Uint8Array): string {
  const before = Buffer.from(bytes);
  try {
    readBook(bytes);
  } catch (error) {
    expect(before.equals(bytes)).toBe(true);
    if (!(error instanceof HostError)) throw error;
    expect(error.details).toMatch(/The file has not been changed\.$/);
    return error.message;
  }
  throw new Error("the file was read");
}

/** A compound file, as far as its first bytes and the names in it go. */
function compoundFile(...names: readonly string[]): Uint8Array {
  const wide = names.flatMap((name) => [...name].flatMap((letter) => [letter.charCodeAt(0), 0]));
  return Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 9, 9, ...wide]);
}

/** A package whose main part has this type. */
function packageOf(contentType: string): Uint8Array {
  return fileOf({
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/main.xml" ContentType="${contentType}"/></Types>`,
    "_rels/.rels": rels(["rId1", "officeDocument", "main.xml"]),
    "main.xml": "<main/>",
  });
}

const OFFICE_TYPE = "application/vnd.openxmlformats-officedocument";

describe("files that are no .xlsx workbook", () => {
  test.each([
    ["an empty file", new Uint8Array(), /^This file is empty\. Take the original once more/],
    ["a text", strToU8("Model,Price\n"), /^This is no \.xlsx workbook\. Take a file that Excel/],
    [
      "a workbook with a password",
      compoundFile("EncryptionInfo", "EncryptedPackage"),
      /^This workbook is protected with a password, .* take the password off/,
    ],
    [
      "an old workbook",
      compoundFile("Workbook"),
      /Excel 97-2003 \(\.xls\).* save it as Excel Workbook \(\.xlsx\)/,
    ],
    ["an older one", compoundFile("Book"), /Excel 97-2003 \(\.xls\)/],
    [
      "an old document",
      compoundFile("WordDocument"),
      /older Office program and no \.xlsx workbook/,
    ],
    [
      "an archive",
      zipSync({ "a.txt": strToU8("a") }),
      /^This is a \.zip archive and no workbook\. .* unpack it/,
    ],
    [
      "a spreadsheet of LibreOffice",
      zipSync({ mimetype: strToU8("application/vnd.oasis.opendocument.spreadsheet") }),
      /^This is an OpenDocument file/,
    ],
    [
      "a Word document",
      packageOf(`${OFFICE_TYPE}.wordprocessingml.document.main+xml`),
      /^This is a Word document and no workbook\. Take an \.xlsx file\.$/,
    ],
    [
      "a presentation",
      packageOf(`${OFFICE_TYPE}.presentationml.presentation.main+xml`),
      /^This is a PowerPoint presentation/,
    ],
    [
      "a drawing",
      packageOf("application/vnd.ms-visio.drawing.main+xml"),
      /^This is an Office file of another kind/,
    ],
    [
      "a binary workbook",
      packageOf("application/vnd.ms-excel.sheet.binary.macroEnabled.main"),
      /^This is a binary workbook \(\.xlsb\).* save it as Excel Workbook/,
    ],
  ])("are named: %s", (_, bytes, answer) => {
    expect(answerTo(bytes)).toMatch(answer);
  });

  test("are named: a workbook in the strict form of the format", () => {
    const strict = "http://purl.oclc.org/ooxml/spreadsheetml/main";
    const parts = workbookParts({ Sheet1: SHEET });
    const workbook = parts["xl/workbook.xml"]?.toString().replace(MAIN, strict) ?? "";
    expect(answerTo(fileOf({ ...parts, "xl/workbook.xml": workbook }))).toMatch(
      /saved as Strict Open XML Spreadsheet, which cannot be read\. Open it in Excel/,
    );
  });

  test("are named: parts in UTF-16", () => {
    const bytes = new Uint8Array([0xff, 0xfe, 0x3c, 0, 0x61, 0]);
    const parts = workbookParts({ Sheet1: "" });
    expect(answerTo(fileOf({ ...parts, "xl/worksheets/sheet1.xml": bytes }))).toMatch(
      /are in UTF-16, and only UTF-8/,
    );
    const latin = `<?xml version="1.0" encoding="ISO-8859-1"?><worksheet xmlns="${MAIN}"/>`;
    expect(answerTo(fileOf({ ...parts, "xl/worksheets/sheet1.xml": latin }))).toMatch(
      /are in ISO-8859-1, and only UTF-8/,
    );
  });
});

function sheetWith(rows: string): string {
  return `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`;
}

/** The places of the table of contents and of its lines. */
function linesOf(bytes: Uint8Array): { readonly name: string; readonly at: number }[] {
  const view = new DataView(bytes.buffer);
  const lines: { name: string; at: number }[] = [];
  for (let at = 0; at + 4 <= bytes.length; at++) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    const length = view.getUint16(at + 28, true);
    lines.push({ at, name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length)) });
  }
  return lines;
}

/** A file in which the line of a part is changed. */
function withLine(
  file: Uint8Array,
  part: string,
  change: (view: DataView, at: number) => void,
): Uint8Array {
  const copy = file.slice();
  const line = linesOf(copy).find(({ name }) => name === part);
  if (!line) throw new Error(`there is no ${part}`);
  change(new DataView(copy.buffer), line.at);
  return copy;
}

const PART = "xl/worksheets/sheet1.xml";

function partsWithoutSheet(): Record<string, Uint8Array> {
  return Object.fromEntries(Object.entries(unzipSync(GOOD)).filter(([path]) => path !== PART));
}

describe("files that are damaged", () => {
  const DAMAGED =
    "This file is damaged, so it cannot be read. Take the original once more, or open it in Excel and save it under a new name.";

  test.each([1, 22, 100, GOOD.length / 2])(
    "are named where the last %i bytes are missing",
    (count) => {
      expect(answerTo(GOOD.slice(0, GOOD.length - Math.ceil(count)))).toBe(DAMAGED);
    },
  );

  test("are named where a part is not what its checksum says", () => {
    // The checksum stands 16 bytes into the line.
    const wrong = withLine(GOOD, PART, (view, at) => view.setUint32(at + 16, 1, true));
    expect(answerTo(wrong)).toBe(DAMAGED);
  });

  test("are named where a part lies outside the file", () => {
    const wrong = withLine(GOOD, PART, (view, at) => view.setUint32(at + 42, 0xfffff0, true));
    expect(answerTo(wrong)).toBe(DAMAGED);
  });

  test.each<[string, Parts]>([
    ["no proper XML", { [PART]: "<worksheet><sheetData></worksheet>" }],
    [
      "an entity of its own",
      { [PART]: '<!DOCTYPE a [<!ENTITY b "c">]><worksheet>&b;</worksheet>' },
    ],
    ["no text", { [PART]: new Uint8Array([0x3c, 0x61, 0xff, 0x3e]) }],
    ["one with cells nowhere", { [PART]: sheetWith('<row r="1"><c r="A0"><v>1</v></c></row>') }],
    ["one with cells beyond its columns", { [PART]: sheetWith('<row r="1"><c r="XFE1"/></row>') }],
    ["one with cells beyond its rows", { [PART]: sheetWith('<row r="1048577"><c/></row>') }],
    ["one with rows without numbers", { [PART]: sheetWith('<row r="1.5"><c/></row>') }],
    ["one with cells without an address", { [PART]: sheetWith('<row><c r="1A"/></row>') }],
    [
      "a shared formula that is nowhere",
      {
        [PART]: `<worksheet xmlns="${MAIN}"><sheetData><row><c><f t="shared" si="0"/></c></row></sheetData></worksheet>`,
      },
    ],
  ])("are named where a sheet is %s", (_, part) => {
    expect(answerTo(fileOf({ ...workbookParts({ Sheet1: SHEET }), ...part }))).toBe(DAMAGED);
  });

  test("are named where a sheet is missing", () => {
    expect(answerTo(zipSync(partsWithoutSheet()))).toBe(DAMAGED);
  });

  test("are named where a part of the archive has a password", () => {
    const wrong = withLine(GOOD, PART, (view, at) => view.setUint16(at + 8, 1, true));
    expect(answerTo(wrong)).toBe(DAMAGED);
  });
});

describe("files that would fill up memory", () => {
  // 20 MB of spaces shrink to about a thousandth.
  const bomb = fileOf({ ...workbookParts({ Sheet1: SHEET }), [PART]: " ".repeat(20_000_000) });

  test("are not unpacked where they state it", () => {
    expect(bomb.length).toBeLessThan(200_000);
    expect(answerTo(bomb)).toMatch(
      /unpacks to far more than any workbook holds.* it has not been unpacked\. Ask whoever sent it/,
    );
  });

  test("are stopped where they state less than they hold", () => {
    const lying = withLine(bomb, PART, (view, at) => view.setUint32(at + 24, 1000, true));
    expect(answerTo(lying)).toMatch(/^This file is damaged/);
  });

  test("are named where their sheets are too large, before any is unpacked", () => {
    // 300 MB stated for a part of 2 MB is a share that sheets have.
    const noise = Uint8Array.from({ length: 2_000_000 }, (_, i) => (i * i * 31 + (i >> 3)) & 0xff);
    const file = zipSync({
      ...partsWithoutSheet(),
      [PART]: [noise, { level: 0 }],
    });
    const large = withLine(file, PART, (view, at) => view.setUint32(at + 24, 300_000_000, true));
    expect(answerTo(large)).toMatch(
      /^This workbook is too large: unpacked, its sheets hold more than 256 MB\. Take away sheets/,
    );
    const larger = withLine(file, PART, (view, at) => view.setUint32(at + 24, 0xfffffff0, true));
    expect(answerTo(larger)).toMatch(/far more than any workbook holds/);
  });
});

test("counts the characters of formulas up to 128 MB", () => {
  const length = new FormulaLength();
  // 128 * 1024 * 1024
  length.add(134_217_728);
  expect(() => length.add(1)).toThrow(
    "This workbook is too large: its formulas have more than 128 MB of text. Take away sheets",
  );
});

test("names a file as damaged where two sheets are the same part", () => {
  const parts = workbookParts({ One: SHEET, Two: SHEET });
  const links = parts["xl/_rels/workbook.xml.rels"]?.toString().replace("sheet2.xml", "sheet1.xml");
  expect(answerTo(fileOf({ ...parts, "xl/_rels/workbook.xml.rels": links ?? "" }))).toMatch(
    /^This file is damaged/,
  );
});

test("tells of a file what users are to know before a copy is made", () => {
  const facts = { isMacroEnabled: false, isSigned: false, calculatesOnOpening: false };
  expect(fileFacts(GOOD)).toEqual(facts);
  const recalculating = workbookOf({ Sheet1: SHEET }, { workbook: '<calcPr fullCalcOnLoad="1"/>' });
  expect(fileFacts(recalculating)).toEqual({ ...facts, calculatesOnOpening: true });
  expect(() => fileFacts(compoundFile("Workbook"))).toThrow(HostError);
});
