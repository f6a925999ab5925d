import { CalcError } from "../../calc";
import type { Model } from "../../workbook/model";

/** Key figures by the name that they have in the output; each is a cell of the workbook. */
const CELLS = {
  tariffInFocus: "summary.tariff",
  blendedMargin: "summary.margin",
  band: "summary.band",
  marginAtP50: "summary.margin.p50",
  marginAtP90: "summary.margin.p90",
  marginAtP99: "summary.margin.p99",
  contributionMargin: "summary.contribution",
  belowTarget: "summary.belowTarget",
  lossMaking: "summary.lossMaking",
  costPerTask: "taskCost",
  revenuePerMonth: "company.revenue",
  cogsPerMonth: "company.cogs",
  grossProfitPerMonth: "company.grossProfit",
  portfolioFloor: "floor.portfolio",
  stressedPortfolioFloor: "floor.stressed",
  singleCustomerFloorAtP50: "floor.p50",
  singleCustomerFloorAtP90: "floor.p90",
  singleCustomerFloorAtP99: "floor.p99",
  breakEvenUsage: "summary.breakEven",
  bestTariffAtP99: "bestAtP99",
  bestTariffByProfit: "bestProfit",
  checks: "check.overall",
} as const;

/** The same for each tariff, one item each. */
const TARIFF_ITEMS = {
  name: "tariff.name",
  revenue: "tariff.revenue",
  blendedMargin: "tariff.margin",
  band: "tariff.band",
  marginAtP50: "tariff.margin.p50",
  marginAtP99: "tariff.margin.p99",
  belowTarget: "tariff.target.share",
  lossMaking: "tariff.loss.share",
  grossProfitPerMonth: "tariff.grossProfit",
} as const;

/** A number, a text as the cell shows it, such as "#DIV/0!", or nothing. */
export type Figure = number | string | boolean | null;

function shown(model: Model, name: string, place = 0): Figure {
  const value = model.value(name, place);
  return value instanceof CalcError ? value.code : value;
}

function figures<T extends string>(
  names: Readonly<Record<T, string>>,
  figure: (name: string) => Figure,
): Record<T, Figure> {
  const all = Object.entries<string>(names).map(([key, name]) => [key, figure(name)]);
  // Its keys are those of the names.
  return Object.fromEntries(all) as Record<T, Figure>;
}

/**
 * The figures for which a scenario is read: margins and shares are fractions, money is in the
 * currency of prices, the cost of a task in that of costs.
 */
export function keyFigures(model: Model) {
  const tariffs = model.values("tariff.name");
  return {
    ...figures(CELLS, (name) => shown(model, name)),
    tariffs: tariffs.map((_, place) => figures(TARIFF_ITEMS, (name) => shown(model, name, place))),
  };
}
