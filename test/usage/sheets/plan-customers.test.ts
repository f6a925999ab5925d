import type { CustomersReport } from "../../../src/usage/customers/customers-report";
import { customersReport } from "../../../src/usage/customers/customers-report";
import type { OtherCogs } from "../../../src/usage/customers/customer-figures";
import { recogniseRevenue } from "../../../src/usage/revenue/recognise-revenue";
import type { RevenueRow } from "../../../src/usage/revenue-row";
import { customersModel, planCustomers } from "../../../src/usage/sheets/plan-customers";
import type { UsageLine } from "../../../src/usage/usage-summary";
import type { Plan, StepOf } from "../../../src/workbook/plan";
import {
  DOLLAR,
  NO_TOKENS,
  reported,
  revenueRow,
  usageLine,
  usageSummary,
} from "../customers/rows";
import { FILES, IMPORTED_COSTS, sampleReport } from "./sample-report";

const OTHER: OtherCogs = { perTask: 0, perCustomerMonth: 2, revenueShare: 0 };

function cost(customerId: string | null, dollars: bigint, given: Partial<UsageLine> = {}) {
  return usageLine({ customerId, costs: reported(dollars * DOLLAR), ...given });
}

function paid(customerId: string | null, dollars: bigint) {
  return revenueRow({ customerId, amountNano: dollars * DOLLAR });
}

function small(
  lines: readonly UsageLine[],
  rows: readonly RevenueRow[],
  otherCogs: OtherCogs | null = OTHER,
): CustomersReport {
  return customersReport({
    usage: usageSummary(lines),
    revenue: recogniseRevenue(rows, {
      basis: "recognised",
      from: "2026-09",
      to: "2026-09",
      currency: "USD",
      rates: {},
    }),
    currency: "USD",
    rates: {},
    otherCogs,
    targetMargin: 0.6,
  });
}

/** A loss, one at target and unallocated usage. */
const LINES = [cost("acme", 30n), cost("bolt", 58n), cost(null, 6n)];
const ROWS = [paid("acme", 100n), paid("bolt", 50n)];

function tableOf(plan: Plan) {
  const steps = plan.sheets[0]?.steps ?? [];
  const table = steps.find((step): step is StepOf<"table"> => step.do === "table");
  if (!table) throw new Error("there is a table");
  const { row, column, rows } = table.area;
  const headings = steps.find(
    (step): step is StepOf<"write"> => step.do === "write" && step.row === row && column === 0,
  );
  return { table, row, rows, headings: headings?.cells[0] ?? [] };
}

describe("imported other costs", () => {
  const otherCogs = { ...OTHER, perCustomerMonth: 0, imported: IMPORTED_COSTS };
  const report = sampleReport(12, otherCogs);
  const model = customersModel(report, FILES);

  test("are a column of the table, by what they are for, and tie with what was read", () => {
    // 40 of c0, 60 of nobody, 5 of a stranger
    expect(model.value("total.otherCogs")).toBe(105);
    expect(model.values("purpose.cost")).toEqual([40, 60, 5, 0]);
    expect(model.value("control.costs")).toBe("OK");
    expect(model.value("control.otherCogs")).toBe("OK");
    expect(model.value("control.costs.unallocated")).toBe(60);
  });

  test("are listed where nothing else names their customer or they have no rate", () => {
    const at = report.customers.findIndex(({ id }) => id === "stranger");
    expect(model.value("customer.matched", at)).toBe("other costs alone");
    expect(model.values("onlyCosts.cost")).toEqual([5]);
    expect(model.values("foreignOther.amount")).toEqual([7]);
  });

  test("say what rates come from, where a scenario gave them", () => {
    const from = "the scenario “Flat seat”";
    const plan = planCustomers(sampleReport(3, { ...OTHER, from }), [], []);
    expect(JSON.stringify(plan)).toContain("From the scenario “Flat seat”");
  });
});

describe("the sheets of customers", () => {
  test("add up to the total: 150 of revenue, 94 of inference, 2 a customer", () => {
    const model = customersModel(small(LINES, ROWS), []);
    // 30 + 58 + 6 = 94, and 2 customers at 2: 98; 150 - 98 = 52; 52 / 150 = 34.67%.
    expect(model.value("total.cogs")).toBe(98);
    expect(model.value("total.profit")).toBe(52);
    expect(model.value("total.margin")).toBeCloseTo(0.34666666666667, 12);
    expect(model.value("total.band")).toBe("Flagged");
    expect(model.value("total.unallocated")).toBe(6);
  });

  test("say how each customer stands", () => {
    const model = customersModel(small(LINES, ROWS), []);
    // The dearest first: 50 - 60 = -10; 100 - 32 = 68.
    expect(model.values("customer.name")).toEqual(["bolt", "acme", "Unallocated usage"]);
    expect(model.values("customer.status")).toEqual(["Loss", "At target", ""]);
    expect(model.values("customer.profit")).toEqual([-10, 68, -6]);
    expect(model.values("customer.margin")).toEqual([-0.2, 0.68, "no revenue"]);
    expect(model.value("count.loss")).toBe(1);
    expect(model.value("total.loss")).toBe(10);
  });

  test("say where what tasks cost is approximate", () => {
    const server = { customer: null, period: "2026-09", rowsRead: 2, bytesReceived: 3 };
    const summedUp = (isApproximate: boolean) =>
      FILES.slice(0, 1).map((file) => ({ ...file, server: { ...server, isApproximate } }));
    const subtitleOf = (isApproximate: boolean) =>
      customersModel(small(LINES, ROWS), summedUp(isApproximate)).sheets[0]?.subtitle;
    expect(subtitleOf(false)).toBe(
      "2026-09, UTC; amounts in USD; revenue: recognised, approximate",
    );
    expect(subtitleOf(true)).toBe(
      "2026-09, UTC; amounts in USD; revenue: recognised, approximate; P50, P90 and P99 of tasks: approximate",
    );
  });

  test("name the dearest and those at a loss", () => {
    const model = customersModel(small(LINES, ROWS), []);
    expect(model.values("dearest.name")).toEqual(["bolt", "acme", "-", "-", "-"]);
    expect(model.values("loss.name")).toEqual(["bolt", "-", "-", "-", "-"]);
  });

  test("name two customers of the same cost apart", () => {
    const model = customersModel(small([cost("a", 5n), cost("b", 5n)], []), []);
    expect(model.values("dearest.name").slice(0, 2)).toEqual(["a", "b"]);
  });

  test("call a margin what it is where other cost is not known", () => {
    const without = small(LINES, ROWS, null);
    expect(tableOf(planCustomers(without, [], [])).headings).toContain("Margin after inference");
    const model = customersModel(without, []);
    expect(model.entries.has("total.band")).toBe(false);
    expect(model.values("customer.status")).toEqual(["Loss", "Not known", ""]);
    expect(model.value("count.at")).toBe(1);
    const { headings } = tableOf(planCustomers(small(LINES, ROWS), [], []));
    expect(headings).toContain("Margin");
    expect(headings).not.toContain("Margin after inference");
  });

  test("have the statuses and margins of the report, whoever works them out", () => {
    const report = sampleReport(120);
    const model = customersModel(report, []);
    report.customers.forEach(({ id, status, margin, priceRise, costToTakeOut }, i) => {
      expect(model.value("customer.id", i)).toBe(id);
      expect(model.value("customer.status", i)).toBe(status);
      if (margin !== null) expect(model.value("customer.margin", i)).toBeCloseTo(margin, 12);
      if (priceRise !== null) expect(model.value("customer.rise", i)).toBeCloseTo(priceRise, 9);
      if (costToTakeOut !== null) {
        expect(model.value("customer.takeOut", i)).toBeCloseTo(costToTakeOut, 9);
      }
    });
    expect(new Set(report.customers.map(({ status }) => status))).toEqual(
      new Set(["Loss", "Below target", "At target", "Incomplete"]),
    );
    expect(model.value("total.cogs")).toBeCloseTo(report.total.cogs, 8);
  });

  test("show a range where something has no price", () => {
    const unpriced = { ...NO_TOKENS, inUncached: 500, requests: 10, reasons: ["no price"] };
    const line = usageLine({ model: "x", inUncached: 500, unpriced });
    const model = customersModel(small([...LINES, line], ROWS), []);
    expect(model.value("total.margin")).toBe("incomplete");
    expect(model.value("customer.status", 1)).toBe("Incomplete");
    // All have one model with 3,000 tokens for $94: 500 tokens cost $15.67.
    expect(model.value("range.cost.low")).toBeCloseTo(98 + 94 / 6, 8);
    expect(model.value("range.margin.low")).toBeCloseTo((52 - 94 / 6) / 150, 8);
    // 30 of 40 requests.
    expect(model.value("total.priced")).toBe(0.75);
  });

  test("show no range of the margin where revenue or other cost has no rate", () => {
    const foreign = { ...paid("acme", 10n), currency: "GBP" };
    const revenue = customersModel(small(LINES, [...ROWS, foreign]), []);
    expect(revenue.value("range.margin.low")).toBe("not known");
    expect(revenue.value("range.margin.high")).toBe("not known");
    // the cost is known: 30 + 58 + 6, and 2 for each customer
    expect(revenue.value("range.cost.high")).toBe(98);
    const other = customersModel(small(LINES, ROWS, { ...OTHER, imported: IMPORTED_COSTS }), []);
    expect(other.value("range.margin.low")).toBe("not known");
    // (150 - 98) / 150
    const all = customersModel(small(LINES, ROWS), []);
    expect(all.value("range.margin.low")).toBeCloseTo(52 / 150, 12);
  });

  test("count a margin that doubles miss by a hair in its own bin", () => {
    // (0.9 - 0.54) / 0.9 is 0.39999999999999997 in doubles
    const line = usageLine({ costs: reported(540_000_000n) });
    const row = revenueRow({ amountNano: 900_000_000n });
    const model = customersModel(small([line], [row], null), []);
    expect(model.value("customer.margin", 0)).toBeLessThan(0.4);
    // below -100%, -50%, 0, 20%, 40%, 60%, 80%, above
    expect(model.values("bin.count")).toEqual([0, 0, 0, 0, 0, 1, 0, 0]);
  });

  test("tell no trend of months that are cut short", () => {
    const report = small(LINES, ROWS);
    const model = customersModel({ ...report, wholeMonths: [] }, []);
    expect(model.value("months")).toBe(0);
    expect(model.value("customer.trend", 0)).toBe("no whole month");
    expect(customersModel(report, []).value("customer.trend", 0)).toBe("one month");
  });

  test("put customers beyond the limit in one line, in the total", () => {
    const lines = [...LINES, cost("coil", 1n)];
    const report = small(lines, ROWS);
    const model = customersModel(report, [], 1);
    expect(model.values("customer.name")).toEqual([
      "bolt",
      "All other customers (2)",
      "Unallocated usage",
    ]);
    expect(model.values("customer.inference")).toEqual([58, 31, 6]);
    expect(model.values("customer.status")).toEqual(["Loss", "", ""]);
    // 95 of inference and 3 customers at 2.
    expect(model.value("total.cogs")).toBe(101);
    expect(model.value("control.light")).toBe("OK");
  });

  test("have a line for revenue that names nobody", () => {
    const model = customersModel(small(LINES, [...ROWS, paid(null, 7n)]), []);
    expect(model.values("customer.name").at(-1)).toBe("Revenue that names nobody");
    expect(model.value("total.revenue")).toBe(157);
    expect(model.value("control.light")).toBe("OK");
  });

  test("add up what the dearest cost, and count customers by margin", () => {
    const model = customersModel(small(LINES, ROWS), []);
    // Half of two customers is one, at 60; both are 92.
    expect(model.value("dear.cost", 7)).toBe(60);
    expect(model.value("dear.cost", 12)).toBe(92);
    // -20% lies from -50% to 0%, 68% from 60% to 80%.
    expect(model.values("bin.count")).toEqual([0, 0, 1, 0, 0, 0, 1, 0]);
  });

  test("stand where there is no usage at all", () => {
    const model = customersModel(small([], [paid("acme", 7n)]), []);
    expect(model.values("customer.status")).toEqual(["At target", ""]);
    expect(model.value("control.light")).toBe("OK");
    expect(model.values("dear.share")[12]).toBe(1);
  });

  test("make a table of headings that differ whatever their case, one row for each line", () => {
    const lines = [cost("acme", 30n, { model: "GPT-5" }), cost("acme", 10n, { model: "gpt-5" })];
    const { headings, rows } = tableOf(planCustomers(small(lines, ROWS), [], []));
    const folded = headings.map((heading) => String(heading).toLowerCase());
    expect(new Set(folded).size).toBe(folded.length);
    expect(headings).toContain("Cost of gpt-5 (2)");
    // Headings, acme, bolt and unallocated usage.
    expect(rows).toBe(4);
  });

  test("write names as texts, whatever they begin with", () => {
    const plan = planCustomers(sampleReport(20), FILES, []);
    const written = plan.sheets.flatMap(({ steps }) =>
      steps.flatMap((step) => (step.do === "write" ? step.cells.flat() : [])),
    );
    for (const text of ["=1+1", "@x", "+49 30 1234", "-5", "#N/A", "12 May", "=usage.csv"]) {
      expect(written).toContain(text);
    }
  });

  test("take names that no sheet and no table has yet", () => {
    const plan = planCustomers(small(LINES, ROWS), [], ["Customers", "import"]);
    expect(plan.sheets.map(({ name }) => name)).toEqual([
      "Customers (2)",
      "Usage cost",
      "Import (2)",
      "Usage checks",
    ]);
    expect(tableOf(plan).table.name).toBe("AIM_Customers_2");
    expect(plan.show).toBe("Customers (2)");
  });

  test("show amounts without a dollar sign where they are no dollars", () => {
    const formats = (plan: Plan) =>
      plan.sheets.flatMap(({ steps }) =>
        steps.flatMap((step) => (step.do === "numberFormat" ? [step.format] : [])),
      );
    expect(formats(planCustomers(sampleReport(5), [], []))).toContain("money");
    const euros = formats(planCustomers(sampleReport(5, OTHER, "EUR"), [], []));
    expect(euros).toContain("amount");
    expect(euros.filter((format) => format.startsWith("money"))).toEqual([]);
  });
});

describe("control totals", () => {
  test("are all right where every row read is somewhere", () => {
    const model = customersModel(small(LINES, ROWS), FILES);
    expect(model.value("control.light")).toBe("OK");
    expect(model.value("customers.light")).toBe("OK");
    // The amounts of the file with rejected rows cannot be tied.
    expect(model.value("control.unknownAmounts")).toBe(1);
  });

  test.each([1011, 1009])("see a row of 1,010 that is lost or made up: %d", (read) => {
    const [first, second] = FILES;
    if (!first || !second) throw new Error("there are two files");
    const files = [{ ...first, rows: { ...first.rows, read } }, second];
    const model = customersModel(small(LINES, ROWS), files);
    expect(model.value("control.rows")).toBe("Check");
    expect(model.value("control.light")).toBe("Check");
    expect(model.value("control.cost")).toBe("OK");
  });

  test("see a dollar that is lost", () => {
    const files = FILES.map((file) => ({
      ...file,
      amounts: file.amounts.map((amount) =>
        amount.readNano === null ? amount : { ...amount, readNano: amount.readNano + DOLLAR },
      ),
    }));
    expect(customersModel(small(LINES, ROWS), files).value("control.amounts")).toBe("Check");
  });
});
