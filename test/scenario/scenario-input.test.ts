import { SAMPLE, scenarioProblems } from "../../src/scenario";

describe("scenarioProblems", () => {
  it("finds none in the sample", () => {
    expect(scenarioProblems(SAMPLE)).toEqual([]);
  });

  it.each([
    ["usageP50", 0, "Must be above 0, got 0"],
    ["costPerTask", -0.01, "Must be 0 or more, got -0.01"],
    ["fixedCost", -1, "Must be 0 or more, got -1"],
    ["price", -99, "Must be 0 or more, got -99"],
    ["targetMargin", 1, "Must be below 1, got 1"],
    ["customers", 0, "Must be a whole number, 1 or more, got 0"],
    ["customers", 1.5, "Must be a whole number, 1 or more, got 1.5"],
    ["price", NaN, "Must be a finite number, got NaN"],
  ] as const)("rejects %s of %d", (field, value, message) => {
    expect(scenarioProblems({ ...SAMPLE, [field]: value })).toContainEqual({ field, message });
  });

  it("accepts a P99 equal to P50 and rejects one below it", () => {
    expect(scenarioProblems({ ...SAMPLE, usageP99: 400 })).toEqual([]);
    expect(scenarioProblems({ ...SAMPLE, usageP99: 399 })).toEqual([
      { field: "usageP99", message: "Must be at least the usage at P50 (400), got 399" },
    ]);
  });

  it("asks for a name", () => {
    expect(scenarioProblems({ ...SAMPLE, name: "  " })).toEqual([
      { field: "name", message: "Give the scenario a name" },
    ]);
  });
});
