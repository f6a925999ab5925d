import { CalcError } from "../../src/calc";
import { MARGINFORECAST } from "../../src/functions/margin-forecast";

const table = (...args: number[]) => MARGINFORECAST.evaluate(args.map((arg) => [[arg]]));

test("spills a heading row and a row per month", () => {
  const rows = table(3, 1000, 99, 400, 0.06, 9);
  expect(rows).toHaveLength(4);
  expect(rows[0]).toEqual([
    "Month",
    "Customers",
    "Usage",
    "Revenue",
    "COGS",
    "Gross profit",
    "Margin",
    "Band",
  ]);
});

test("puts the error of a month without revenue into its cells alone", () => {
  const [, first] = table(1, 10, 0, 100, 0.1);
  expect(first?.slice(0, 6)).toEqual([1, 10, 100, 0, 100, -100]);
  for (const cell of first?.slice(6) ?? []) {
    expect(cell instanceof CalcError && cell.code).toBe("#DIV/0!");
  }
});

test("wants single cells", () => {
  const [[error] = []] = MARGINFORECAST.evaluate([[[1]], [[10, 20]], [[1]], [[1]], [[1]]]);
  expect(error instanceof CalcError && error.message).toBe(
    "customers must be one cell, got 1 rows x 2 columns",
  );
});

describe("a native cell", () => {
  const cell = (row: number, column: number, ...args: (string | undefined)[]) =>
    MARGINFORECAST.nativeCell(row, column, args, false);

  it("is short where nothing changes", () => {
    expect(cell(5, 1, "6", "B1", "B2", "B3", "B4")).toBe("B1");
    expect(cell(5, 3, "6", "B1", "B2", "B3", "B4")).toBe("(B1)*B2");
    expect(cell(5, 4, "6", "B1", "B2", "B3", "B4", "B5")).toBe("(B1)*(B3*B4+B5)");
  });

  it("uses the arguments and its row's number alone", () => {
    expect(cell(0, 2, "6", "B1", "B2", "B3", "B4", "0", "0", "0", "B9")).toBe("B3");
    expect(cell(5, 2, "6", "B1", "B2", "B3", "B4", "0", "0", "0", "B9")).toBe("B3*(1+B9)^5");
    expect(cell(5, 1, "6", "B1", "B2", "B3", "B4", "0", "B7", "B8")).toBe(
      "IF(B8=0,B1+B7*5,B7/B8+(B1-B7/B8)*(1-B8)^5)",
    );
  });
});
