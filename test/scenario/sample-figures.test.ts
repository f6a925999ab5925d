import { scenarioModel } from "../../src/scenario/build-scenario";
import { SAMPLE } from "../../src/scenario/sample";

const model = scenarioModel(SAMPLE);

/** A figure as the article shows it: rounded to so many places. */
function shown(name: string, places: number, factor = 1): number {
  return Number((Number(model.value(name)) * factor).toFixed(places));
}

test("a task costs 6 cents, exactly", () => {
  // 0.045 large model + 0.0004 small + 0.002 + 0.002 + 0.005 + 0.001 + 0.0016 + 0.003
  expect(model.value("taskCost")).toBe(0.06);
  expect(model.value("unitCost")).toBe(0.06);
});

test("the typical customer earns 66.7%, the heaviest one in a hundred loses 272.7%", () => {
  // (99 - 400 x 0.06 - 9) / 99 and (99 - 6,000 x 0.06 - 9) / 99
  expect(shown("summary.margin.p50", 1, 100)).toBe(66.7);
  expect(shown("summary.margin.p99", 1, 100)).toBe(-272.7);
  expect(model.value("summary.status.p50")).toBe("At target");
  expect(model.value("summary.status.p99")).toBe("Loss");
});

test("the blended margin is 43.2%, below healthy", () => {
  // mean usage 400 e^(1.16408^2 / 2) = 787.61 tasks: 99 - 47.26 - 9 = 42.74
  expect(shown("summary.margin", 1, 100)).toBe(43.2);
  expect(model.value("summary.band")).toBe("Below healthy");
});

test("the three floors differ: portfolio, stressed portfolio, single customers", () => {
  // 56.2566 / 0.4; P99 of 1,000 customers' usage together; 33, 115.68 and 369 over 0.4
  expect(shown("floor.portfolio", 2)).toBe(140.64);
  expect(shown("floor.stressed", 2)).toBe(156.14);
  expect(shown("floor.p50", 2)).toBe(82.5);
  expect(shown("floor.p90", 2)).toBe(289.21);
  expect(shown("floor.p99", 2)).toBe(922.5);
});

test("41.7% of customer-months are below target and 12.8% make a loss", () => {
  // more than (99 x 0.4 - 9) / 0.06 = 510 tasks, and more than (99 - 9) / 0.06 = 1,500
  expect(shown("summary.belowTarget", 1, 100)).toBe(41.7);
  expect(shown("summary.lossMaking", 1, 100)).toBe(12.8);
  expect(model.value("summary.breakEven")).toBeCloseTo(1500, 9);
});

test("loss-making customers are subsidised with $12,640 a month", () => {
  // 1,000 customers x 0.06 x E[(X - 1,500)+] = 210.658947 tasks, as in tariffShortfall's test
  expect(model.value("company.subsidy")).toBeCloseTo(12639.54, 1);
});

test("each floor says what it would bring over all customers", () => {
  // At 922.50: 1 - 56.2566 / 922.50; one in a hundred is below target there
  const at = (name: string, place: number) => Number(model.value(name, place));
  expect(at("beside.margin", 0)).toBeCloseTo(0.6, 9);
  expect(at("beside.margin", 4)).toBeCloseTo(0.939017, 6);
  expect(at("beside.below", 4)).toBeCloseTo(0.01, 9);
  // At 82.50 half of the customers are below target, who use more than the median.
  expect(at("beside.below", 2)).toBeCloseTo(0.5, 9);
});

test("the policy stands on Summary in one line", () => {
  expect(model.value("summary.policy")).toBe(
    "COGS: inference, retrieval, rerank, tools, compute, router and guardrails, human review, fixed cost per customer, platform, payment fees, free users; below the line: nothing; operating expense: nothing",
  );
  const policy = {
    ...SAMPLE.policy,
    inference: "Opex",
    free: "COGS",
    payment: "Variable",
  } as const;
  expect(scenarioModel({ ...SAMPLE, policy }).value("summary.policy")).toBe(
    "COGS: retrieval, rerank, tools, compute, router and guardrails, human review, fixed cost per customer, platform, free users; below the line: payment fees; operating expense: inference",
  );
});

test("a Pareto tail is a harder stress than a lognormal one", () => {
  // alpha = LN(0.5 / 0.01) / LN(15) = 1.444598; mean 400 x 0.5^(1 / alpha) x alpha / (alpha - 1)
  // = 804.37: 1 - (804.37 x 0.06 + 9) / 99
  expect(shown("pareto.mean", 1)).toBe(804.4);
  expect(shown("pareto.margin", 3)).toBe(0.422);
});

test("each lever says what it saves of the cost that it touches", () => {
  // Routing half to the small model at 10% escalation; response cache 15% of what a hit spares,
  // 0.15 - 0.0002 / (0.0454 + 0.002 + 0.002 + 0.005 + 0.001)
  expect(Number(model.value("lever.touched", 1))).toBeCloseTo(0.15 - 0.0002 / 0.0554, 9);
  // Distillation: student at 0.6 and 3 for 3 and 15: 0.0066 + 0.0024 for the agent, 0.00048 +
  // 0.00048 for rewriting, of 0.0454
  expect(Number(model.value("lever.touched", 3))).toBeCloseTo(1 - 0.00996 / 0.0454, 9);
});

test("the first month below a limit is told with its date", () => {
  // At 43.2% the margin is below 60% and 55% from the first month on, which ends on 31 January 2026.
  expect(model.value("crossing.healthy")).toBe(1);
  expect(model.value("crossing.target.date")).toBe(46053);
});

test("of tariffs that are equally good the first is named", () => {
  // Metered: 0.18 a task. Per outcome: 0.9 of tasks at 0.20, which is 0.18 too.
  expect(model.value("bestAtP99")).toBe("Metered");
  expect(model.value("bestProfit")).toBe("Graduated");
});

test("a change of usage that a tariff brings reaches every sheet", () => {
  const [flat, ...others] = SAMPLE.tariffs;
  if (!flat) throw new Error("the sample has tariffs");
  const changed = scenarioModel({ ...SAMPLE, tariffs: [{ ...flat, usageChange: 0.5 }, ...others] });
  // 99 - 1.5 x 787.61 x 0.06 - 9 = 19.1149 of 99
  const margin = 0.1930795;
  expect(changed.value("summary.margin")).toBeCloseTo(margin, 5);
  expect(changed.value("before.margin")).toBeCloseTo(margin, 5);
  expect(changed.value("case.margin")).toBeCloseTo(margin, 5);
  expect(changed.value("forecast.margin")).toBeCloseTo(margin, 5);
});
