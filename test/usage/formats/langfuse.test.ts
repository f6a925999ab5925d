import { importText } from "../../../src/usage";
import { asks, at, edited, filled, fixture, recognised, usageIn } from "../imports";

const BY_USER = { customer: "userId" };
const GENERATION = {
  start: at("2026-07-02T10:00:00Z"),
  end: at("2026-07-02T10:00:04.5Z"),
  rowId: "obs-1",
  feature: "support-agent",
  traceId: "trace-1",
  model: "gpt-5-mini",
  inUncached: 1000,
  inCacheRead: 400,
  // 200 + 50: output and reasoning exclude each other
  outTotal: 250,
  outReasoning: 50,
  hasTokens: true,
  requests: 1,
  costNano: 3_000_000n,
  costBasis: "reported",
  currency: "USD",
  charge: "usage",
};
const WHOLE = {
  ...GENERATION,
  source: "langfuse-observations",
  rowVersion: at("2026-07-02T10:00:05Z"),
  customerId: "cust-7",
  userId: "cust-7",
};

describe("observations", () => {
  it("are read from CSV, with the quotes of JSON inside those of CSV", () => {
    const { rows, problems } = usageIn(fixture("langfuse-observations.csv"), BY_USER);
    expect(problems).toEqual([]);
    expect(rows.map(filled)).toEqual([
      WHOLE,
      // $0.0000018 x 10^9
      expect.objectContaining({ rowId: "obs-2", costNano: 1800n, inUncached: 90 }),
      expect.objectContaining({ rowId: "obs-3", inUncached: 10, outTotal: 5 }),
    ]);
  });

  it("count generations and embeddings alone: the spans around them are their totals", () => {
    const { leftOut, recordsRead } = usageIn(fixture("langfuse-observations.csv"), BY_USER);
    expect(recordsRead).toBe(4);
    expect(leftOut).toEqual([
      {
        because: "not a generation: its usage and cost are those of the generations in it",
        rows: 1,
        amounts: { USD: 0n },
      },
    ]);
  });

  it("have no cost where Langfuse shows 0 because it knows no price", () => {
    const own = usageIn(fixture("langfuse-observations.csv"), BY_USER).rows[2];
    expect(own).toMatchObject({ model: "our-own-model", costNano: null, costBasis: null });
  });

  it("take the customer from the user or from metadata, as the user says", () => {
    const csv = fixture("langfuse-observations.csv");
    const result = recognised(csv).read();
    expect(result.kind === "ask" && result.questions[0]?.options.map(({ value }) => value)).toEqual(
      ["userId", "metadata.tenant", "metadata.step", "(nobody)"],
    );
    expect(usageIn(csv, { customer: "metadata.tenant" }).rows[0]).toMatchObject({
      customerId: "acme",
    });
  });

  it("hold no prompt, answer, address or IP", () => {
    const { rows, dropped } = usageIn(fixture("langfuse-observations.csv"), BY_USER);
    expect(rows.flatMap((row) => Object.values(row)).join()).not.toMatch(/@|10\.1\.2\.3|please/);
    expect(dropped).toEqual(["statusMessage", "input", "output", "toolCalls"]);
  });

  it("are read from the API's JSON", () => {
    const [row] = usageIn(fixture("langfuse-observations.json"), {
      customer: "metadata.tenant",
    }).rows;
    expect(row).toMatchObject({
      inUncached: 1000,
      outTotal: 250,
      costNano: 3_000_000n,
      customerId: "acme",
    });
  });

  it("are read from JSON lines of the ClickHouse table, in their latest versions", () => {
    const { rows, duplicates, leftOut } = usageIn(fixture("langfuse-clickhouse.jsonl"), {
      customer: "metadata.tenant",
    });
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({
      rowId: "obs-1",
      start: at("2026-07-02T10:00:00Z"),
      model: "gemini-2.5-pro",
      // Gemini's prompt of 1000 includes 400 cached; its thoughts stand beside its answer.
      inUncached: 600,
      inCacheRead: 400,
      outTotal: 250,
      outReasoning: 50,
      costNano: null,
    });
    expect(rows[1]).toMatchObject({ rowId: "obs-2", inUncached: 7 });
    expect(duplicates.rows).toBe(2);
    expect(leftOut).toEqual([{ because: "deleted", rows: 1, amounts: {} }]);
  });

  it("name the place of a row that cannot be read", () => {
    const csv = edited(fixture("langfuse-observations.csv"), '""output"":5', '""output"":-5');
    expect(usageIn(csv, BY_USER).problems).toEqual([
      // The header, and three records of two lines each, come before it.
      {
        line: 8,
        column: "usageDetails.output",
        expected: "a whole number, 0 or more",
        received: "-5",
      },
    ]);
  });
});

describe("events", () => {
  it("are read from CSV, in which durations have other units", () => {
    const found = recognised(fixture("langfuse-events.csv"));
    expect(found.format.id).toBe("langfuse-events");
    expect(usageIn(fixture("langfuse-events.csv"), BY_USER).rows.map(filled)).toEqual([
      { ...GENERATION, source: "langfuse-events", customerId: "cust-7", userId: "cust-7" },
    ]);
  });
});

test("traces hold neither tokens nor cost, so another export is asked for", () => {
  expect(importText(fixture("langfuse-traces.csv"))).toEqual({
    kind: "unusable",
    name: "Langfuse traces",
    instead: "Traces hold no tokens and no cost. Export the observations instead.",
  });
});

test("asks for the customer of an export without users, and for nothing else", () => {
  expect(asks(fixture("langfuse-clickhouse.jsonl"))).toEqual(["customer"]);
});
