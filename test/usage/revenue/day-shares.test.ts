import fc from "fast-check";
import { sharesByMonth } from "../../../src/usage/revenue/day-shares";

const DAY = 86_400_000;

describe("an amount spread over the days of a service", () => {
  test("goes to months by their days", () => {
    // January has 2 of the 3 days: 31 * 2 / 3 = 20.67, its whole part 20; February has the rest.
    expect([...sharesByMonth(31n, Date.UTC(2026, 0, 30), Date.UTC(2026, 1, 2))]).toEqual([
      ["2026-01", 20n],
      ["2026-02", 11n],
    ]);
  });

  test("spreads a year by days and not by months: 28 days of February in 365", () => {
    const shares = sharesByMonth(36_500n, Date.UTC(2026, 0, 1), Date.UTC(2027, 0, 1));
    expect(shares.size).toBe(12);
    // 100 a day.
    expect(shares.get("2026-01")).toBe(3100n);
    expect(shares.get("2026-02")).toBe(2800n);
  });

  test("counts 29 days of February in a leap year", () => {
    // 366 days, 100 a day.
    const shares = sharesByMonth(36_600n, Date.UTC(2028, 0, 1), Date.UTC(2029, 0, 1));
    expect(shares.get("2028-02")).toBe(2900n);
  });

  test("belongs to its month where the service ends with it", () => {
    const shares = sharesByMonth(7n, Date.UTC(2026, 8, 1), Date.UTC(2026, 9, 1));
    expect([...shares]).toEqual([["2026-09", 7n]]);
  });

  test("reaches the next month where it ends a day later", () => {
    // 31 days, of which one in October.
    const shares = sharesByMonth(31n, Date.UTC(2026, 8, 1), Date.UTC(2026, 9, 2));
    expect([...shares]).toEqual([
      ["2026-09", 30n],
      ["2026-10", 1n],
    ]);
  });

  test("counts whole days from the day of its start where it starts within a day", () => {
    // From 15 January 10:23 to 15 February 10:23: 31 days, 17 of them from the 15th to the 31st.
    const start = Date.UTC(2026, 0, 15, 10, 23);
    expect([...sharesByMonth(3100n, start, start + 31 * DAY)]).toEqual([
      ["2026-01", 1700n],
      ["2026-02", 1400n],
    ]);
  });

  test.each([
    { it: "a moment", length: 0 },
    { it: "an hour", length: 3_600_000 },
    { it: "a day", length: DAY },
  ])("counts $it as its day", ({ length }) => {
    const start = Date.UTC(2026, 8, 30);
    expect([...sharesByMonth(5n, start, start + length)]).toEqual([["2026-09", 5n]]);
  });

  test("spreads a credit as it spreads the charge", () => {
    const [start, end] = [Date.UTC(2026, 0, 30), Date.UTC(2026, 1, 2)];
    expect([...sharesByMonth(-31n, start, end).values()]).toEqual([-20n, -11n]);
  });

  test("has its month even where it is 0", () => {
    const start = Date.UTC(2026, 8, 1);
    expect([...sharesByMonth(0n, start, start + 40 * DAY)]).toEqual([["2026-09", 0n]]);
  });

  test("adds up to the amount, no share of another sign", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }),
        fc.integer({ min: 0, max: 25_000 }),
        fc.integer({ min: 1, max: 1500 }),
        (amount, firstDay, days) => {
          const shares = sharesByMonth(amount, firstDay * DAY, (firstDay + days) * DAY);
          const sum = [...shares.values()].reduce((a, b) => a + b, 0n);
          const signs = [...shares.values()].filter((share) => share * amount < 0n);
          return sum === amount && signs.length === 0;
        },
      ),
      { seed: 5, numRuns: 300 },
    );
  });
});
