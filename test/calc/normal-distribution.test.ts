import fc from "fast-check";
import { normalCdf, normalDensity, inverseNormal } from "../../src/calc";
import { failure } from "./failure";
import { relativeError } from "./relative-error";
import { SEEDED } from "./tariffs";

// Literals to 17 digits from mpmath 1.3 at 40 digits (ncdf, npdf, erfinv). The CDF at 1, 2, 3 and
// the tail beyond 5 also stand in Abramowitz and Stegun, tables 26.1 and 26.2.
describe("the normal distribution function", () => {
  it.each([
    [-37, 5.725571222524577e-300],
    [-8, 6.220960574271784e-16],
    [-5, 2.866515718791939e-7],
    [-3, 0.0013498980316300946],
    [-2.5, 0.006209665325776135],
    [-2, 0.02275013194817921],
    [-1, 0.15865525393145705],
    [0, 0.5],
    [0.5, 0.6914624612740131],
    [1, 0.8413447460685429],
    [1.96, 0.9750021048517796],
    [2, 0.9772498680518208],
    [2.5, 0.993790334674224],
    [3, 0.9986501019683699],
    [5, 0.9999997133484281],
  ])("is right to 1e-13 at %d", (z, probability) => {
    expect(relativeError(normalCdf(z), probability)).toBeLessThan(1e-13);
  });

  it("does not jump where the series hands over to the continued fraction", () => {
    // The density at 2 is 0.054, so 1e-9 of z is 5.4e-11 of probability.
    const below = normalCdf(-2 - 1e-9);
    const above = normalCdf(-2 + 1e-9);
    expect(above - below).toBeGreaterThan(1.07e-10);
    expect(above - below).toBeLessThan(1.09e-10);
  });

  it("ends at 0 and 1", () => {
    expect(normalCdf(-40)).toBe(0);
    expect(normalCdf(40)).toBe(1);
  });

  it("refuses what is no number", () => {
    expect(failure(() => normalCdf(NaN))).toMatch(/^#NUM! z/);
    expect(failure(() => normalCdf(Infinity))).toMatch(/^#NUM! z/);
  });

  it("rises, and is symmetric", () => {
    const z = fc.double({ min: -37, max: 37, noNaN: true });
    fc.assert(
      fc.property(z, z, (a, b) => {
        expect(normalCdf(Math.min(a, b))).toBeLessThanOrEqual(normalCdf(Math.max(a, b)));
        expect(normalCdf(a) + normalCdf(-a)).toBeCloseTo(1, 15);
      }),
      SEEDED,
    );
  });
});

test.each([
  [0, 0.3989422804014327],
  [1, 0.24197072451914334],
  [-2.5, 0.017528300493568537],
  [5, 1.4867195147342977e-6],
  [-37, 2.1200065515246056e-298],
])("the normal density is right to 1e-15 at %d", (z, density) => {
  expect(relativeError(normalDensity(z), density)).toBeLessThan(1e-15);
});

describe("the normal quantile", () => {
  // 0.075 and 0.925 bound the middle formula; 1e-12 and 1e-10 lie on both sides of EXP(-25).
  it.each([
    [1e-300, -37.0470962993612],
    [1e-20, -9.262340089798407],
    [1e-12, -7.034483825301132],
    [1e-10, -6.361340902404056],
    [0.001, -3.0902323061678136],
    [0.01, -2.326347874040841],
    [0.05, -1.6448536269514726],
    [0.0749, -1.4402382675279637],
    [0.075, -1.439531470938456],
    [0.25, -0.6744897501960817],
    [0.6, 0.2533471031357998],
    [0.75, 0.6744897501960817],
    [0.9, 1.2815515655446004],
    [0.95, 1.6448536269514726],
    [0.975, 1.9599639845400543],
    [0.99, 2.3263478740408408],
  ])("is right to 1e-15 at %d", (p, z) => {
    expect(relativeError(inverseNormal(p), z)).toBeLessThan(1e-15);
  });

  it("is 0 at the median", () => {
    expect(inverseNormal(0.5)).toBe(0);
  });

  it("does not exist at 0 and 1", () => {
    expect(failure(() => inverseNormal(0))).toBe("#NUM! p must be strictly between 0 and 1, got 0");
    expect(failure(() => inverseNormal(1))).toMatch(/^#NUM! p/);
  });

  it("inverts the distribution function, far out too", () => {
    fc.assert(
      fc.property(fc.double({ min: -37, max: 5, noNaN: true }), (z) => {
        const p = normalCdf(z);
        expect(relativeError(normalCdf(inverseNormal(p)), p)).toBeLessThan(1e-12);
      }),
      SEEDED,
    );
  });
});
