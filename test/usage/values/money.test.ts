import fc from "fast-check";
import { parseMoney } from "../../../src/usage/values/money";

test("reads units of the currency", () => {
  expect(parseMoney("1.2378912", "units", "USD")).toBe(1_237_891_200n);
});

test("reads hundredths, whatever the currency", () => {
  // 123.78912 cents = $1.2378912
  expect(parseMoney("123.78912", "hundredths", "USD")).toBe(1_237_891_200n);
});

test("reads billionths as they are", () => {
  expect(parseMoney("1234567", "billionths", "USD")).toBe(1_234_567n);
});

test("reads minor units by the places of the currency", () => {
  expect(parseMoney("9900", "minor units", "USD")).toBe(99_000_000_000n);
  expect(parseMoney("12000", "minor units", "JPY")).toBe(12_000_000_000_000n);
  expect(parseMoney("1500", "minor units", "KWD")).toBe(1_500_000_000n);
});

test("reads the three currencies that Stripe states unlike ISO 4217 does", () => {
  // Source: docs.stripe.com/currencies, special cases and zero-decimal currencies.
  expect(parseMoney("500", "Stripe minor units", "UGX")).toBe(5_000_000_000n);
  expect(parseMoney("500", "Stripe minor units", "ISK")).toBe(5_000_000_000n);
  expect(parseMoney("500", "Stripe minor units", "MGA")).toBe(500_000_000_000n);
  expect(parseMoney("500", "minor units", "UGX")).toBe(500_000_000_000n);
  expect(parseMoney("500", "minor units", "MGA")).toBe(5_000_000_000n);
});

test("holds amounts beyond what doubles count exactly", () => {
  expect(parseMoney("123456789.123456789", "units", "USD")).toBe(123_456_789_123_456_789n);
});

test("reads no amount in a text without one", () => {
  expect(parseMoney("n/a", "units", "USD")).toBeNull();
});

it("reads plain amounts as it reads any other writing of them", () => {
  const digits = fc.stringMatching(/^\d{0,17}$/);
  const text = fc
    .tuple(digits, fc.constantFrom("", ".", ",", ".."), digits)
    .map((all) => all.join(""));
  const unit = fc.constantFrom("units" as const, "hundredths" as const, "billionths" as const);
  const mark = fc.constantFrom("." as const, "," as const);
  fc.assert(
    // The plus before it sends a text past the quick way.
    fc.property(text, unit, mark, (written, of, sign) => {
      expect(parseMoney(written, of, "USD", sign)).toBe(parseMoney(`+${written}`, of, "USD", sign));
    }),
    { seed: 5, numRuns: 2_000 },
  );
});

it("is exact where a double is not", () => {
  // 9_007_199.254740993 units are 2^53 + 1 billionths; one less fits into a double.
  expect(parseMoney("9007199.254740993", "units", "USD")).toBe(9_007_199_254_740_993n);
  expect(parseMoney("123456789012.345", "units", "USD")).toBe(123_456_789_012_345_000_000n);
});
