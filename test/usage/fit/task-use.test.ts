import { customersReport } from "../../../src/usage/customers/customers-report";
import type { ReportTerms } from "../../../src/usage/customers/report-terms";
import { taskUse } from "../../../src/usage/fit/task-use";
import { recogniseRevenue } from "../../../src/usage/revenue/recognise-revenue";
import type { CustomerMonth, UsageLine } from "../../../src/usage/usage-summary";
import { DOLLAR, NO_TOKENS, reported, usageLine, usageSummary } from "../customers/rows";

const tasksOf = (customerId: string | null, tasks: number): CustomerMonth => ({
  customerId,
  month: "2026-09",
  tasks,
  requests: tasks,
  unpricedTasks: 0,
});

function useOf(
  lines: readonly UsageLine[],
  months: readonly CustomerMonth[],
  given: Partial<ReportTerms> = {},
) {
  const terms = { currency: "USD", rates: {}, from: "2026-09", to: "2026-09" };
  return taskUse(
    customersReport({
      usage: usageSummary(lines, months),
      revenue: recogniseRevenue([], { basis: "recognised", ...terms }),
      currency: "USD",
      rates: {},
      otherCogs: null,
      targetMargin: 0.6,
      ...given,
    }),
  );
}

const LINE = usageLine({
  requests: 30,
  inUncached: 8000,
  inCacheRead: 1000,
  inCacheWrite5m: 400,
  inCacheWrite1h: 100,
  outTotal: 500,
  costs: reported(2n * DOLLAR),
});

test("averages the tokens, calls and cost of all requests over the tasks", () => {
  expect(useOf([LINE], [tasksOf("acme", 10)])).toEqual({
    tasks: 10,
    currency: "USD",
    models: [
      {
        provider: "openai",
        model: "gpt-5",
        // 30 / 10
        calls: 3,
        uncached: 800,
        cacheRead: 100,
        // (400 + 100) / 10
        cacheWrite: 50,
        output: 50,
        // $2 / 10
        cost: 0.2,
      },
    ],
  });
});

test("names each model, the dearest first, and sums its lines", () => {
  const cheap = usageLine({ model: "cheap", costs: reported(DOLLAR) });
  const found = useOf([cheap, LINE, LINE], [tasksOf("acme", 10)]);
  expect(found?.models.map(({ model, cost }) => [model, cost])).toEqual([
    // (2 + 2) / 10
    ["gpt-5", 0.4],
    ["cheap", 0.1],
  ]);
});

test("counts neither usage of nobody nor of those who are no customers", () => {
  const internal = usageLine({ customerId: "us", costs: reported(9n * DOLLAR) });
  const nobody = usageLine({ customerId: null, costs: reported(9n * DOLLAR) });
  const found = useOf(
    [LINE, internal, nobody],
    [tasksOf("acme", 10), tasksOf("us", 90), tasksOf(null, 90)],
    { unallocated: new Map([["us", "Internal"]]) },
  );
  expect(found).toMatchObject({ tasks: 10, models: [{ cost: 0.2 }] });
});

test("takes what has no price to cost per token what the rest of its model does", () => {
  const half = usageLine({
    ...LINE,
    unpriced: { ...NO_TOKENS, inUncached: 5000, requests: 5, reasons: ["no price"] },
  });
  // $2 for 5,000 of 10,000 tokens
  expect(useOf([half], [tasksOf("acme", 10)])?.models[0]?.cost).toBeCloseTo(0.4, 12);
  const all = { ...half, costs: reported(0n), unpriced: { ...LINE, reasons: ["no price"] } };
  expect(useOf([all], [tasksOf("acme", 10)])?.models[0]?.cost).toBeNull();
});

test("is in the currency of most lines", () => {
  const euro = usageLine({ model: "euro", currency: "EUR", costs: reported(DOLLAR) });
  const found = useOf([LINE, LINE, euro], [tasksOf("acme", 10)]);
  expect(found?.currency).toBe("USD");
  expect(found?.models.map(({ cost }) => cost)).toEqual([0.4, null]);
});

test("is not known without tasks, or without tokens", () => {
  expect(useOf([LINE], [])).toBeNull();
  const bill = usageLine({ inUncached: 0, costs: reported(DOLLAR) });
  expect(useOf([bill], [tasksOf("acme", 10)])).toBeNull();
});
