import { readBook } from "../../../../src/hosts/file/share/read-book";
import { data, MAIN, OFFICE, rels, workbookOf, workbookParts, fileOf } from "./file-of";

function cellsOf(content: string, extras?: Parameters<typeof workbookOf>[1]) {
  return readBook(workbookOf({ Sheet1: content }, extras)).sheets[0]?.cells;
}

function formulasOf(content: string, extras?: Parameters<typeof workbookOf>[1]) {
  return cellsOf(content, extras)?.map(({ formula }) => formula);
}

const SHARED_TEXTS = {
  workbookRels: [["t", "sharedStrings", "sharedStrings.xml"]] as const,
  parts: {
    "xl/sharedStrings.xml": `<sst xmlns="${MAIN}"><si><t>Seats &amp; more</t></si><si><r><t>Two </t></r><r><rPr><b/></rPr><t>runs</t></r><rPh sb="0" eb="1"><t>not shown</t></rPh></si><si><t>line_x000D_end</t></si></sst>`,
  },
};

describe("values of cells", () => {
  test("reads numbers, texts, booleans and errors", () => {
    const row =
      '<row r="1"><c r="A1"><v>1.5</v></c><c r="B1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c>' +
      '<c r="D1" t="s"><v>2</v></c><c r="E1" t="inlineStr"><is><t>in</t></is></c>' +
      '<c r="F1" t="b"><v>1</v></c><c r="G1" t="e"><v>#REF!</v></c><c r="H1" t="str"><v>x</v></c></row>';
    expect(cellsOf(data(row), SHARED_TEXTS)).toEqual([
      { row: 0, column: 0, value: 1.5 },
      { row: 0, column: 1, value: "Seats & more" },
      { row: 0, column: 2, value: "Two runs" },
      { row: 0, column: 3, value: "line\rend" },
      { row: 0, column: 4, value: "in" },
      { row: 0, column: 5, value: true },
      { row: 0, column: 6, value: null, error: "#REF!" },
      { row: 0, column: 7, value: "x" },
    ]);
  });

  test("leaves out cells that only have a look", () => {
    expect(cellsOf(data('<row r="1"><c r="A1" s="3"/><c r="B1"><v>2</v></c></row>'))).toEqual([
      { row: 0, column: 1, value: 2 },
    ]);
  });

  test("counts days of dates that are written as dates", () => {
    // 2026-11-25 is 46,351 days after Excel's day 0: DATE(2026,11,25).
    expect(cellsOf(data('<row><c t="d"><v>2026-11-25</v></c></row>'))?.[0]?.value).toBe(46351);
  });

  test("reads the last cell that a sheet has", () => {
    expect(cellsOf(data('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'))).toEqual([
      { row: 1048575, column: 16383, value: 1 },
    ]);
  });

  test("counts on where rows and cells have no address", () => {
    const rows =
      '<row><c><v>1</v></c><c><v>2</v></c></row><row r="5"><c r="C5"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row>';
    expect(cellsOf(data(rows))?.map(({ row, column }) => [row, column])).toEqual([
      [0, 0],
      [0, 1],
      [4, 2],
      [4, 3],
      [5, 0],
    ]);
  });

  test("reads names with prefixes, attributes in any order, entities and CDATA", () => {
    const sheet = `<x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row r="1"><x:c t='str' r = "B1"><x:f><![CDATA[IF(A1<2,"a&b",]]>&#34;c&quot;)</x:f><x:v>a&amp;b</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
    const workbook = `<?xml version="1.0"?><!-- by hand --><x:workbook xmlns:x="${MAIN}" xmlns:q="${OFFICE}"><x:sheets><x:sheet q:id="rId1" sheetId="1" name="It&apos;s &lt;here&gt;"/></x:sheets></x:workbook>`;
    const parts = workbookParts({ one: "" });
    const [read] = readBook(
      fileOf({ ...parts, "xl/workbook.xml": workbook, "xl/worksheets/sheet1.xml": sheet }),
    ).sheets;
    expect(read?.name).toBe("It's <here>");
    expect(read?.cells).toEqual([
      { row: 0, column: 1, value: "a&b", formula: '=IF(A1<2,"a&b","c")', kind: "ordinary" },
    ]);
  });
});

describe("formulas of cells", () => {
  test("gives cells that share a formula theirs, with their references", () => {
    const rows =
      '<row r="1"><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*$A$9+SUM(A$1:A1)&amp;\'My Sheet\'!C1</f><v>1</v></c></row>' +
      '<row r="2"><c r="B2"><f t="shared" si="0"/><v>2</v></c></row>' +
      '<row r="3"><c r="B3"><f t="shared" si="0"></f><v>3</v></c></row>';
    expect(formulasOf(data(rows))).toEqual([
      "=A1*$A$9+SUM(A$1:A1)&'My Sheet'!C1",
      "=A2*$A$9+SUM(A$1:A2)&'My Sheet'!C2",
      "=A3*$A$9+SUM(A$1:A3)&'My Sheet'!C3",
    ]);
  });

  test("finds the formula also where it stands below the cells that share it, and where its number is used again", () => {
    const rows =
      '<row r="1"><c r="A1"><f t="shared" si="4"/></c><c r="B1"><f t="shared" ref="A1:B1" si="4">D1+1</f></c></row>' +
      '<row r="2"><c r="A2"><f t="shared" ref="A2:B2" si="4">D2*2</f></c><c r="B2"><f t="shared" si="4"/></c></row>';
    // A1 stands a column left of B1; B2 a column right of A2.
    expect(formulasOf(data(rows))).toEqual(["=C1+1", "=D1+1", "=D2*2", "=E2*2"]);
  });

  test("tells what spills by itself from what was entered for a range, and from ordinary formulas", () => {
    const rows =
      '<row r="1"><c r="A1" cm="1"><f t="array" ref="A1:A2">_xldudf_AIM_GROSSMARGIN(C1:C2,D1:D2)</f><v>1</v></c>' +
      '<c r="B1"><f t="array" ref="B1:B2">C1:C2*2</f><v>2</v></c><c r="E1" cm="1"><f t="array" ref="E1">SUM(C1:C2)</f><v>3</v></c><c r="F1"><f>C1</f><v>4</v></c></row>' +
      '<row r="2"><c r="A2"><v>5</v></c><c r="B2"><v>6</v></c></row>';
    const metadata = `<metadata xmlns="${MAIN}"><metadataTypes count="1"><metadataType name="XLDAPR"/></metadataTypes><cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata></metadata>`;
    const cells = cellsOf(data(rows), {
      workbookRels: [["m", "sheetMetadata", "metadata.xml"]],
      parts: { "xl/metadata.xml": metadata },
    });
    expect(cells).toEqual([
      {
        row: 0,
        column: 0,
        value: 1,
        formula: "=_xldudf_AIM_GROSSMARGIN(C1:C2,D1:D2)",
        kind: "dynamic",
        fills: { rows: 2, columns: 1 },
      },
      {
        row: 0,
        column: 1,
        value: 2,
        formula: "=C1:C2*2",
        kind: "array",
        fills: { rows: 2, columns: 1 },
      },
      { row: 0, column: 4, value: 3, formula: "=SUM(C1:C2)", kind: "dynamic" },
      { row: 0, column: 5, value: 4, formula: "=C1", kind: "ordinary" },
      { row: 1, column: 0, value: 5 },
      { row: 1, column: 1, value: 6 },
    ]);
  });

  test("shows the figures of a what-if table as values", () => {
    const row =
      '<row r="1"><c r="A1"><f t="dataTable" ref="A1:B2" dt2D="1" r1="C1" r2="C2"/><v>7</v></c></row>';
    expect(cellsOf(data(row))).toEqual([{ row: 0, column: 0, value: 7 }]);
  });
});

describe("sheets", () => {
  test("tells hidden, very hidden and protected ones, and sheets without cells", () => {
    const parts = workbookParts({ Seen: "", Hidden: "", Deep: '<sheetProtection sheet="1"/>' });
    const chartSheet = `<chartsheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"/></sheetViews></chartsheet>`;
    const book = readBook(
      fileOf({
        ...parts,
        "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Seen" sheetId="1" r:id="rId1"/><sheet name="Hidden" sheetId="2" state="hidden" r:id="rId2"/><sheet name="Deep" sheetId="3" state="veryHidden" r:id="rId3"/><sheet name="Chart" sheetId="4" r:id="rId4"/></sheets></workbook>`,
        "xl/_rels/workbook.xml.rels": rels(
          ["rId1", "worksheet", "worksheets/sheet1.xml"],
          ["rId2", "worksheet", "/xl/worksheets/sheet2.xml"],
          ["rId3", "worksheet", "../xl/worksheets/sheet3.xml"],
          ["rId4", "chartsheet", "chartsheets/sheet1.xml"],
        ),
        "xl/chartsheets/sheet1.xml": chartSheet,
      }),
    );
    expect(
      book.sheets.map(({ name, visibility, isProtected }) => [name, visibility, isProtected]),
    ).toEqual([
      ["Seen", "visible", false],
      ["Hidden", "hidden", false],
      ["Deep", "veryHidden", true],
      ["Chart", "visible", false],
    ]);
  });
});
