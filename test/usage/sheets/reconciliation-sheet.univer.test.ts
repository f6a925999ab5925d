import fc from "fast-check";
import { reconciliation } from "../../../src/usage/reconcile/reconciliation";
import { reconciliationSheet } from "../../../src/usage/sheets/reconciliation-sheet";
import { charge, usageLine, usageOf } from "../reconcile/usage-lines";
import { planned, recalculated, withInput } from "./planned";

const LINES = [
  usageLine({ month: "2026-06", cost: 90_000, list: 100_000 }),
  usageLine({ month: "2026-07", cost: 50_000 }),
  usageLine({ month: "2026-08", cost: 60_000, unpriced: 7 }),
];
const CHARGES = [charge("2026-06", "purchase", 5000), charge("2026-06", "credit", -2000)];
const SHEET = reconciliationSheet(reconciliation(usageOf(LINES, CHARGES), "USD"));

/** The sheet with invoices and books typed in. */
function typed(
  invoices: readonly (number | null)[],
  ledger: readonly (number | null)[] = [null, null, null],
  sheet = SHEET,
) {
  return planned(withInput(withInput(sheet, "rec.invoice", invoices), "rec.ledger", ledger));
}

test("bridges from list price to the expected invoice", () => {
  const { model } = planned(SHEET);
  // 90,000 - 100,000
  expect(model.values("rec.rate")).toEqual([-10_000, 0, 0]);
  // 100,000 - 10,000 + 5,000 - 2,000
  expect(model.values("rec.expected")).toEqual([93_000, 50_000, 60_000]);
});

test("asks for invoices until they are typed in", () => {
  const { model } = planned(SHEET);
  expect(model.values("rec.left")).toEqual(["-", "-", "-"]);
  expect(model.values("rec.status")).toEqual(["Look", "Look", "Look"]);
  expect(model.values("rec.cause")).toEqual(["-", "-", "-"]);
  expect(model.value("light.all")).toBe("Look");
});

test("explains what is left between invoice and books", () => {
  const { model } = typed([93_100, null, 60_000], [93_400, null, null]);
  expect(model.values("rec.leftOfInvoice")).toEqual([100, "-", 0]);
  expect(model.values("rec.booked")).toEqual([300, "-", "-"]);
  // 93,400 - 93,000
  expect(model.values("rec.left")).toEqual([400, "-", 0]);
  expect(model.values("rec.status")).toEqual(["OK", "Look", "OK"]);
});

test.each([
  // 50,600 - 50,000 is 600, and 50,050 - 50,600 is -550: the larger of 1% of 50,050 and 500 is 500.5
  [50_600, 50_050, "Check"],
  // 50,400 - 50,000 is 400, but 50,951 - 50,400 is 551, and 1% of 50,951 is 509.51
  [50_400, 50_951, "Check"],
  // 400 and -400
  [50_400, 50_000, "OK"],
])("lets no invoice off by books that offset it: %f and %f", (invoice, books, status) => {
  const { model } = typed([null, invoice, null], [null, books, null]);
  expect(model.values("rec.status")[1]).toBe(status);
});

test("says that books offset the invoice", () => {
  const { model } = typed([null, 90_000, null], [null, 50_000, null]);
  expect(model.values("rec.left")[1]).toBe(0);
  expect(model.values("rec.cause")[1]).toBe(
    "Books offset the invoice: usage ties with one of them alone",
  );
  expect(model.value("light.all")).toBe("Check");
});

test.each([
  // 1% of 50,500 is 505, more than 500
  [50_500, "OK"],
  // 1% of 50,505.05 is 505.05
  [50_505.05, "OK"],
  [50_506, "Check"],
  // 500 holds where 1% is less: 1% of 49,500 is 495
  [49_500, "OK"],
  [49_499, "Check"],
])("passes within the larger of 1%% and 500: an invoice of %f", (invoice, status) => {
  expect(typed([null, invoice, null]).model.values("rec.status")[1]).toBe(status);
});

describe("the likely cause", () => {
  const cause = (
    invoices: readonly (number | null)[],
    lines = LINES,
    charges = CHARGES,
  ): readonly unknown[] => {
    const sheet = reconciliationSheet(reconciliation(usageOf(lines, charges), "USD"));
    const { model } = typed(invoices, [null, null, null], sheet);
    return model
      .values("rec.cause")
      .map((text) => (typeof text === "string" ? text.split(":")[0] : text));
  };

  test("is an unknown model where the invoice is higher and requests have no cost", () => {
    expect(cause([null, null, 70_000])[2]).toBe("Unknown model");
    expect(cause([null, null, 50_000])[2]).toBe(
      "Discount, batch rate or credit that the prices lack",
    );
  });

  test("is the edge of a month where the neighbour differs the other way", () => {
    // -4,000 and +4,500: 500 is within 25% of 4,000
    expect(cause([89_000, 54_500, null])).toEqual(["Time-zone edge", "Time-zone edge", "-"]);
    // -4,000 and +6,000: 2,000 is more than 25% of either
    expect(cause([89_000, 56_000, null])[1]).toBe(
      "Tier or long-context price, or usage outside the export",
    );
  });

  test("is never a neighbour of another provider", () => {
    const lines = LINES.map((line, i) => ({ ...line, provider: i === 0 ? "anthropic" : "openai" }));
    expect(cause([96_000, 44_500, null], lines, [])).not.toContain("Time-zone edge");
  });

  test("is cached tokens from 20% of the input on", () => {
    const cached = (share: number) => [
      {
        ...usageLine({ month: "2026-06", cost: 100, inUncached: 100 - share, inCacheRead: share }),
      },
    ];
    const of = (share: number) => {
      const sheet = reconciliationSheet(reconciliation(usageOf(cached(share)), "USD"));
      return planned(withInput(sheet, "rec.invoice", [1000])).model.value("rec.cause");
    };
    expect(of(19)).toMatch(/^Tier/);
    expect(of(20)).toMatch(/^Cached/);
    expect(of(21)).toMatch(/^Cached/);
  });
});

test("compares models with what their invoice says", () => {
  const { model } = planned(withInput(SHEET, "model.invoice", [205_000]));
  // 90,000 + 50,000 + 60,000 against 205,000
  expect(model.values("model.left")).toEqual([5000]);
  expect(model.values("model.status")).toEqual(["Check"]);
  expect(model.values("model.cause")).toEqual(["Unknown model: requests without a cost"]);
});

test("the steps from list price make up invoices or books exactly", () => {
  const amount = fc.option(fc.integer({ min: -1000, max: 200_000 }), { nil: null });
  const three = fc.tuple(amount, amount, amount);
  fc.assert(
    fc.property(three, three, (invoices, ledger) => {
      const { model } = typed(invoices, ledger);
      const compared = invoices.map((invoice, i) => ledger[i] ?? invoice);
      const sum = compared.reduce<number>((all, each) => all + (each ?? 0), 0);
      // the last change ends where the total begins
      expect(model.value("total.to", 4)).toBeCloseTo(sum, 6);
      expect(model.value("total.total", 5)).toBeCloseTo(sum, 6);
    }),
    { seed: 11, numRuns: 60 },
  );
});

test("refuses a currency without usage", () => {
  const empty = reconciliation(usageOf(LINES, CHARGES), "EUR");
  expect(() => reconciliationSheet(empty)).toThrow("there is no usage in EUR to reconcile");
});

test("IronCalc works every formula out to the value that the plan brings", async () => {
  const blank = await recalculated(planned(SHEET).plan);
  expect(blank).toMatchObject({ count: 0, first: [], unsafe: [], odd: [], torn: [] });
  // 3 rows and a model, totals, lights
  expect(blank.formulas).toBeGreaterThan(100);
  const full = await recalculated(typed([89_000, 54_500, 70_000], [89_000, null, 71_000]).plan);
  expect(full).toMatchObject({ count: 0, first: [], unsafe: [], odd: [], torn: [] });
});
