import { createExcelHost } from "../../../src/hosts/excel/excel-host";
import type { CellContent, Step } from "../../../src/workbook/plan";
import { FakeExcel } from "./fake/fake-excel";
import type { FakeWorksheet } from "./fake/worksheet";
import { area, noPause, quietRun, sheetOf, write } from "./plans";

let excel: FakeExcel;
beforeEach(() => {
  excel = new FakeExcel();
});
afterEach(() => {
  excel.check();
});

/** The sheet that the steps make. */
async function build(...steps: readonly Step[]): Promise<FakeWorksheet> {
  await createExcelHost(noPause).apply(sheetOf(steps), quietRun());
  return excel.workbook.worksheets.getItem("Built");
}

function looks(sheet: FakeWorksheet, address: string): Record<string, unknown> {
  const { row, column } = sheet.getRange(address).area;
  return Object.fromEntries(sheet.cells.at(row, column).format);
}

/** Texts that Excel would read as something else. */
const TRAPS = ["=1+1", "+1", "-1", "@A1", "'a", "0042", "1-2", "3/4", "SEP1", "5%", "true", "#N/A"];

describe("cells", () => {
  it("hold texts that look like formulas, numbers and dates as they are", async () => {
    const sheet = await build(write(TRAPS.map((text) => [text])));
    expect(sheet.getRange("A1:A12").values).toEqual(TRAPS.map((text) => [text]));
    expect(sheet.getRange("A1:A12").formulas).toEqual(TRAPS.map((text) => [text]));
  });

  it("hold them without an apostrophe where the format is text", async () => {
    const sheet = await build(
      { do: "numberFormat", area: area(0, 0, 12), format: "text" },
      write(TRAPS.map((text) => [text])),
    );
    expect(sheet.getRange("A1:A12").values).toEqual(TRAPS.map((text) => [text]));
    const entries = sheet.cells.rows(area(0, 0, 12)).flat();
    expect(entries.some(({ entry }) => entry.hasApostrophe)).toBe(false);
  });

  it("keep formulas formulas where the format is text", async () => {
    const status: CellContent = { formula: '=IF(A1<0,"Loss","At target")', value: "Loss" };
    const sheet = await build(
      { do: "numberFormat", area: area(0, 0, 1, 2), format: "text" },
      write([["0042", status]]),
    );
    expect(sheet.getRange("A1:B1").formulas).toEqual([["0042", '=IF(A1<0,"Loss","At target")']]);
    expect(sheet.getRange("A1:B1").numberFormat).toEqual([["@", "General"]]);
  });

  it("have the last of several formats", async () => {
    const sheet = await build(
      { do: "numberFormat", area: area(0, 0, 2), format: "text" },
      { do: "numberFormat", area: area(1, 0), format: "percent" },
      write([["007"], [0.5]]),
    );
    expect(sheet.getRange("A1:A2").values).toEqual([["007"], [0.5]]);
    expect(sheet.getRange("A1:A2").numberFormat).toEqual([["@"], ["0.0%"]]);
  });

  it("stay as they are where the plan has nothing, in short lines too", async () => {
    const sheet = await build(write([[1, 2, 3], [null, 5], []]));
    expect(sheet.getRange("A1:C3").values).toEqual([
      [1, 2, 3],
      ["", 5, ""],
      ["", "", ""],
    ]);
  });

  it("are left alone by a plan that writes none", async () => {
    const sheet = await build(write([]), write([[]]));
    expect(sheet.getRange("A1").values).toEqual([[""]]);
  });
});

describe("looks", () => {
  it("come from the theme, by area", async () => {
    const sheet = await build({ do: "style", area: area(1, 1, 2, 2), style: "input" });
    expect(looks(sheet, "B2")).toMatchObject({
      "font.name": "Calibri",
      "font.size": 11,
      "font.bold": false,
      "font.color": "#0000ff",
      "fill.color": "#fffbe0",
      "EdgeTop.style": "Continuous",
      "EdgeLeft.color": "#d3dade",
      "InsideHorizontal.style": "Continuous",
      "InsideVertical.color": "#d3dade",
    });
    expect(looks(sheet, "B2")).not.toHaveProperty(["EdgeRight.style"]);
    expect(looks(sheet, "D2")).toEqual({});
  });

  it("leave fill and lines alone where the style has none, and set texts in where it says so", async () => {
    const sheet = await build({ do: "style", area: area(0, 0), style: "note" });
    expect(looks(sheet, "A1")).toEqual({
      "font.name": "Calibri",
      "font.size": 10,
      "font.bold": false,
      "font.italic": true,
      "font.color": "#5c6770",
      horizontalAlignment: "Left",
      indentLevel: 1,
    });
  });

  it("give columns their widths in points", async () => {
    const sheet = await build({ do: "columnWidths", widths: [24, 8.43] });
    // 24 x 7 + 5 = 173 pixels, x 72/96 = 129.75 points; 8.43 characters are Excel's own 64 pixels, 48 points
    expect(sheet.getRange("A1").format.columnWidth).toBe(129.75);
    expect(sheet.getRange("B1").format.columnWidth).toBe(48);
  });

  it.each([
    { rows: 2, columns: 1 },
    { rows: 2, columns: 0 },
    { rows: 0, columns: 1 },
    { rows: 0, columns: 0 },
  ])("keep $rows rows and $columns columns in sight", async (frozen) => {
    const sheet = await build({ do: "freeze", ...frozen });
    expect(sheet.freezePanes.frozen).toEqual(frozen);
  });
});
