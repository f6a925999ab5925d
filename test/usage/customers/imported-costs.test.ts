import { customersReport } from "../../../src/usage/customers/customers-report";
import { importedCosts } from "../../../src/usage/customers/imported-costs";
import type { ReportTerms } from "../../../src/usage/customers/report-terms";
import { recogniseRevenue } from "../../../src/usage/revenue/recognise-revenue";
import type { RevenueRow } from "../../../src/usage/revenue-row";
import { DOLLAR, reported, revenueRow, usageLine, usageSummary } from "./rows";

const PERIOD = { from: "2026-09", to: "2026-09", currency: "USD", rates: {} };
const NOTHING_ELSE = { perTask: 0, perCustomerMonth: 0, revenueShare: 0 };

/** $20 of inference of the customer that usage knows as acme. */
const USAGE = usageSummary([usageLine({ costs: reported(20n * DOLLAR) })]);

function costRow(dollars: bigint, given: Partial<RevenueRow> = {}): RevenueRow {
  return revenueRow({ amountNano: dollars * DOLLAR, ...given });
}

function report(
  costs: readonly RevenueRow[],
  paid: readonly RevenueRow[] = [],
  given: Partial<ReportTerms> = {},
) {
  const period = { ...PERIOD, rates: given.rates ?? {} };
  return customersReport({
    usage: USAGE,
    revenue: recogniseRevenue(paid, { ...period, basis: "recognised" }),
    currency: "USD",
    rates: {},
    targetMargin: 0.6,
    otherCogs: { ...NOTHING_ELSE, imported: importedCosts(costs, period) },
    ...given,
  });
}

function other(...given: Parameters<typeof report>) {
  return report(...given).customers.map(({ id, otherCogs }) => [id, otherCogs]);
}

describe("imported other costs", () => {
  test("count in the months of the period alone, by day", () => {
    // 61 days from 1 August on: 30 of them in September.
    const start = Date.UTC(2026, 7, 1);
    const { lines, outsideNano } = importedCosts([costRow(61n, { start })], PERIOD);
    expect(lines.map(({ revenueNano }) => revenueNano)).toEqual([30n * DOLLAR]);
    expect(outsideNano).toBe(31n * DOLLAR);
  });

  test("are summed by what they are for", () => {
    const support = { purpose: "Support" };
    const rows = [costRow(3n, support), costRow(4n, support), costRow(5n)];
    expect([...importedCosts(rows, PERIOD).byPurpose]).toEqual([
      ["Support", 7n * DOLLAR],
      ["Not said", 5n * DOLLAR],
    ]);
  });

  test("are a customer's by id, by name and by the mapping table", () => {
    expect(other([costRow(3n)])).toEqual([["acme", 3]]);
    expect(other([costRow(3n, { customerId: null, customerName: "ACME." })])).toEqual([
      ["acme", 3],
    ]);
    const mappings = [{ from: "C-7", to: "acme" }];
    expect(other([costRow(3n, { customerId: "C-7" })], [], { mappings })).toEqual([["acme", 3]]);
  });

  test("follow the id that revenue has for a customer that was matched by its name", () => {
    const paid = [revenueRow({ customerId: "cus_1", customerName: "Acme" })];
    expect(other([costRow(3n, { customerId: "cus_1" })], paid)).toEqual([["acme", 3]]);
  });

  test("of nobody are unallocated, and in the total", () => {
    const { customers, unallocated, total } = report([costRow(3n, { customerId: null })]);
    expect(customers).toMatchObject([{ id: "acme", otherCogs: 0 }]);
    expect(unallocated.otherCogs).toBe(3);
    // 20 of inference and 3
    expect(total.cogs).toBe(23);
  });

  test("of what is no customer go with its usage", () => {
    const unallocated = new Map([["acme", "Internal" as const]]);
    const { customers, unallocatedByKind } = report([costRow(3n)], [], { unallocated });
    expect(customers).toEqual([]);
    expect(unallocatedByKind.get("Internal")?.otherCogsNano).toBe(3n * DOLLAR);
  });

  test("are converted at the rates of the report; without one the customer is incomplete", () => {
    const euros = [costRow(4n, { currency: "EUR" })];
    // 4 x 1.25
    expect(other(euros, [], { rates: { EUR: 1.25 } })).toEqual([["acme", 5]]);
    const { customers, terms } = report(euros);
    expect(customers).toMatchObject([{ id: "acme", otherCogs: 0, status: "Incomplete" }]);
    expect(customers[0]?.ledger.gaps).toEqual(["other cost in EUR, which has no rate"]);
    expect(terms.otherCogs?.imported?.unconverted).toMatchObject([{ currency: "EUR", rows: 1 }]);
  });
});
