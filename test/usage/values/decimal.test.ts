import fc from "fast-check";
import { isWhole, parseDecimal, scaled } from "../../../src/usage/values/decimal";
import { SEEDED } from "../../calc/tariffs";

function read(text: string, mark: "." | "," = "."): number | null {
  const decimal = parseDecimal(text, mark);
  return decimal && Number(decimal.digits) / 10 ** decimal.scale;
}

test.each([
  ["31422", 31422],
  ["31422.0", 31422],
  ["-0.25", -0.25],
  [".5", 0.5],
  ["1,234,567.5", 1234567.5],
  ["1 234 567", 1234567],
  ["1\u202f234,567", 1234567],
  ["1'234'567.25", 1234567.25],
  ["12,34,567", 1234567],
  ["1.5e-7", 1.5e-7],
  ["2E3", 2000],
  ["$1,234.50 ", 1234.5],
  ["-$3.00", -3],
  ["$-3.00", -3],
  ["($3.00)", -3],
  ["−3", -3],
  ["USD 12.5", 12.5],
  ["12.5 EUR", 12.5],
])("reads %j with a decimal point", (text, number) => {
  expect(read(text)).toBe(number);
});

test.each([
  ["1.234,5", 1234.5],
  ["1.234.567", 1234567],
  ["0,000123", 0.000123],
  ["12,50 €", 12.5],
  ["1 234,5", 1234.5],
])("reads %j with a decimal comma", (text, number) => {
  expect(read(text, ",")).toBe(number);
});

test.each([
  "",
  " ",
  ".",
  "-",
  "abc",
  "1.2.3",
  "1,23",
  "1.234,5",
  "12a",
  "NaN",
  "1e",
  "0x1f",
  "1,2345",
])("reads no number in %j", (text) => {
  expect(parseDecimal(text)).toBeNull();
});

test.each(["1,234.5", "1,2,3", "1.23"])("reads no number in %j with a decimal comma", (text) => {
  expect(parseDecimal(text, ",")).toBeNull();
});

test("keeps every digit of a long amount", () => {
  expect(parseDecimal("0.003400000000000000000000000000000001")).toEqual({
    digits: 3400000000000000000000000000000001n,
    scale: 36,
  });
});

test("rounds a half away from zero", () => {
  const nano = (text: string) => {
    const decimal = parseDecimal(text);
    return decimal && scaled(decimal, 9);
  };
  expect(nano("0.0000000005")).toBe(1n);
  expect(nano("0.00000000049")).toBe(0n);
  expect(nano("-0.0000000005")).toBe(-1n);
  expect(nano("-0.00000000049")).toBe(0n);
  expect(nano("1.5e-9")).toBe(2n);
});

test("tells whole numbers", () => {
  const whole = (text: string) => {
    const decimal = parseDecimal(text);
    return decimal && isWhole(decimal);
  };
  expect(whole("4.0")).toBe(true);
  expect(whole("2e3")).toBe(true);
  expect(whole("4.5")).toBe(false);
});

test("reads what it is given, however it is written", () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
      fc.constantFrom(".", ","),
      (cents, mark) => {
        const group = mark === "." ? "," : ".";
        const digits = `${cents < 0n ? -cents : cents}`.padStart(3, "0");
        const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, group);
        const text = `${cents < 0n ? "-" : ""}${whole}${mark}${digits.slice(-2)}`;
        expect(parseDecimal(text, mark)).toEqual({ digits: cents, scale: 2 });
      },
    ),
    SEEDED,
  );
});
