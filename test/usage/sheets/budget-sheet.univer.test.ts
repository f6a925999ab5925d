import { budgetSheet } from "../../../src/usage/sheets/budget-sheet";
import { profitBridge } from "../../../src/usage/variance/profit-bridge";
import { FIRST, SECOND } from "../variance/periods-data";
import { planned, recalculated, withInput } from "./planned";

const SHEET = budgetSheet(profitBridge(FIRST, SECOND), "USD");
const { model, plan } = planned(SHEET);

function steps(of = model) {
  return of.values("budget.step").map((value) => Math.round(Number(value) * 1e6) / 1e6);
}

test("shows the change of gross profit and the steps that make it up", () => {
  // 600 - 180 - 50 = 370 and 810 - 228 - 70 = 512
  expect(model.values("period.grossProfit")).toEqual([370, 512]);
  expect(model.value("budget.difference")).toBe(142);
  // volume, mix, tasks, price, tokens, models, caching, cost per task, exchange rate, other
  expect(steps()).toEqual([0, 210, -10, -30, 30, 0, 0, 0, 0, -38, -20, 0]);
  expect(model.value("budget.light")).toBe("OK");
});

test("gives more tasks the revenue that follows them, and takes it from the price", () => {
  const metered = planned(withInput(SHEET, "budget.revenueShare", 1)).model;
  // tasks -30 + 150, price 30 - 150
  expect(steps(metered).slice(3, 5)).toEqual([120, -120]);
  expect(metered.value("budget.light")).toBe("OK");
});

test("says which period usage covers in part alone", () => {
  const textsOf = (first: boolean, second: boolean) => {
    const bridge = profitBridge({ ...FIRST, isCut: first }, { ...SECOND, isCut: second });
    return budgetSheet(bridge, "USD").blocks.flatMap((block) =>
      block.kind === "text" ? block.lines.map(({ text }) => text.slice(0, 32)) : [],
    );
  };
  expect(textsOf(false, false)).toEqual([]);
  expect(textsOf(false, true)).toEqual(["Usage covers a part of Q3 alone:"]);
  expect(textsOf(true, true)).toHaveLength(2);
});

test("says where the steps do not lead to the second period", () => {
  const bridge = profitBridge(FIRST, SECOND);
  const wrong = { ...bridge, secondTotals: { ...bridge.secondTotals, revenue: 810.02 } };
  expect(planned(budgetSheet(wrong, "USD")).model.value("budget.light")).toBe("Check");
});

test("names the step for cost per task by whether it is taken apart", () => {
  const texts = JSON.stringify(plan);
  expect(texts).toContain('"Cost per task"');
  expect(texts).not.toContain('"Vendor prices"');
});

test("IronCalc works every formula out to the value that the plan brings", async () => {
  const found = await recalculated(plan);
  // 12 steps with 13 formulas; 2 periods with 5; the change, the check and its light
  expect(found).toEqual({
    formulas: 12 * 13 + 2 * 5 + 3,
    count: 0,
    first: [],
    unsafe: [],
    odd: [],
    torn: [],
  });
});
