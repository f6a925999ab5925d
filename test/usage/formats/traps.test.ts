import {
  asks,
  at,
  edited,
  fixture,
  neededAnswers,
  recognised,
  revenueIn,
  usageIn,
} from "../imports";

/** A cell in a column of a CSV's line, counted from 1 below the header, replaced. */
function withCell(csv: string, line: number, column: string, cell: string): string {
  const lines = csv.split("\n");
  const place = lines[0]?.split(",").indexOf(column) ?? -1;
  if (place < 0) throw new Error(`there is no column ${column}`);
  const cells = (lines[line] ?? "").split(",");
  cells[place] = cell;
  lines[line] = cells.join(",");
  return lines.join("\n");
}

describe("OpenAI", () => {
  const BY_PROJECT = { customer: "project_id" };

  it("asks which is right where input is not the sum of its uncached, cached and written tokens", () => {
    // 60000 + 5000 + 25000 = 90000: the 5000 written tokens cannot be left out of the input.
    const csv = edited(fixture("openai-usage.csv"), "90000.0", "85000.0");
    expect(asks(csv, BY_PROJECT)).toEqual(["cached"]);
    expect(neededAnswers(recognised(csv), BY_PROJECT)[0]?.why).toBe(
      "In 1 rows the input is not the sum of its uncached, cached and written tokens.",
    );
    const uncached = (cached: "included" | "apart") =>
      usageIn(csv, { ...BY_PROJECT, cached }).rows[0]?.inUncached;
    // 85000 - 60000 - 5000
    expect(uncached("included")).toBe(20_000);
    expect(uncached("apart")).toBe(25_000);
  });

  it("takes an input that is a token off the sum for rounded", () => {
    const csv = (input: string) => edited(fixture("openai-usage.csv"), "90000.0", input);
    expect(asks(csv("90001.0"), BY_PROJECT)).toEqual([]);
    expect(asks(csv("90002.0"), BY_PROJECT)).toEqual(["cached"]);
  });

  it("counts tokens by kind and by modality once, though the export states them several times", () => {
    // input_text_tokens, input_audio_tokens and the like repeat parts of input_tokens.
    const csv = withCell(fixture("openai-usage.csv"), 2, "input_text_tokens", "77777.0");
    expect(usageIn(csv, BY_PROJECT).rows[0]).toMatchObject({
      inUncached: 25_000,
      inCacheRead: 60_000,
      outTotal: 4200,
    });
  });

  it("reads costs of thirty digits as dollars, not cents", () => {
    const csv = edited(
      fixture("openai-cost-2025.csv"),
      "0.5,",
      "0.004731900000000000000000000001,",
    );
    expect(usageIn(csv).rows[0]?.costNano).toBe(4_731_900n);
  });

  it("reads buckets of a minute or an hour as what they are", () => {
    // 1782950400 is 2 July 2026, 0:00 UTC.
    const csv = fixture("openai-usage-2025.csv").replaceAll("1783036800", "1782954000");
    expect(usageIn(csv, BY_PROJECT).rows[0]).toMatchObject({
      start: at("2026-07-02T00:00:00Z"),
      end: at("2026-07-02T01:00:00Z"),
    });
  });

  it("reads times in milliseconds as it reads those in seconds", () => {
    const csv = fixture("openai-usage-2025.csv").replace(/\b(178\d{7})\b/g, "$1000");
    expect(usageIn(csv, BY_PROJECT).rows[0]?.start).toBe(at("2026-07-02"));
  });
});

describe("Anthropic", () => {
  it("warns that its cost report leaves the priority tier out", () => {
    const { notes } = usageIn(fixture("anthropic-cost-report.json"), { customer: "workspace_id" });
    expect(notes).toContain("The cost report never shows the cost of the priority tier.");
  });

  it("reads a window of context that Excel has garbled", () => {
    const csv = edited(fixture("anthropic-usage.csv"), "≤ 200k", "â‰¤ 200k");
    expect(usageIn(csv, { customer: "workspace" }).rows[0]).toMatchObject({ inUncached: 1500 });
  });
});

describe("Langfuse", () => {
  it("never takes the columns of sums, which hold cached tokens and reasoning, for usage", () => {
    const sums = /"1400","250","1650"/g;
    const whole = fixture("langfuse-observations.csv");
    expect(whole.match(sums)).toHaveLength(4);
    const csv = whole.replace(sums, '"9","9","9"');
    expect(usageIn(csv, { customer: "userId" }).rows[0]).toMatchObject({
      inUncached: 1000,
      inCacheRead: 400,
      outTotal: 250,
    });
  });

  it("adds the cost of a span to none of the generations in it", () => {
    const csv = edited(
      fixture("langfuse-observations.csv"),
      '"{}","{}","","","","0","1400"',
      '"{}","{}","","","","0.5","1400"',
    );
    const { rows, leftOut } = usageIn(csv, { customer: "userId" });
    // 0.003 + 0.0000018
    expect(rows.reduce((sum, { costNano }) => sum + (costNano ?? 0n), 0n)).toBe(3_001_800n);
    expect(leftOut[0]).toMatchObject({ rows: 1, amounts: { USD: 500_000_000n } });
  });
});

describe("LiteLLM", () => {
  it("takes an answer to come from its cache where it says True, not where it says None", () => {
    const csv = (hit: string) => withCell(fixture("litellm-logs.csv"), 2, "cache_hit", hit);
    const cost = (hit: string) =>
      usageIn(csv(hit)).rows.find(({ rowId }) => rowId === "req-2")?.costNano;
    expect(cost("True")).toBe(0n);
    expect(cost("None")).toBeNull();
  });
});

describe("Helicone", () => {
  it.each(["NULL", "null", "\\N"])("reads %s as nothing, not as somebody's name", (nothing) => {
    const csv = fixture("helicone.csv").replaceAll("cust-7", nothing);
    expect(usageIn(csv, { customer: "properties.tenant" }).rows[0]).toMatchObject({
      customerId: "acme",
      userId: null,
    });
  });

  it("has no cost where it writes 0 for a model that it does not know", () => {
    const csv = fixture("helicone.csv").replace("2000000", "0");
    expect(usageIn(csv, { customer: "user_id" }).rows[0]?.costNano).toBeNull();
  });
});

describe("OpenRouter", () => {
  it("adds no part of a cost to the total that it is in", () => {
    const csv = (web: string, cache: string) =>
      withCell(
        withCell(fixture("openrouter-generations.csv"), 1, "cost_web_search", web),
        1,
        "cost_cache",
        cache,
      );
    const cost = (text: string) => usageIn(text, { cached: "included" }).rows[0]?.costNano;
    expect(cost(csv("0.9", "-0.9"))).toBe(4_000_000n);
  });

  it("counts reasoning once: it is a part of the completion", () => {
    const { rows } = usageIn(fixture("openrouter-generations.csv"), { cached: "included" });
    expect(rows[0]).toMatchObject({ outTotal: 200, outReasoning: 50 });
  });
});

describe("OpenTelemetry", () => {
  const span = (id: string, parent: string, attributes: Record<string, string>) => ({
    Timestamp: "2026-07-02 10:00:00.5",
    TraceId: "t1",
    SpanId: id,
    ParentSpanId: parent,
    SpanAttributes: attributes,
  });
  const lines = (...spans: readonly object[]) =>
    spans.map((each) => JSON.stringify(each)).join("\n");
  const usage = (input: string, more: Record<string, string> = {}) => ({
    "gen_ai.usage.input_tokens": input,
    "gen_ai.usage.output_tokens": "10",
    ...more,
  });

  it.each([
    "gen_ai.usage.cache_read.input_tokens",
    "gen_ai.usage.cache_read_input_tokens",
    "gen_ai.usage.prompt_tokens_details.cached_tokens",
  ])("finds cached tokens under %s", (key) => {
    const text = lines(span("s1", "", usage("100", { [key]: "40" })));
    expect(asks(text)).toEqual(["cached"]);
    expect(usageIn(text, { cached: "included" }).rows[0]).toMatchObject({
      inUncached: 60,
      inCacheRead: 40,
    });
  });

  it("does not count a span that repeats what the spans in it used", () => {
    const text = lines(
      span("s1", "", usage("300")),
      span("s2", "s1", usage("100")),
      span("s3", "s1", usage("200")),
    );
    const { rows, leftOut } = usageIn(text);
    expect(rows.map(({ inUncached }) => inUncached)).toEqual([100, 200]);
    expect(leftOut).toMatchObject([{ because: "the total of records inside it", rows: 1 }]);
  });

  it("counts reasoning once, under its older name, too", () => {
    const text = lines(span("s1", "", usage("5", { "gen_ai.usage.reasoning_tokens": "4" })));
    expect(usageIn(text).rows[0]).toMatchObject({ outTotal: 10, outReasoning: 4 });
  });
});

describe("FOCUS", () => {
  const HEADER =
    "BilledCost,BillingCurrency,ChargeCategory,ChargePeriodEnd,ChargePeriodStart,CommitmentDiscountStatus,EffectiveCost,ListCost,ServiceCategory,ServiceName,SubAccountId";
  const row = (billed: string, category: string, status: string, effective: string, list: string) =>
    `${billed},USD,${category},2026-08-01T00:00:00Z,2026-07-01T00:00:00Z,${status},${effective},${list},AI and Machine Learning,Models,acme`;

  it("counts a commitment once: when it is used or lapses, not when it is bought", () => {
    const csv = [
      HEADER,
      row("500", "Purchase", "", "0", "500"),
      row("0", "Usage", "Used", "420", "525"),
      row("0", "Usage", "Unused", "80", "0"),
    ].join("\n");
    const { rows } = usageIn(csv, { customer: "SubAccountId" });
    const used = rows.filter(({ charge }) => charge === "usage");
    const sum = (of: (each: (typeof rows)[number]) => bigint | null, all = rows) =>
      all.reduce((total, each) => total + (of(each) ?? 0n), 0n);
    // 420 + 80, as much as was bought
    expect(sum(({ costNano }) => costNano, used)).toBe(500_000_000_000n);
    expect(sum(({ costNano }) => costNano)).toBe(500_000_000_000n);
    // The invoice shows the purchase alone.
    expect(sum(({ invoicedNano }) => invoicedNano)).toBe(500_000_000_000n);
    expect(rows.map(({ charge }) => charge)).toEqual(["purchase", "usage", "usage"]);
  });

  it("reads a correction that takes cost back as negative usage", () => {
    const csv = [HEADER, row("-7.5", "Usage", "", "-7.5", "-9")].join("\n");
    expect(usageIn(csv, { customer: "SubAccountId" }).rows[0]).toMatchObject({
      costNano: -7_500_000_000n,
      listCostNano: -9_000_000_000n,
    });
  });

  it("reads columns in any order, and of later versions by their newer names", () => {
    const csv =
      "x_team,ServiceProviderName,ServiceCategory,EffectiveCost,ChargeCategory,BilledCost,BillingCurrency,ChargePeriodStart,ChargePeriodEnd\nred,Solora,AI and Machine Learning,2,Usage,3,EUR,2026-07-01T00:00:00Z,2026-07-02T00:00:00Z\n";
    expect(usageIn(csv).rows[0]).toMatchObject({
      provider: "solora",
      costNano: 2_000_000_000n,
      invoicedNano: 3_000_000_000n,
      currency: "EUR",
    });
  });
});

describe("Stripe", () => {
  it("counts currencies of no and of three decimal places in their own units", () => {
    const csv = fixture("stripe-lines.csv").replace("9900,usd", "9900,kwd");
    expect(
      revenueIn(csv, { customer: "metadata.external_id" }).rows.map(({ amountNano, currency }) => [
        amountNano,
        currency,
      ]),
    ).toEqual([
      // 9900 thousandths of a dinar
      [9_900_000_000n, "KWD"],
      [-33_000_000_000n, "USD"],
      [12_000_000_000_000n, "JPY"],
    ]);
  });

  it("takes what a credit note gives back off revenue, without tax and discount, on its day", () => {
    const { rows, leftOut } = revenueIn(fixture("stripe-credit-notes.json"));
    expect(rows).toEqual([
      {
        source: "stripe-credit-notes",
        rowId: "cnli_1",
        customerId: "cus_acme",
        customerName: null,
        invoiceId: "in_1",
        subscriptionId: null,
        start: at("2026-07-16"),
        end: at("2026-07-16"),
        invoicedOn: at("2026-07-16"),
        // 6000 - 1000 of discount - 500 of tax in the price, in cents
        amountNano: -45_000_000_000n,
        currency: "USD",
        kind: "service",
      },
    ]);
    expect(leftOut).toMatchObject([{ because: "a credit note that was voided", rows: 1 }]);
  });

  it("says where credit notes and refunds are", () => {
    const { notes } = revenueIn(fixture("stripe-invoices.json"));
    expect(notes.join()).toContain("Credit notes are not among them");
  });
});

describe("Lago", () => {
  it("reads hundredths of the total, not the unit price that stands beside it in whole units", () => {
    const csv = edited(fixture("lago-fees.csv"), "1.0,99.0,1980", "1.0,123456.0,1980");
    expect(revenueIn(csv, { customer: "subscription_external_id" }).rows[0]?.amountNano).toBe(
      99_000_000_000n,
    );
  });

  it("counts currencies of three decimal places in thousandths", () => {
    const csv = fixture("lago-fees.csv").replace("EUR,1.0,99.0,1980,11880", "KWD,1.0,99.0,0,11880");
    expect(revenueIn(csv, { customer: "subscription_external_id" }).rows[0]?.amountNano).toBe(
      11_880_000_000n,
    );
  });
});

describe("Orb", () => {
  it("reads decimal text as units of the currency, not cents", () => {
    const json = edited(fixture("orb-invoices.json"), '"100.00"', '"100.005"');
    expect(revenueIn(json).rows[0]?.amountNano).toBe(100_005_000_000n);
  });
});
