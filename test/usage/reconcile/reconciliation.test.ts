import { reconciledCurrencies, reconciliation } from "../../../src/usage/reconcile/reconciliation";
import { charge, nano, usageLine, usageOf } from "./usage-lines";

const USAGE = usageOf(
  [
    usageLine({ month: "2026-08", cost: 80, list: 100, inUncached: 60, inCacheRead: 40 }),
    usageLine({ month: "2026-08", model: "gpt-5-mini", cost: 20, list: null, unpriced: 3 }),
    usageLine({ month: "2026-07", cost: 50 }),
    usageLine({ month: "2026-08", provider: null, model: null, cost: 5 }),
    usageLine({ month: "2026-08", cost: 7, currency: "EUR" }),
  ],
  [
    charge("2026-08", "purchase", 30),
    charge("2026-08", "adjustment", -4),
    charge("2026-08", "credit", -10),
    charge("2026-08", "tax", 19),
    charge("2026-08", "credit", -1, "GBP"),
  ],
);

test("sums usage and other charges by provider and month", () => {
  const { months } = reconciliation(USAGE, "USD");
  expect(months.map(({ provider, month }) => `${provider} ${month}`)).toEqual([
    "(no provider) 2026-08",
    "openai 2026-07",
    "openai 2026-08",
  ]);
  expect(months[2]).toEqual({
    provider: "openai",
    month: "2026-08",
    // 100 and, without a list price, 20 at its cost
    list: 120,
    unlisted: 20,
    cost: 100,
    requests: 20,
    unpricedRequests: 3,
    // 40 of 60 + 40
    cachedShare: 0.4,
    invoiced: null,
    // 30 - 4
    commitments: 26,
    credits: -10,
    tax: 19,
  });
});

test("sums usage by model over all months, the dearest first", () => {
  const { models } = reconciliation(USAGE, "USD");
  expect(models.map(({ provider, model, cost }) => [provider, model, cost])).toEqual([
    // 80 + 50
    ["openai", "gpt-5", 130],
    ["openai", "gpt-5-mini", 20],
    ["(no provider)", "(no model)", 5],
  ]);
});

test("takes what is known of invoices, also of providers without usage", () => {
  const { months, models } = reconciliation(USAGE, "USD", [
    { month: "2026-08", provider: "openai", model: "gpt-5", amountNano: nano(81) },
    { month: "2026-08", provider: "openai", model: null, amountNano: nano(22) },
    { month: "2026-08", provider: "anthropic", model: null, amountNano: nano(9) },
  ]);
  expect(months.map(({ provider, invoiced }) => [provider, invoiced])).toEqual([
    ["(no provider)", null],
    ["anthropic", 9],
    ["openai", null],
    // 81 + 22
    ["openai", 103],
  ]);
  expect(models.find(({ model }) => model === "gpt-5")?.invoiced).toBe(81);
});

test("keeps currencies apart and names those that are elsewhere", () => {
  expect(reconciledCurrencies(USAGE)).toEqual(["EUR", "GBP", "USD"]);
  const euro = reconciliation(USAGE, "EUR");
  expect(euro.months.map(({ cost }) => cost)).toEqual([7]);
  expect(euro.otherCurrencies).toEqual(["GBP", "USD"]);
});
