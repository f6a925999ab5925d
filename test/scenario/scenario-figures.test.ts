import { SAMPLE, scenarioFigures } from "../../src/scenario";

// The sample: P50 400 and P99 6,000 tasks, $0.06 a task, $9 fixed, $99 flat, target 60%.
// sigma = LN(15)/2.3263478740408408 = 1.1640779; mean = 400*EXP(sigma^2/2) = 787.6101645220867.
describe("scenarioFigures of the sample", () => {
  const figures = scenarioFigures(SAMPLE);

  it("has a mean usage well above the median", () => {
    expect(figures.meanUsage).toBeCloseTo(787.6101645220867, 9);
  });

  it("costs 56.26 a customer: 787.61 x 0.06 + 9", () => {
    expect(figures.meanCogs).toBeCloseTo(56.2566098713252, 9);
  });

  it("blends to 43.2%, below healthy", () => {
    expect(figures.blendedMargin).toBeCloseTo(0.4317514154411596, 12);
    expect(figures.band).toBe("Below healthy");
  });

  it("needs 140.64 for the target: 56.2566 / 0.4", () => {
    expect(figures.portfolioFloor).toBeCloseTo(140.641524678313, 9);
  });

  it("breaks even at (99 - 9) / 0.06 = 1,500 tasks and meets the target up to (39.6 - 9) / 0.06 = 510", () => {
    expect(figures.breakEvenUsage).toBeCloseTo(1500, 9);
    expect(figures.usageAtTarget).toBeCloseTo(510, 9);
  });

  it("puts 41.7% of customer-months below target and 12.8% at a loss", () => {
    expect(figures.belowTargetShare).toBeCloseTo(0.41734017515242183, 10);
    expect(figures.lossMakingShare).toBeCloseTo(0.1280927693043621, 10);
  });

  it("earns 42,743 a month with 1,000 customers", () => {
    expect(figures.companyRevenue).toBe(99000);
    expect(figures.companyGrossProfit).toBeCloseTo(42743.39012867479, 6);
  });

  it.each([
    // percentile, usage, cogs, margin, status, floor = cogs / 0.4
    [0.5, 400, 33, 0.6666666666666666, "At target", 82.5],
    [0.9, 1778.081817464075, 115.68490904784449, -0.16853443482671196, "Loss", 289.2122726196112],
    [0.99, 6000, 369, -2.727272727272727, "Loss", 922.5],
  ])("shows the customer at percentile %d", (percentile, usage, cogs, margin, status, floor) => {
    const row = figures.atPercentiles.find((one) => one.percentile === percentile);
    expect(row?.usage).toBeCloseTo(usage, 9);
    expect(row?.cogs).toBeCloseTo(cogs, 9);
    expect(row?.margin).toBeCloseTo(margin, 12);
    expect(row?.status).toBe(status);
    expect(row?.floor).toBeCloseTo(floor, 9);
  });
});

describe("scenarioFigures", () => {
  it("says of each figure alone why it does not exist", () => {
    const free = scenarioFigures({ ...SAMPLE, price: 0 });
    expect(free.blendedMargin).toMatchObject({ code: "#DIV/0!" });
    expect(free.meanUsage).toBeCloseTo(787.6101645220867, 9);
    expect(free.portfolioFloor).toBeCloseTo(140.641524678313, 9);
  });
});
