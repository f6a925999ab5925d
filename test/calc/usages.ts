import fc from "fast-check";
import { type LognormalUsage, usageFromTail } from "../../src/calc";

/** The running case of the sample: P50 400 and P99 6,000 tasks a month. */
export const SAMPLE_USAGE = usageFromTail(400, 6000);

/** Any usage whose P99 is 1 to 50 times its median, with up to 60% inactive customers. */
export const anyUsage: fc.Arbitrary<LognormalUsage> = fc
  .tuple(
    fc.double({ min: 1, max: 10_000, noNaN: true }),
    fc.double({ min: 1, max: 50, noNaN: true }),
    fc.double({ min: 0, max: 0.6, noNaN: true }),
  )
  .map(([p50, ratio, inactiveShare]) => usageFromTail(p50, p50 * ratio, 0.99, inactiveShare));

const STEP = 0.01;

/** Weights of the normal density on a fine grid from -9 to 9. */
const GRID = Array.from({ length: 1801 }, (_, i) => {
  const z = -9 + i * STEP;
  return { z, weight: (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * STEP };
});

/** The mean of a figure over all customers by plain summing up, which knows no closed form. */
export function summedUp(
  { median, sigma, inactiveShare }: LognormalUsage,
  figure: (usage: number) => number,
): number {
  const active = GRID.reduce(
    (sum, { z, weight }) => sum + weight * figure(median * Math.exp(sigma * z)),
    0,
  );
  return inactiveShare * figure(0) + (1 - inactiveShare) * active;
}
