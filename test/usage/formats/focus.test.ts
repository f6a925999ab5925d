import { asks, at, edited, filled, fixture, neededAnswers, recognised, usageIn } from "../imports";

const BY_TAG = { customer: "Tags.customer" };

test("reads FOCUS 1.0: what counts is the effective cost, beside list price and invoice", () => {
  const { rows } = usageIn(fixture("focus-1.0.csv"), BY_TAG);
  expect(filled(rows[0] ?? {})).toEqual({
    source: "focus",
    start: at("2026-07-02"),
    // The end of a period is the first instant after it.
    end: at("2026-07-03"),
    customerId: "acme",
    feature: "Claude Opus 4.8 (Amazon Bedrock Edition)",
    model: "claude-opus-4-8",
    provider: "aws",
    costNano: 1_100_000_000n,
    costBasis: "billed",
    listCostNano: 1_650_000_000n,
    invoicedNano: 0n,
    currency: "USD",
    charge: "usage",
  });
});

test("keeps credits and taxes apart from usage, and negative", () => {
  const { rows } = usageIn(fixture("focus-1.0.csv"), BY_TAG);
  expect(rows.map(({ charge, costNano }) => [charge, costNano])).toEqual([
    ["usage", 1_100_000_000n],
    ["credit", -300_000_000n],
    ["tax", 200_000_000n],
  ]);
});

test("leaves other services out, and says for how much", () => {
  expect(usageIn(fixture("focus-1.0.csv"), BY_TAG).leftOut).toEqual([
    {
      because: "not a service of AI and machine learning",
      rows: 1,
      amounts: { USD: 9_000_000_000n },
    },
  ]);
  expect(
    usageIn(fixture("focus-1.0.csv"), { ...BY_TAG, services: "all services" }).rows,
  ).toHaveLength(4);
});

test('reads "NULL" as nothing', () => {
  const csv = edited(fixture("focus-1.0.csv"), '"{""customer"":""acme""}"', "NULL");
  expect(usageIn(csv, BY_TAG).rows[0]).toMatchObject({ customerId: null, serviceTier: null });
});

test("does not guess tokens from other meters", () => {
  const [row] = usageIn(fixture("focus-1.0.csv"), BY_TAG).rows;
  expect(row).toMatchObject({ hasTokens: false, inUncached: 0 });
});

test("reads FOCUS 1.2 as vendors write it: dates of the United States, amounts as text", () => {
  const csv = fixture("focus-1.2.csv");
  expect(asks(csv, { customer: "ResourceId" })).toEqual(["services"]);
  expect(usageIn(csv, { customer: "ResourceId", services: "all services" }).rows[0]).toMatchObject({
    start: at("2025-05-01"),
    end: at("2025-05-02"),
    costNano: 490_000_000_000n,
    // "$10,000.00 "
    invoicedNano: 10_000_000_000_000n,
  });
});

test("reads the tokens of the draft for AI, whose rows exclude each other", () => {
  const { rows } = usageIn(fixture("focus-ai-draft.csv"));
  expect(
    rows.map(({ inUncached, inCacheWrite5m, inCacheRead, outTotal, model, provider }) => [
      inUncached,
      inCacheWrite5m,
      inCacheRead,
      outTotal,
      model,
      provider,
    ]),
  ).toEqual([
    [500000, 0, 0, 0, "solora-pro", "solora"],
    [0, 2000000, 0, 0, "solora-pro", "solora"],
    [0, 0, 8000000, 0, "solora-pro", "solora"],
    [0, 0, 0, 1500000, "solora-pro", "solora"],
  ]);
});

test("refuses a kind of charge that FOCUS does not know", () => {
  const csv = edited(fixture("focus-1.0.csv"), "Credit", "Gift");
  expect(usageIn(csv, BY_TAG).problems).toEqual([
    {
      line: 3,
      column: "ChargeCategory",
      expected: "one of Usage, Purchase, Credit, Tax, Adjustment",
      received: "Gift",
    },
  ]);
});

test("offers accounts and every tag as customer", () => {
  const [question] = neededAnswers(recognised(fixture("focus-1.0.csv")));
  expect(question?.options.map(({ value }) => value)).toEqual([
    "SubAccountName",
    "SubAccountId",
    "Tags.customer",
    "(nobody)",
  ]);
});
