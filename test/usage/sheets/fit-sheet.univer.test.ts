import { fitUsage } from "../../../src/usage/fit/fit-usage";
import { fitSheet } from "../../../src/usage/sheets/fit-sheet";
import { customerMonthsOf, lognormalMonth, summaryOf } from "../fit/usage-data";
import { planned, recalculated } from "./planned";

function sheetOf(months: Parameters<typeof summaryOf>[0]) {
  const fit = fitUsage(summaryOf(months, ["2026-08"]));
  if (!fit) throw new Error("nothing was fitted");
  return { fit, sheet: fitSheet(fit) };
}

const { fit, sheet } = sheetOf(lognormalMonth(1000));
const { model, plan } = planned(sheet);

test("works the lognormal out from P50 and P99 as the fit does", () => {
  // place 989.01 of 1000 is the grid's percentile 0.98951, z 2.3084: 1.16408 x 2.3084 / 2.3263
  expect(model.value("fit.sigma")).toBeCloseTo(1.1551, 3);
  expect(model.value("fit.lognormalMean")).toBeCloseTo(fit.goodness.fittedMean, 9);
  expect(model.values("quantile.fitted")).toEqual(
    fit.goodness.points.map(({ fitted }) => expect.closeTo(fitted, 9)),
  );
});

test("says how well it fits, from what, and how sure each figure is", () => {
  const text = JSON.stringify(plan);
  expect(text).toContain("The lognormal fits");
  expect(text).toContain("1000 active of 1000 customer-months, 1000 customers, 2026-08.");
  expect(text).toContain("whole customers drawn anew 400 times, seed 20260101");
  expect(text).toMatch(/In 90% of samples of the customers: 3\d\d(\.\d)? to 4\d\d/);
});

test("stands for P90 and says so where P99 is not estimable", () => {
  const few = sheetOf(customerMonthsOf({ a: { "2026-08": 3 }, b: { "2026-08": 5 } }));
  const text = JSON.stringify(planned(few.sheet).plan);
  expect(text).toContain("P90 of active customers");
  expect(text).toContain("P99 is not estimable below 300 customer-months");
  expect(text).toContain("Too few customers for a range");
});

test("IronCalc works every formula out to the value that the plan brings", async () => {
  const found = await recalculated(plan);
  expect(found).toMatchObject({ count: 0, first: [], unsafe: [], odd: [], torn: [] });
  // P1 to P99.8: 25 percentiles with 4 formulas, sigma and the mean
  expect(found.formulas).toBe(25 * 4 + 2);
  const same = sheetOf(customerMonthsOf({ a: { "2026-08": 7 }, b: { "2026-08": 7 } }));
  expect(await recalculated(planned(same.sheet).plan)).toMatchObject({ count: 0, unsafe: [] });
});
