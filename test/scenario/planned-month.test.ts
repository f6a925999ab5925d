import { plannedMonth } from "../../src/scenario/planned-month";
import { SAMPLE } from "../../src/scenario/sample";

test("tells what the sample expects of a month", () => {
  const plan = plannedMonth(SAMPLE);
  expect(plan).toMatchObject({ name: "Flat seat at $99", currency: "USD", customers: 1000 });
  expect(plan.revenuePerCustomerMonth).toBe(99);
  // 400 e^(1.1640^2 / 2)
  expect(plan.tasksPerCustomerMonth).toBeCloseTo(787.61, 2);
  // 0.033 + 0.012 + 0.0002 + 0.0002
  expect(plan.inferencePerTask).toBeCloseTo(0.0454, 12);
  // 1,000 x (787.6102 x (0.06 - 0.0454) + 9)
  expect(plan.otherCogs).toBeCloseTo(20_499.11, 1);
});
