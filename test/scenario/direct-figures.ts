import {
  agentCost,
  computeCost,
  humanReviewCost,
  lognormalMean,
  type LognormalUsage,
  retrievalCost,
  retryAttempts,
  type ServingCost,
  type Tariff,
  totalUsage,
  usageFromTail,
} from "../../src/calc";
import type { CostLine, Leg, Scenario, TariffInput } from "../../src/scenario/scenario";

/** Usage of a customer: as stated, or the sum of its seats. */
export function usageOf({ usage, product }: Scenario): LognormalUsage {
  const { p50, p99, tail, inactiveShare } = usage;
  if (product.usagePer === "customer" || product.seats === 1) {
    return usageFromTail(p50, p99, tail, inactiveShare);
  }
  const seat = usageFromTail(p50, p99, tail);
  const { seats, seatCorrelation } = product;
  const sum = totalUsage([{ usage: seat, customers: seats, correlation: seatCorrelation }]);
  return { ...sum, inactiveShare };
}

/** A tariff as the calculation module knows it, with the usage that it meets. */
export function tariffOf(input: TariffInput, seats: number): Tariff {
  const { type, baseFee, tiers, packageSize, freeUnits, unitsPerTask, discount, commitment } =
    input;
  return {
    rule: type === "Volume" ? "volume" : type === "Package" ? "package" : "graduated",
    baseFee: baseFee * seats,
    upTo: tiers.map(({ upTo }) => upTo ?? Infinity),
    unitPrices: tiers.map(({ unitPrice }) => unitPrice),
    flatFees: tiers.map(({ flatFee }) => flatFee),
    packageSize,
    freeUnits,
    billedUnitsPerTask: unitsPerTask,
    discount,
    commitment,
  };
}

function legCost(leg: Leg, { prices, levers }: Scenario): number {
  const price = prices.find(({ model }) => model === leg.model);
  if (!price) throw new RangeError(`${leg.model} has no price`);
  const input = price.negotiatedInput ?? price.input;
  const output = price.negotiatedOutput ?? price.output;
  const loop = [leg.calls, leg.basePrompt, leg.addedPerCall, leg.outputPerCall] as const;
  if (leg.promptCaching === 0) return agentCost(...loop, input, output);
  const [read, write] = [price.cacheRead ?? input, price.cacheWrite ?? input];
  return agentCost(...loop, input, output, read, write, levers.cacheMissRate);
}

/** The parts of a task, in the currency of costs. */
function partsOf(scenario: Scenario): Partial<Record<CostLine, number>> {
  const { task } = scenario;
  const loops = task.legs.reduce((sum, leg) => sum + legCost(leg, scenario), 0);
  return {
    inference: retryAttempts(task.failureRate, task.maxRetries) * loops,
    retrieval: retrievalCost(
      task.retrievalQueries,
      task.retrievalPricePerThousand,
      0,
      0,
      task.embeddedTokens,
      task.embeddingPrice,
    ),
    rerank: retrievalCost(0, 0, task.rerankSearches, task.rerankPricePerThousand),
    tools: task.toolCalls * task.toolPrice,
    compute: computeCost(
      task.computeSeconds,
      task.computeHourlyRate,
      task.computeUtilization,
      task.computeConcurrency,
    ),
    guardrails: task.guardrailCost,
    review: humanReviewCost(task.reviewShare, task.reviewMinutes, task.reviewHourlyRate),
  };
}

/** The tariff that drives Summary, Levers, Forecast and Sensitivity. */
export function focusOf({ tariffs, focus }: Scenario): TariffInput {
  const found = tariffs[focus - 1];
  if (!found) throw new RangeError(`there is no tariff ${focus}`);
  return found;
}

/**
 * What the policy leaves in COGS, in the currency of prices: the customers that a tariff keeps
 * share the cost of the platform.
 */
export function servingCostOf(
  scenario: Scenario,
  targetMargin: number,
  { lostCustomers }: TariffInput = focusOf(scenario),
): ServingCost {
  const { policy, product } = scenario;
  const kept = product.customers * (1 - lostCustomers);
  const inCogs = (line: CostLine, cost: number) => (policy[line] === "COGS" ? cost : 0);
  const parts = partsOf(scenario);
  const unitCost =
    product.exchangeRate *
    Object.entries(parts).reduce((sum, [line, cost]) => sum + inCogs(line as CostLine, cost), 0);
  return {
    unitCost,
    fixedCost:
      product.exchangeRate *
        (inCogs("fixed", product.fixedCost) + inCogs("platform", product.platformCost) / kept) +
      inCogs("freeUsers", product.freeUsers * product.freeUsage * unitCost),
    paymentRate: inCogs("payment", product.paymentRate),
    paymentFee: inCogs("payment", product.paymentFee),
    targetMargin,
  };
}

/** What a task costs in all, whatever the policy, in the currency of costs. */
export function taskCostOf(scenario: Scenario): number {
  return Object.values(partsOf(scenario)).reduce((sum, cost) => sum + cost, 0);
}

/** Mean usage of a customer, weighted by what its tasks cost: heavy users may run dearer ones. */
export function costlyMeanOf(scenario: Scenario, usage: LognormalUsage): number {
  const { costSpread, costCorrelation } = scenario.task;
  // The spread of cost per task is that of the same percentile as the usage's.
  const { sigma } = usageFromTail(1, costSpread, scenario.usage.tail);
  return lognormalMean(usage) * Math.exp(costCorrelation * usage.sigma * sigma);
}
