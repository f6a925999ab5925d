import { writeXlsx } from "hucre/xlsx";
import { type CellContent, cellPosition, type CellValue, type Engine, type Sheet } from "./cells";
import { ironCalc } from "./ironcalc";
import { describeWithLibreOffice } from "./describe-with-libreoffice";
import { findLibreOffice } from "./libreoffice";
import { univer } from "./univer";
import { readWorkbook, shownValues, writeWorkbook } from "./xlsx";

function sheet(name: string, cells: Record<string, CellContent>): Sheet {
  return { name, cells: new Map(Object.entries(cells)) };
}

const SHEETS = [
  sheet("Inputs", { B1: 0.1, B2: 1e-7, B3: "text", B4: "12", B5: true, AA1: -1234.5 }),
  sheet("What it makes", {
    A1: { formula: "=Inputs!B1+Inputs!B2" },
    A2: { formula: '=Inputs!B3&"!"' },
    A3: { formula: "=Inputs!B1<Inputs!B2" },
    A4: { formula: "=1/Inputs!C9" },
    A5: { formula: "=IF(Inputs!AA1<0,#NUM!,1)" },
    A6: { formula: "=NA()" },
    A7: { formula: "=NORM.S.INV(0.99)" },
    A8: { formula: '=""&Inputs!B4' },
    A9: { formula: '=IF(Inputs!B5,#VALUE!,"x")' },
    A10: { formula: "=A1*2" },
  }),
];

const VALUES: Readonly<Record<string, CellValue>> = {
  A1: 0.1000001,
  A2: "text!",
  A3: false,
  A4: { error: "#DIV/0!" },
  A5: { error: "#NUM!" },
  A6: { error: "#N/A" },
  // The 99% quantile of the standard normal distribution: 2.3263478740408408.
  A7: 2.3263478740408408,
  A8: "12",
  A9: { error: "#VALUE!" },
  A10: 0.2000002,
};

function expectValues(shown: ReadonlyMap<string, CellValue> | undefined): void {
  expect([...(shown?.keys() ?? [])].sort()).toEqual(Object.keys(VALUES).sort());
  for (const [address, value] of Object.entries(VALUES)) {
    const is = shown?.get(address);
    if (typeof value === "number")
      expect({ address, is }).toEqual({ address, is: expect.closeTo(value, 11) });
    else expect({ address, is }).toEqual({ address, is: value });
  }
}

/** What every program is asked: each kind of value, across sheets. */
function describeEngine(name: string, calculate: Engine): void {
  test(`${name} calculates numbers, texts, truth values and errors across sheets`, async () => {
    expectValues((await calculate(SHEETS)).get("What it makes"));
  });

  test(`${name} starts anew each time`, async () => {
    const first = await calculate([sheet("S", { A1: 1, B1: { formula: "=A1+A2" } })]);
    const second = await calculate([sheet("S", { A2: 2, B1: { formula: "=A1+A2" } })]);
    expect([first.get("S")?.get("B1"), second.get("S")?.get("B1")]).toEqual([1, 2]);
  });
}

describeEngine("Univer", univer);
describeEngine("IronCalc", ironCalc);

describeWithLibreOffice("with LibreOffice", (libreOffice) => {
  describeEngine("LibreOffice", (sheets) => libreOffice().calculate(sheets));

  test("LibreOffice calculates what a file shows anew", async () => {
    const stale = await writeXlsx({
      sheets: [
        { name: "S", cells: new Map([["0,0", { formula: "1+1", formulaResult: 7 }]]), rows: [] },
      ],
    });
    expect(
      shownValues(await readWorkbook(stale))
        .get("S")
        ?.get("A1"),
    ).toBe(7);
    expect((await libreOffice().recalculate(stale)).get("S")?.get("A1")).toBe(2);
  });
});

describe("a workbook file", () => {
  test("gives back what was written", async () => {
    expect(await readWorkbook(await writeWorkbook(SHEETS))).toEqual(SHEETS);
  });

  test("shows constants, errors and dates as their numbers", async () => {
    const file = await writeXlsx({
      sheets: [
        { name: "S", rows: [["x", new Date(Date.UTC(2026, 0, 31)), "#N/A", null, true, 2.5]] },
      ],
    });
    // 31 January 2026 is day 46053 (DATE(2026,1,31) in Excel).
    expect(Object.fromEntries(shownValues(await readWorkbook(file)).get("S") ?? [])).toEqual({
      A1: "x",
      B1: 46053,
      C1: { error: "#N/A" },
      E1: true,
      F1: 2.5,
    });
  });
});

test("LibreOffice is found where SOFFICE_PATH says, and nowhere on an empty computer", () => {
  expect(findLibreOffice({ SOFFICE_PATH: "/opt/soffice" }, "linux")).toBe("/opt/soffice");
  expect(findLibreOffice({}, "win32")).toBeUndefined();
});

test("addresses are positions counted from 0", () => {
  expect(cellPosition("A1")).toEqual({ row: 0, column: 0 });
  expect(cellPosition("AB12")).toEqual({ row: 11, column: 27 });
  expect(() => cellPosition("A1:B2")).toThrow(RangeError);
});
