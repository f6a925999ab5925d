import {
  belowTargetShare,
  breakEvenUsage,
  CalcError,
  grossMargin,
  marginBand,
  marginStatus,
  priceFloor,
  usageAt,
  usageMean,
} from "../calc";
import type { ScenarioInput } from "./scenario-input";

/** A figure, or why there is none. */
export type Figure<T extends number | string = number> = T | CalcError;

/** What one customer looks like at a percentile of usage. */
export interface PercentileFigures {
  readonly percentile: number;
  readonly usage: Figure;
  readonly revenue: Figure;
  readonly cogs: Figure;
  readonly margin: Figure;
  readonly status: Figure<string>;
  /** Price at which this customer alone meets the target. */
  readonly floor: Figure;
}

/** What a scenario comes to, per customer and month unless the name says otherwise. */
export interface ScenarioFigures {
  readonly meanUsage: Figure;
  /** Expected cost to serve. */
  readonly meanCogs: Figure;
  readonly blendedMargin: Figure;
  readonly band: Figure<string>;
  /** Price at which the blended margin meets the target. */
  readonly portfolioFloor: Figure;
  /** Usage at which a customer's margin is 0. */
  readonly breakEvenUsage: Figure;
  /** Most usage at which a customer meets the target. */
  readonly usageAtTarget: Figure;
  readonly belowTargetShare: Figure;
  readonly lossMakingShare: Figure;
  readonly companyRevenue: Figure;
  readonly companyCogs: Figure;
  readonly companyGrossProfit: Figure;
  readonly atPercentiles: readonly PercentileFigures[];
}

/** The percentiles at which the first sheet shows a customer. */
export const PERCENTILES = [0.5, 0.9, 0.99] as const;

/** The result of a calculation, or its error as a value: one figure that fails spoils no other. */
function figure<T extends number | string>(calculate: () => T): Figure<T> {
  try {
    return calculate();
  } catch (error) {
    if (error instanceof CalcError) return error;
    throw error;
  }
}

/** The figure that others are calculated from; its error becomes theirs. */
function known<T extends number | string>(value: Figure<T>): T {
  if (value instanceof CalcError) throw value;
  return value;
}

function atPercentile(input: ScenarioInput, percentile: number): PercentileFigures {
  const { usageP50, usageP99, costPerTask, fixedCost, price, targetMargin } = input;
  const usage = figure(() => usageAt(usageP50, usageP99, percentile));
  const cogs = figure(() => known(usage) * costPerTask + fixedCost);
  const margin = figure(() => grossMargin(price, known(cogs)));
  return {
    percentile,
    usage,
    revenue: price,
    cogs,
    margin,
    status: figure(() => marginStatus(known(margin), targetMargin)),
    floor: figure(() => priceFloor(known(cogs), targetMargin)),
  };
}

/** Every figure of a scenario, from the calculation module. */
export function scenarioFigures(input: ScenarioInput): ScenarioFigures {
  const { usageP50, usageP99, costPerTask, fixedCost, price, targetMargin, customers } = input;
  const meanUsage = figure(() => usageMean(usageP50, usageP99));
  const meanCogs = figure(() => known(meanUsage) * costPerTask + fixedCost);
  const blendedMargin = figure(() => grossMargin(price, known(meanCogs)));
  const companyCogs = figure(() => known(meanCogs) * customers);
  const shareBelow = (target: number) =>
    figure(() => belowTargetShare(price, costPerTask, usageP50, usageP99, fixedCost, target));
  return {
    meanUsage,
    meanCogs,
    blendedMargin,
    band: figure(() => marginBand(known(blendedMargin))),
    portfolioFloor: figure(() => priceFloor(known(meanCogs), targetMargin)),
    breakEvenUsage: figure(() => breakEvenUsage(price, costPerTask, fixedCost)),
    usageAtTarget: figure(() => breakEvenUsage(price, costPerTask, fixedCost, targetMargin)),
    belowTargetShare: shareBelow(targetMargin),
    lossMakingShare: shareBelow(0),
    companyRevenue: price * customers,
    companyCogs,
    companyGrossProfit: figure(() => price * customers - known(companyCogs)),
    atPercentiles: PERCENTILES.map((percentile) => atPercentile(input, percentile)),
  };
}
