import {
  grossMargin,
  marginSensitivity,
  priceFloor,
  repricedMargin,
  tokenPriceScale,
  tornado,
  twoWayGrid,
} from "../../src/calc";
import { failure } from "./failure";

describe("the tornado", () => {
  const margin = (f: { price: number; units: number; unitCost: number; fixed: number }) =>
    grossMargin(f.price, f.units * f.unitCost + f.fixed);
  const base = { price: 99, units: 400, unitCost: 0.06, fixed: 9 };

  it("sorts factors by what they do to the margin", () => {
    const bars = tornado(margin, base, [
      ["fixed", 7.2, 10.8],
      ["price", 89.1, 108.9],
      ["unitCost", 0.042, 0.078],
      ["units", 200, 800],
    ]);
    expect(bars.map(({ factor }) => factor)).toEqual(["units", "unitCost", "price", "fixed"]);
    // (48 - 12) / 99, 24 x 0.6 / 99, 33 / 89.1 - 33 / 108.9, 3.6 / 99
    const swings = [0.3636, 0.1455, 0.0673, 0.0364];
    for (const [i, swing] of swings.entries()) expect(bars[i]?.swing).toBeCloseTo(swing, 4);
  });

  it("keeps low and high as they are, whichever is better", () => {
    const [bar] = tornado(margin, base, [["units", 200, 800]]);
    // (99 - 21) / 99 and (99 - 57) / 99
    expect(bar?.low).toBeCloseTo(0.7879, 4);
    expect(bar?.high).toBeCloseTo(0.4242, 4);
  });

  it("keeps ties in the order of the input", () => {
    const sum = ({ a, b, c }: { a: number; b: number; c: number }) => a + b - c;
    const bars = tornado(sum, { a: 1, b: 1, c: 1 }, [
      ["c", 0, 2],
      ["a", 0, 2],
      ["b", 0, 3],
    ]);
    expect(bars.map(({ factor }) => factor)).toEqual(["b", "c", "a"]);
  });
});

describe("the sensitivity of a margin", () => {
  it("is 1 - margin to price and minus the usage cost's share to unit cost", () => {
    // The running case: 33 of cost, 24 of it usage, on 99.
    const slopes = marginSensitivity(2 / 3, 24 / 99);
    expect(slopes.toPrice).toBeCloseTo(1 / 3, 12);
    expect(slopes.toUnitCost).toBeCloseTo(-0.2424, 4);
    // (1/3) / (2/3) and (-24/99) / (66/99)
    expect(slopes.priceElasticity).toBeCloseTo(0.5, 12);
    expect(slopes.costElasticity).toBeCloseTo(-0.3636, 4);
  });

  it("is undefined at margin 0", () => {
    expect(failure(() => marginSensitivity(0, 0.5))).toMatch(/^#DIV\/0!/);
  });
});

test("10% on the price lifts a margin of 60% to 63.636%", () => {
  // 1 - 0.4 / 1.1
  expect(repricedMargin(0.6, 0.1)).toBeCloseTo(0.63636, 5);
  expect(repricedMargin(0.6, 0)).toBe(0.6);
  expect(failure(() => repricedMargin(0.6, -1))).toMatch(/^#NUM! priceChange/);
});

describe("the scale of token prices", () => {
  it("reaches the target margin", () => {
    // (100 x 0.4 - 10) / 50; then 50 x 0.6 + 10 = 40 of cost on 100
    expect(tokenPriceScale(100, 0.6, 50, 10)).toBe(0.6);
    expect(priceFloor(40, 0.6)).toBe(100);
  });

  it("is above 1 where tokens may get dearer", () => {
    expect(tokenPriceScale(100, 0.4, 50)).toBe(1.2);
  });

  it("is 0 where only free tokens reach it, and does not exist beyond", () => {
    expect(tokenPriceScale(100, 0.6, 50, 40)).toBe(0);
    expect(failure(() => tokenPriceScale(100, 0.6, 50, 41))).toMatch(/^#NUM! other cost of 41/);
    expect(failure(() => tokenPriceScale(100, 0.6, 0, 10))).toMatch(/^#DIV\/0!/);
  });
});

test("a two-way grid holds a figure, or its error, for every pair", () => {
  const grid = twoWayGrid([0, 100], [20, 40], grossMargin);
  expect(grid[0]?.[0]).toMatchObject({ code: "#DIV/0!" });
  expect(grid[0]?.[1]).toMatchObject({ code: "#DIV/0!" });
  // (100 - 20) / 100, (100 - 40) / 100
  expect(grid[1]).toEqual([0.8, 0.6]);
});
