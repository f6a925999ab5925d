import { readBook } from "../../../../src/hosts/file/share/read-book";
import { writeShared } from "../../../../src/hosts/file/share/write-shared";
import type { CellChange } from "../../../../src/workbook/share/book";
import { data, MAIN, partsOf, workbookOf } from "./file-of";
import { NOTHING } from "./share-safe";

type Extras = Parameters<typeof workbookOf>[1];

/** The rows of a sheet after changes of its cells. */
async function rowsAfter(
  rows: readonly string[],
  changes: readonly Omit<CellChange, "sheet">[],
  extras?: Extras,
) {
  const cells = changes.map((change) => ({ ...change, sheet: "S" }));
  const file = await writeShared(workbookOf({ S: data(...rows) }, extras), { ...NOTHING, cells });
  const parts = partsOf(file);
  const sheet = parts["xl/worksheets/sheet1.xml"] ?? "";
  return { parts, file, rows: /<sheetData>(.*)<\/sheetData>/s.exec(sheet)?.[1] };
}

const SHARED = [
  '<row r="1"><c r="A1"><f t="shared" ref="A1:A3" si="0">B1+1</f><v>1</v></c></row>',
  '<row r="2"><c r="A2" s="2"><f t="shared" si="0"/><v>2</v></c></row>',
  '<row r="3"><c r="A3"><f t="shared" si="0"/><v>3</v></c></row>',
];

describe("formulas that cells share", () => {
  test("become each cell's own where the cell that keeps them changes", async () => {
    const { rows } = await rowsAfter(SHARED, [{ row: 0, column: 0, formula: "=B1*2" }]);
    expect(rows).toBe(
      '<row r="1"><c r="A1"><f>B1*2</f><v>1</v></c></row>' +
        '<row r="2"><c r="A2" s="2"><f>B2+1</f><v>2</v></c></row>' +
        '<row r="3"><c r="A3"><f>B3+1</f><v>3</v></c></row>',
    );
  });

  test("stay shared by the others where another cell changes", async () => {
    const { rows } = await rowsAfter(SHARED, [{ row: 1, column: 0, formula: "=B2*2" }]);
    expect(rows).toBe(
      `${SHARED[0]}<row r="2"><c r="A2" s="2"><f>B2*2</f><v>2</v></c></row>${SHARED[2]}`,
    );
  });

  test("leave nothing behind where all change", async () => {
    const all = [0, 1, 2].map((row) => ({ row, column: 0 }));
    const { rows } = await rowsAfter(SHARED, all);
    expect(rows).toBe(
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2" s="2"><v>2</v></c></row><row r="3"><c r="A3"><v>3</v></c></row>',
    );
  });
});

describe("formulas that fill several cells", () => {
  const SPILLED = [
    '<row r="1"><c r="A1"><v>1</v></c></row>',
    '<row r="2"><c r="A2"><f>B2</f><v>2</v></c></row>',
  ];
  const SPILLING = { row: 0, column: 0, formula: "=UNIQUE(B1:B2)", fills: { rows: 2, columns: 1 } };

  test("spill by themselves by a mark that the file is given", async () => {
    const { rows, parts, file } = await rowsAfter(SPILLED, [
      SPILLING,
      { row: 1, column: 0, isEmptied: true },
    ]);
    expect(rows).toBe(
      '<row r="1"><c r="A1" cm="1"><f t="array" ref="A1:A2">_xlfn.UNIQUE(B1:B2)</f><v>1</v></c></row>' +
        '<row r="2"><c r="A2"><v>2</v></c></row>',
    );
    expect(parts["[Content_Types].xml"]).toContain('PartName="/xl/metadata.xml"');
    expect(readBook(file).sheets[0]?.cells[0]).toEqual({ ...SPILLING, value: 1, kind: "dynamic" });
  });

  test("take the mark that the file has, or one beside its other marks", async () => {
    const metadata = (name: string) =>
      `<metadata xmlns="${MAIN}"><metadataTypes count="1"><metadataType name="${name}"/></metadataTypes><cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata></metadata>`;
    const withMarks = (name: string): Extras => ({
      workbookRels: [["m", "sheetMetadata", "metadata.xml"]],
      parts: { "xl/metadata.xml": metadata(name) },
    });
    const own = await rowsAfter(SPILLED, [SPILLING], withMarks("XLDAPR"));
    expect(own.rows).toContain('<c r="A1" cm="1">');
    expect(own.parts["xl/metadata.xml"]).toBe(metadata("XLDAPR"));
    const other = await rowsAfter(SPILLED, [SPILLING], withMarks("XLRICHVALUE"));
    expect(other.rows).toContain('<c r="A1" cm="2">');
    expect(readBook(other.file).sheets[0]?.cells[0]?.kind).toBe("dynamic");
  });

  test("are entered for a range without a mark", async () => {
    const { rows } = await rowsAfter(SPILLED, [{ ...SPILLING, kind: "array" }]);
    expect(rows).toContain(
      '<c r="A1"><f t="array" ref="A1:A2">_xlfn.UNIQUE(B1:B2)</f><v>1</v></c>',
    );
  });

  test("refuse other formulas in their cells while they stay", async () => {
    const filled = [
      '<row r="1"><c r="A1"><f t="array" ref="A1:B2">C1:D2</f><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c></row>',
      '<row r="2"><c r="A2"><v>3</v></c><c r="B2"><v>4</v></c></row>',
    ];
    const at = (row: number, column: number) => rowsAfter(filled, [{ row, column, formula: "=1" }]);
    await expect(at(1, 1)).rejects.toThrow("B2 is filled by the formula in A1, which is to stay");
    expect((await at(0, 2)).rows).toContain('<c r="C1"><f>1</f><v>3</v></c>');
    expect((await at(0, 0)).rows).toContain('<c r="A1"><f>1</f><v>1</v></c>');
  });

  test("stay what they are where several cells in the new one would else mean one", async () => {
    const rows = (mark: string, kind: string) => [
      `<row r="1"><c r="A1"${mark}><f t="array" ref="A1:A2">${kind}</f><v>1</v></c></row>`,
      '<row r="2"><c r="A2"><v>2</v></c></row>',
    ];
    const metadata = `<metadata xmlns="${MAIN}"><metadataTypes count="1"><metadataType name="XLDAPR"/></metadataTypes><cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata></metadata>`;
    const marks: Extras = {
      workbookRels: [["m", "sheetMetadata", "metadata.xml"]],
      parts: { "xl/metadata.xml": metadata },
    };
    const changes = [
      { row: 0, column: 0, formula: "=SUM(B1:B3*2)+C1" },
      { row: 1, column: 0, formula: "=C2+Sales[[#This Row],[Cost]]" },
    ];
    const dynamic = await rowsAfter(rows(' cm="1"', "X(B1:B3)"), changes, marks);
    expect(dynamic.rows).toBe(
      '<row r="1"><c r="A1" cm="1"><f t="array" ref="A1">SUM(B1:B3*2)+C1</f><v>1</v></c></row>' +
        '<row r="2"><c r="A2"><f>C2+Sales[[#This Row],[Cost]]</f><v>2</v></c></row>',
    );
    const entered = await rowsAfter(rows("", "X(B1:B3)"), [
      { row: 0, column: 0, formula: "=C1" },
      { row: 1, column: 0, formula: "=SUM(Costs*2)" },
    ]);
    expect(entered.rows).toBe(
      '<row r="1"><c r="A1"><f>C1</f><v>1</v></c></row>' +
        '<row r="2"><c r="A2"><f t="array" ref="A2">SUM(Costs*2)</f><v>2</v></c></row>',
    );
    const ordinary = ['<row r="1"><c r="A1"><f>X(B1)</f><v>1</v></c></row>'];
    const plain = await rowsAfter(ordinary, [{ row: 0, column: 0, formula: "=SUM(B1:B3)" }]);
    expect(plain.rows).toBe('<row r="1"><c r="A1"><f>SUM(B1:B3)</f><v>1</v></c></row>');
  });

  test("lose their mark with their range", async () => {
    const marked = [
      '<row r="1"><c r="A1" s="3" cm="1"><f t="array" ref="A1:A2">B1:B2</f><v>1</v></c></row>',
    ];
    const { rows } = await rowsAfter(marked, [{ row: 0, column: 0, formula: "=B1" }]);
    expect(rows).toBe('<row r="1"><c r="A1" s="3"><f>B1</f><v>1</v></c></row>');
  });
});

describe("cells", () => {
  test("are emptied and keep their look", async () => {
    const row = '<row r="1"><c r="A1" s="3" t="str"><f>B1</f><v>x</v></c></row>';
    const { rows } = await rowsAfter([row], [{ row: 0, column: 0, isEmptied: true }]);
    expect(rows).toBe('<row r="1"><c r="A1" s="3"/></row>');
  });

  test("that hold a text for all sheets hold their own with a formula", async () => {
    const extras: Extras = {
      workbookRels: [["t", "sharedStrings", "sharedStrings.xml"]],
      parts: {
        "xl/sharedStrings.xml": `<sst xmlns="${MAIN}"><si><r><t>a </t></r><r><t>&lt;b&gt;</t></r></si></sst>`,
      },
    };
    const cells =
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>in</t></is></c></row>';
    const { rows } = await rowsAfter(
      [cells],
      [
        { row: 0, column: 0, formula: "=C1" },
        { row: 0, column: 1, formula: "=C2" },
      ],
      extras,
    );
    expect(rows).toBe(
      '<row r="1"><c r="A1" t="str"><f>C1</f><v>a &lt;b&gt;</v></c><c r="B1" t="str"><f>C2</f><v>in</v></c></row>',
    );
  });

  test("that are not there yet are put where they belong", async () => {
    const rows = [
      '<row r="2" spans="2:2"><c r="B2"><v>1</v></c></row>',
      '<row r="4" s="1"/>',
      '<row r="6"><c r="A6"><v>2</v></c></row>',
    ];
    const at = (row: number, column: number) => ({ row, column, formula: "=1" });
    const all = [at(1, 2), at(1, 0), at(2, 1), at(3, 1), at(3, 0), at(6, 0)];
    expect((await rowsAfter(rows, all)).rows).toBe(
      '<row r="2"><c r="A2"><f>1</f></c><c r="B2"><v>1</v></c><c r="C2"><f>1</f></c></row>' +
        '<row r="3"><c r="B3"><f>1</f></c></row>' +
        '<row r="4" s="1"><c r="A4"><f>1</f></c><c r="B4"><f>1</f></c></row>' +
        '<row r="6"><c r="A6"><v>2</v></c></row>' +
        '<row r="7"><c r="A7"><f>1</f></c></row>',
    );
    expect((await rowsAfter([], [at(0, 1)])).rows).toBe('<row r="1"><c r="B1"><f>1</f></c></row>');
  });

  test("keep spaces and lines of a formula, and letters that XML or files give a meaning", async () => {
    const row = '<row r="1"><c r="A1"><f>B1</f><v>1</v></c></row>';
    const formula = '=" <&> _x0041_"&\n B1 ';
    const { rows, file } = await rowsAfter([row], [{ row: 0, column: 0, formula }]);
    expect(rows).toContain('xml:space="preserve"');
    expect(readBook(file).sheets[0]?.cells[0]?.formula).toBe(formula);
  });

  test("in a sheet with prefixes and single quotes change as others", async () => {
    const parts = {
      "xl/worksheets/sheet1.xml": `<x:worksheet xmlns:x='${MAIN}'><x:sheetData><x:row r='1'><x:c s='1' r='A1'><x:f>B1</x:f><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
    };
    const changes = [
      { sheet: "S", row: 0, column: 0, formula: "=B1*2" },
      { sheet: "S", row: 0, column: 2, formula: "=B2" },
    ];
    const file = await writeShared(workbookOf({ S: "" }, { parts }), {
      ...NOTHING,
      cells: changes,
    });
    expect(partsOf(file)["xl/worksheets/sheet1.xml"]).toBe(
      `<x:worksheet xmlns:x='${MAIN}'><x:sheetData><x:row r='1'><x:c s="1" r="A1"><x:f>B1*2</x:f><x:v>1</x:v></x:c><x:c r="C1"><x:f>B2</x:f></x:c></x:row></x:sheetData></x:worksheet>`,
    );
  });
});
