import { otherCosts } from "../../src/scenario/other-costs";
import { SAMPLE } from "../../src/scenario/sample";

test("has the sample's cost of a task besides inference, and its fixed cost", () => {
  const { perTask, perCustomerMonth, revenueShare } = otherCosts(SAMPLE);
  // 0.06 - 0.0454
  expect(perTask).toBeCloseTo(0.0146, 12);
  expect([perCustomerMonth, revenueShare]).toEqual([9, 0]);
});

test("holds platform cost by customer and payment fees, in the currency of prices", () => {
  const product = {
    ...SAMPLE.product,
    platformCost: 3000,
    exchangeRate: 2,
    paymentRate: 0.029,
    paymentFee: 0.3,
    freeUsers: 5,
    freeUsage: 10,
  };
  const found = otherCosts({ ...SAMPLE, product });
  // (9 + 3,000 / 1,000) x 2 + 0.30; free users are no part of it
  expect(found.perCustomerMonth).toBeCloseTo(24.3, 12);
  expect(found.perTask).toBeCloseTo(0.0292, 12);
  expect(found.revenueShare).toBe(0.029);
});

test("leaves out what the policy puts below the line", () => {
  const policy = { ...SAMPLE.policy, fixed: "Opex" as const, payment: "Variable" as const };
  const product = { ...SAMPLE.product, paymentRate: 0.029, paymentFee: 0.3 };
  expect(otherCosts({ ...SAMPLE, product, policy })).toMatchObject({
    perCustomerMonth: 0,
    revenueShare: 0,
  });
});
