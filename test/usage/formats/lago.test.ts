import { at, fixture, revenueIn } from "../imports";

const BY_SUBSCRIPTION = { customer: "subscription_external_id" };

test("reads fees without the taxes that their totals include, to the end of their last day", () => {
  expect(revenueIn(fixture("lago-fees.csv"), BY_SUBSCRIPTION).rows[0]).toEqual({
    source: "lago",
    rowId: "fee-1",
    customerId: "acme",
    customerName: null,
    invoiceId: "inv-1",
    subscriptionId: "acme",
    start: at("2026-07-01"),
    // It ends in the second before.
    end: at("2026-08-01"),
    invoicedOn: at("2026-08-01"),
    // 11880 - 1980 cents
    amountNano: 99_000_000_000n,
    currency: "EUR",
    kind: "service",
  });
});

test("takes credits for a wallet as paid in advance, on the day of their invoice", () => {
  expect(revenueIn(fixture("lago-fees.csv"), BY_SUBSCRIPTION).rows[1]).toMatchObject({
    kind: "prepayment",
    start: at("2026-08-01"),
    end: at("2026-08-02"),
    amountNano: 50_000_000_000n,
    customerId: null,
  });
});

test("knows that yen have no smaller unit", () => {
  // 1100 - 100 yen
  expect(revenueIn(fixture("lago-fees.csv"), BY_SUBSCRIPTION).rows[2]).toMatchObject({
    amountNano: 1_000_000_000_000n,
    currency: "JPY",
  });
});

test("reads the newer names of the columns with dates", () => {
  const csv = fixture("lago-fees.csv").replace(
    "fee_from_date,fee_to_date",
    "fee_from_date_utc,fee_to_date_utc",
  );
  expect(revenueIn(csv, BY_SUBSCRIPTION).rows[0]).toMatchObject({
    start: at("2026-07-01"),
    end: at("2026-08-01"),
  });
});
