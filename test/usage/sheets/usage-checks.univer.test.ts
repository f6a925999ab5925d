import { reconciliation } from "../../../src/usage/reconcile/reconciliation";
import { budgetSheet } from "../../../src/usage/sheets/budget-sheet";
import { customersModel } from "../../../src/usage/sheets/plan-customers";
import { reconciliationSheet } from "../../../src/usage/sheets/reconciliation-sheet";
import { profitBridge } from "../../../src/usage/variance/profit-bridge";
import { createModel } from "../../../src/workbook/model";
import type { SheetDescription } from "../../../src/workbook/sheet-blocks";
import { usageLine, usageOf } from "../reconcile/usage-lines";
import { FIRST, SECOND } from "../variance/periods-data";
import { withInput } from "./planned";
import { FILES, sampleReport } from "./sample-report";

const REPORT = sampleReport(60);
const RECONCILED = reconciliationSheet(
  reconciliation(usageOf([usageLine({ month: "2026-09", cost: 10_000 })]), "USD"),
);
const BRIDGE = profitBridge(FIRST, SECOND);

function modelWith(...analyses: readonly SheetDescription[]) {
  return customersModel(REPORT, FILES, 5000, analyses);
}

function invoiced(month: number | null, model: number | null) {
  const typed = withInput(RECONCILED, "rec.invoice", [month]);
  return modelWith(withInput(typed, "model.invoice", [model]));
}

describe("the checks of an import", () => {
  test("hold each control total, and ask to look at what is not known", () => {
    const model = modelWith();
    expect(model.value("usageCheck.control.rows")).toBe("OK");
    expect(model.value("usageCheck.control.revenue")).toBe("OK");
    expect(model.value("usageCheck.errors.import")).toBe("OK");
    // Some requests of the sample have no price, and revenue in francs has no rate.
    expect(model.value("usageCheck.priced")).toBe("Look");
    expect(model.value("usageCheck.complete")).toBe("Look");
    expect(model.value("usageCheck.overall")).toBe("Look");
    expect(model.value("customers.light")).toBe("Look");
  });

  test.each([
    // 1% of 10,000 is less than $500
    [10_500, "OK", "Look"],
    [10_501, "Check", "Check"],
    [null, "Look", "Look"],
  ])("take over whether the reconciliation passes: an invoice of %p", (invoice, light, overall) => {
    const model = invoiced(invoice, 10_000);
    expect(model.value("usageCheck.reconciledMonths")).toBe(light);
    expect(model.value("usageCheck.reconciledModels")).toBe("OK");
    expect(model.value("usageCheck.overall")).toBe(overall);
  });

  test.each([
    ["tasks", "The table holds all tasks read"],
    ["requests", "The table holds all requests read"],
    ["invoiced", "The table holds all invoices read"],
  ])("fail where the table is changed: %s", (name, label) => {
    const [customers, ...others] = modelWith().sheets;
    if (!customers) throw new Error("there is a sheet of customers");
    const changed = modelWith()
      .values(`customer.${name}`)
      .map((value, i) => Number(value) + (i === 0 ? 1 : 0));
    const model = createModel([withInput(customers, `customer.${name}`, changed), ...others]);
    expect(modelWith().value(`usageCheck.control.${name}`)).toBe("OK");
    expect(model.value(`usageCheck.control.${name}`)).toBe("Check");
    expect(model.value("usageCheck.overall")).toBe("Check");
    expect(JSON.stringify(others)).toContain(label);
  });

  test("take over whether the steps between two periods add up", () => {
    const bridge = budgetSheet(BRIDGE, "USD");
    expect(modelWith(bridge).value("usageCheck.bridge")).toBe("OK");
    const secondTotals = { ...BRIDGE.secondTotals, revenue: 810.02 };
    const torn = modelWith(budgetSheet({ ...BRIDGE, secondTotals }, "USD"));
    expect(torn.value("usageCheck.bridge")).toBe("Check");
    expect(torn.value("usageCheck.overall")).toBe("Check");
  });

  test("fail where a row is not accounted for", () => {
    const [usage, ...others] = FILES;
    if (!usage) throw new Error("there is a file");
    const lost = { ...usage, rows: { ...usage.rows, read: 1011 } };
    const model = customersModel(REPORT, [lost, ...others]);
    expect(model.value("usageCheck.control.rows")).toBe("Check");
    expect(model.value("usageCheck.overall")).toBe("Check");
  });
});
