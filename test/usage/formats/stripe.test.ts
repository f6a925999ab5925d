import { at, edited, fixture, recognised, revenueIn } from "../imports";

describe("invoices from the API", () => {
  it("are read by line: net of discounts and of taxes in the price, customer from the invoice", () => {
    const { rows } = revenueIn(fixture("stripe-invoices.json"));
    expect(rows[0]).toEqual({
      source: "stripe",
      rowId: "il_1",
      customerId: "cus_acme",
      customerName: "Acme",
      invoiceId: "in_1",
      subscriptionId: "sub_1",
      start: at("2026-07-01"),
      end: at("2026-08-01"),
      invoicedOn: at("2026-08-01"),
      // 12000 - 2000 - 1000 cents; the tax of 500 is not in the price.
      amountNano: 90_000_000_000n,
      currency: "USD",
      kind: "service",
    });
  });

  it("are read in their newer shape", () => {
    expect(revenueIn(fixture("stripe-invoices.json")).rows[1]).toMatchObject({
      rowId: "il_2",
      // 5000 - 833 cents
      amountNano: 41_670_000_000n,
    });
  });

  it("keep the customer's name and no address", () => {
    const { rows } = revenueIn(fixture("stripe-invoices.json"));
    expect(rows.flatMap((row) => Object.values(row)).join()).not.toContain("@");
  });

  it.each(["void", "draft"])("count for nothing where the invoice is %s", (status) => {
    const json = edited(
      fixture("stripe-invoices.json"),
      '"id": "in_1",',
      `"id": "in_1", "status": "${status}",`,
    );
    const { rows, leftOut } = revenueIn(json);
    expect(rows.filter(({ invoiceId }) => invoiceId === "in_1")).toEqual([]);
    // 90.00 and 41.67 of its two lines
    const amounts = { USD: 131_670_000_000n };
    expect(leftOut).toContainEqual({
      because: "of an invoice that is void or a draft",
      rows: 2,
      amounts,
    });
  });

  it("are read with the customer expanded", () => {
    const json = edited(
      fixture("stripe-invoices.json"),
      '"cus_acme"',
      '{"id": "cus_acme", "email": "a@b.de"}',
    );
    expect(revenueIn(json).rows[0]).toMatchObject({ customerId: "cus_acme" });
  });
});

describe("lines as CSV", () => {
  const BY_METADATA = { customer: "metadata.external_id" };

  it("are in the smallest unit of their currency, and yen have none smaller", () => {
    const { rows } = revenueIn(fixture("stripe-lines.csv"), BY_METADATA);
    expect(rows.map(({ amountNano, currency }) => [amountNano, currency])).toEqual([
      [99_000_000_000n, "USD"],
      // A proration gives money back.
      [-33_000_000_000n, "USD"],
      [12_000_000_000_000n, "JPY"],
    ]);
    expect(rows[0]).toMatchObject({
      rowId: "u1",
      customerId: "acme",
      invoiceId: "in_1",
      start: at("2026-07-01"),
      end: at("2026-08-01"),
    });
  });

  it("leave tests out", () => {
    expect(revenueIn(fixture("stripe-lines.csv"), BY_METADATA).leftOut).toEqual([
      { because: "a test, not real money", rows: 1, amounts: { USD: 99_000_000_000n } },
    ]);
  });

  it("ask for the customer, who is on the invoice", () => {
    const result = recognised(fixture("stripe-lines.csv")).read();
    expect(result.kind === "ask" && result.questions[0]?.about).toBe("customer");
  });

  it("list a line without an amount or with a currency that is none", () => {
    const csv = edited(fixture("stripe-lines.csv"), ",9900,usd,", ",,dollars,");
    expect(revenueIn(csv, BY_METADATA).problems).toEqual([
      { line: 2, column: "currency", expected: "a currency such as USD", received: "dollars" },
    ]);
    const blank = edited(fixture("stripe-lines.csv"), ",9900,usd,", ",,usd,");
    expect(revenueIn(blank, BY_METADATA).problems).toEqual([
      { line: 2, column: "amount", expected: "an amount", received: "nothing" },
    ]);
  });
});
