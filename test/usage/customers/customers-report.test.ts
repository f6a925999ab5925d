import fc from "fast-check";
import { customersReport } from "../../../src/usage/customers/customers-report";
import type { ReportTerms } from "../../../src/usage/customers/report-terms";
import { recogniseRevenue } from "../../../src/usage/revenue/recognise-revenue";
import type { RevenueRow } from "../../../src/usage/revenue-row";
import type { PartyTasks, UsageLine } from "../../../src/usage/usage-summary";
import { failure } from "../failure";
import {
  DOLLAR,
  importedOf,
  NO_TOKENS,
  reported,
  revenueRow,
  usageLine,
  usageSummary,
} from "./rows";

const REST = { currency: "USD", rates: {}, otherCogs: null, targetMargin: 0.6 };

function report(
  lines: readonly UsageLine[],
  rows: readonly RevenueRow[],
  given: Partial<ReportTerms> = {},
) {
  const revenue = recogniseRevenue(rows, {
    basis: "recognised",
    from: "2026-08",
    to: "2026-09",
    currency: given.currency ?? "USD",
    rates: given.rates ?? {},
  });
  return customersReport({ ...REST, usage: usageSummary(lines), revenue, ...given });
}

function first(...given: Parameters<typeof report>) {
  const [customer] = report(...given).customers;
  if (!customer) throw new Error("there is a customer");
  return customer;
}

/** Acme paid $100 in September. */
const PAID = revenueRow({});
const cost = (dollars: bigint, given: Partial<UsageLine> = {}) =>
  usageLine({ costs: reported(dollars * DOLLAR), ...given });

describe("the margin of a customer", () => {
  test("is what inference leaves of revenue where nothing else is known", () => {
    // (100 - 30) / 100 = 70%; whether 60% is met depends on what else the customer costs.
    expect(first([cost(30n)], [PAID])).toMatchObject({
      id: "acme",
      matchedBy: "id",
      revenue: 100,
      inference: 30,
      otherCogs: 0,
      cogs: 30,
      margin: 0.7,
      status: "Not known",
    });
  });

  test("holds other cost per task, per month and as a share of revenue, and what was imported", () => {
    const usage = usageSummary(
      [cost(30n, { month: "2026-08" }), cost(0n)],
      [{ customerId: "acme", month: "2026-09", tasks: 50, requests: 50, unpricedTasks: 0 }],
    );
    const otherCogs = {
      perTask: 0.02,
      perCustomerMonth: 2.5,
      revenueShare: 0.03,
      imported: importedOf({ acme: 4n }),
    };
    // 50 * 0.02 + 2 months * 2.5 + 100 * 0.03 + 4 = 1 + 5 + 3 + 4 = 13; 100 - 43 = 57.
    expect(first([], [PAID], { usage, otherCogs })).toMatchObject({
      otherCogs: 13,
      cogs: 43,
      grossProfit: 57,
      margin: 0.57,
      status: "Below target",
    });
  });

  const NOTHING_ELSE = { perTask: 0, perCustomerMonth: 0, revenueShare: 0 };
  test.each([
    { dollars: 39n, status: "At target" },
    { dollars: 40n, status: "At target" },
    { dollars: 41n, status: "Below target" },
    { dollars: 100n, status: "Below target" },
    { dollars: 101n, status: "Loss" },
  ])("of $dollars dollars of cost to 100 of revenue is: $status", ({ dollars, status }) => {
    expect(first([cost(dollars)], [PAID], { otherCogs: NOTHING_ELSE }).status).toBe(status);
  });

  test.each([
    { it: "is a loss already", dollars: 101n, status: "Loss" },
    { it: "misses the target already", dollars: 41n, status: "Below target" },
  ])("after inference alone $it", ({ dollars, status }) => {
    expect(first([cost(dollars)], [PAID]).status).toBe(status);
  });

  test("does not exist without revenue: cost is a loss", () => {
    expect(first([cost(5n)], [])).toMatchObject({ margin: null, status: "Loss", priceRise: null });
    expect(first([cost(0n)], [])).toMatchObject({ margin: null, status: "No revenue" });
  });

  test("is not known of credits paid in advance, as nothing says what was used of them", () => {
    const credits = revenueRow({
      customerId: "cus_1",
      customerName: "ACME",
      kind: "prepayment",
      invoicedOn: Date.UTC(2026, 6, 1),
    });
    const prepaid = report([cost(30n)], [credits]);
    expect(prepaid.customers).toMatchObject([
      { id: "acme", name: "ACME", matchedBy: "name", status: "Incomplete", margin: null },
    ]);
    expect(prepaid.customers[0]?.ledger.gaps).toEqual([
      "use of prepaid credits: nothing says which credits were used",
    ]);
    expect(prepaid.onlyInUsage).toEqual([]);
    // Of October: not paid in the period, so nothing of them can have been used.
    const later = { ...credits, invoicedOn: Date.UTC(2026, 9, 1) };
    expect(first([cost(30n)], [later])).toMatchObject({ status: "Loss", matchedBy: null });
  });

  test("says what would reach the target", () => {
    // 60% of 100 leaves 40 for cost, 15 less than 55. 55 / 0.4 = 137.50: 37.5% more.
    const { costToTakeOut, priceRise } = first([cost(55n)], [PAID]);
    expect(costToTakeOut).toBeCloseTo(15, 12);
    expect(priceRise).toBeCloseTo(0.375, 12);
  });

  test("counts that cost which is a share of revenue rises with the price", () => {
    const otherCogs = { perTask: 0, perCustomerMonth: 0, revenueShare: 0.05 };
    // 1 - 0.6 - 0.05 = 0.35 of the price pays for 55: 55 / 0.35 = 157.142857.
    expect(first([cost(55n)], [PAID], { otherCogs }).priceRise).toBeCloseTo(0.57142857142857, 12);
  });

  test("has no price at the target where the share leaves no room", () => {
    const otherCogs = { perTask: 0, perCustomerMonth: 0, revenueShare: 0.4 };
    expect(first([cost(55n)], [PAID], { otherCogs }).priceRise).toBeNull();
  });

  test("asks for nothing at the target", () => {
    expect(first([cost(10n)], [PAID])).toMatchObject({ costToTakeOut: 0, priceRise: 0 });
  });
});

const UNPRICED = usageLine({
  model: "x",
  requests: 4,
  inUncached: 500,
  unpriced: {
    ...NO_TOKENS,
    inUncached: 500,
    requests: 4,
    reasons: ['the catalog has no model "x"'],
  },
});

describe("what is not known", () => {
  test("makes a customer incomplete, with the reason", () => {
    const { status, margin, costToTakeOut, ledger } = first([cost(30n), UNPRICED], [PAID]);
    expect({ status, margin, costToTakeOut, gaps: ledger.gaps }).toEqual({
      status: "Incomplete",
      margin: null,
      costToTakeOut: null,
      gaps: ['the catalog has no model "x"'],
    });
  });

  test("leaves a range from the cheapest to the dearest price per token", () => {
    const lines = [
      // 1,000 tokens for $1 and for $3: 0.001 and 0.003 each; 500 tokens have no price.
      cost(1n, { model: "cheap" }),
      cost(3n, { model: "dear" }),
      UNPRICED,
    ];
    const { unpriced, pricedShare } = report(lines, [PAID]);
    expect(unpriced).toEqual({ lowNano: DOLLAR / 2n, highNano: (3n * DOLLAR) / 2n });
    // 20 of 24 requests.
    expect(pricedShare).toBeCloseTo(20 / 24, 12);
  });

  test("has no range where nothing has a price", () => {
    expect(report([UNPRICED], [PAID]).unpriced).toBeNull();
  });

  test("has no range where requests without a price have no tokens", () => {
    const line = { ...UNPRICED, inUncached: 0, unpriced: { ...UNPRICED.unpriced, inUncached: 0 } };
    expect(report([cost(1n), line], [PAID]).unpriced).toBeNull();
  });

  test("has no range where a bill in a currency without a rate has no tokens", () => {
    const bill = cost(1n, { currency: "CNY", requests: 0, inUncached: 0 });
    expect(report([cost(1n), bill], [PAID]).unpriced).toBeNull();
  });

  test("is not known either where tokens without a price come without requests", () => {
    const unpriced = { ...UNPRICED.unpriced, requests: 0 };
    const { customers, unpriced: range } = report([cost(1n), { ...UNPRICED, unpriced }], [PAID]);
    expect(customers[0]?.status).toBe("Incomplete");
    // 500 tokens at $1 for 1,000.
    expect(range).toEqual({ lowNano: DOLLAR / 2n, highNano: DOLLAR / 2n });
  });

  test("is 0 where all is known", () => {
    expect(report([cost(1n)], [PAID]).unpriced).toEqual({ lowNano: 0n, highNano: 0n });
  });

  test("holds cost and revenue in currencies without a rate", () => {
    const all = report(
      [cost(30n), cost(8n, { currency: "CNY" })],
      [PAID, revenueRow({ currency: "EUR" })],
    );
    expect(all.unconvertedCost).toEqual([{ currency: "CNY", lines: 1, nano: 8n * DOLLAR }]);
    const [ledger] = all.customers.map((each) => each.ledger);
    if (!ledger) throw new Error("there is a customer");
    expect(ledger.inferenceNano).toBe(30n * DOLLAR);
    expect(ledger.gaps).toEqual([
      "cost in CNY, which has no rate",
      "revenue in EUR, which has no rate",
    ]);
  });
});

describe("the report", () => {
  test("keeps usage of nobody and of no paying customer apart, in the total", () => {
    const lines = [
      cost(30n),
      cost(5n, { customerId: null }),
      cost(7n, { customerId: "staff" }),
      cost(2n, { customerId: "trial" }),
    ];
    const { customers, unallocated, unallocatedByKind, total } = report(lines, [PAID], {
      unallocated: new Map([
        ["staff", "Internal"],
        ["trial", "Free tier"],
      ]),
    });
    expect(customers.map(({ id }) => id)).toEqual(["acme"]);
    expect(unallocated.inference).toBe(14);
    expect(
      [...unallocatedByKind].map(([kind, { inferenceNano }]) => [kind, inferenceNano]),
    ).toEqual([
      ["No customer named", 5n * DOLLAR],
      ["Internal", 7n * DOLLAR],
      ["Free tier", 2n * DOLLAR],
    ]);
    // 30 + 14.
    expect(total).toMatchObject({ inference: 44, margin: 0.56 });
  });

  test("lists who is in usage or in revenue alone", () => {
    const lines = [cost(1n), cost(2n, { customerId: "bolt" })];
    const rows = [PAID, revenueRow({ customerId: "coil" }), revenueRow({ customerId: null })];
    const { onlyInUsage, onlyInRevenue, unnamedRevenue, total } = report(lines, rows);
    expect({ onlyInUsage, onlyInRevenue }).toEqual({
      onlyInUsage: ["bolt"],
      onlyInRevenue: ["coil"],
    });
    expect(unnamedRevenue.revenue).toBe(100);
    expect(total.revenue).toBe(300);
  });

  test("puts several ids of usage together by the mapping table", () => {
    const lines = [cost(10n, { customerId: "key_1" }), cost(20n, { customerId: "key_2" })];
    const mappings = ["key_1", "key_2"].map((from) => ({ from, to: "acme" }));
    expect(first(lines, [PAID], { mappings })).toMatchObject({ inference: 30, matchedBy: "id" });
  });

  test("never drops imported cost of a customer that nothing else names", () => {
    const otherCogs = {
      perTask: 0,
      perCustomerMonth: 0,
      revenueShare: 0,
      imported: importedOf({ ghost: 1n }),
    };
    const { customers, total, ...sides } = report([], [], { otherCogs });
    expect(customers).toMatchObject([{ id: "ghost", cogs: 1, status: "Loss" }]);
    expect(sides).toMatchObject({ onlyInUsage: [], onlyInRevenue: [], onlyInCosts: ["ghost"] });
    expect(total.cogs).toBe(1);
  });

  test("has the quantiles of a customer's tasks in its currency", () => {
    const tasks = { customerId: "acme", currency: "EUR", tasks: 3 };
    const quantiles = { p50Nano: 1e9, p90Nano: 2e9, p99Nano: 4e9 };
    const usage = usageSummary([cost(1n)], [], [{ ...tasks, ...quantiles }]);
    const { taskCosts } = first([], [PAID], { usage, rates: { EUR: 1.25 } });
    expect(taskCosts).toEqual({ p50: 1.25, p90: 2.5, p99: 5 });
  });

  test.each([
    ["without a rate", { currency: "CHF", tasks: 3 }, "no rate of CHF"],
    ["without tasks", { currency: "USD", tasks: 0 }, "no tasks"],
  ])("says why there are no quantiles: %s", (_what, given, why) => {
    const tasks = { customerId: "acme", ...given, p50Nano: 1, p90Nano: 1, p99Nano: 1 };
    const usage = usageSummary([cost(1n)], [], [tasks]);
    expect(first([], [PAID], { usage }).taskCosts).toBe(why);
    expect(first([], [PAID], { usage: usageSummary([cost(1n)]) }).taskCosts).toBe("no tasks");
  });

  test("has quantiles of several ids where the summary puts exactly these together", () => {
    const ids = ["key_1", "key_2"];
    const none = { currency: "USD", tasks: 3, p50Nano: 1e9, p90Nano: 2e9, p99Nano: 4e9 };
    const usage = usageSummary(
      ids.map((customerId) => cost(1n, { customerId })),
      [],
      ids.map((customerId) => ({ customerId, ...none })),
    );
    const mappings = ids.map((from) => ({ from, to: "acme" }));
    const taskCosts = (parties?: readonly PartyTasks[]) =>
      first([], [PAID], { usage: { ...usage, ...(parties && { parties }) }, mappings }).taskCosts;
    expect(taskCosts()).toBe("several ids");
    const party = { customerId: "acme", ...none };
    expect(taskCosts([{ ...party, ids: ["key_2", "key_1"] }])).toEqual({ p50: 1, p90: 2, p99: 4 });
    expect(taskCosts([{ ...party, ids: ["key_1", "key_3"] }])).toBe("several ids");
    expect(taskCosts([{ ...party, ids: [...ids, "key_3"] }])).toBe("several ids");
    expect(report([], [PAID], { usage, mappings }).severalIds).toEqual([
      ["key_1", "acme"],
      ["key_2", "acme"],
    ]);
  });

  test("tells the trend of cost by month", () => {
    // 15 after 10: 50% more.
    const lines = [cost(10n, { month: "2026-08" }), cost(15n)];
    expect(first(lines, [PAID]).trend).toBeCloseTo(0.5, 12);
    expect(first([cost(15n)], [PAID]).trend).toBeNull();
  });

  test("leaves a month that usage covers in part out of the trend", () => {
    const lines = [cost(10n, { month: "2026-08" }), cost(15n)];
    const usage = { ...usageSummary(lines), start: Date.UTC(2026, 7, 20) };
    // What is in the export of August is no month to compare with.
    expect(first([], [PAID], { usage }).trend).toBeNull();
    expect(report([], [PAID], { usage }).wholeMonths).toEqual(["2026-09"]);
    const cut = { ...usage, end: Date.UTC(2026, 8, 10) };
    expect(report([], [PAID], { usage: cut }).wholeMonths).toEqual([]);
    expect(first([], [PAID], { usage: cut }).trend).toBeNull();
  });

  test("says how well cost is known", () => {
    const costs = { billed: DOLLAR, reported: 2n * DOLLAR, derived: 3n * DOLLAR, assumed: 0n };
    const otherCogs = { perTask: 0, perCustomerMonth: 4, revenueShare: 0 };
    // 1 + 2 + 3 + 4 of 10.
    expect(first([usageLine({ costs })], [PAID], { otherCogs }).quality).toEqual({
      billed: 0.1,
      reported: 0.2,
      derived: 0.3,
      assumed: 0.4,
    });
  });

  test("refuses usage of months in which it has no revenue", () => {
    expect(failure(() => report([cost(1n, { month: "2026-10" })], [PAID]))).toMatchObject({
      code: "#VALUE!",
      message: "usage of 2026-10 lies outside the months of the revenue",
    });
  });

  test("refuses a target of 1", () => {
    expect(failure(() => report([], [], { targetMargin: 1 }))).toMatchObject({ code: "#NUM!" });
  });

  test("loses nothing: customers, unallocated usage and unnamed revenue are the total", () => {
    const id = fc.constantFrom("a", "b", "c", "staff", null);
    const usage = fc.array(
      fc.record({
        customerId: id,
        model: fc.constantFrom("x", "y", null),
        month: fc.constantFrom("2026-08", "2026-09"),
        requests: fc.integer({ min: 0, max: 99 }),
        costs: fc.bigInt({ min: 0n, max: 10n ** 14n }).map(reported),
      }),
      { maxLength: 20 },
    );
    const revenue = fc.array(
      fc.record({ customerId: id, amountNano: fc.bigInt({ min: -(10n ** 13n), max: 10n ** 14n }) }),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(usage, revenue, (lines, rows) => {
        const { customers, unallocated, unnamedRevenue, total, inferenceByMonth } = report(
          lines.map(usageLine),
          rows.map(revenueRow),
          { unallocated: new Map([["staff", "Internal"]]) },
        );
        const parts = [...customers, unallocated, unnamedRevenue].map(({ ledger }) => ledger);
        const sum = (numbers: readonly bigint[]) => numbers.reduce((a, b) => a + b, 0n);
        const cost = sum(lines.map(({ costs }) => costs.reported));
        const months = [...inferenceByMonth.values()].flatMap((models) => [...models.values()]);
        expect(sum(parts.map(({ inferenceNano }) => inferenceNano))).toBe(cost);
        expect(sum(months)).toBe(cost);
        expect(total.ledger.inferenceNano).toBe(cost);
        expect(sum([...total.ledger.inferenceByModel.values()])).toBe(cost);
        const paid = sum(rows.map(({ amountNano }) => amountNano));
        expect(sum(parts.map(({ revenueNano }) => revenueNano))).toBe(paid);
        expect(total.ledger.revenueNano).toBe(paid);
        const requests = lines.reduce((all, line) => all + line.requests, 0);
        expect(total.ledger.requests).toBe(requests);
      }),
      { seed: 7, numRuns: 100 },
    );
  });
});
