import { CalcError } from "../../src/calc";
import { toExcel } from "../../src/functions/define";

class ExcelError extends Error {
  constructor(
    readonly code: string,
    message?: string,
  ) {
    super(message);
  }
}

beforeAll(() => {
  Object.assign(globalThis, {
    CustomFunctions: {
      Error: ExcelError,
      ErrorCode: { divisionByZero: "#DIV/0!", notAvailable: "#N/A" },
    },
  });
});

afterAll(() => {
  Reflect.deleteProperty(globalThis, "CustomFunctions");
});

const divided = new CalcError("#DIV/0!", "revenue is 0");
const unknown = new CalcError("#N/A", "Unknown model");

test("leaves figures and texts as they are", () => {
  expect(
    toExcel([
      [1, "Healthy"],
      [0, ""],
    ]),
  ).toEqual([
    [1, "Healthy"],
    [0, ""],
  ]);
});

test("lets each error stand in its cell, as Excel wants it", () => {
  const [first, second, third] = toExcel([
    [1, 2],
    [3, divided],
    [unknown, 4],
  ]);
  expect(first).toEqual([1, 2]);
  expect(second).toEqual([3, new ExcelError("#DIV/0!", "revenue is 0")]);
  expect(second?.[1]).toMatchObject({ code: "#DIV/0!" });
  expect(third?.[0]).toMatchObject({ code: "#N/A", message: "Unknown model" });
  expect(third?.[1]).toBe(4);
});

test("throws an error that is the only answer", () => {
  expect(() => toExcel([[unknown]])).toThrow(ExcelError);
});
