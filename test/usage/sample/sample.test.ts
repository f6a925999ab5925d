import { readFileSync } from "node:fs";
import type { UsageRow } from "../../../src/usage";
import { customerCount } from "../../../src/usage/sample/sample-customers";
import { sampleLog } from "../../../src/usage/sample/sample-log";
import { sampleRevenue } from "../../../src/usage/sample/sample-revenue";
import { asks, recognised, revenueIn, usageIn } from "../imports";

const ROWS = 20_000;
const text = (lines: Iterable<string>) => `${[...lines].join("\n")}\n`;
const LOG = text(sampleLog(ROWS, 1));
const usage = usageIn(LOG);
const cost = ({ costNano }: UsageRow) => Number(costNano ?? 0n) / 1e9;

test("is recognised as spend logs of LiteLLM and leaves nothing to ask", () => {
  expect(recognised(LOG).format.id).toBe("litellm-logs");
  expect(asks(LOG)).toEqual([]);
  expect(usage.recordsRead).toBe(ROWS);
});

test("is the same for a seed, and another one for another", () => {
  expect(text(sampleLog(50, 1))).toBe(text(sampleLog(50, 1)));
  expect(text(sampleLog(50, 2))).not.toBe(text(sampleLog(50, 1)));
  expect([...sampleLog(1, 1)]).toHaveLength(2);
});

test("has rows that cannot be read, each for its reason, and rows that come twice", () => {
  // about 0.4% and 0.3% of 20,000
  expect(usage.rejected).toBeGreaterThan(50);
  expect(usage.rejected).toBeLessThan(120);
  expect(usage.duplicates.rows).toBeGreaterThan(30);
  expect(usage.duplicates.rows).toBeLessThan(100);
  expect(new Set(usage.problems.map(({ expected }) => expected)).size).toBeGreaterThanOrEqual(4);
});

test("has a model without a price, answers from a cache and requests of nobody", () => {
  const { rows } = usage;
  expect(rows.some(({ model, costNano }) => model === "in-house-7b" && costNano === null)).toBe(
    true,
  );
  expect(rows.some(({ costNano }) => costNano === 0n)).toBe(true);
  const nobody = rows.filter(({ customerId }) => customerId === null).length / rows.length;
  expect(nobody).toBeGreaterThan(0.01);
  expect(nobody).toBeLessThan(0.06);
});

test("has several models, and agents whose steps read what they sent before from a cache", () => {
  const models = new Set(usage.rows.map(({ model }) => model));
  expect(models.size).toBe(6);
  const traces = new Map<string | null, UsageRow[]>();
  for (const row of usage.rows) traces.set(row.traceId, [...(traces.get(row.traceId) ?? []), row]);
  const longest = [...traces.values()].sort((a, b) => b.length - a.length)[0] ?? [];
  expect(longest.length).toBeGreaterThanOrEqual(15);
  expect(longest.at(-1)?.inCacheRead).toBeGreaterThan(longest[1]?.inCacheRead ?? Infinity);
});

test("has a heavy tail: a tenth of the customers makes two fifths of the cost or more", () => {
  const byCustomer = new Map<string, number>();
  for (const row of usage.rows) {
    if (row.customerId === null) continue;
    byCustomer.set(row.customerId, (byCustomer.get(row.customerId) ?? 0) + cost(row));
  }
  const costs = [...byCustomer.values()].sort((a, b) => b - a);
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
  // 20,000 ^ 0.42 = 64.1
  expect(customerCount(ROWS)).toBe(64);
  expect(sum(costs.slice(0, Math.ceil(costs.length / 10))) / sum(costs)).toBeGreaterThan(0.4);
});

test("spans June to August 2026, in the order of time, and grows", () => {
  const starts = usage.rows.map(({ start }) => start);
  expect(new Date(Math.min(...starts)).toISOString().slice(0, 10)).toBe("2026-06-01");
  expect(new Date(Math.max(...starts)).toISOString().slice(0, 7)).toBe("2026-08");
  const inMonth = (month: string) =>
    starts.filter((start) => new Date(start).toISOString().startsWith(month)).length;
  expect(inMonth("2026-08")).toBeGreaterThan(1.2 * inMonth("2026-06"));
});

test("comes with revenue of the same customers, about twice the cost", () => {
  const revenue = text(sampleRevenue(ROWS, 1));
  expect(recognised(revenue).format.id).toBe("stripe");
  expect(asks(revenue)).toEqual([]);
  const { rows, rejected } = revenueIn(revenue);
  expect(rejected).toBe(0);
  const known = new Set(usage.rows.map(({ customerId }) => customerId));
  const unmatched = rows.filter(({ customerId }) => !known.has(customerId));
  expect(unmatched.map(({ customerName }) => customerName)).toContain("Quiet Harbour");
  const monthly = rows.filter(({ start, end }) => end - start < 40 * 86_400_000);
  const billed = monthly.reduce((sum, { amountNano }) => sum + Number(amountNano) / 1e9, 0);
  const spent = usage.rows.reduce((sum, row) => sum + cost(row), 0);
  expect(billed / spent).toBeGreaterThan(1.2);
  expect(billed / spent).toBeLessThan(3);
});

test.each([
  ["usage-log.csv", () => sampleLog(400, 7)],
  ["usage-revenue.csv", () => sampleRevenue(400, 7)],
])("the sample in assets is what the generator writes: %s", (name, lines) => {
  expect(readFileSync(`assets/samples/${name}`, "utf8")).toBe(text(lines()));
});
