import { at, fixture, revenueIn } from "../imports";

test("reads revenue before the credits that pay it, and no line twice", () => {
  const { rows } = revenueIn(fixture("orb-invoices.json"));
  expect(rows).toHaveLength(2);
  expect(rows[0]).toEqual({
    source: "orb",
    rowId: "li_1",
    customerId: "acme",
    customerName: null,
    invoiceId: "inv_1",
    subscriptionId: "sub_1",
    start: at("2026-07-01T07:00:00Z"),
    end: at("2026-08-01T07:00:00Z"),
    invoicedOn: at("2026-08-01T07:00:00Z"),
    // "amount" is 0.00, because credits pay the 100.00.
    amountNano: 100_000_000_000n,
    currency: "USD",
    kind: "service",
  });
});

test("names a customer by Orb's own id where the application gave none", () => {
  expect(revenueIn(fixture("orb-invoices.json")).rows[1]).toMatchObject({
    customerId: "c_2",
    amountNano: 7_500_000_000n,
  });
});
