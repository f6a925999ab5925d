import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileFacts } from "../../../../src/hosts/file/share/file-facts";
import { readBook } from "../../../../src/hosts/file/share/read-book";
import { ADD_IN_ID } from "../../../../src/hosts/file/share/web-extensions";
import { writeShared } from "../../../../src/hosts/file/share/write-shared";
import { data, fileOf, MAIN, partsOf, rels, workbookOf, workbookParts } from "./file-of";
import { ADDED, NOTHING } from "./share-safe";

const MARGIN = "_xldudf_AIM_GROSSMARGIN";
const SHEET = data(`<row r="1"><c r="A1"><f>${MARGIN}(B1,C1)</f><v>0.5</v></c></row>`);
const CLEANED = { ...NOTHING, cells: [{ sheet: "S", row: 0, column: 0, formula: "=B1" }] };

describe("macros", () => {
  const TYPES = "http://schemas.openxmlformats.org/package/2006/content-types";
  const WITH_MACROS = fileOf({
    ...workbookParts(
      { S: SHEET },
      {
        workbookRels: [
          [
            "v",
            "http://schemas.microsoft.com/office/2006/relationships/vbaProject",
            "vbaProject.bin",
          ],
        ],
        parts: { "xl/vbaProject.bin": Uint8Array.of(1, 2, 3, 0, 255) },
      },
    ),
    "[Content_Types].xml": `<Types xmlns="${TYPES}"><Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
  });

  test("are kept as they are, in a file that still has the type for them", async () => {
    expect(fileFacts(WITH_MACROS).isMacroEnabled).toBe(true);
    const copy = await writeShared(WITH_MACROS, CLEANED);
    expect(fileFacts(copy).isMacroEnabled).toBe(true);
    expect(partsOf(copy)["xl/vbaProject.bin"]).toBe(partsOf(WITH_MACROS)["xl/vbaProject.bin"]);
    expect(readBook(copy).sheets[0]?.cells[0]?.formula).toBe("=B1");
  });
});

test("a digital signature, which any change breaks, is told of and taken away", async () => {
  const LINKS = "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature";
  const signed = workbookOf(
    { S: SHEET },
    {
      rootRels: [["s", `${LINKS}/origin`, "_xmlsignatures/origin.sigs"]],
      parts: {
        "_xmlsignatures/origin.sigs": "",
        "_xmlsignatures/_rels/origin.sigs.rels": rels(["a", `${LINKS}/signature`, "sig1.xml"]),
        "_xmlsignatures/sig1.xml": "<Signature/>",
      },
    },
  );
  expect(fileFacts(signed).isSigned).toBe(true);
  const copy = await writeShared(signed, NOTHING);
  expect(fileFacts(copy).isSigned).toBe(false);
  expect(Object.keys(partsOf(copy)).filter((path) => path.includes("signatures"))).toEqual([]);
  expect(partsOf(copy)["[Content_Types].xml"]).not.toContain("signature");
});

test("whether Excel calculates a file on opening stays as it is", async () => {
  for (const calculation of [
    '<calcPr calcId="1" fullCalcOnLoad="1"/>',
    '<calcPr calcMode="manual"/>',
  ]) {
    const copy = await writeShared(workbookOf({ S: SHEET }, { workbook: calculation }), CLEANED);
    expect(partsOf(copy)["xl/workbook.xml"]).toContain(calculation);
  }
});

describe("panes of add-ins", () => {
  const LINKS = "http://schemas.microsoft.com/office/2011/relationships";
  const EXTENSION = "http://schemas.microsoft.com/office/webextensions/webextension/2010/11";
  const PANES = "http://schemas.microsoft.com/office/webextensions/taskpanes/2010/11";

  function withPane(extension: string) {
    return workbookOf(
      { S: SHEET },
      {
        rootRels: [["p", `${LINKS}/webextensiontaskpanes`, "xl/webextensions/taskpanes.xml"]],
        parts: {
          "xl/webextensions/taskpanes.xml": `<p:taskpanes xmlns:p="${PANES}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><p:taskpane><p:webextensionref r:id="one"/></p:taskpane></p:taskpanes>`,
          "xl/webextensions/_rels/taskpanes.xml.rels": rels([
            "one",
            `${LINKS}/webextension`,
            "webextension1.xml",
          ]),
          "xl/webextensions/webextension1.xml": `<we:webextension xmlns:we="${EXTENSION}">${extension}</we:webextension>`,
          "xl/webextensions/_rels/webextension1.xml.rels": rels([
            "i",
            "image",
            "../media/image1.png",
          ]),
          "xl/media/image1.png": "picture",
        },
      },
    );
  }

  test.each([
    ["by its id in braces", `<we:reference id="{${ADD_IN_ID.toUpperCase()}}"/>`],
    [
      "by another id of it",
      `<we:reference id="wa1"/><we:alternateReferences><we:reference id="${ADD_IN_ID}"/></we:alternateReferences>`,
    ],
    [
      "by the functions that it registers",
      `<we:reference id="wa1"/><we:extLst><a:ext xmlns:a="x"><we:customFunctionIdList><we:customFunctionIds>_xldudf_AIM_TOKENCOST</we:customFunctionIds></we:customFunctionIdList></a:ext></we:extLst>`,
    ],
  ])("go with all that belongs to them where the add-in is known %s", async (_, extension) => {
    const copy = partsOf(await writeShared(withPane(extension), NOTHING));
    expect(Object.keys(copy).filter((path) => /webext|media/.test(path))).toEqual([]);
    expect(copy["_rels/.rels"]).not.toContain("taskpanes");
    expect(copy["[Content_Types].xml"]).not.toContain("webextension");
  });

  test("stay to the byte where they are another add-in's", async () => {
    const other = withPane('<we:reference id="wa104380862"/>');
    expect(partsOf(await writeShared(other, NOTHING))).toEqual(partsOf(other));
  });

  test("are told by the id of the manifest", () => {
    const manifest = readFileSync(join(__dirname, "../../../../manifest.xml"), "utf8");
    expect(/<Id>(.*)<\/Id>/.exec(manifest)?.[1]).toBe(ADD_IN_ID);
  });
});

describe("links to other workbooks", () => {
  function withLinks(rows: string, more: Readonly<Record<string, string>> = {}) {
    const link = `<externalLink xmlns="${MAIN}"/>`;
    return workbookOf(
      { S: data(rows) },
      {
        workbook:
          '<externalReferences><externalReference r:id="x1"/><externalReference r:id="x2"/></externalReferences>',
        workbookRels: [
          ["x1", "externalLink", "externalLinks/externalLink1.xml"],
          ["x2", "externalLink", "externalLinks/externalLink2.xml"],
        ],
        parts: {
          "xl/externalLinks/externalLink1.xml": link,
          "xl/externalLinks/externalLink2.xml": link,
          ...more,
        },
      },
    );
  }
  const CALL = `<c r="A1"><f>[1]!${MARGIN}(B1,C1)</f><v>0.5</v></c>`;

  async function linksAfter(rows: string, more?: Readonly<Record<string, string>>) {
    const parts = partsOf(await writeShared(withLinks(rows, more), CLEANED));
    return Object.keys(parts).filter((path) => path.includes("externalLink"));
  }

  test("go with the damaged calls that made them", async () => {
    expect(await linksAfter(`<row r="1">${CALL}</row>`)).toEqual([
      "xl/externalLinks/externalLink2.xml",
    ]);
  });

  test.each([
    ["another formula names them", '<c r="B1"><f>[1]!Other(2)</f></c>', undefined],
    ["a quoted name does", `<c r="B1"><f>'[1]My Sheet'!A1</f></c>`, undefined],
    [
      "a part that is not read may",
      "",
      { "xl/ctrlProps/ctrlProp1.xml": '<formControlPr fmlaLink="[1]S!$A$1"/>' },
    ],
    [
      "a later one is named where it cannot be counted anew",
      "",
      { "xl/ctrlProps/ctrlProp1.xml": '<formControlPr fmlaLink="[2]S!$A$1"/>' },
    ],
  ])("stay where %s", async (_, cell, more) => {
    expect(await linksAfter(`<row r="1">${CALL}${cell}</row>`, more)).toHaveLength(2);
  });

  test("stay where no call of the functions named them", async () => {
    const rows = `<row r="1"><c r="A1"><f>${MARGIN}(B1,C1)</f></c></row>`;
    expect(await linksAfter(rows)).toHaveLength(2);
  });

  test("are not taken for columns of tables and texts in brackets", async () => {
    const cells = `${CALL}<c r="B1"><f>"[1]"&amp;Costs[1]</f></c><c r="C1" t="inlineStr"><is><t>[1]</t></is></c>`;
    expect(await linksAfter(`<row r="1">${cells}</row>`)).toHaveLength(1);
  });
});

describe("looks of added sheets", () => {
  const DEFAULTS =
    '<x:fonts count="1"><x:font><x:sz val="9"/></x:font></x:fonts><x:fills count="1"><x:fill><x:patternFill patternType="none"/></x:fill></x:fills><x:borders count="1"><x:border/></x:borders><x:cellStyleXfs count="1"><x:xf/></x:cellStyleXfs>';

  async function stylesAfter(styles: string): Promise<string> {
    const file = workbookOf(
      { S: "" },
      { workbookRels: [["y", "styles", "styles.xml"]], parts: { "xl/styles.xml": styles } },
    );
    return partsOf(await writeShared(file, NOTHING, ADDED))["xl/styles.xml"] ?? "";
  }

  test("come after those of the file, also where its styles have prefixes and lack sections", async () => {
    const styles = await stylesAfter(
      `<x:styleSheet xmlns:x="${MAIN}">${DEFAULTS}<x:cellXfs count="1"><x:xf/></x:cellXfs></x:styleSheet>`,
    );
    const order = [...styles.matchAll(/<x:(numFmts|fonts|fills|borders|cellXfs|dxfs)[ >]/g)];
    expect(order.map(([, name]) => name)).toEqual([
      "numFmts",
      "fonts",
      "fills",
      "borders",
      "cellXfs",
      "dxfs",
    ]);
    expect(styles).toContain(`<x:font><x:sz val="9"/></x:font><font xmlns="${MAIN}">`);
    const stated = Number(/<x:cellXfs count="(\d+)"/.exec(styles)?.[1]);
    expect(styles.match(/<xf |<x:xf\/>(?!<\/x:cellStyleXfs>)/g)).toHaveLength(stated);
  });

  test("are all there is where the file has none", async () => {
    const parts = partsOf(await writeShared(workbookOf({ S: "" }), NOTHING, ADDED));
    expect(parts["xl/styles1.xml"]).toContain("<cellXfs");
    expect(parts["xl/_rels/workbook.xml.rels"]).toContain('Target="styles1.xml"');
  });
});
