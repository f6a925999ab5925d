import { CalcError, marginCurve, marginStatus } from "../../src/calc";
import { failure } from "./failure";

describe("the status of a margin", () => {
  it.each([
    [-0.01, 0.6, "Loss"],
    [0, 0.6, "Below target"],
    [0.59, 0.6, "Below target"],
    [0.6, 0.6, "At target"],
    [0.61, 0.6, "At target"],
    [0, 0, "At target"],
    // A loss is a loss, even where the target allows for a greater one.
    [-0.1, -0.2, "Loss"],
  ])("at %d with a target of %d is %s", (margin, target, status) => {
    expect(marginStatus(margin, target)).toBe(status);
  });

  it("takes rounding for what it is", () => {
    // (0.3 - 0.135) / 0.3 is 0.5499999999999999 in doubles
    expect(marginStatus((0.3 - 0.135) / 0.3, 0.55)).toBe("At target");
    expect(marginStatus(-1e-10, 0.55)).toBe("Below target");
    expect(marginStatus(0.55 - 1e-8, 0.55)).toBe("Below target");
    expect(marginStatus(-1e-8, 0.55)).toBe("Loss");
  });

  it("refuses figures outside their range", () => {
    expect(failure(() => marginStatus(0.5, 1))).toBe("#NUM! targetMargin must be below 1, got 1");
    expect(failure(() => marginStatus(NaN, 0.5))).toMatch(/^#NUM! margin/);
  });
});

describe("the margin curve", () => {
  it("shows nine customers unless percentiles are given", () => {
    const points = marginCurve(99, 0.06, 400, 6000, 9);
    expect(points.map(({ percentile }) => percentile)).toEqual([
      0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99,
    ]);
    // 1 - (u x 0.06 + 9) / 99 for u of 26.6667, 58.9522, 89.9846, 182.419, 400, 877.102, 1778.08,
    // 2714.06 and 6000: mpmath
    const margins = [
      0.8929292929, 0.8733623099, 0.8545547814, 0.7985339747, 0.6666666667, 0.3775140014,
      -0.1685344348, -0.7357962305, -2.727272727,
    ];
    for (const [i, margin] of margins.entries()) expect(points[i]?.margin).toBeCloseTo(margin, 9);
    expect(points.map(({ status }) => status)).toEqual([
      ...new Array<string>(5).fill("At target"),
      "Below target",
      ...new Array<string>(3).fill("Loss"),
    ]);
  });

  it("shows them where the list of percentiles is empty too", () => {
    expect(marginCurve(99, 0.06, 400, 6000, 9, 0, 0, [])).toHaveLength(9);
  });

  it("keeps percentiles in their order", () => {
    const points = marginCurve(99, 0.06, 400, 6000, 9, 0, 0, [0.99, 0.5]);
    expect(points.map(({ cogs }) => Math.round(cogs))).toEqual([369, 33]);
  });

  it("bills units beyond the included ones, and none at their bound", () => {
    const revenue = (units: number) =>
      marginCurve(99, 0.06, units, units, 9, 0.08, 1000, [0.5])[0]?.revenue;
    expect(revenue(999)).toBe(99);
    expect(revenue(1000)).toBe(99);
    // 99 + 0.08
    expect(revenue(1001)).toBeCloseTo(99.08, 12);
  });

  it("has a row without margin where nothing is billed, beside rows with one", () => {
    // Metered: 30% are idle and pay nothing; the median of the others pays 40 and costs 24.
    const [idle, active] = marginCurve(0, 0.06, 400, 6000, 0, 0.1, 0, [0.2, 0.65], 0.6, 0.99, 0.3);
    expect(idle?.usage).toBe(0);
    expect(idle?.margin).toBeInstanceOf(CalcError);
    expect(idle?.margin).toMatchObject({ code: "#DIV/0!" });
    expect(idle?.status).toMatchObject({ code: "#DIV/0!" });
    expect(active?.margin).toBeCloseTo(0.4, 12);
    expect(active?.status).toBe("Below target");
  });

  it("refuses figures outside their range", () => {
    const curve = (...args: [price: number, unitCost: number, p50: number, p99: number]) =>
      failure(() => marginCurve(...args));
    expect(curve(-1, 0.06, 400, 6000)).toMatch(/^#NUM! price/);
    expect(curve(99, -1, 400, 6000)).toMatch(/^#NUM! unitCost/);
    expect(curve(99, 0.06, 0, 6000)).toMatch(/^#NUM! p50/);
    expect(failure(() => marginCurve(99, 0.06, 400, 6000, 0, -1))).toMatch(/^#NUM! unitPrice/);
    expect(failure(() => marginCurve(99, 0.06, 400, 6000, 0, 0, -1))).toMatch(
      /^#NUM! includedUnits/,
    );
    expect(failure(() => marginCurve(99, 0.06, 400, 6000, 0, 0, 0, [0.5, 1]))).toBe(
      "#NUM! percentiles, entry 2, must be strictly between 0 and 1, got 1",
    );
    expect(failure(() => marginCurve(99, 0.06, 400, 6000, 0, 0, 0, [0.5], 1))).toMatch(
      /^#NUM! targetMargin/,
    );
  });
});
