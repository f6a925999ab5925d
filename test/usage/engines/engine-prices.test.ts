import { plainUsage } from "../../../src/usage";
import type {
  ModelPricing,
  SummaryOptions,
  UsageEngine,
} from "../../../src/usage/engines/usage-engine";
import { fixture } from "../imports";
import { fileOf, loadAll, nodeEngine, summaryOf, usageFormat } from "./engines";

jest.setTimeout(60_000);

const FORMAT = plainUsage({
  start: "time",
  provider: "provider",
  model: "model",
  input: "input",
  cacheRead: "read",
  cacheWrite: "write",
  output: "output",
  requests: "requests",
  cost: "cost",
  currency: "currency",
  serviceTier: "tier",
  cached: "apart",
});

interface Row {
  readonly time?: string;
  readonly provider?: string;
  readonly model?: string;
  readonly input?: number;
  readonly read?: number;
  readonly write?: number;
  readonly output?: number;
  readonly requests?: number;
  readonly cost?: string;
  readonly currency?: string;
  readonly tier?: string;
}

const COLUMNS = [
  ...["time", "provider", "model", "input", "read", "write", "output", "requests", "cost"],
  ...["currency", "tier"],
] as const;

let engine: UsageEngine;
beforeAll(async () => {
  engine = await nodeEngine();
});
afterEach(() => engine.clear());
afterAll(() => engine.close());

/** What the rows come to. */
async function summed(rows: readonly Row[], options: SummaryOptions = {}) {
  const lines = rows.map((row) => {
    const filled: Row = {
      ...{ time: "2026-07-01T12:00:00Z", requests: 1, currency: "USD" },
      ...row,
    };
    return COLUMNS.map((column) => filled[column as keyof Row] ?? "").join(",");
  });
  const file = fileOf([COLUMNS.join(","), ...lines].join("\n"));
  const { files } = await loadAll(engine, { file, format: FORMAT });
  expect(files[0]?.rejected.rows).toBe(0);
  return summaryOf(engine, options);
}

/** The one line of usage that a row comes to. */
async function line(row: Row, pricing: readonly ModelPricing[] = []) {
  const { summary, unknownPromptLengths } = await summed([row], { pricing });
  const [only, ...others] = summary.lines;
  expect(others).toEqual([]);
  if (!only) throw new Error("no line");
  const { derived, assumed, reported } = only.costs;
  return {
    ...{ derived, assumed, reported, list: only.listCostNano, currency: only.currency },
    ...{ reasons: only.unpriced.reasons, unpriced: only.unpriced.requests, unknownPromptLengths },
  };
}

describe("a derived cost", () => {
  it("prices each class of tokens once, at the catalog's prices", async () => {
    const row = { model: "claude-sonnet-4-5", input: 1_000, read: 500, write: 100, output: 10 };
    // 1000 * 3000 + 500 * 300 + 100 * 3750 + 10 * 15000 billionths a token
    const cost = 3_675_000n;
    expect(await line(row)).toEqual({
      ...{ derived: cost, assumed: 0n, reported: 0n, list: cost, currency: "USD" },
      ...{ reasons: [], unpriced: 0, unknownPromptLengths: 0 },
    });
  });

  it("gives way to the one that the source states, and the list price stands beside it", async () => {
    const row = { model: "claude-sonnet-4-5", input: 1_000, output: 0, cost: "0.002" };
    // 1000 * 3000
    expect(await line(row)).toMatchObject({ reported: 2_000_000n, derived: 0n, list: 3_000_000n });
  });

  it("has no list price beside a cost in another currency", async () => {
    const row = { model: "claude-sonnet-4-5", input: 1_000, cost: "0.002", currency: "EUR" };
    expect(await line(row)).toMatchObject({ reported: 2_000_000n, list: null, currency: "EUR" });
  });

  it.each([
    // 199,999 + 1 cached = 200,000 is not above: 199999 * 3000 + 300 + 15000
    [199_999, 600_012_300n],
    // 200,000 + 1 is: 200000 * 6000 + 600 + 22500
    [200_000, 1_200_023_100n],
  ])(
    "takes the dearer price for all of a prompt above the threshold: %d and 1 cached",
    async (input, derived) => {
      const row = { model: "claude-sonnet-4-5", input, read: 1, output: 1 };
      expect(await line(row)).toMatchObject({ derived, unknownPromptLengths: 0 });
    },
  );

  it.each([
    // 200000 * 3000: no request of it can have been longer
    [200_000, 600_000_000n, 0],
    // 200001 * 3000: one may have been
    [200_001, 600_003_000n, 1],
  ])(
    "does not take a total for a long prompt, and counts it: %d",
    async (input, derived, unknown) => {
      const row = { model: "claude-sonnet-4-5", input, requests: 2 };
      expect(await line(row)).toMatchObject({ derived, unknownPromptLengths: unknown });
    },
  );

  it.each([
    // claude-opus-4-6 cost $10 above 200,000 tokens, and $5 since 13 March 2026.
    ["2026-03-12T23:59:59.999Z", 3_000_000_000n],
    ["2026-03-13T00:00:00Z", 1_500_000_000n],
  ])("takes the prices of the row's date: %s", async (time, derived) => {
    expect(await line({ time, model: "claude-opus-4-6", input: 300_000 })).toMatchObject({
      derived,
    });
  });

  it.each([
    // deepseek-chat costs $0.27 from 00:30 to 16:30, and $0.135 at other times of the day.
    ["2026-07-01T00:29:59.999Z", 135_000n],
    ["2026-07-01T00:30:00Z", 270_000n],
    ["2026-07-01T16:29:59.999Z", 270_000n],
    ["2026-07-01T16:30:00Z", 135_000n],
  ])("takes the prices of the row's time of day: %s", async (time, derived) => {
    expect(await line({ time, model: "deepseek-chat", input: 1_000 })).toMatchObject({ derived });
  });

  it.each([
    ["batch", 1_500_000n],
    ["standard", 3_000_000n],
  ])("halves the price of batches, not that of the list: %s", async (tier, derived) => {
    const row = { model: "claude-sonnet-4-5", input: 1_000, tier };
    expect(await line(row)).toMatchObject({ derived, list: 3_000_000n });
  });

  it.each([
    // gemini-2.5-flash: $0.30 and $2.50 per million, cached reads $0.03; halves of all but the last
    ["batch", 150_000n + 30_000n + 125_000n],
    ["standard", 300_000n + 30_000n + 250_000n],
  ])("bills Google's reads from a cache in full in a batch: %s", async (tier, derived) => {
    const row = { model: "gemini-2.5-flash", input: 1000, read: 1000, output: 100, tier };
    expect(await line(row)).toMatchObject({ derived, list: 580_000n });
  });

  it("is rounded once per row, a half up", async () => {
    // Cached reads of gpt-5-nano cost $0.005 per million: 5 billionths, 2.5 in a batch.
    const row = { model: "gpt-5-nano", input: 0, read: 1, tier: "batch" };
    expect(await line(row)).toMatchObject({ derived: 3n, list: 5n });
  });

  it("bills cached parts without a price of their own as other input", async () => {
    // gpt-4o has no price of cache writes: 100 * 2500
    expect(await line({ model: "gpt-4o", input: 0, write: 100 })).toMatchObject({
      derived: 250_000n,
    });
  });

  it("takes the price of the seller that the source names", async () => {
    const row = { model: "claude-opus-4-6", input: 300_000 };
    const time = "2026-07-01T12:00:00Z";
    // $5 at Anthropic, $5.50 in a region at Amazon.
    expect(await line({ ...row, time, provider: "anthropic" })).toMatchObject({
      derived: 1_500_000_000n,
    });
    await engine.clear();
    expect(await line({ ...row, time, provider: "aws" })).toMatchObject({
      derived: 1_650_000_000n,
    });
  });
});

describe("cache writes for an hour", () => {
  it("cost 1.6 times those for five minutes at Anthropic", async () => {
    const csv = fixture("anthropic-usage.csv");
    const answers = { customer: "workspace" };
    await loadAll(engine, { file: fileOf(csv), format: usageFormat("anthropic-usage"), answers });
    const { summary } = await summaryOf(engine);
    // 1500 * 3000 + 400 * 3750 + 300 * 6000 + 20000 * 300 + 700 * 15000
    expect(summary.lines[0]?.costs.derived).toBe(24_300_000n);
  });
});

describe("usage without a cost", () => {
  it.each([
    [{ model: "no-such-model", input: 5 }, /^Unknown model "no-such-model"/],
    [{ provider: "my-gateway", model: "gpt-4o", input: 5 }, /^Unknown model "my-gateway:gpt-4o"/],
    [{ input: 5 }, /^the source names no model$/],
    [{ model: "claude-sonnet-4-5" }, /^the source states neither tokens nor a cost$/],
    [
      { model: "claude-sonnet-4-5", input: 5, tier: "priority" },
      /^the price of the service tier "priority" at anthropic is not known$/,
    ],
    [
      { provider: "deepseek", model: "deepseek-chat", input: 5, tier: "batch" },
      /^the price of batches at deepseek is not known$/,
    ],
    [
      { provider: "openai", model: "text-embedding-3-small", input: 5, output: 5 },
      /^openai:text-embedding-3-small has no price for output tokens$/,
    ],
  ] as const)("is counted with its reason and never taken for 0: %j", async (row, reason) => {
    const found = await line(row);
    expect(found).toMatchObject({ derived: 0n, assumed: 0n, reported: 0n, unpriced: 1 });
    expect(found.reasons).toEqual([expect.stringMatching(reason)]);
  });

  it("makes its task one without a known cost", async () => {
    const rows = [
      { model: "no-such-model", input: 5 },
      { model: "gpt-4o", input: 5 },
    ];
    const { summary } = await summed(rows);
    expect(summary.customerMonths).toEqual([
      { customerId: null, month: "2026-07", tasks: 2, requests: 2, unpricedTasks: 1 },
    ]);
    // 5 * 2500
    expect(summary.customers).toEqual([
      {
        customerId: null,
        currency: "USD",
        tasks: 1,
        p50Nano: 12_500,
        p90Nano: 12_500,
        p99Nano: 12_500,
      },
    ]);
  });
});

describe("a task", () => {
  const FILE = plainUsage({
    ...{ start: "time", customer: "customer", trace: "trace", model: "model", input: "input" },
    ...{ requests: "requests", output: "output" },
  });
  const tasksOf = async (lines: readonly string[], options: SummaryOptions = {}) => {
    const csv = ["time,customer,trace,model,input,requests,output", ...lines].join("\n");
    await loadAll(engine, { file: fileOf(csv), format: FILE });
    return (await summaryOf(engine, options)).summary;
  };

  it("is each request of a total, whose single costs are not known", async () => {
    const { customers, customerMonths, profile } = await tasksOf([
      "2026-07-01T12:00:00Z,acme,,gpt-4o,10,3,0",
      "2026-07-01T12:00:00Z,acme,,gpt-4o,20,1,0",
    ]);
    expect(customerMonths).toMatchObject([{ tasks: 4, requests: 4, unpricedTasks: 0 }]);
    // 20 * 2500: the three have no cost of one.
    expect(customers).toMatchObject([{ tasks: 1, p50Nano: 50_000 }]);
    expect(profile).toBeNull();
  });

  it("is one trace of a party, whichever of its ids the requests name", async () => {
    const parties = [
      ["acme-eu", "acme"],
      ["acme-us", "acme"],
    ] as const;
    const lines = [
      "2026-07-01T12:00:00Z,acme-eu,t1,gpt-4o,10,1,0",
      "2026-07-01T12:00:00Z,acme-us,t1,gpt-4o,20,1,0",
      "2026-07-01T12:00:00Z,other,t1,gpt-4o,40,1,0",
    ];
    const summary = await tasksOf(lines, { parties });
    // (10 + 20) * 2500
    expect(summary.parties).toEqual([
      {
        ...{ customerId: "acme", currency: "USD", tasks: 1, ids: ["acme-eu", "acme-us"] },
        ...{ p50Nano: 75_000, p90Nano: 75_000, p99Nano: 75_000 },
      },
    ]);
    expect(summary.customers).toHaveLength(3);
  });
});

describe("what the user says of a model", () => {
  const used = { provider: null, model: "our-alias" };

  it("maps it to a model of the catalog", async () => {
    const found = await line({ model: "our-alias", input: 1_000 }, [
      { ...used, catalogModel: "claude-sonnet-4-5" },
    ]);
    expect(found).toMatchObject({
      derived: 3_000_000n,
      assumed: 0n,
      list: 3_000_000n,
      reasons: [],
    });
  });

  it("prices it, whatever the tier, as an assumption", async () => {
    const found = await line(
      { model: "our-alias", input: 1_000, read: 100, output: 10, tier: "x" },
      [{ ...used, prices: { input: 2, output: 8, cacheRead: 0.5 } }],
    );
    // 1000 * 2000 + 100 * 500 + 10 * 8000
    expect(found).toMatchObject({ derived: 0n, assumed: 2_130_000n, list: null, reasons: [] });
  });

  it("holds for the seller that it names alone", async () => {
    const row = { provider: "openai", model: "our-alias", input: 1_000 };
    expect(await line(row, [{ ...used, prices: { input: 2, output: 8 } }])).toMatchObject({
      assumed: 0n,
      unpriced: 1,
    });
  });
});

describe("a bill", () => {
  it("shows credits and taxes beside usage, with its own list price", async () => {
    const file = fileOf(fixture("focus-1.0.csv"));
    const answers = { customer: "Tags.customer" };
    await loadAll(engine, { file, format: usageFormat("focus"), answers });
    const { summary } = await summaryOf(engine);
    const of = { month: "2026-07", provider: "aws", currency: "USD" };
    expect(summary.otherCharges).toEqual([
      { ...of, charge: "credit", costNano: -300_000_000n },
      { ...of, charge: "tax", costNano: 200_000_000n },
    ]);
    expect(summary.lines).toMatchObject([
      { ...of, customerId: "acme", requests: 0, listCostNano: 1_650_000_000n },
    ]);
    expect(summary.lines[0]?.costs).toEqual({
      ...{ billed: 1_100_000_000n, reported: 0n, derived: 0n, assumed: 0n },
    });
    // Lines of a bill are no requests, and so no tasks.
    expect(summary.customerMonths).toMatchObject([{ tasks: 0, requests: 0 }]);
    expect(summary).toMatchObject({
      ...{ start: Date.UTC(2026, 6, 2), end: Date.UTC(2026, 6, 3), customers: [], profile: null },
    });
  });
});
