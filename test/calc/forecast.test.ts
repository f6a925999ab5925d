import fc from "fast-check";
import { crossingMonth, customerMovements, marginForecast, monthlyDecline } from "../../src/calc";
import { failure } from "./failure";
import { SEEDED } from "./tariffs";

describe("the crossing month", () => {
  it("is 15.71 months for 33% of cost, 6% growth and 2% decline", () => {
    // ln(0.6 / 0.33) / ln(1.06 x 0.98)
    expect(crossingMonth(0.33, 0.4, 0.06, 0.02)).toBeCloseTo(15.70519, 5);
  });

  it("is 0 at the threshold and below it", () => {
    expect(crossingMonth(0.6, 0.4, 0.06, 0.02)).toBe(0);
    expect(crossingMonth(0.7, 0.4, 0.06, 0.02)).toBe(0);
    expect(crossingMonth(0.7, 0.4, 0, 0.5)).toBe(0);
    expect(crossingMonth(0.59, 0.4, 0.06, 0.02)).toBeGreaterThan(0);
  });

  it("never comes where cost does not outgrow revenue", () => {
    expect(failure(() => crossingMonth(0.33, 0.4, 0.25, 0.2))).toMatch(
      /^#N\/A never falls to 0.4: cost changes by a factor of 1 per month/,
    );
    // 1.1 x 1.1 / 1.21 is 1.0000000000000002 in doubles.
    expect(failure(() => crossingMonth(0.33, 0.4, 0.1, -0.1, 0.21))).toMatch(/^#N\/A/);
    expect(failure(() => crossingMonth(0.33, 0.4, 0.02, 0.06))).toMatch(/^#N\/A/);
    expect(failure(() => crossingMonth(0, 0.4, 0.06, 0.02))).toMatch(/^#N\/A/);
  });

  it("comes later where the price rises too", () => {
    // ln(0.6 / 0.33) / ln(1.06 x 0.98 / 1.01) = 0.5978370 / 0.0281159
    expect(crossingMonth(0.33, 0.4, 0.06, 0.02, 0.01)).toBeCloseTo(21.2633, 3);
  });

  it("refuses a threshold of 100% and rates outside their range", () => {
    expect(failure(() => crossingMonth(0.33, 1, 0.06, 0.02))).toMatch(/^#NUM! marginThreshold/);
    expect(failure(() => crossingMonth(0.33, 0.4, -1, 0.02))).toMatch(/^#NUM! usageGrowth/);
    expect(failure(() => crossingMonth(0.33, 0.4, 0.06, 1))).toMatch(/^#NUM! costDecline/);
  });

  it("is the row of a forecast whose month 1 is today: ROUNDUP of it + 1", () => {
    // Usage-driven cost of 33 on a price of 100: below 40% from month 17 on.
    const margins = marginForecast(20, 1, 100, 1, 33, 0, 0, 0, 0.06, 0.02).map((m) => m.margin);
    expect(margins[15]).toBeGreaterThan(0.4);
    expect(margins[16]).toBeLessThan(0.4);
  });
});

describe("customer movements", () => {
  it("carry a month's closing number over to the next", () => {
    expect(customerMovements(2, 1000, 50, 0.5)).toEqual([
      { month: 1, opening: 1000, gained: 50, lost: 500, closing: 550 },
      { month: 2, opening: 550, gained: 50, lost: 275, closing: 325 },
    ]);
  });

  it("grow by the new ones alone without churn, and start again where all leave", () => {
    expect(customerMovements(12, 1000, 50, 0).at(-1)?.closing).toBe(1600);
    expect(customerMovements(3, 1000, 50, 1).map(({ closing }) => closing)).toEqual([50, 50, 50]);
  });

  it("follow the closed form", () => {
    // 50 / 0.03 + (1000 - 50 / 0.03) x 0.97^24 = 1666.6667 - 666.6667 x 0.4814172
    expect(customerMovements(24, 1000, 50, 0.03).at(-1)?.closing).toBeCloseTo(1345.722, 2);
  });

  it("lose and gain no one in between", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 0, max: 10_000 }),
        fc.integer({ min: 0, max: 500 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (months, opening, gained, churn) => {
          const rows = customerMovements(months, opening, gained, churn);
          const lost = rows.reduce((sum, row) => sum + row.lost, 0);
          expect(rows.at(-1)?.closing).toBeCloseTo(opening + gained * months - lost, 5);
        },
      ),
      SEEDED,
    );
  });

  it("want whole months from 1 to 600", () => {
    expect(customerMovements(600, 1)).toHaveLength(600);
    for (const months of [0, 601, 1.5]) {
      expect(failure(() => customerMovements(months, 1))).toBe(
        `#NUM! months must be a whole number, from 1 to 600, got ${months}`,
      );
    }
  });
});

describe("the margin forecast", () => {
  it("stands at the given values in month 1", () => {
    // 1000 x 99; 1000 x (400 x 0.06 + 9); (99 - 33) / 99
    const [first] = marginForecast(12, 1000, 99, 400, 0.06, 9, 50, 0.03, 0.06, 0.02, 0.01);
    expect(first).toMatchObject({ month: 1, customers: 1000, usage: 400, revenue: 99_000 });
    expect(first?.cogs).toBeCloseTo(33_000, 8);
    expect(first?.grossProfit).toBeCloseTo(66_000, 8);
    expect(first?.margin).toBeCloseTo(0.6667, 4);
    expect(first?.band).toBe("Healthy");
  });

  it("compounds usage, prices and the model's share of cost", () => {
    // Month 3: usage 100 x 1.1^2 = 121; price 50 x 1.2^2 = 72 and 0.5 x 1.44 = 0.72 a unit;
    // a unit costs 0.1 x (0.5 x 0.8^2 + 0.5) = 0.082; revenue 10 x (72 + 121 x 0.72) = 1591.2;
    // COGS 10 x (121 x 0.082 + 3) = 129.22.
    const third = marginForecast(3, 10, 50, 100, 0.1, 3, 0, 0, 0.1, 0.2, 0.2, 0.5, 0.5)[2];
    expect(third?.usage).toBeCloseTo(121, 8);
    expect(third?.revenue).toBeCloseTo(1591.2, 8);
    expect(third?.cogs).toBeCloseTo(129.22, 8);
  });

  it("keeps the other figures of a month without revenue", () => {
    const [first] = marginForecast(1, 10, 0, 100, 0.1);
    expect(first).toMatchObject({ revenue: 0, cogs: 100, grossProfit: -100 });
    expect(first?.margin).toMatchObject({ code: "#DIV/0!" });
    expect(first?.band).toMatchObject({ code: "#DIV/0!" });
  });

  it("takes a rising cost and a shrinking price", () => {
    // 0.1 x 1.5 = 0.15 a unit; 50 x 0.8
    const second = marginForecast(2, 1, 50, 100, 0.1, 0, 0, 0, 0, -0.5, -0.2)[1];
    expect(second?.cogs).toBeCloseTo(15, 10);
    expect(second?.revenue).toBeCloseTo(40, 10);
  });

  it("refuses figures outside their range", () => {
    expect(failure(() => marginForecast(1, -1, 1, 1, 1))).toMatch(/^#NUM! customers/);
    expect(failure(() => marginForecast(1, 1, -1, 1, 1))).toMatch(/^#NUM! price/);
    expect(failure(() => marginForecast(1, 1, 1, -1, 1))).toMatch(/^#NUM! usage/);
    expect(failure(() => marginForecast(1, 1, 1, 1, -1))).toMatch(/^#NUM! unitCost/);
    expect(failure(() => marginForecast(1, 1, 1, 1, 1, 0, 0, 1.1))).toMatch(/^#NUM! churn/);
    expect(failure(() => marginForecast(1, 1, 1, 1, 1, 0, 0, 0, -1))).toMatch(/^#NUM! usageGrowth/);
    expect(failure(() => marginForecast(1, 1, 1, 1, 1, 0, 0, 0, 0, 1))).toMatch(
      /^#NUM! costDecline/,
    );
  });
});

describe("the decline per month", () => {
  it.each([
    [0.9, 0.1746],
    [0.5, 0.0561],
    [0.2, 0.0184],
    [0, 0],
  ])("of %d a year is %d", (annual, monthly) => {
    expect(monthlyDecline(annual)).toBeCloseTo(monthly, 4);
  });

  it("compounds to a tenth a year, and to a thousandth in three", () => {
    // a16z's LLMflation: $60 to $0.06 in three years is a factor of 10 a year.
    expect(60 * (1 - monthlyDecline(0.9)) ** 36).toBeCloseTo(0.06, 10);
  });

  it("does not exist for a decline of everything", () => {
    expect(failure(() => monthlyDecline(1))).toMatch(/^#NUM! annual/);
  });
});
