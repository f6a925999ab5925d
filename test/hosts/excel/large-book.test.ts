import { createExcelHost } from "../../../src/hosts/excel/excel-host";
import type { Run } from "../../../src/workbook/host";
import type { Book } from "../../../src/workbook/share/book";
import { shared } from "../../workbook/share/small-book";
import { quietRun } from "../book-contract";
import { FakeExcel } from "./fake/fake-excel";
import { largeExcel } from "./large-excel";
import { noPause } from "./plans";

const host = createExcelHost(noPause);

it("reads in parts what is more than Excel hands out at once", async () => {
  const excel = new FakeExcel();
  const sheet = excel.workbook.worksheets.getItem("Existing");
  // 200 texts of 30,000 letters, each told twice: 12 MB
  for (let row = 0; row < 200; row++) sheet.cells.at(row, 0).entry = { value: "a".repeat(30_000) };
  const { sheets } = await host.readBook(quietRun());
  expect(sheets[0]?.cells).toHaveLength(200);
  // Two for the sheets; of the reading, 200 and 100 rows fail and 50 rows four times do not; two for rules.
  expect(excel.roundTrips).toBe(2 + 7 + 2);
  excel.check();
});

describe("20,000 formulas on ten sheets in Excel", () => {
  let excel: FakeExcel;
  let before: Book;
  beforeEach(async () => {
    excel = largeExcel();
    before = await host.readBook(quietRun());
  });
  afterEach(() => {
    excel.check();
  });

  it("are read in a few round trips of small requests", () => {
    const formulas = before.sheets.flatMap(({ cells }) =>
      cells.filter(({ formula }) => formula !== undefined),
    );
    expect(formulas).toHaveLength(20_000);
    // The sheets, what they have, 50,000 cells in three, conditional formats and validations.
    expect(excel.roundTrips).toBe(7);
    expect(excel.largestRequest).toBeLessThan(50_000);
  });

  it("are changed in a few round trips, none of them over 500 KB", async () => {
    const start = excel.roundTrips;
    const { changes } = shared(before);
    expect(changes.cells).toHaveLength(20_000);
    await host.changeBook(changes, quietRun());
    // Protection; 30,000 cells in two, as the notes between count; 20,000 formulas in four.
    expect(excel.roundTrips - start).toBe(7);
    expect(excel.largestRequest).toBeLessThan(500_000);
    // The formulas arrive with them.
    expect(excel.largestRequest).toBeGreaterThan(100_000);
    const after = await host.readBook(quietRun());
    expect(after.sheets[10]?.cells.find(({ row, column }) => row === 999 && column === 2)).toEqual({
      row: 999,
      column: 2,
      value: "(not calculated)",
      formula: "=IF(A1000<0,#NUM!,(A1000-B1000)/A1000)",
    });
  });

  it("are all as they were after Cancel in the middle", async () => {
    const controller = new AbortController();
    let phases = 0;
    const run: Run = {
      signal: controller.signal,
      onProgress: (_phase, done) => {
        phases++;
        if (done > 0.5) controller.abort();
      },
    };
    const changing = host.changeBook(shared(before).changes, run);
    await expect(changing).rejects.toMatchObject({ name: "AbortError" });
    expect(phases).toBeGreaterThan(3);
    const formulasOf = ({ sheets }: Book) =>
      sheets.map(({ cells }) => cells.map(({ formula }) => formula));
    expect(formulasOf(await host.readBook(quietRun()))).toEqual(formulasOf(before));
  });
});
