import fc from "fast-check";
import { costPerSuccess, retryAttempts, taskSuccess } from "../../src/calc";
import { failure } from "./failure";
import { SEEDED } from "./tariffs";

const share = fc.double({ min: 0, max: 1, noNaN: true });
const retries = fc.integer({ min: 0, max: 50 });

describe("the attempts at a step", () => {
  it.each([
    // 1 + 0.1 + 0.01
    [0.1, 2, 1.11],
    [0.1, 0, 1],
    [0, 2, 1],
    // all fail: maxRetries + 1
    [1, 2, 3],
    // 1 + 0.5 + 0.25 + 0.125
    [0.5, 3, 1.875],
  ])("that fails %d of the time with %d retries are %d", (rate, most, attempts) => {
    expect(retryAttempts(rate, most)).toBeCloseTo(attempts, 12);
  });

  it("keep their digits next to a rate of 1", () => {
    // 1 - 2^-53 fails as good as always: 101 attempts
    expect(retryAttempts(1 - 2 ** -53, 100)).toBeCloseTo(101, 10);
  });

  it("refuse a rate above 1 and part of a retry", () => {
    expect(failure(() => retryAttempts(1.1, 2))).toBe(
      "#NUM! failureRate must be from 0 to 1, got 1.1",
    );
    expect(failure(() => retryAttempts(0.1, 1.5))).toMatch(/^#NUM! maxRetries must be a whole/);
    expect(failure(() => retryAttempts(0.1, -1))).toMatch(/^#NUM! maxRetries/);
  });

  it("lie between 1 and all allowed, and grow with the rate and the retries", () => {
    fc.assert(
      fc.property(share, share, retries, (a, b, most) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const attempts = retryAttempts(low, most);
        expect(attempts).toBeGreaterThanOrEqual(1);
        expect(attempts).toBeLessThanOrEqual(most + 1);
        expect(retryAttempts(high, most)).toBeGreaterThanOrEqual(attempts - 1e-12 * attempts);
        expect(retryAttempts(low, most + 1)).toBeGreaterThanOrEqual(attempts - 1e-12 * attempts);
      }),
      SEEDED,
    );
  });
});

describe("the success of a task", () => {
  it.each([
    // (1 - 0.1^3)^8 = 0.999^8
    [0.1, 2, 8, 0.992028],
    // 0.9^8
    [0.1, 0, 8, 0.430467],
    [0.1, 0, 1, 0.9],
    [0, 0, 8, 1],
    [1, 5, 8, 0],
    // no step, nothing that fails
    [0.1, 2, 0, 1],
    [1, 2, 0, 1],
  ])("at %d with %d retries over %d steps is %d", (rate, most, steps, success) => {
    expect(taskSuccess(rate, most, steps)).toBeCloseTo(success, 6);
  });

  it("is that of one step where no steps are given", () => {
    // 1 - 0.2^2
    expect(taskSuccess(0.2, 1)).toBeCloseTo(0.96, 12);
  });

  it("refuses figures outside their range", () => {
    expect(failure(() => taskSuccess(-0.1, 2))).toMatch(/^#NUM! failureRate/);
    expect(failure(() => taskSuccess(0.1, 0.5))).toMatch(/^#NUM! maxRetries/);
    expect(failure(() => taskSuccess(0.1, 2, 2.5))).toMatch(/^#NUM! steps/);
  });

  it("falls with a step more and rises with a retry more", () => {
    fc.assert(
      fc.property(share, retries, retries, (rate, most, steps) => {
        const success = taskSuccess(rate, most, steps);
        expect(taskSuccess(rate, most, steps + 1)).toBeLessThanOrEqual(success);
        expect(taskSuccess(rate, most + 1, steps)).toBeGreaterThanOrEqual(success);
      }),
      SEEDED,
    );
  });
});

describe("the cost of a success", () => {
  it("bears the failures", () => {
    // 0.3 / 0.6
    expect(costPerSuccess(0.3, 0.6)).toBeCloseTo(0.5, 12);
    // (0.3 + 0.4 x 0.1) / 0.6
    expect(costPerSuccess(0.3, 0.6, 0.1)).toBeCloseTo(0.566666666667, 12);
  });

  it("is the cost of an attempt where all succeed, whatever a failure costs", () => {
    expect(costPerSuccess(0.3, 1, 50)).toBe(0.3);
  });

  it("is undefined without success", () => {
    expect(failure(() => costPerSuccess(0.3, 0))).toBe(
      "#DIV/0! successRate is 0, so no task succeeds",
    );
  });

  it("refuses figures outside their range", () => {
    expect(failure(() => costPerSuccess(0.3, 1.1))).toMatch(/^#NUM! successRate/);
    expect(failure(() => costPerSuccess(0.3, 0.6, -1))).toMatch(/^#NUM! failureCost/);
  });
});
