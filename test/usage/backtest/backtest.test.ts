import fc from "fast-check";
import { CalcError } from "../../../src/calc";
import { backtest } from "../../../src/usage/backtest/backtest";
import { tariffInWords } from "../../../src/usage/backtest/tariff-in-words";
import { customer, CUSTOMERS, HYBRID, METERED, NAMED, SEAT } from "./tariffs";

test("bills each month of each customer by itself", () => {
  const { customers } = backtest(CUSTOMERS, NAMED, true);
  const heavy = customers.find(({ id }) => id === "heavy");
  expect(heavy).toMatchObject({ months: 2, tasks: 7000, paid: 198 });
  // 7000 x 0.05
  expect(heavy?.cost).toBeCloseTo(350, 9);
  // seat 2 x 99; metered 7000 x 0.1; hybrid 2 x 50 + (2000 + 3000) x 0.08
  expect(heavy?.charges.map((charge) => Math.round(charge * 100) / 100)).toEqual([198, 700, 500]);
});

test("puts the dearest customers first and those of unknown cost last", () => {
  const { customers } = backtest(CUSTOMERS, NAMED, true);
  expect(customers.map(({ id, cost }) => [id, cost === null])).toEqual([
    ["heavy", false],
    ["light", false],
    ["free", false],
    ["unknown", true],
  ]);
});

test("knows of no payments where the import holds no revenue", () => {
  expect(backtest(CUSTOMERS, NAMED, false).customers.map(({ paid }) => paid)).toEqual([
    null,
    null,
    null,
    null,
  ]);
});

test("knows of no payments of a customer whose revenue is not wholly known", () => {
  const [light] = CUSTOMERS;
  if (!light) throw new Error("there is a customer");
  const foreign = { ...light, isComplete: false, isRevenueKnown: false };
  expect(backtest([foreign], NAMED, true).customers[0]).toMatchObject({ paid: null, cost: null });
});

test("bills nothing where there is cost alone, which counts", () => {
  const costly = { ...customer("a", [], 0, 0), costOfNoMonth: 8 };
  const [replayed] = backtest([costly], NAMED, true).customers;
  expect(replayed).toMatchObject({ cost: 8, paid: 0, charges: [0, 0, 0], months: 0 });
});

test("replays one to six tariffs", () => {
  const six = Array.from({ length: 6 }, () => ({ name: "Seat", tariff: SEAT }));
  expect(backtest(CUSTOMERS, six, true).tariffs).toHaveLength(6);
  expect(() => backtest(CUSTOMERS, [], true)).toThrow("1 to 6 tariffs are replayed, got 0");
  expect(() => backtest(CUSTOMERS, [...six, ...six.slice(0, 1)], true)).toThrow("got 7");
});

test("names the tariff that cannot bill a month", () => {
  const closed = { ...HYBRID, upTo: [1000, 2000] };
  const replay = () => backtest(CUSTOMERS, [{ name: "Closed", tariff: closed }], true);
  expect(replay).toThrow(CalcError);
  expect(replay).toThrow(/^Closed: /);
});

test("metered charges follow tasks, however they fall on months and customers", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 3 }),
      (tasks) => {
        const replayed = backtest(
          [customer("a", tasks, 0, 0)],
          [{ name: "M", tariff: METERED }],
          true,
        );
        const all = tasks.reduce((a, b) => a + b, 0);
        expect(replayed.customers[0]?.charges[0]).toBeCloseTo(all * 0.1, 6);
      },
    ),
    { seed: 3, numRuns: 100 },
  );
});

test.each([
  [SEAT, "T: base fee 99"],
  [METERED, "T: all units at 0.1"],
  [HYBRID, "T: base fee 50; up to 1,000 at 0, beyond at 0.08"],
  [
    { ...SEAT, rule: "package" as const, unitPrices: [5], packageSize: 100, freeUnits: 10 },
    "T: base fee 99; 5 for each 100 units started beyond 10 free",
  ],
  [
    { ...METERED, billedUnitsPerTask: 2, discount: 0.1, commitment: 500 },
    "T: all units at 0.1; 2 units per task; 10% discount; at least 500 a month",
  ],
  [{ ...METERED, unitPrices: [0] }, "T: free"],
])("says what a tariff bills: %#", (tariff, words) => {
  expect(tariffInWords({ name: "T", tariff })).toBe(words);
});
