import { readBook } from "../../../../src/hosts/file/share/read-book";
import { writeShared } from "../../../../src/hosts/file/share/write-shared";
import { findCalls } from "../../../../src/workbook/share/own-calls";
import { partsOf } from "./file-of";
import { ADDED, CHANGES, NOTHING } from "./share-safe";
import { wholeFile } from "./whole-file";

const SOURCE = wholeFile();
const BEFORE = partsOf(SOURCE);

/** Parts that are not as they were. */
function changedParts(after: Readonly<Record<string, string>>): string[] {
  return Object.keys({ ...BEFORE, ...after })
    .filter((path) => BEFORE[path] !== after[path])
    .sort();
}

function cellsOf(file: Uint8Array, sheet: string) {
  return readBook(file).sheets.find(({ name }) => name === sheet)?.cells ?? [];
}

/** The XML of a cell. */
function cellXml(parts: Readonly<Record<string, string>>, path: string, address: string) {
  return new RegExp(`<c r="${address}"(?:[^>]*/>|.*?</c>)`).exec(parts[path] ?? "")?.[0];
}

const SHEET1 = "xl/worksheets/sheet1.xml";

describe("a cleaned copy", () => {
  let file: Uint8Array;
  let parts: Record<string, string>;

  beforeAll(async () => {
    file = await writeShared(SOURCE, CHANGES);
    parts = partsOf(file);
  });

  test("leaves the file that it is made from as it was", () => {
    expect(SOURCE).toEqual(wholeFile());
  });

  test("calls none of the functions", () => {
    const { sheets, names, others } = readBook(file);
    const formulas = [...sheets.flatMap(({ cells }) => cells), ...names, ...others].map(
      ({ formula }) => formula ?? "",
    );
    expect(formulas.length).toBeGreaterThan(40);
    expect(formulas.filter((formula) => findCalls(formula).length > 0)).toEqual([]);
    expect(Object.values(parts).filter((part) => part.includes("_xldudf_"))).toEqual([]);
  });

  test("shows the same values", () => {
    for (const { name, cells } of readBook(SOURCE).sheets) {
      const values = (all: typeof cells) =>
        all.map(({ row, column, value }) => [row, column, value]);
      expect(values(cellsOf(file, name))).toEqual(values(cells));
    }
  });

  test("changes no byte of parts that have nothing to do with it", () => {
    expect(changedParts(parts)).toEqual([
      "[Content_Types].xml",
      "xl/_rels/workbook.xml.rels",
      "xl/calcChain.xml",
      "xl/externalLinks/_rels/externalLink2.xml.rels",
      "xl/externalLinks/externalLink2.xml",
      "xl/tables/table1.xml",
      "xl/webextensions/_rels/taskpanes.xml.rels",
      "xl/webextensions/taskpanes.xml",
      "xl/webextensions/webextension1.xml",
      "xl/workbook.xml",
      "xl/worksheets/sheet1.xml",
      "xl/worksheets/sheet2.xml",
    ]);
  });

  test("keeps the look and the value of a changed cell, and drops its mark as an array", () => {
    expect(cellXml(parts, SHEET1, "I2")).toBe('<c r="I2" s="1"><f>(B2-C2)/B2</f><v>0.6</v></c>');
    expect(cellXml(parts, SHEET1, "I3")).toBe('<c r="I3"><f>(B3-C3)/B3</f><v>0.75</v></c>');
    expect(cellXml(parts, SHEET1, "L2")).toBe(
      '<c r="L2" t="str"><f>IF((B2-C2)/B2&gt;0.5,"good","bad")</f><v>good</v></c>',
    );
  });

  test("keeps the value alone where no formula is given", () => {
    expect(cellXml(parts, SHEET1, "F3")).toBe('<c r="F3"><v>1.75</v></c>');
  });

  test("leaves every other cell's text as it was", () => {
    for (const address of ["A2", "G2", "G3", "J2", "J3", "L3", "H1"]) {
      expect(cellXml(parts, SHEET1, address)).toBe(cellXml(BEFORE, SHEET1, address));
    }
  });

  test("changes rules, or takes them away with what would be left empty", () => {
    const { others } = readBook(file);
    expect(others.map(({ where, at, formula }) => [where, at, formula]).slice(0, 6)).toEqual([
      ["conditional format", "D2:D4", "=($B2-$C2)/$B2<0.3"],
      ["conditional format", "D2:D4", "=$H$1"],
      ["conditional format", "F2:F4", "=$H$1*2"],
      ["validation", "C2:C4", "=0"],
      ["validation", "C2:C4", "=$H$1*100"],
      ["validation", "A2:A4", "='It''s hidden'!$A$1:$A$2"],
    ]);
    expect(parts[SHEET1]).toContain('<dataValidations count="1">');
    expect(parts[SHEET1]).not.toContain("x14:conditionalFormatting");
    expect(parts[SHEET1]).toContain('<extLst><ext xmlns:x14="');
  });

  test("changes names, each where it belongs", () => {
    expect(readBook(file).names).toEqual([
      { name: "Best", sheet: "It's hidden", formula: "=(Deep!$A$1-Deep!$A$2)/Deep!$A$1" },
      { name: "Best", formula: "=(10-4)/10" },
      { name: "Margins", formula: "='Inputs & costs'!$D$2:$D$4" },
    ]);
  });

  test("takes away the link that damaged calls left, and counts the ones after it anew", () => {
    expect(cellXml(parts, SHEET1, "K3")).toBe('<c r="K3"><f>[2]Rates!$A$1*2</f><v>1</v></c>');
    expect(parts["xl/workbook.xml"]).toContain(
      '<externalReferences><externalReference r:id="rId9"/><externalReference r:id="rId11"/></externalReferences>',
    );
    expect(parts["[Content_Types].xml"]).not.toContain("externalLink2");
    expect(parts["xl/_rels/workbook.xml.rels"]).not.toContain("externalLink2");
  });

  test("takes away the order of calculation", () => {
    expect(parts["[Content_Types].xml"]).not.toContain("calcChain");
    expect(parts["xl/_rels/workbook.xml.rels"]).not.toContain("calcChain");
  });

  test("takes the add-in's pane away and keeps those of others", () => {
    expect(parts["xl/webextensions/taskpanes.xml"]?.match(/r:id="\w+"/g)).toEqual(['r:id="rId2"']);
    expect(parts["xl/webextensions/webextension2.xml"]).toBe(
      BEFORE["xl/webextensions/webextension2.xml"],
    );
    expect(parts["[Content_Types].xml"]).not.toContain("webextension1");
  });
});

test("keeps all but the add-in's pane where nothing else is to be changed", async () => {
  expect(changedParts(partsOf(await writeShared(SOURCE, NOTHING)))).toEqual([
    "[Content_Types].xml",
    "xl/webextensions/_rels/taskpanes.xml.rels",
    "xl/webextensions/taskpanes.xml",
    "xl/webextensions/webextension1.xml",
  ]);
});

test("leaves a chart the figures that it shows where its formula goes", async () => {
  const [name, values] = ["='Inputs & costs'!$D$1", "='Inputs & costs'!$D$2:$D$4"];
  const about = { sheet: "Inputs & costs", where: "chart", at: "Margin chart" } as const;
  const others = [
    { ...about, before: name },
    { ...about, before: values },
  ];
  const chart = partsOf(await writeShared(SOURCE, { ...NOTHING, others }))["xl/charts/chart1.xml"];
  expect(chart).toContain("<c:tx><c:v>Margin</c:v></c:tx><c:val><c:numLit><c:formatCode>0.0%");
  expect(chart).toContain('<c:pt idx="2"><c:v>0.25</c:v></c:pt></c:numLit></c:val>');
});

describe("sheets that are added", () => {
  let file: Uint8Array;

  beforeAll(async () => {
    file = await writeShared(SOURCE, NOTHING, ADDED);
  });

  test("stand after the others, with their texts, figures and formulas", () => {
    expect(readBook(file).sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
      ["Inputs & costs", "visible"],
      ["It's hidden", "hidden"],
      ["Deep", "veryHidden"],
      ["Pivot", "visible"],
      ["Prices", "visible"],
      ["About these figures", "visible"],
    ]);
    expect(cellsOf(file, "Prices")).toEqual([
      { row: 0, column: 0, value: "Prices & dates" },
      { row: 1, column: 0, value: "Model" },
      { row: 1, column: 1, value: "Price" },
      { row: 2, column: 0, value: "a <b>" },
      { row: 2, column: 1, value: 2.5 },
      { row: 3, column: 1, value: 2.5, formula: "=B3*'Inputs & costs'!H1", kind: "ordinary" },
      { row: 4, column: 0, value: "_x0041_" },
      { row: 4, column: 1, value: 0.5, formula: "=NORM.S.DIST(0,TRUE)", kind: "ordinary" },
    ]);
  });

  test("bring their names, each for its sheet in its new place", () => {
    expect(readBook(file).names.at(-1)).toEqual({
      name: "_xlnm.Print_Area",
      sheet: "About these figures",
      formula: "='About these figures'!$A$1:$A$2",
    });
  });

  test("leave the other sheets' looks as they were", () => {
    const parts = partsOf(file);
    expect(parts[SHEET1]).toBe(BEFORE[SHEET1]);
    const styles = parts["xl/styles.xml"] ?? "";
    // The looks of the file come first, so that their numbers stay.
    expect(styles).toContain('<cellXfs count="');
    expect(styles.indexOf('formatCode="0.0%"')).toBeLessThan(styles.indexOf('numFmtId="165"'));
  });

  test("are refused where the file has a sheet of that name in any case", async () => {
    const [prices] = ADDED.sheets;
    if (!prices) throw new Error("there is a sheet");
    const again = { sheets: [{ ...prices, name: "PIVOT" }], show: "PIVOT" };
    await expect(writeShared(SOURCE, NOTHING, again)).rejects.toThrow(
      'the workbook has a sheet "PIVOT" already',
    );
  });
});

describe("changes of what a file does not have", () => {
  test("are refused", async () => {
    const cell = { sheet: "Nowhere", row: 0, column: 0 };
    await expect(writeShared(SOURCE, { ...NOTHING, cells: [cell] })).rejects.toThrow(
      'the file has no sheet "Nowhere"',
    );
    const name = { name: "Nothing", formula: "=1" };
    await expect(writeShared(SOURCE, { ...NOTHING, names: [name] })).rejects.toThrow(
      'the file has no name "Nothing"',
    );
    const rule = { sheet: "Deep", where: "validation", at: "A1", before: "=1" } as const;
    await expect(writeShared(SOURCE, { ...NOTHING, others: [rule] })).rejects.toThrow(
      '"Deep" has no such validation at A1',
    );
  });
});
