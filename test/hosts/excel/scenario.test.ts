import { createExcelHost } from "../../../src/hosts/excel/excel-host";
import { planScenario, SAMPLE } from "../../../src/scenario";
import { FakeExcel } from "./fake/fake-excel";
import type { FakeWorksheet } from "./fake/worksheet";
import { noPause, quietRun } from "./plans";

describe("a scenario of ten sheets in Excel", () => {
  let excel: FakeExcel;
  beforeEach(async () => {
    excel = new FakeExcel();
    const plan = planScenario(SAMPLE, ["Existing"]);
    await createExcelHost(noPause).apply(plan, quietRun());
  });
  afterEach(() => {
    excel.check();
  });

  function sheet(name: string): FakeWorksheet {
    return excel.workbook.worksheets.getItem(name);
  }

  it("takes at most 20 round trips, none of them over 1 MB", () => {
    expect(excel.roundTrips).toBeLessThanOrEqual(20);
    expect(excel.largestRequest).toBeLessThan(1_000_000);
    // The formulas of ten sheets arrive with it.
    expect(excel.largestRequest).toBeGreaterThan(100_000);
  });

  it("holds its inputs as numbers, with their formats and looks", () => {
    const customers = sheet("Assumptions").getRange("C6");
    expect(customers.values).toEqual([[1000]]);
    expect(customers.numberFormat).toEqual([["#,##0"]]);
    expect(customers.format.font.kept("color")).toBe("#0000ff");
    expect(customers.format.fill.kept("color")).toBe("#fffbe0");
  });

  it("holds formulas that refer to other sheets, also where they give text", () => {
    const { formulas } = sheet("Tariffs").getRange("A1:C300");
    const texts = formulas.flat().filter((formula) => String(formula).includes('"Below target"'));
    // One for each of seven percentiles, in the first tariff's column.
    expect(texts).toHaveLength(7);
    for (const formula of texts) expect(formula).toMatch(/^=IF\(.*Assumptions!\$C\$/);
  });

  it("leaves what was there", () => {
    const existing = sheet("Existing");
    expect(existing.cells.count).toBe(1);
    expect(existing.getRange("A1").values).toEqual([[41]]);
  });
});
