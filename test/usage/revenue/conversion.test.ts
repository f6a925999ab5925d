import { converter } from "../../../src/usage/revenue/conversion";
import { failure } from "../failure";

describe("turning amounts into the currency of the report", () => {
  test("multiplies by the rate exactly", () => {
    // 1,000,000,003 * 1.0834 = 1,083,400,003.2502, rounded.
    expect(converter("USD", { EUR: 1.0834 })(1_000_000_003n, "EUR")).toBe(1_083_400_003n);
  });

  test("rounds halves away from zero", () => {
    const convert = converter("USD", { XXX: 0.5 });
    expect([convert(1n, "XXX"), convert(-1n, "XXX"), convert(3n, "XXX")]).toEqual([1n, -1n, 2n]);
  });

  test("leaves the currency of the report alone", () => {
    expect(converter("USD", {})(7n, "USD")).toBe(7n);
  });

  test("has nothing to say of a currency without a rate", () => {
    expect(converter("USD", { EUR: 1.1 })(7n, "GBP")).toBeNull();
  });

  test.each([0, -1, Number.NaN, Infinity])("refuses a rate of %p", (rate) => {
    expect(failure(() => converter("USD", { EUR: rate }))).toMatchObject({
      code: "#NUM!",
      message: `the rate of EUR must be above 0, got ${rate}`,
    });
  });
});
