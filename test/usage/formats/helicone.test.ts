import { at, filled, fixture, usageIn } from "../imports";

test("reads billionths of a dollar, fresh tokens, and the latest version of a request", () => {
  const { rows, duplicates } = usageIn(fixture("helicone.csv"), { customer: "properties.tenant" });
  expect(rows.map(filled)).toEqual([
    {
      source: "helicone",
      rowId: "req-1",
      rowVersion: at("2026-07-02T10:00:09Z"),
      start: at("2026-07-02T10:00:00Z"),
      end: at("2026-07-02T10:00:02.5Z"),
      customerId: "acme",
      userId: "cust-7",
      model: "gpt-5-mini",
      provider: "openai",
      // 300 + 20 of audio
      inUncached: 320,
      inCacheRead: 600,
      inCacheWrite5m: 100,
      // 250 + 10 of audio
      outTotal: 260,
      hasTokens: true,
      requests: 1,
      // $0.002
      costNano: 2_000_000n,
      costBasis: "reported",
      currency: "USD",
      charge: "usage",
    },
  ]);
  expect(duplicates).toMatchObject({ rows: 1, amounts: { USD: 1_234_567n } });
});

test("drops the bodies of requests", () => {
  const { dropped, rows } = usageIn(fixture("helicone.csv"), { customer: "user_id" });
  expect(dropped).toEqual(["request_body", "response_body"]);
  expect(rows.flatMap((row) => Object.values(row)).join()).not.toContain("hello");
});
