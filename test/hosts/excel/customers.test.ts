import { createExcelHost } from "../../../src/hosts/excel/excel-host";
import type { CellContent, Plan } from "../../../src/workbook/plan";
import { FakeExcel } from "./fake/fake-excel";
import { area, noPause, quietRun } from "./plans";

const CUSTOMERS = 200;
const HEADINGS = [
  "Customer",
  "Tariff",
  "Seats",
  "Price per seat",
  "Usage",
  "Cost per task",
  "Fixed cost",
  "Revenue",
  "Cost to serve",
  "Profit",
  "Gross margin",
  "Status",
];

/** A customer's line: what is known of it, and five formulas. */
function customer(row: number): CellContent[] {
  return [
    `Customer ${row}`,
    row % 2 === 0 ? "Flat seat" : "Usage with a floor",
    row,
    99.5,
    400.25,
    0.0625,
    9,
    { formula: `=C${row}*D${row}`, value: 0 },
    { formula: `=E${row}*F${row}+G${row}`, value: 0 },
    { formula: `=H${row}-I${row}`, value: 0 },
    { formula: `=IF(H${row}=0,#DIV/0!,J${row}/H${row})`, value: 0 },
    {
      formula: `=IF(K${row}<0,"Loss",IF(K${row}<Existing!$A$1,"Below target","OK"))`,
      value: "OK",
    },
  ];
}

const rows = area(1, 0, CUSTOMERS, HEADINGS.length);
const column = (at: number) => ({ ...rows, column: at, columns: 1 });

/** One sheet with a table of 200 customers in 12 columns. */
const PLAN: Plan = {
  sheets: [
    {
      name: "Customers",
      properties: { "aim.kind": "customers" },
      steps: [
        {
          do: "write",
          row: 0,
          column: 0,
          cells: [HEADINGS, ...Array.from({ length: CUSTOMERS }, (_, i) => customer(i + 2))],
        },
        { do: "style", area: { ...rows, row: 0, rows: 1 }, style: "columnHeading" },
        { do: "style", area: { ...rows, columns: 2 }, style: "label" },
        { do: "style", area: { ...rows, column: 2, columns: 5 }, style: "input" },
        { do: "style", area: { ...rows, column: 7, columns: 5 }, style: "calculation" },
        { do: "numberFormat", area: column(2), format: "count" },
        { do: "numberFormat", area: column(3), format: "money" },
        { do: "numberFormat", area: column(4), format: "count" },
        { do: "numberFormat", area: column(5), format: "moneyFine" },
        { do: "numberFormat", area: { ...rows, column: 6, columns: 4 }, format: "money" },
        { do: "numberFormat", area: column(10), format: "percent" },
        { do: "validate", area: column(2), allowed: { numbers: { from: 0 } }, message: "Seats" },
        { do: "verdicts", area: column(11) },
        { do: "dataBars", area: column(7), color: "first" },
        { do: "table", name: "Customers", area: { ...rows, row: 0, rows: CUSTOMERS + 1 } },
        { do: "columnWidths", widths: HEADINGS.map(() => 14) },
        { do: "freeze", rows: 1, columns: 1 },
      ],
    },
  ],
  show: "Customers",
};

describe("a table of 200 customers in Excel", () => {
  let excel: FakeExcel;
  beforeEach(async () => {
    excel = new FakeExcel();
    await createExcelHost(noPause).apply(PLAN, quietRun());
  });
  afterEach(() => {
    excel.check();
  });

  it("takes four round trips, none of them over 100 KB", () => {
    // Look, add, write and show.
    expect(excel.roundTrips).toBe(4);
    expect(excel.largestRequest).toBeLessThan(100_000);
    // The table arrives with it.
    expect(excel.largestRequest).toBeGreaterThan(50_000);
  });

  it("arrives whole", () => {
    const sheet = excel.workbook.worksheets.getItem("Customers");
    expect(sheet.getRange("A201:L201").formulas).toEqual([
      [
        "Customer 201",
        "Usage with a floor",
        201,
        99.5,
        400.25,
        0.0625,
        9,
        "=C201*D201",
        "=E201*F201+G201",
        "=H201-I201",
        "=IF(H201=0,#DIV/0!,J201/H201)",
        '=IF(K201<0,"Loss",IF(K201<Existing!$A$1,"Below target","OK"))',
      ],
    ]);
    expect(sheet.tables.getItem("Customers").getRange().area).toEqual(area(0, 0, 201, 12));
  });
});
