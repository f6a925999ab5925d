import { createExcelHost } from "../../../src/hosts/excel/excel-host";
import { HostError, type Run } from "../../../src/workbook/host";
import type { CellContent, Plan } from "../../../src/workbook/plan";
import { FakeExcel, type SentRequest } from "./fake/fake-excel";
import { noPause, quietRun, sheetOf, write } from "./plans";

let excel: FakeExcel;
const host = createExcelHost(noPause);
beforeEach(() => {
  excel = new FakeExcel();
});
afterEach(() => {
  excel.check();
});

const sheetNames = () => excel.workbook.worksheets.items.map(({ name }) => name);

/** Cells of one content each, all different for what `content` makes of their number. */
function grid(rows: number, columns: number, content: (i: number) => CellContent): CellContent[][] {
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_unused, column) => content(row * columns + column)),
  );
}

describe("a plan of 100,000 cells", () => {
  const CELLS = grid(10_000, 10, (i) => i + 0.25);
  const isWriting = ({ operations }: SentRequest) => operations.includes("Range.formulas");
  let big: FakeExcel;
  beforeAll(async () => {
    big = new FakeExcel();
    await host.apply(sheetOf([write(CELLS)]), quietRun());
  });

  it("goes in chunks below 1 MB, each its own request without calculation", () => {
    expect(big.largestRequest).toBeLessThan(1_000_000);
    const writing = big.requests.filter(isWriting);
    expect(writing.length).toBeGreaterThan(1);
    for (const { operations } of writing) {
      expect(operations[0]).toBe("Application.suspendApiCalculationUntilNextSync");
    }
    // Look, add and show are the others.
    expect(big.roundTrips).toBe(writing.length + 3);
  });

  it("arrives whole", () => {
    const { values } = big.workbook.worksheets.getItem("Built").getRange("A1:J10000");
    expect(JSON.stringify(values)).toBe(JSON.stringify(CELLS));
  });

  it("goes in blocks that the library does not cut again", () => {
    const operations = new Set(big.requests.flatMap((request) => request.operations));
    expect(operations).toContain("Range.formulas");
    expect(operations).not.toContain("Range.getBoundingRect");
  });

  it("takes no more requests than its bytes need", () => {
    const bytes = big.requests.reduce((sum, request) => sum + request.bytes, 0);
    // Requests of 400 KB each, on average, or fuller.
    expect(big.roundTrips - 3).toBeLessThanOrEqual(Math.ceil(bytes / 400_000));
  });

  it("stops where it is cancelled, and leaves nothing", async () => {
    const controller = new AbortController();
    const run: Run = {
      signal: controller.signal,
      onProgress: (phase) => {
        if (phase === "Building Built") controller.abort();
      },
    };
    const building = host.apply(sheetOf([write(CELLS)]), run);
    await expect(building).rejects.toMatchObject({ name: "AbortError" });
    expect(excel.requests.filter(isWriting)).toHaveLength(1);
    expect(sheetNames()).toEqual(["Existing"]);
  });
});

it("cuts rows of long texts by columns too", async () => {
  // 400 texts of 30,000 letters in two rows: 12 MB
  const cells = grid(2, 200, (i) => String.fromCharCode(97 + (i % 26)).repeat(30_000));
  await host.apply(sheetOf([write(cells)]), quietRun());
  expect(excel.largestRequest).toBeLessThan(1_000_000);
  const sheet = excel.workbook.worksheets.getItem("Built");
  expect(
    sheet.cells
      .rows({ row: 0, column: 0, rows: 2, columns: 200 })
      .map((row) => row.map(({ entry }) => entry.value)),
  ).toEqual(cells);
});

it("counts bytes, not letters", async () => {
  // 600 x 1,000 euro signs of three bytes each: 1.8 MB
  await host.apply(sheetOf([write(grid(600, 1, () => "€".repeat(1000)))]), quietRun());
  expect(excel.largestRequest).toBeLessThan(1_000_000);
});

it("lets formulas refer to sheets further on", async () => {
  const plan: Plan = {
    sheets: [
      { name: "Summary", steps: [write([[{ formula: "='Unit costs'!A1", value: 1 }]])] },
      { name: "Unit costs", steps: [write([[1]])] },
    ],
    show: "Summary",
  };
  await host.apply(plan, quietRun());
  expect(sheetNames()).toEqual(["Existing", "Summary", "Unit costs"]);
});

it("shows the sheet that is to be seen", async () => {
  await host.apply(sheetOf([write([[1]])]), quietRun());
  expect(excel.workbook.active.sheet.name).toBe("Built");
});

it.each(["WorksheetFreezePanes.freezeRows", "Worksheet.activate"])(
  "keeps the sheets where another workbook has the focus and %s fails",
  async (operation) => {
    excel.faults.failOperation(operation);
    const done: number[] = [];
    await host.apply(sheetOf([write([[1]]), { do: "freeze", rows: 1, columns: 0 }]), {
      ...quietRun(),
      onProgress: (_phase, share) => done.push(share),
    });
    expect(sheetNames()).toEqual(["Existing", "Built"]);
    expect(done.at(-1)).toBe(1);
  },
);

describe("what stands in the way", () => {
  it("is told for a workbook whose structure is protected, before anything is tried", async () => {
    excel.workbook.protection.keep("protected", true);
    await expect(host.apply(sheetOf([]), quietRun())).rejects.toThrow(
      "The structure of the workbook is protected",
    );
    expect(excel.requests.flatMap(({ operations }) => operations)).toEqual([]);
  });

  it("is told for a workbook that is open for reading only", async () => {
    excel.workbook.isReadOnly = true;
    const building = host.apply(sheetOf([write([[1]])]), quietRun());
    await expect(building).rejects.toBeInstanceOf(HostError);
    await expect(building).rejects.toThrow("open for reading only");
    expect(sheetNames()).toEqual(["Existing"]);
  });

  it("is told for a plan that no cell can hold, and nothing is added", async () => {
    await expect(host.apply(sheetOf([write([[NaN]])]), quietRun())).rejects.toBeInstanceOf(
      HostError,
    );
    expect(sheetNames()).toEqual(["Existing"]);
    expect(excel.roundTrips).toBe(0);
  });

  it("is told for a name that someone else takes meanwhile, whose sheet stays", async () => {
    const taker = (number: number) => {
      // 1 looks at the workbook, 2 adds, 3 names and writes
      if (number === 3) excel.workbook.worksheets.add("Built").cells.at(0, 0).entry = { value: 7 };
    };
    excel.onRequest = taker;
    const building = host.apply(sheetOf([write([[1]])]), quietRun());
    await expect(building).rejects.toThrow("The name is taken already");
    expect(sheetNames()).toEqual(["Existing", "Built"]);
    expect(excel.workbook.worksheets.getItem("Built").getRange("A1").values).toEqual([[7]]);
  });
});
