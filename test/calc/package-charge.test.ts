import { packageCharge } from "../../src/calc";
import { failure } from "./failure";

// Lago's published example, 201 -> 10, and its neighbours: $5 per 100 units, the first 100 free.
test.each([
  [0, 0],
  [99, 0],
  [100, 0],
  [101, 5],
  [200, 5],
  [201, 10],
  [300, 10],
  [300.5, 15],
])("bills %d units at %d", (units, amount) => {
  expect(packageCharge(units, 100, 5, 100)).toBe(amount);
});

test("has no free units unless they are given", () => {
  expect(packageCharge(1, 100, 5)).toBe(5);
});

test("refuses packages without units, and negative figures", () => {
  expect(failure(() => packageCharge(1, 0, 5))).toBe("#NUM! packageSize must be above 0, got 0");
  expect(failure(() => packageCharge(-1, 100, 5))).toMatch(/^#NUM! units/);
  expect(failure(() => packageCharge(1, 100, -5))).toMatch(/^#NUM! packagePrice/);
  expect(failure(() => packageCharge(1, 100, 5, -1))).toMatch(/^#NUM! freeUnits/);
});
