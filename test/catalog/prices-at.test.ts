import { priceFor, pricesAt, validFrom } from "../../src/catalog/prices-at";
import type { ModelRow } from "../../src/catalog/price-rows";
import { failure } from "../calc/failure";

// Excel: 46251 is 17 August 2026, 46023 is 1 January 2026.
const DATED: ModelRow = [
  "dated",
  "",
  [1],
  [
    [46251, [3]],
    [46023, [2]],
  ],
];
// From 08:00 to 16:00 UTC, from 22:00 to 06:00 over midnight.
const DAYTIME: ModelRow = ["daytime", "", [1], [[[28_800, 57_600], [2]]]];
const NIGHT: ModelRow = ["night", "", [1], [[[79_200, 21_600], [2]]]];

const SECOND = 1 / 86_400;

test.each([
  ["before any change", 40_000, 1],
  ["a second before the first day", 46_023 - SECOND, 1],
  ["on the first day", 46_023, 2],
  ["a second after midnight", 46_023 + SECOND, 2],
  ["on the day before the next change", 46_250, 2],
  ["a second before the next change", 46_251 - SECOND, 2],
  ["on the day of the next change", 46_251, 3],
  ["long after", 60_000, 3],
])("a dated price, %s", (_when, asOf, price) => {
  expect(pricesAt(DATED, asOf)).toEqual([price]);
});

test.each([
  ["a second before it begins", 8 / 24 - SECOND, 1],
  ["when it begins", 8 / 24, 2],
  ["a second before it ends", 16 / 24 - SECOND, 2],
  ["when it ends", 16 / 24, 1],
  ["at midnight", 0, 1],
])("a price by time of day, %s", (_when, time, price) => {
  expect(pricesAt(DAYTIME, 46_251 + time)).toEqual([price]);
});

test.each([
  ["before it begins", 22 / 24 - SECOND, 1],
  ["when it begins", 22 / 24, 2],
  ["at midnight", 0, 2],
  ["before it ends", 6 / 24 - SECOND, 2],
  ["when it ends", 6 / 24, 1],
])("a price over midnight, %s", (_when, time, price) => {
  expect(pricesAt(NIGHT, 46_251 + time)).toEqual([price]);
});

test("a time that Excel added up from hours and minutes counts as the whole second that it shows", () => {
  // 46251 + 1/3 in a double is 0.16 microseconds short of 08:00:00.
  const eight = 46_251.333333333328;
  expect(eight).toBeLessThan(46_251 + 1 / 3 + 1e-12);
  expect(pricesAt(DAYTIME, eight)).toEqual([2]);
});

test("prices hold since the last change, or since no known day", () => {
  expect(validFrom(DATED, 46_022)).toBeUndefined();
  expect(validFrom(DATED, 46_023)).toBe(46_023);
  expect(validFrom(DATED, 46_250)).toBe(46_023);
  expect(validFrom(DATED, 46_251)).toBe(46_251);
  expect(validFrom(DAYTIME, 46_251.5)).toBeUndefined();
  expect(validFrom(["plain", "", [1]], 46_251)).toBeUndefined();
});

test.each([0, -1, 2_958_466, NaN, Infinity])("refuses %d, which is no date", (asOf) => {
  expect(failure(() => pricesAt(DATED, asOf))).toMatch(/^#NUM! asOf must be/);
});

test("takes the first and the last date of Excel", () => {
  expect(pricesAt(DATED, 1)).toEqual([1]);
  // 31 December 9999, 18:00
  expect(pricesAt(DATED, 2_958_465.75)).toEqual([3]);
});

describe("a price with long-context tiers", () => {
  const TIERED = [
    3,
    [
      [200_000, 6],
      [400_000, 12],
    ],
  ] as const;

  it.each([
    [0, 3],
    [199_999, 3],
    [200_000, 3],
    [200_001, 6],
    [400_000, 6],
    [400_001, 12],
  ])("is for a prompt of %d tokens $%d", (promptTokens, price) => {
    expect(priceFor(TIERED, promptTokens)).toBe(price);
  });

  it("is the same for every prompt where there are no tiers, and none where there is no price", () => {
    expect(priceFor(2, 1_000_000)).toBe(2);
    expect(priceFor(0, 10)).toBe(0);
    expect(priceFor(null, 10)).toBeUndefined();
    expect(priceFor(undefined, 10)).toBeUndefined();
  });
});
