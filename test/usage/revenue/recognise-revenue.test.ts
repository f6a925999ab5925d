import fc from "fast-check";
import type { RevenueRow } from "../../../src/usage/revenue-row";
import { recogniseRevenue } from "../../../src/usage/revenue/recognise-revenue";
import type { RevenueTerms } from "../../../src/usage/revenue/revenue-terms";
import { DOLLAR, revenueRow } from "../customers/rows";

const TERMS: RevenueTerms = {
  basis: "recognised",
  from: "2026-08",
  to: "2026-09",
  currency: "USD",
  rates: {},
};

/** A year from September, invoiced on its first day: 365 dollars, a dollar a day. */
const YEAR = revenueRow({
  start: Date.UTC(2026, 8, 1),
  end: Date.UTC(2027, 8, 1),
  amountNano: 365n * DOLLAR,
});

function only(rows: readonly RevenueRow[], terms: Partial<RevenueTerms> = {}) {
  const { lines } = recogniseRevenue(rows, { ...TERMS, ...terms });
  const [line] = lines;
  if (line === undefined || lines.length > 1) throw new Error(`${lines.length} lines`);
  return line;
}

describe("revenue of a period", () => {
  test("is what the days of the service earn in it; the rest is deferred", () => {
    // 30 days of September; 335 of the year are left.
    expect(only([YEAR])).toMatchObject({
      revenueNano: 30n * DOLLAR,
      outsideNano: 335n * DOLLAR,
      invoicedNano: 365n * DOLLAR,
      deferredNano: 335n * DOLLAR,
      unbilledNano: 0n,
    });
  });

  test("leaves out what was earned before it", () => {
    // From 1 July to 31 August: 62 dollars, 31 of them in August.
    const line = only([
      revenueRow({
        start: Date.UTC(2026, 6, 1),
        end: Date.UTC(2026, 8, 1),
        invoicedOn: Date.UTC(2026, 6, 1),
        amountNano: 62n * DOLLAR,
      }),
    ]);
    expect([...line.byMonth]).toEqual([["2026-08", 31n * DOLLAR]]);
    expect(line).toMatchObject({ invoicedNano: 0n, deferredNano: 0n, outsideNano: 31n * DOLLAR });
  });

  test("holds what is earned and not yet invoiced", () => {
    expect(only([{ ...YEAR, invoicedOn: Date.UTC(2026, 9, 1) }])).toMatchObject({
      revenueNano: 30n * DOLLAR,
      invoicedNano: 0n,
      deferredNano: 0n,
      unbilledNano: 30n * DOLLAR,
    });
  });

  test("is what was invoiced in it, on that basis", () => {
    const line = only([YEAR], { basis: "invoiced" });
    expect([...line.byMonth]).toEqual([["2026-09", 365n * DOLLAR]]);
  });

  test("names its basis", () => {
    expect(recogniseRevenue([], TERMS).basis).toBe("recognised, approximate");
    expect(recogniseRevenue([], { ...TERMS, basis: "invoiced" }).basis).toBe("invoiced");
  });

  test("takes the start of the service for the day of an invoice that has none", () => {
    expect(only([{ ...YEAR, invoicedOn: null }])).toMatchObject({ invoicedNano: 365n * DOLLAR });
  });

  test("is lowered by credit notes", () => {
    expect(only([revenueRow({ amountNano: -40n * DOLLAR })]).revenueNano).toBe(-40n * DOLLAR);
  });

  test("is in the currency of the report", () => {
    // 100 * 1.25.
    const line = only([revenueRow({ currency: "EUR" })], { rates: { EUR: 1.25 } });
    expect(line.revenueNano).toBe(125n * DOLLAR);
  });

  test("lists currencies without a rate and sums none of them", () => {
    const rows = [
      revenueRow({ currency: "EUR", customerId: "a" }),
      revenueRow({ currency: "EUR", customerId: "b", amountNano: 1n }),
    ];
    const { lines, unconverted } = recogniseRevenue(rows, TERMS);
    expect(lines).toEqual([]);
    expect(unconverted).toMatchObject([
      {
        currency: "EUR",
        rows: 2,
        amountNano: 100n * DOLLAR + 1n,
        parties: [{ customerId: "a" }, { customerId: "b" }],
      },
    ]);
  });

  test("of every line and what lies outside add up to its amount, on either basis", () => {
    const day = fc.integer({ min: 20_000, max: 21_000 }).map((days) => days * 86_400_000);
    const row = fc
      .record({
        start: day,
        length: fc.integer({ min: 0, max: 800 }),
        invoicedOn: fc.option(day),
        amountNano: fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
      })
      .map(({ length, ...rest }) => revenueRow({ ...rest, end: rest.start + length * 86_400_000 }));
    const basis = fc.constantFrom("recognised" as const, "invoiced" as const);
    fc.assert(
      fc.property(row, basis, (one, by) => {
        const { byMonth, revenueNano, outsideNano } = only([one], { basis: by });
        const sum = [...byMonth.values()].reduce((a, b) => a + b, 0n);
        return sum === revenueNano && revenueNano + outsideNano === one.amountNano;
      }),
      { seed: 6, numRuns: 200 },
    );
  });
});

describe("credits paid in advance", () => {
  const PAID = revenueRow({ kind: "prepayment", amountNano: 100n * DOLLAR });
  const use = (day: number, dollars: bigint) => ({
    customerId: "acme",
    at: Date.UTC(2026, 8, day),
    amountNano: dollars * DOLLAR,
    currency: "USD",
  });

  test("are no revenue while nothing says that they were used, and say so", () => {
    const { lines, prepaid } = recogniseRevenue([PAID], TERMS);
    expect(lines).toEqual([]);
    expect(prepaid).toMatchObject([
      {
        customerId: "acme",
        paidNano: 100n * DOLLAR,
        usedNano: 0n,
        unusedNano: 100n * DOLLAR,
        notKnown: "nothing says which credits were used",
      },
    ]);
  });

  test("are revenue when they are used", () => {
    const { lines, prepaid } = recogniseRevenue([PAID], {
      ...TERMS,
      creditUse: [use(10, 30n), use(20, 25n)],
    });
    expect(lines.map(({ revenueNano, invoicedNano }) => [revenueNano, invoicedNano])).toEqual([
      [30n * DOLLAR, 0n],
      [25n * DOLLAR, 0n],
    ]);
    expect(prepaid).toMatchObject([
      { usedNano: 55n * DOLLAR, unusedNano: 45n * DOLLAR, overusedNano: 0n, notKnown: null },
    ]);
  });

  test("are revenue as far as they were paid for", () => {
    const { lines, prepaid } = recogniseRevenue([PAID], {
      ...TERMS,
      creditUse: [use(10, 70n), use(20, 50n)],
    });
    // 30 are left of 100 after 70.
    expect(lines.map(({ revenueNano }) => revenueNano)).toEqual([70n * DOLLAR, 30n * DOLLAR]);
    expect(prepaid).toMatchObject([{ unusedNano: 0n, overusedNano: 20n * DOLLAR }]);
  });

  test("that are used before they are paid for are no revenue", () => {
    const august = { ...use(1, 10n), at: Date.UTC(2026, 7, 31) };
    const { lines, prepaid } = recogniseRevenue([PAID], { ...TERMS, creditUse: [august] });
    expect(lines).toEqual([]);
    expect(prepaid).toMatchObject([{ overusedNano: 10n * DOLLAR, unusedNano: 100n * DOLLAR }]);
  });

  test("that are used after the period are not used in it", () => {
    const october = { ...use(1, 10n), at: Date.UTC(2026, 9, 1) };
    const { prepaid } = recogniseRevenue([PAID], { ...TERMS, creditUse: [october] });
    expect(prepaid).toMatchObject([{ usedNano: 0n, unusedNano: 100n * DOLLAR }]);
  });

  test("of nobody, or used in a currency without a rate, say why their use is not known", () => {
    const nobody = { ...PAID, customerId: null, customerName: "Acme" };
    const { prepaid } = recogniseRevenue([nobody, PAID], {
      ...TERMS,
      creditUse: [{ ...use(10, 5n), currency: "EUR" }],
    });
    expect(prepaid.map(({ notKnown, usedNano }) => [notKnown, usedNano])).toEqual([
      ["the credits name no customer, so their use is not known", 0n],
      ["credits were used in a currency without a rate", 0n],
    ]);
  });

  test("that nobody paid for are listed", () => {
    const { lines, prepaid } = recogniseRevenue([], { ...TERMS, creditUse: [use(10, 5n)] });
    expect(lines).toEqual([]);
    expect(prepaid).toMatchObject([
      { customerId: "acme", paidNano: 0n, overusedNano: 5n * DOLLAR },
    ]);
  });
});
