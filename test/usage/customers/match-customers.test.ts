import type { Party } from "../../../src/usage/revenue/recognised-revenue";
import { matchCustomers } from "../../../src/usage/customers/match-customers";

function party(given: Partial<Party>): Party {
  return { customerId: null, customerName: null, invoiceId: null, subscriptionId: null, ...given };
}

function matched(usageIds: readonly string[], one: Party, others: readonly Party[] = []) {
  return matchCustomers(usageIds, [one, ...others]).ofRevenue(one);
}

describe("matching revenue with usage", () => {
  test("goes by the id of the customer", () => {
    expect(matched(["acme"], party({ customerId: "acme" }))).toEqual({ key: "acme", by: "id" });
  });

  test("goes by the id of the subscription where revenue names no customer", () => {
    expect(matched(["sub_1"], party({ subscriptionId: "sub_1" }))).toEqual({
      key: "sub_1",
      by: "id",
    });
  });

  test("goes by the name, whatever its case, spaces, dots and commas", () => {
    const one = party({ customerId: "cus_1", customerName: " ACME,  Inc. " });
    expect(matched(["Acme Inc"], one)).toEqual({ key: "Acme Inc", by: "name" });
  });

  test("goes by the mapping table before all else", () => {
    const one = party({ customerId: "acme", customerName: "Acme" });
    const mappings = [{ from: "acme", to: "bolt" }];
    const { ofRevenue, ofUsage } = matchCustomers(["acme", "bolt"], [one], mappings);
    expect(ofRevenue(one)).toEqual({ key: "bolt", by: "mapping" });
    expect(ofUsage("acme")).toBe("bolt");
  });

  test.each([
    { it: "a name", one: party({ customerName: "ACME Ltd" }), from: "Acme Ltd." },
    { it: "a subscription", one: party({ subscriptionId: "sub_9" }), from: "sub_9" },
    { it: "an invoice", one: party({ invoiceId: "in_3" }), from: " in_3 " },
  ])("maps $it", ({ one, from }) => {
    const { ofRevenue } = matchCustomers(["bolt"], [one], [{ from, to: "bolt" }]);
    expect(ofRevenue(one)).toEqual({ key: "bolt", by: "mapping" });
  });

  test("of two rows of the table that begin alike takes the later", () => {
    const one = party({ customerId: "x" });
    const mappings = ["a", "b"].map((to) => ({ from: "x", to }));
    expect(matchCustomers(["a", "b"], [one], mappings).ofRevenue(one)?.key).toBe("b");
  });

  test("follows rows of the table that lead to each other, and stops where they go round", () => {
    const one = party({ customerId: "cus_1" });
    const chain = [
      { from: "key_1", to: "cus_1" },
      { from: "cus_1 ", to: " Acme" },
    ];
    const { ofUsage, ofRevenue } = matchCustomers(["key_1"], [one], chain);
    expect([ofUsage("key_1"), ofRevenue(one)?.key]).toEqual(["Acme", "Acme"]);
    const round = [...chain, { from: "Acme", to: "key_1" }, { from: "self", to: "self" }];
    const around = matchCustomers(["key_1"], [one], round);
    expect(around.ofUsage("self")).toBe("self");
    expect(around.ofUsage("key_1")).toBe("Acme");
  });

  test("joins a line with the customer of its invoice", () => {
    const line = party({ invoiceId: "in_1" });
    const invoice = party({ invoiceId: "in_1", customerId: "acme" });
    expect(matched(["acme"], line, [invoice])).toEqual({ key: "acme", by: "id" });
  });

  test("does not join lines of an invoice of which others name different customers", () => {
    const line = party({ invoiceId: "in_1" });
    const others = ["a", "b"].map((customerId) => party({ invoiceId: "in_1", customerId }));
    expect(matched(["a", "b"], line, others)).toBeNull();
  });

  test("matches nobody by a name that several customers of usage have, and lists it", () => {
    const one = party({ customerName: "Acme" });
    const { ofRevenue, ambiguousNames } = matchCustomers(["ACME", "acme."], [one]);
    expect(ofRevenue(one)).toEqual({ key: "Acme", by: null });
    expect(ambiguousNames).toEqual(["Acme"]);
  });

  test("matches nobody by a name that several customers of revenue have", () => {
    const [one, other] = ["cus_1", "cus_2"].map((customerId) =>
      party({ customerId, customerName: "Acme" }),
    );
    if (!one || !other) throw new Error("there are two");
    expect(matched(["acme"], one, [other])).toEqual({ key: "cus_1", by: null });
  });

  test("keeps who has no match as a customer of its own", () => {
    expect(matched(["bolt"], party({ customerId: "acme" }))).toEqual({ key: "acme", by: null });
  });

  test("has no customer for revenue that names nobody", () => {
    expect(matched(["bolt"], party({ invoiceId: "in_1" }))).toBeNull();
  });
});
