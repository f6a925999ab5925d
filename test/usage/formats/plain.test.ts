import {
  importText,
  mappingKey,
  plainCosts,
  plainRevenue,
  plainUsage,
  type RevenueMapping,
  suggestCostMapping,
  suggestRevenueMapping,
  suggestUsageMapping,
  type UsageMapping,
} from "../../../src/usage";
import { at, filled, neededAnswers, readUsage } from "../imports";

const USAGE = `when;tenant;llm;in;cached;out;eur
02.07.2026 10:00;acme;gpt-5-mini;1.000;400;200;0,0042
02.07.2026 11:00;beta;gpt-5-mini;2.500.000;0;1.000;1.234,5
`;
const MAPPING: UsageMapping = {
  start: "when",
  customer: "tenant",
  model: "llm",
  input: "in",
  cacheRead: "cached",
  output: "out",
  cost: "eur",
  currencyIs: "EUR",
};

function unknown(text: string) {
  const found = importText(text);
  if (found.kind !== "unknown") throw new Error(`recognised: ${found.kind}`);
  return found;
}

const mapped = (text: string, mapping: UsageMapping) => unknown(text).as(plainUsage(mapping));

describe("usage", () => {
  it("is not recognised, so its columns are offered for mapping", () => {
    expect(unknown(USAGE).columns).toEqual(["when", "tenant", "llm", "in", "cached", "out", "eur"]);
  });

  it("asks for the time zone and about cached tokens, and nothing that the numbers prove", () => {
    expect(neededAnswers(mapped(USAGE, MAPPING)).map(({ about }) => about)).toEqual([
      "zone",
      "cached",
    ]);
  });

  it("is read by its mapping, with European numbers and dates", () => {
    const answers = { zone: "Europe/Berlin", cached: "included" } as const;
    const { rows, problems } = readUsage(mapped(USAGE, MAPPING), answers);
    expect(problems).toEqual([]);
    expect(rows.map(filled)).toEqual([
      {
        source: "plain-usage",
        start: at("2026-07-02T08:00:00Z"),
        end: at("2026-07-02T08:00:00Z"),
        customerId: "acme",
        model: "gpt-5-mini",
        // 1000 - 400
        inUncached: 600,
        inCacheRead: 400,
        outTotal: 200,
        hasTokens: true,
        requests: 1,
        costNano: 4_200_000n,
        costBasis: "reported",
        currency: "EUR",
        charge: "usage",
      },
      expect.objectContaining({
        inUncached: 2_500_000,
        outTotal: 1000,
        costNano: 1_234_500_000_000n,
      }),
    ]);
  });

  it("asks again where the time zone is none", () => {
    const [question] = neededAnswers(mapped(USAGE, MAPPING), {
      zone: "Middle Earth",
      cached: "apart",
    });
    expect(question).toMatchObject({
      about: "zone",
      why: '"Middle Earth" is not the name of a time zone.',
    });
  });

  it("asks for the order of dates that could be meant either way", () => {
    const either = "day,cost\n4/5/2026,1\n";
    const mapping = { start: "day", cost: "cost" };
    expect(
      neededAnswers(mapped(either, mapping), { zone: "UTC" }).map(({ about }) => about),
    ).toEqual(["slashOrder"]);
    const read = (text: string, slashOrder?: "day first" | "month first") =>
      readUsage(mapped(text, mapping), { zone: "UTC", ...(slashOrder && { slashOrder }) }).rows[0]
        ?.start;
    expect(read(either, "day first")).toBe(at("2026-05-04"));
    expect(read(either, "month first")).toBe(at("2026-04-05"));
    // The thirteenth proves that days come first.
    expect(read("day,cost\n4/5/2026,1\n13/5/2026,1\n")).toBe(at("2026-05-04"));
  });

  it("takes a day without a clock to the start of the next, in its zone", () => {
    const mapping = { start: "day", cost: "cost" };
    // Berlin's clocks go forward on 29 March 2026: the day has 23 hours.
    const { rows } = readUsage(mapped("day,cost\n2026-03-29,1\n", mapping), {
      zone: "Europe/Berlin",
    });
    expect(rows[0]).toMatchObject({
      start: at("2026-03-28T23:00:00Z"),
      end: at("2026-03-29T22:00:00Z"),
    });
  });

  it("reads cost in the unit that it is told", () => {
    const text = "t,c\n2026-07-02T00:00:00Z,150\n";
    const cost = (costUnit: "units" | "hundredths" | "billionths") =>
      readUsage(mapped(text, { start: "t", cost: "c", costUnit })).rows[0]?.costNano;
    expect(cost("units")).toBe(150_000_000_000n);
    expect(cost("hundredths")).toBe(1_500_000_000n);
    expect(cost("billionths")).toBe(150n);
  });

  it("keeps the column that the user named, however long one of its ids is", () => {
    const long = "acme".padEnd(120, "x");
    const answers = { zone: "Europe/Berlin", cached: "included" } as const;
    const usage = mapped(USAGE.replace(";acme;", `;${long};`), MAPPING);
    const { rows } = readUsage(usage, answers);
    expect(rows.map(({ customerId }) => customerId)).toEqual([long, "beta"]);
  });

  it("suggests what its columns are by their names, each once", () => {
    expect(
      suggestUsageMapping([
        "Created At",
        "customer_id",
        "Model",
        "promptTokens",
        "cached_tokens",
        "x",
      ]),
    ).toEqual({
      start: "Created At",
      customer: "customer_id",
      model: "Model",
      input: "promptTokens",
      cacheRead: "cached_tokens",
    });
  });

  it("has one key for a mapping, in whatever order and case its columns come", () => {
    expect(mappingKey(["Model", "created_at"])).toBe(mappingKey(["Created At", "model"]));
    expect(mappingKey(["model"])).not.toBe(mappingKey(["model", "cost"]));
  });
});

describe("other costs", () => {
  const COSTS = `customer id,month,amount,currency,what
acme,2026-07,120.50,eur,Support
,2026-07,80,usd,Hosting
beta,soon,1,usd,Support
`;

  it("are read by a mapping, month by month, and need no time zone", () => {
    const result = unknown(COSTS)
      .as(
        plainCosts({
          start: "month",
          amount: "amount",
          customer: "customer id",
          currency: "currency",
          purpose: "what",
        }),
      )
      .read();
    expect(result.kind === "costs" && result.rows).toMatchObject([
      {
        customerId: "acme",
        start: at("2026-07-01"),
        end: at("2026-08-01"),
        amountNano: 120_500_000_000n,
        currency: "EUR",
        purpose: "Support",
      },
      { customerId: null, amountNano: 80_000_000_000n, currency: "USD", purpose: "Hosting" },
    ]);
    expect(result.kind === "costs" && result.problems).toMatchObject([
      { line: 4, column: "month", received: "soon" },
    ]);
  });

  it("suggests what their columns are by their names", () => {
    expect(suggestCostMapping(["customer id", "month", "amount", "currency", "what"])).toEqual({
      customer: "customer id",
      start: "month",
      amount: "amount",
      currency: "currency",
      purpose: "what",
    });
  });
});

test("asks nothing about a customer that the mapping names", () => {
  const table = "time,who,cost\n2026-07-02T10:00:00Z,acme,1\n";
  const found = importText(table);
  if (found.kind !== "unknown") throw new Error("it is known");
  const read = found.as(plainUsage({ start: "time", customer: "who", cost: "cost" })).read();
  expect(read).toMatchObject({ kind: "usage", questions: [], rows: [{ customerId: "acme" }] });
});

describe("revenue", () => {
  const REVENUE = `Customer,From,To,Net,VAT,Discount,Currency
Acme,2026-07-01,2026-07-31,119.00,19.00,10.00,eur
Beta,2026-07-01,2026-07-31,(50.00),,,usd
`;
  const mapping: RevenueMapping = {
    customer: "Customer",
    start: "From",
    end: "To",
    endIsLast: true,
    amount: "Net",
    tax: "VAT",
    discount: "Discount",
    currency: "Currency",
  };

  it("is read by its mapping, net of tax and discount, to the end of its last day", () => {
    const result = unknown(REVENUE).as(plainRevenue(mapping)).read({ zone: "UTC" });
    expect(result.kind === "revenue" && result.rows).toEqual([
      {
        source: "plain-revenue",
        rowId: null,
        customerId: "Acme",
        customerName: null,
        invoiceId: null,
        subscriptionId: null,
        start: at("2026-07-01"),
        end: at("2026-08-01"),
        invoicedOn: null,
        // 119 - 19 - 10
        amountNano: 90_000_000_000n,
        currency: "EUR",
        kind: "service",
      },
      // Brackets are a minus: a credit note.
      expect.objectContaining({
        customerId: "Beta",
        amountNano: -50_000_000_000n,
        currency: "USD",
      }),
    ]);
  });

  it.each(["UTC", "Europe/Berlin", "America/New_York", "Asia/Tokyo"])(
    "keeps its days whatever the zone of its times: %s",
    (zone) => {
      const csv = "from,to,net,who,on\n2026-09-01,2026-10-01,100,a,2026-09-01\n";
      const result = unknown(csv)
        .as(
          plainRevenue({
            start: "from",
            end: "to",
            amount: "net",
            customer: "who",
            invoicedOn: "on",
          }),
        )
        .read({ zone });
      const days = { start: at("2026-09-01"), end: at("2026-10-01"), invoicedOn: at("2026-09-01") };
      expect(result.kind === "revenue" && result.rows).toMatchObject([days]);
    },
  );

  it("suggests what its columns are by their names", () => {
    expect(
      suggestRevenueMapping(["Customer", "From", "To", "Net amount", "VAT", "Currency"]),
    ).toEqual({
      customer: "Customer",
      start: "From",
      end: "To",
      amount: "Net amount",
      tax: "VAT",
      currency: "Currency",
    });
  });

  it("refuses a service that ends before it starts", () => {
    const csv = REVENUE.replace("2026-07-31,119", "2026-06-30,119");
    const result = unknown(csv)
      .as(plainRevenue({ ...mapping, endIsLast: false }))
      .read({ zone: "UTC" });
    expect(result.kind === "revenue" && result.problems).toEqual([
      {
        line: 2,
        column: "To",
        expected: "an end that is not before the start",
        received: "2026-06-30",
      },
    ]);
  });
});
