import { CalcError } from "../../src/calc";
import { MARGINCURVE } from "../../src/functions/margin-curve";

/** The sample's curve with cells in the place of percentiles. */
const table = (percentiles: unknown[][] | null) =>
  MARGINCURVE.evaluate([[[99]], [[0.06]], [[400]], [[6000]], [[9]], null, null, percentiles]);

const column = (rows: readonly (readonly unknown[])[], index: number) =>
  rows.slice(1).map((row) => row[index]);

test("spills a heading row and a row per percentile", () => {
  const rows = table(null);
  expect(rows).toHaveLength(10);
  expect(rows[0]).toEqual(["Percentile", "Usage", "Revenue", "COGS", "Margin", "Status"]);
  expect(column(rows, 0)).toEqual([0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99]);
});

test("passes over blank percentiles, in a row or a column", () => {
  expect(column(table([[0.5, null, 0.99]]), 3)).toEqual([33, expect.closeTo(369, 9)]);
  expect(column(table([[null], [0.5], [0], [0.99], [null]]), 0)).toEqual([0.5, 0.99]);
});

test("shows the usual percentiles where all are blank", () => {
  expect(table([[null, 0]])).toHaveLength(10);
});

test("wants one row or one column of percentiles, and single cells beside it", () => {
  const [[block] = []] = table([
    [0.1, 0.5],
    [0.9, 0.99],
  ]);
  expect(block instanceof CalcError && block.message).toBe(
    "percentiles must be one row or one column, got 2 rows x 2 columns",
  );
  const [[prices] = []] = MARGINCURVE.evaluate([[[99, 199]], [[0.06]], [[400]], [[6000]]]);
  expect(prices instanceof CalcError && prices.message).toBe(
    "price must be one cell, got 1 rows x 2 columns",
  );
});

test("puts the error of a customer who pays nothing into that row alone", () => {
  // A metered tariff, half of all customers idle.
  const rows = MARGINCURVE.evaluate([
    [[0]],
    [[0.06]],
    [[400]],
    [[6000]],
    null,
    [[0.1]],
    null,
    [[0.4, 0.75]],
    null,
    null,
    [[0.5]],
  ]);
  const [, idle = [], active = []] = rows;
  expect(idle.slice(0, 4)).toEqual([0.4, 0, 0, 0]);
  for (const cell of idle.slice(4)) {
    expect(cell instanceof CalcError && cell.code).toBe("#DIV/0!");
  }
  // 40 for 24
  expect(active[4]).toBeCloseTo(0.4, 12);
  expect(active[5]).toBe("Below target");
});

describe("a native cell", () => {
  const cell = (row: number, column: number, ...args: (string | string[] | undefined)[]) =>
    MARGINCURVE.nativeCell(row, column, args, false);

  it("is short for a flat fee and the usual percentiles", () => {
    const flat = ["B1", "B2", "B3", "B4", "B5"];
    expect(cell(4, 0, ...flat)).toBe("0.5");
    expect(cell(4, 1, ...flat)).toBe("B3*(B4/B3)^(NORM.S.INV(0.5)/NORM.S.INV(0.99))");
    expect(cell(4, 2, ...flat)).toBe("B1");
    expect(cell(8, 0, ...flat)).toBe("0.99");
    expect(cell(9, 0, ...flat)).toBe("#N/A");
  });

  it("passes over blanks that are known, and counts those in cells", () => {
    const upTo = ["B1", "B2", "B3", "B4", undefined, undefined, undefined];
    expect(cell(1, 0, ...upTo, ["0.5", "0", "0.9"])).toBe("0.9");
    expect(cell(2, 0, ...upTo, ["0.5", "0", "0.9"])).toBe("#N/A");
    expect(cell(1, 0, ...upTo, ["D1", "D2"])).toBe(
      "IF(0+(D1<>0)+(D2<>0)=2,D2,IF(0+(D1<>0)+(D2<>0)=0,0.05,#N/A))",
    );
  });

  it("asks of filled percentiles alone that they lie between 0 and 1", () => {
    const args = ["1", "1", "1", "2", "0", "0", "0", ["D1"]];
    expect(MARGINCURVE.nativeCell(0, 0, args)).toBe(
      "IF(OR(AND(D1<>0,D1<=0),AND(D1<>0,D1>=1),2<1),#NUM!,IF(0+(D1<>0)=1,D1,IF(0+(D1<>0)=0,0.01,#N/A)))",
    );
  });
});
