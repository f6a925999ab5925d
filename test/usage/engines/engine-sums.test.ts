import { plainUsage } from "../../../src/usage";
import { createUsageEngine } from "../../../src/usage/engines/create-usage-engine";
import { DUCKDB } from "../../../src/usage/engines/duckdb/dialect";
import type { UsageEngine } from "../../../src/usage/engines/usage-engine";
import { fileOf, loadAll, nodeEngine, summaryOf } from "./engines";
import { nodeDuckDb } from "./node-duckdb";

jest.setTimeout(60_000);

/** A row as the test makes it up. */
interface Made {
  readonly month: number;
  readonly customer: string;
  readonly trace: string;
  readonly model: string;
  readonly input: number;
  readonly cached: number;
  readonly output: number;
  /** Billionths of a dollar; null where the row states none. */
  readonly cost: bigint | null;
}

const MODELS = ["claude-sonnet-4-5", "gpt-4o-mini", "no-such-model"];

/** Numbers from 0 up to 1, always the same. Source: mulberry32 by T. Ettinger. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const random = seeded(20261125);
const below = (limit: number) => Math.floor(random() * limit);

const MADE: readonly Made[] = Array.from({ length: 30_000 }, (): Made => {
  const customer = `customer ${Math.floor(40 * random() ** 3)}`;
  const input = below(20) === 0 ? 150_000 + below(100_000) : below(20_000);
  const month = 1 + below(3);
  return {
    month,
    customer: below(50) === 0 ? "" : customer,
    trace: below(3) === 0 ? "" : `${customer}/${month}/${below(400)}`,
    model: MODELS[below(20) === 0 ? 2 : below(2)] ?? "",
    input,
    cached: below(2) === 0 ? 0 : below(input + 1),
    output: below(2_000),
    cost: below(4) === 0 ? BigInt(below(1_000_000_000)) : null,
  };
});

function csvOf(rows: readonly Made[]): string {
  const lines = rows.map(({ month, cost, ...row }, index) => {
    const time = new Date(Date.UTC(2026, month - 1, 1 + (index % 28), index % 24)).toISOString();
    const dollars = cost === null ? "" : `0.${String(cost).padStart(9, "0")}`;
    return `${time},"${row.customer}",${row.trace},${row.model},${row.input},${row.cached},${row.output},${dollars}`;
  });
  return ["time,customer,trace,model,input,cached,output,cost", ...lines].join("\r\n");
}

const FORMAT = plainUsage({
  start: "time",
  customer: "customer",
  trace: "trace",
  model: "model",
  input: "input",
  cacheRead: "cached",
  output: "output",
  cost: "cost",
  cached: "included",
});

// Billionths of a dollar per token: input, cached reads, output, and the same for prompts above
// 200,000 tokens. claude-sonnet-4-5 costs $3, $0.30 and $15 per million, then $6, $0.60 and
// $22.50; gpt-4o-mini $0.15, $0.075 and $0.60 whatever the length.
const NANO: Readonly<Record<string, readonly [bigint, bigint, bigint][]>> = {
  "claude-sonnet-4-5": [
    [3_000n, 300n, 15_000n],
    [6_000n, 600n, 22_500n],
  ],
  "gpt-4o-mini": [
    [150n, 75n, 600n],
    [150n, 75n, 600n],
  ],
};

function listCost({ model, input, cached, output }: Made): bigint | null {
  const prices = NANO[model]?.[input > 200_000 ? 1 : 0];
  if (!prices) return null;
  const [uncached, read, out] = prices;
  return BigInt(input - cached) * uncached + BigInt(cached) * read + BigInt(output) * out;
}

const costOf = (row: Made) => row.cost ?? listCost(row);

function groups<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = found.get(key);
    if (group) group.push(row);
    else found.set(key, [row]);
  }
  return found;
}

const sum = (amounts: readonly bigint[]) => amounts.reduce((total, each) => total + each, 0n);
const count = (amounts: readonly number[]) => amounts.reduce((total, each) => total + each, 0);

/** Excel's PERCENTILE.INC of sorted values. */
function percentile(sorted: readonly number[], share: number): number {
  const at = share * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(at)] ?? 0, sorted[Math.ceil(at)] ?? 0];
  return low + (at - Math.floor(at)) * (high - low);
}

/** Loads the rows as two files, so that sums go over both. */
async function loadMade(into: UsageEngine): Promise<void> {
  const half = MADE.length / 2;
  await loadAll(
    into,
    { file: fileOf(csvOf(MADE.slice(0, half)), "first.csv"), format: FORMAT },
    { file: fileOf(csvOf(MADE.slice(half)), "second.csv"), format: FORMAT },
  );
}

let engine: UsageEngine;
beforeAll(async () => {
  engine = await nodeEngine();
  await loadMade(engine);
});
afterAll(() => engine.close());

it("sums tokens, requests and costs by customer, month and model to the billionth", async () => {
  const { summary } = await summaryOf(engine);
  const keyOf = (row: Made) => `${row.customer}|2026-0${row.month}|${row.model}`;
  const expected = [...groups(MADE, keyOf)].map(([key, rows]) => {
    const unpriced = rows.filter((row) => costOf(row) === null);
    const list = rows.map(listCost);
    return {
      key,
      requests: rows.length,
      inUncached: count(rows.map(({ input, cached }) => input - cached)),
      inCacheRead: count(rows.map(({ cached }) => cached)),
      outTotal: count(rows.map(({ output }) => output)),
      reported: sum(rows.flatMap(({ cost }) => cost ?? [])),
      derived: sum(rows.flatMap((row) => (row.cost === null ? (listCost(row) ?? []) : []))),
      list: list.includes(null) ? null : sum(list.flatMap((each) => each ?? [])),
      unpricedRequests: unpriced.length,
      unpricedOutput: count(unpriced.map(({ output }) => output)),
    };
  });
  const found = summary.lines.map(({ costs, unpriced, ...line }) => ({
    key: `${line.customerId ?? ""}|${line.month}|${line.model}`,
    requests: line.requests,
    inUncached: line.inUncached,
    inCacheRead: line.inCacheRead,
    outTotal: line.outTotal,
    reported: costs.reported,
    derived: costs.derived,
    list: line.listCostNano,
    unpricedRequests: unpriced.requests,
    unpricedOutput: unpriced.outTotal,
  }));
  const byKey = (a: { key: string }, b: { key: string }) => (a.key < b.key ? -1 : 1);
  expect(found.sort(byKey)).toEqual(expected.sort(byKey));
  expect(summary.months).toEqual(["2026-01", "2026-02", "2026-03"]);
});

/** The tasks of the rows: [customer, month, requests]. */
function tasks(): Made[][] {
  const traced = groups(
    MADE.filter(({ trace }) => trace !== ""),
    ({ customer, trace }) => `${customer}|${trace}`,
  );
  return [...traced.values(), ...MADE.filter(({ trace }) => trace === "").map((row) => [row])];
}

it("counts traces and requests without one as tasks, by customer and month", async () => {
  const { summary } = await summaryOf(engine);
  const expected = [
    ...groups(tasks(), ([first]) => `${first?.customer}|2026-0${first?.month}`),
  ].map(([key, all]) => ({
    key,
    tasks: all.length,
    requests: count(all.map(({ length }) => length)),
    unpricedTasks: all.filter((rows) => rows.some((row) => costOf(row) === null)).length,
  }));
  const found = summary.customerMonths.map(({ customerId, month, ...counts }) => ({
    key: `${customerId ?? ""}|${month}`,
    ...counts,
  }));
  const byKey = (a: { key: string }, b: { key: string }) => (a.key < b.key ? -1 : 1);
  expect(found.sort(byKey)).toEqual(expected.sort(byKey));
});

it("gives the quantiles of PERCENTILE.INC of each customer's cost per task", async () => {
  const { summary } = await summaryOf(engine);
  const known = tasks().filter((rows) => rows.every((row) => costOf(row) !== null));
  const byCustomer = groups(known, ([first]) => first?.customer ?? "");
  expect(summary.customers).toHaveLength(byCustomer.size);
  for (const { customerId, tasks: all, p50Nano, p90Nano, p99Nano } of summary.customers) {
    const costs = (byCustomer.get(customerId ?? "") ?? [])
      .map((rows) => Number(sum(rows.flatMap((row) => costOf(row) ?? []))))
      .sort((a, b) => a - b);
    expect(all).toBe(costs.length);
    const shares = [
      [p50Nano, 0.5],
      [p90Nano, 0.9],
      [p99Nano, 0.99],
    ] as const;
    for (const [found, share] of shares) {
      const expected = percentile(costs, share);
      expect(Math.abs(found - expected)).toBeLessThanOrEqual(expected * 1e-12);
    }
  }
});

it("says what an average traced task takes", async () => {
  const { summary } = await summaryOf(engine);
  const traced = MADE.filter(({ trace }) => trace !== "");
  const number = new Set(traced.map(({ customer, trace }) => `${customer}|${trace}`)).size;
  const input = count(traced.map((row) => row.input));
  expect(summary.profile).toEqual({
    tasks: number,
    requestsPerTask: traced.length / number,
    inputTokensPerTask: input / number,
    outputTokensPerTask: count(traced.map(({ output }) => output)) / number,
    cachedShare: count(traced.map(({ cached }) => cached)) / input,
  });
});

it("names the model without prices, with what it was used for", async () => {
  const { unpriced } = await summaryOf(engine);
  const rows = MADE.filter((row) => row.model === "no-such-model" && row.cost === null);
  expect(unpriced).toEqual([
    {
      provider: null,
      model: "no-such-model",
      reasons: [expect.stringMatching(/^Unknown model "no-such-model"/)],
      requests: rows.length,
      inputTokens: count(rows.map(({ input }) => input)),
      outputTokens: count(rows.map(({ output }) => output)),
    },
  ]);
});

it("leaves a file out on demand", async () => {
  const { summary } = await summaryOf(engine, { without: [2] });
  expect(count(summary.lines.map(({ requests }) => requests))).toBe(MADE.length / 2);
});

it("puts the tasks of a customer with several ids together", async () => {
  const members = ["customer 0", "customer 1"];
  const parties = members.map((member) => [member, "both"] as const);
  const { summary } = await summaryOf(engine, { parties });
  const costs = tasks()
    .filter((rows) => members.includes(rows[0]?.customer ?? ""))
    .filter((rows) => rows.every((row) => costOf(row) !== null))
    .map((rows) => Number(sum(rows.flatMap((row) => costOf(row) ?? []))))
    .sort((a, b) => a - b);
  expect(summary.parties).toMatchObject([
    { customerId: "both", currency: "USD", tasks: costs.length, ids: members },
  ]);
  const expected = percentile(costs, 0.9);
  const found = summary.parties?.[0]?.p90Nano ?? 0;
  expect(Math.abs(found - expected)).toBeLessThanOrEqual(expected * 1e-12);
  // The ids keep their own.
  expect(summary.customers).toEqual((await summaryOf(engine)).summary.customers);
});

it("comes to the same where there are too many rows to keep their costs beside them", async () => {
  const small = await createUsageEngine(await nodeDuckDb(), DUCKDB, MADE.length - 1);
  await loadMade(small);
  const parties = [["customer 2", "two"] as const];
  const found = await summaryOf(small, { parties });
  expect(found).toEqual(await summaryOf(engine, { parties }));
  expect(await summaryOf(small, { parties })).toEqual(found);
  small.close();
});
