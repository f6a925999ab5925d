import { createExcelHost } from "../../../src/hosts/excel/excel-host";
import { buildScenarioPlan, SAMPLE } from "../../../src/scenario";
import { FakeExcel } from "./fake/fake-excel";
import type { FakeWorksheet } from "./fake/worksheet";
import { noPause, quietRun } from "./plans";

describe("the first scenario in Excel", () => {
  let excel: FakeExcel;
  let sheet: FakeWorksheet;
  beforeEach(async () => {
    excel = new FakeExcel();
    const plan = buildScenarioPlan(SAMPLE, ["Existing"]);
    await createExcelHost(noPause).apply(plan, quietRun());
    sheet = excel.workbook.worksheets.getItem(plan.show);
  });
  afterEach(() => {
    excel.check();
  });

  it("takes 4 round trips: look, add, write, show", () => {
    expect(excel.roundTrips).toBe(4);
  });

  it("sends no request of more than 0.5 MB", () => {
    expect(excel.largestRequest).toBeLessThan(500_000);
    // It is about 0.1 MB: the formulas arrive with it.
    expect(excel.largestRequest).toBeGreaterThan(10_000);
  });

  it("holds its inputs as numbers, with their formats and looks", () => {
    const usage = sheet.getRange("B6");
    expect(usage.values).toEqual([[400]]);
    expect(usage.numberFormat).toEqual([["#,##0"]]);
    expect(usage.format.font.kept("color")).toBe("#0000ff");
    expect(usage.format.fill.kept("color")).toBe("#fffbe0");
  });

  it("holds formulas, also where they give text", () => {
    const { formulas } = sheet.getRange("A1:H40");
    const texts = formulas.flat().filter((formula) => String(formula).includes('"Below target"'));
    expect(texts).toHaveLength(3);
    for (const formula of texts) expect(formula).toMatch(/^=IF\(/);
  });

  it("shows labels without an apostrophe", () => {
    const labels = sheet.cells.rows({ row: 0, column: 0, rows: 40, columns: 1 }).flat();
    expect(labels.filter(({ entry }) => entry.hasApostrophe)).toEqual([]);
  });

  it("leaves what was there", () => {
    const existing = excel.workbook.worksheets.getItem("Existing");
    expect(existing.cells.count).toBe(1);
    expect(existing.getRange("A1").values).toEqual([[41]]);
  });
});
