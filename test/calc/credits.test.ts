import fc from "fast-check";
import { creditCharge, creditMonths, creditRevenue } from "../../src/calc";
import { failure } from "./failure";
import { SEEDED } from "./tariffs";

describe("a credit charge", () => {
  // 1,000 granted and 50 carried over; the fee is 20, a credit beyond is 0.02.
  it.each([
    [1049, 20],
    [1050, 20],
    // 20 + 1 x 0.02
    [1051, 20.02],
    [1200, 23],
  ])("bills %d units at %d", (units, amount) => {
    expect(creditCharge(units, 1000, 0.02, 50, 20)).toBeCloseTo(amount, 10);
  });

  it("turns units into credits first", () => {
    // 20 + (300 x 5 - 1000) x 0.02
    expect(creditCharge(300, 1000, 0.02, 0, 20, 5)).toBe(30);
  });

  it("refuses units that use no credits, and negative figures", () => {
    expect(failure(() => creditCharge(1, 1, 1, 0, 0, 0))).toBe(
      "#NUM! creditsPerUnit must be above 0, got 0",
    );
    expect(failure(() => creditCharge(-1, 1, 1))).toMatch(/^#NUM! units/);
    expect(failure(() => creditCharge(1, -1, 1))).toMatch(/^#NUM! grantedCredits/);
    expect(failure(() => creditCharge(1, 1, -1))).toMatch(/^#NUM! overagePrice/);
    expect(failure(() => creditCharge(1, 1, 1, -1))).toMatch(/^#NUM! carriedOver/);
    expect(failure(() => creditCharge(1, 1, 1, 0, -1))).toMatch(/^#NUM! fee/);
  });
});

describe("credit months", () => {
  it("let unused credits expire where nothing rolls over, as in Zuora's example", () => {
    // 1,200 granted - 800 used = 400 expired
    expect(creditMonths([800], 1200, 0)).toEqual([
      { opening: 0, granted: 1200, used: 800, overage: 0, expired: 400, balance: 0 },
    ]);
  });

  it("carry over up to the cap, and use that first", () => {
    expect(creditMonths([400, 1100, 1500], 1000, 500, 100)).toEqual([
      // 100 + 1000 - 400 = 700, of which 500 roll over
      { opening: 100, granted: 1000, used: 400, overage: 0, expired: 200, balance: 500 },
      // 500 + 1000 - 1100 = 400
      { opening: 500, granted: 1000, used: 1100, overage: 0, expired: 0, balance: 400 },
      // 1400 of 1500
      { opening: 400, granted: 1000, used: 1400, overage: 100, expired: 0, balance: 0 },
    ]);
  });

  it("carry over everything without a cap", () => {
    const balances = creditMonths([0, 0, 2500], 1000).map(({ balance }) => balance);
    expect(balances).toEqual([1000, 2000, 500]);
  });

  it("refuse a negative month", () => {
    expect(failure(() => creditMonths([5, -1], 1000, 0))).toBe(
      "#NUM! needed, entry 2, must be 0 or more, got -1",
    );
    expect(failure(() => creditMonths([5], 1000, -1))).toMatch(/^#NUM! rolloverCap/);
  });

  it("lose no credit: opening + granted = used + expired + balance", () => {
    const whole = fc.integer({ min: 0, max: 5000 });
    fc.assert(
      fc.property(
        fc.array(whole, { minLength: 1, maxLength: 24 }),
        whole,
        whole,
        whole,
        (needed, granted, cap, opening) => {
          const months = creditMonths(needed, granted, cap, opening);
          const sum = (pick: (month: (typeof months)[number]) => number) =>
            months.reduce((total, month) => total + pick(month), 0);
          const last = months.at(-1)?.balance ?? 0;
          expect(sum((m) => m.used) + sum((m) => m.expired) + last).toBe(
            opening + granted * needed.length,
          );
          expect(sum((m) => m.used) + sum((m) => m.overage)).toBe(
            needed.reduce((a, b) => a + b, 0),
          );
          for (const { balance } of months) expect(balance).toBeLessThanOrEqual(cap);
        },
      ),
      SEEDED,
    );
  });
});

describe("credit revenue", () => {
  it("recognises breakage in proportion to use", () => {
    // 1000 x 90 / (1000 x 0.9)
    expect(creditRevenue(1000, 1000, 0.1, 90)).toBeCloseTo(100, 10);
  });

  it("recognises all cash once the credits expected to be used are", () => {
    expect(creditRevenue(1000, 1000, 0.1, 899)).toBeLessThan(1000);
    expect(creditRevenue(1000, 1000, 0.1, 900)).toBe(1000);
    expect(creditRevenue(1000, 1000, 0.1, 1000)).toBe(1000);
  });

  it("refuses more use than was sold, and breakage of everything", () => {
    expect(failure(() => creditRevenue(1000, 1000, 0.1, 1001))).toBe(
      "#NUM! used must be at most the 1000 credits sold, got 1001",
    );
    expect(failure(() => creditRevenue(1000, 1000, 1, 0))).toBe(
      "#NUM! breakage must be 0 or more and below 1, got 1",
    );
  });
});
