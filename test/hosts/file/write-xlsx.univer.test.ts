import { strFromU8, unzipSync } from "fflate";
import { writeXlsx } from "../../../src/hosts/file/write-xlsx";
import type { Plan, Step } from "../../../src/workbook/plan";
import { EVERY_STEP } from "./every-step";

const AT = new Date(Date.UTC(2026, 0, 2, 3, 4, 5));
const PROPERTIES = { title: "Margins & more", subject: "Unit economics", at: AT };

async function partsOf(plan: Plan): Promise<Record<string, string>> {
  const parts = unzipSync(await writeXlsx(plan, PROPERTIES));
  return Object.fromEntries(
    Object.entries(parts).map(([path, bytes]) => [path, strFromU8(bytes, path.endsWith(".bin"))]),
  );
}

function oneSheet(...steps: Step[]): Plan {
  return { sheets: [{ name: "One", steps }], show: "One" };
}

const CELL = { row: 0, column: 0, rows: 1, columns: 1 };

describe("writeXlsx", () => {
  let parts: Record<string, string>;
  const part = (path: string): string => parts[path] ?? "";
  beforeAll(async () => {
    parts = await partsOf(EVERY_STEP);
  });

  it("stores newer functions with their prefix", () => {
    expect(part("xl/worksheets/sheet2.xml")).toContain("<f>_xlfn.NORM.S.INV(0.99)</f>");
  });

  it("marks the results of formulas as text, truth value or error", () => {
    const sheet = part("xl/worksheets/sheet2.xml");
    expect(sheet).toMatch(/<c r="D2"[^>]* t="str"><f>[^<]*<\/f><v>OK<\/v>/);
    expect(sheet).toMatch(/<c r="C5"[^>]* t="b"><f>[^<]*<\/f><v>1<\/v>/);
    expect(sheet).toMatch(/<c r="D5"[^>]* t="e"><f>[^<]*<\/f><v>#DIV\/0!<\/v>/);
    expect(sheet).toMatch(/<c r="B6"[^>]* t="str"><f>[^<]*<\/f><v>#N\/A<\/v>/);
  });

  it("gives every font its name and size, in the order that Excel wants", () => {
    const [, fonts = ""] = /<fonts[^>]*>(.*)<\/fonts>/s.exec(part("xl/styles.xml")) ?? [];
    const all = fonts.match(/<font>.*?<\/font>/gs) ?? [];
    expect(all.length).toBeGreaterThan(3);
    for (const font of all) {
      expect(font).toMatch(
        /^<font>(<b\/>)?(<i\/>)?<sz val="\d+"\/>(<color [^>]*\/>)?<name val="Calibri"\/><\/font>$/,
      );
    }
  });

  it("names areas for their sheet alone, and what is printed", () => {
    const [, names = ""] =
      /<definedNames>(.*)<\/definedNames>/s.exec(part("xl/workbook.xml")) ?? [];
    expect(names).toContain(
      `<definedName name="Price" localSheetId="0">'Inputs (2)'!$B$2</definedName>`,
    );
    expect(names).toContain(
      `<definedName name="_xlnm.Print_Area" localSheetId="1">'What it''s worth &amp; more'!$A$1:$M$46</definedName>`,
    );
    expect(names).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="1">'What it''s worth &amp; more'!$1:$1</definedName>`,
    );
    expect(names).toContain(
      `<definedName name="_xlnm.Print_Area" localSheetId="2">Charts!$A$1:$F$15</definedName>`,
    );
  });

  it("prints on one page, or as wide as one", () => {
    expect(part("xl/worksheets/sheet2.xml")).toContain(
      '<pageSetup orientation="landscape" fitToWidth="1" fitToHeight="1"/>',
    );
    expect(part("xl/worksheets/sheet3.xml")).toContain(
      '<pageSetup orientation="portrait" fitToWidth="1" fitToHeight="0"/>',
    );
  });

  it("prints page by page, with labels on each", () => {
    const sheet = part("xl/worksheets/sheet4.xml");
    expect(sheet).toContain('<pageSetup orientation="landscape" fitToWidth="2" fitToHeight="0"/>');
    // A break stands after the row or column that it names, counted from 1.
    expect(sheet).toMatch(/<rowBreaks [^>]*><brk id="30" /);
    expect(sheet).toMatch(/<colBreaks [^>]*><brk id="12" /);
    expect(part("xl/workbook.xml")).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="3">Pages!$A:$A,Pages!$1:$1</definedName>`,
    );
  });

  it("keeps notes off the figures on their left", () => {
    expect(part("xl/styles.xml")).toContain('<alignment horizontal="left" indent="1"/>');
  });

  it("refuses other input, saying what is allowed", () => {
    const sheet = part("xl/worksheets/sheet1.xml");
    const rules = sheet.match(/<dataValidation .*?<\/dataValidation>/gs) ?? [];
    const rule = (range: string) => rules.find((one) => one.includes(`sqref="${range}"`)) ?? "";
    expect(rule("B2")).toContain('type="decimal" sqref="B2" operator="greaterThanOrEqual"');
    expect(rule("B2")).toContain('errorStyle="stop" errorTitle="Not allowed"');
    expect(rule("B2")).toContain('error="A price, &quot;0&quot; or more &amp; less"');
    expect(rule("B2")).toContain("<formula1>0</formula1>");
    expect(rule("B3")).toContain('type="whole" sqref="B3" operator="between"');
    expect(rule("B3")).toContain("<formula1>1</formula1><formula2>600</formula2>");
    expect(rule("B4:B5")).toContain("<formula1>AND(ISNUMBER(B4),B4&gt;0,B4&lt;1)</formula1>");
    expect(rule("B5")).toContain("<formula1>'Inputs (2)'!$A$10:$A$11</formula1>");
  });

  it("shortens a message that is longer than Excel shows", () => {
    const [message = ""] = /x+…/.exec(part("xl/worksheets/sheet1.xml")) ?? [];
    expect(message).toHaveLength(225);
  });

  it("colours verdicts by their text, with the theme's looks", () => {
    expect(part("xl/worksheets/sheet2.xml")).toMatch(
      /<conditionalFormatting sqref="D2:D4">.*<cfRule type="cellIs"[^>]* operator="equal"><formula>"Check"<\/formula>/,
    );
    expect(part("xl/styles.xml")).toContain(
      '<dxf><font><color rgb="FF8C1D18"/></font><fill><patternFill patternType="solid"><bgColor rgb="FFFBDEDA"/></patternFill></fill></dxf>',
    );
  });

  it("draws data bars solid and from zero", () => {
    const sheet = part("xl/worksheets/sheet2.xml");
    // 45% of #5f8f3f on white: 255 - 0.45 x (160, 112, 192)
    expect(sheet).toContain('<color rgb="FFB7CDA9"/>');
    expect(sheet).toContain('gradient="0"');
    expect(sheet).toContain("<xm:sqref>C2:C4</xm:sqref>");
  });

  it("makes tables that can be filtered", () => {
    expect(part("xl/tables/table1.xml")).toContain('displayName="Users" ref="A1:D4"');
    expect(part("xl/tables/table1.xml")).toContain('<tableColumn id="4" name="Status"/>');
  });

  it("freezes panes, sets widths and colours tabs", () => {
    const sheet = part("xl/worksheets/sheet1.xml");
    expect(sheet).toContain('<pane xSplit="1" ySplit="1" topLeftCell="B2" state="frozen"');
    expect(sheet).toContain('<tabColor rgb="FFE36414"/>');
    // 24 characters of 7 pixels and 5 more: 173 / 7
    expect(sheet).toContain(`width="24.714285714285715"`);
  });

  it("shows the sheet that the plan wants to show", () => {
    expect(part("xl/workbook.xml")).toContain('activeTab="1"');
  });

  it("says what the file is, and that the add-in wrote it", () => {
    const core = part("docProps/core.xml");
    expect(core).toContain("<dc:title>Margins &amp; more</dc:title>");
    expect(core).toContain("<dc:subject>Unit economics</dc:subject>");
    expect(core).toContain(">2026-01-02T03:04:05Z</dcterms:created>");
    expect(part("docProps/app.xml")).toContain("<Application>AIM</Application>");
  });

  it("needs no part of an add-in", () => {
    const all = Object.entries(parts).flat().join("\n");
    expect(all).not.toMatch(/webextension|_xldudf|AIM\./i);
  });

  it("keeps what belongs to a sheet in properties of that sheet", () => {
    expect(part("xl/worksheets/sheet1.xml")).toContain(
      '<customProperties><customPr name="scenario" r:id="property1"/><customPr name="version" r:id="property2"/></customProperties>',
    );
    expect(part("xl/worksheets/sheet3.xml")).toContain(
      '<customPr name="scenario" r:id="property3"/>',
    );
    expect(part("xl/worksheets/_rels/sheet3.xml.rels")).toContain("../customProperty3.bin");
    const text = Buffer.from(part("xl/customProperty1.bin"), "latin1").toString("utf16le");
    expect(text).toBe('{"name":"Flat – “seat”"}');
  });

  it("is the same, byte for byte, for the same plan and time", async () => {
    const [first, second] = [
      await writeXlsx(EVERY_STEP, PROPERTIES),
      await writeXlsx(EVERY_STEP, PROPERTIES),
    ];
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
  });

  it("refuses numbers that no cell can hold", async () => {
    const plan = oneSheet({ do: "write", row: 0, column: 0, cells: [[Infinity]] });
    await expect(writeXlsx(plan, PROPERTIES)).rejects.toThrow("a cell cannot hold Infinity");
  });

  it("adds to the look of a cell, and takes the last number format", async () => {
    const made = await partsOf(
      oneSheet(
        { do: "style", area: CELL, style: "input" },
        { do: "style", area: CELL, style: "calculation" },
        { do: "numberFormat", area: CELL, format: "money" },
        { do: "numberFormat", area: CELL, format: "percent" },
        { do: "write", row: 0, column: 0, cells: [[0.5]] },
      ),
    );
    const styles = made["xl/styles.xml"] ?? "";
    // The fill of an input stays below the black of a calculation.
    expect(styles).toContain('<fgColor rgb="FFFFFBE0"/>');
    expect(styles).toContain('<color rgb="FF000000"/>');
    expect(styles).not.toContain('<color rgb="FF0000FF"/>');
    expect(styles).toContain('formatCode="0.0%"');
    expect(styles).not.toContain("$");
  });
});
