import type { CustomerMonth, UsageLine } from "../../../src/usage";
import { customersReport } from "../../../src/usage/customers/customers-report";
import type { ReportTerms } from "../../../src/usage/customers/report-terms";
import { customerActivity } from "../../../src/usage/fit/customer-activity";
import { fitCustomers } from "../../../src/usage/fit/fit-customers";
import { recogniseRevenue } from "../../../src/usage/revenue/recognise-revenue";
import type { RevenueRow } from "../../../src/usage/revenue-row";
import { profitBridge } from "../../../src/usage/variance/profit-bridge";
import { reportedPeriod } from "../../../src/usage/variance/periods";
import {
  DOLLAR,
  importedOf,
  NO_TOKENS,
  reported,
  revenueRow,
  usageLine,
  usageSummary,
} from "../customers/rows";

const done = (customerId: string | null, month: string, tasks: number): CustomerMonth => ({
  customerId,
  month,
  tasks,
  requests: tasks,
  unpricedTasks: 0,
});

function report(
  lines: readonly UsageLine[],
  tasks: readonly CustomerMonth[],
  rows: readonly RevenueRow[],
  given: Partial<ReportTerms> = {},
) {
  const revenue = recogniseRevenue(rows, {
    basis: "recognised",
    from: "2026-08",
    to: "2026-09",
    currency: "USD",
    rates: given.rates ?? {},
  });
  const usage = { ...usageSummary(lines, tasks), start: Date.UTC(2026, 7, 1) };
  return customersReport({
    usage,
    revenue,
    currency: "USD",
    rates: {},
    otherCogs: null,
    targetMargin: 0.6,
    ...given,
  });
}

const cost = (dollars: bigint, given: Partial<UsageLine> = {}) =>
  usageLine({ costs: reported(dollars * DOLLAR), ...given });

const LINES = [
  cost(10n, { month: "2026-08" }),
  cost(30n),
  cost(7n, { customerId: null }),
  cost(5n, { customerId: "acme-eu" }),
];
const TASKS = [
  done("acme", "2026-08", 100),
  done("acme", "2026-09", 300),
  done("acme-eu", "2026-09", 50),
  done(null, "2026-09", 9),
];
const MAPPED = [{ from: "acme-eu", to: "acme" }];

test("puts tasks, revenue and cost of a customer together month by month, whatever its ids", () => {
  const [acme, ...others] = customerActivity(
    report(LINES, TASKS, [revenueRow({})], { mappings: MAPPED }),
  );
  expect(others).toEqual([]);
  expect(acme).toEqual({
    id: "acme",
    name: "acme",
    isComplete: true,
    isRevenueKnown: true,
    costOfNoMonth: 0,
    months: [
      { month: "2026-08", tasks: 100, revenue: 0, cost: 10 },
      // 300 + 50 tasks; 30 + 5 dollars
      { month: "2026-09", tasks: 350, revenue: 100, cost: 35 },
    ],
  });
});

test("adds other cost by task and month, and spreads imported cost by tasks", () => {
  const otherCogs = {
    perTask: 0.1,
    perCustomerMonth: 2,
    revenueShare: 0.5,
    imported: importedOf({ acme: 8n }),
  };
  const [acme] = customerActivity(report(LINES.slice(0, 2), TASKS.slice(0, 2), [], { otherCogs }));
  // 10 + 100 x 0.1 + 2 + 8 x 100 / 400; 30 + 300 x 0.1 + 2 + 8 x 300 / 400
  expect(acme?.months.map((month) => month.cost)).toEqual([24, 68]);
});

test("keeps cost without usage or revenue apart from months", () => {
  const otherCogs = {
    perTask: 0,
    perCustomerMonth: 2,
    revenueShare: 0,
    imported: importedOf({ quiet: 8n }),
  };
  const all = customerActivity(report(LINES, TASKS, [], { otherCogs }));
  expect(all.find(({ id }) => id === "quiet")).toMatchObject({ months: [], costOfNoMonth: 8 });
  expect(all.find(({ id }) => id === "acme")).toMatchObject({ costOfNoMonth: 0 });
});

test("a month of a free plan without usage is no month, as on the sheet of customers", () => {
  const otherCogs = { perTask: 0, perCustomerMonth: 2, revenueShare: 0 };
  const free = report([], [], [revenueRow({ amountNano: 0n })], { otherCogs });
  expect(customerActivity(free)[0]?.months).toEqual([]);
  expect(free.customers[0]?.cogs).toBe(0);
});

test("leaves internal usage out, also of an id that means a customer", () => {
  const internal = report(LINES, TASKS, [revenueRow({})], {
    mappings: MAPPED,
    unallocated: new Map([["acme-eu", "Internal"]]),
  });
  // without the 50 tasks and 5 dollars of acme-eu
  expect(customerActivity(internal)[0]?.months.at(-1)).toEqual({
    month: "2026-09",
    tasks: 300,
    revenue: 100,
    cost: 30,
  });
  const { models } = reportedPeriod(internal, "Q3");
  // two lines of 1000 tokens, 10 and 30 dollars
  expect(models).toMatchObject([{ model: "gpt-5", input: 2000, cost: 40 }]);
});

test("tells customers whose revenue is not wholly known from those whose cost is not", () => {
  const all = report(
    [
      cost(1n),
      cost(1n, { customerId: "b", unpriced: { ...NO_TOKENS, requests: 1, reasons: ["?"] } }),
    ],
    [done("acme", "2026-09", 1), done("b", "2026-09", 1)],
    [revenueRow({ currency: "GBP" }), revenueRow({ customerId: "b" })],
  );
  const known = customerActivity(all).map((each) => [
    each.id,
    each.isComplete,
    each.isRevenueKnown,
  ]);
  expect(known).toEqual([
    ["acme", false, false],
    ["b", false, true],
  ]);
});

test("fits usage of paying customers: months paid for without a task are inactive", () => {
  const paid = [
    revenueRow({ start: Date.UTC(2026, 7, 1), end: Date.UTC(2026, 9, 1) }),
    revenueRow({ customerId: "sleeper" }),
  ];
  const fit = fitCustomers(report(LINES, TASKS, paid, { mappings: MAPPED }));
  // acme 2 of 2 months, the sleeper none of 1
  expect(fit?.usage.inactiveShare).toBeCloseTo(1 / 3, 12);
  expect(fit?.inactiveMeans).toBe("paid for without use");
  expect(fit?.unnamedTasks).toBe(9);
  // 100 and 350
  expect(fit?.p50.value).toBe(225);
});

test("fits without revenue from the first use on", () => {
  const fit = fitCustomers(report(LINES, TASKS, []));
  expect(fit?.inactiveMeans).toBe("without use after the first use");
  // acme in August and September, acme-eu in September
  expect(fit?.usage.inactiveShare).toBe(0);
  expect(fit?.activeMonths).toBe(3);
});

describe("a reported period", () => {
  const otherCogs = { perTask: 0.1, perCustomerMonth: 0, revenueShare: 0 };
  const nobody = revenueRow({ customerId: null, amountNano: 3n * DOLLAR });
  const full = report(LINES, TASKS, [revenueRow({}), nobody], { otherCogs, mappings: MAPPED });
  const period = reportedPeriod(full, "Q3");

  test("has the gross profit of its report, whoever it names", () => {
    expect(period.customers).toEqual([
      { id: "acme", months: 2, tasks: 450, revenue: 100, inference: 45 },
    ]);
    // other cost 450 x 0.1 + 9 x 0.1, unallocated usage 7, less revenue of nobody 3
    expect(period.other).toBeCloseTo(45 + 0.9 + 7 - 3, 9);
    // 103 - 45 - 52.9 (7 + 45 + 0.9)
    expect(full.total.grossProfit).toBeCloseTo(103 - 45 - 52.9, 9);
  });

  test("is cut where usage begins or ends within it", () => {
    expect(period.isCut).toBe(false);
    const usage = { ...full.terms.usage, end: Date.UTC(2026, 8, 20) };
    expect(reportedPeriod(customersReport({ ...full.terms, usage }), "Q3").isCut).toBe(true);
  });

  test("leads to itself without a step", () => {
    const { steps } = profitBridge(period, period);
    const profits = steps.map(({ revenue, inference, other }) => revenue - inference - other);
    for (const profit of profits) expect(profit).toBeCloseTo(103 - 45 - 52.9, 9);
  });

  test("counts tokens of models whose cost is known, in the currency in which they are billed", () => {
    const euros = report(
      [
        cost(20n, {
          currency: "EUR",
          inUncached: 1000,
          outTotal: 500,
          unpriced: { ...NO_TOKENS, inUncached: 400, requests: 2, reasons: ["no price"] },
        }),
      ],
      [done("acme", "2026-09", 10)],
      [revenueRow({})],
      { rates: { EUR: 1.25 } },
    );
    const { models, exchangeRate, customers, incomplete } = reportedPeriod(euros, "Q3");
    expect(exchangeRate).toBe(1.25);
    expect(models).toEqual([
      { model: "gpt-5", input: 600, cacheRead: 0, cacheWrite: 0, output: 500, cost: 20 },
    ]);
    // 20 x 1.25
    expect(customers[0]?.inference).toBe(25);
    expect(incomplete).toBe(1);
  });
});
