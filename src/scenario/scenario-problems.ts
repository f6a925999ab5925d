import { type Domain, domainInWords, isWithin } from "../calc";
import type { Model } from "../workbook/model";
import type { NumberFormat } from "../workbook/plan";
import { modelProblem } from "./pin-models";
import type { Scenario } from "./scenario";

/** Months that a forecast may run. */
export const FORECAST_MONTHS: Domain = { from: 12, to: 60, whole: true };

/** Where a problem is: the name of an input, and its place along the axis, counted from 0. */
export function problemKey(name: string, place = 0): string {
  return `${name}/${place}`;
}

function inPercent(text: string): string {
  return text.replace(/-?\d+(\.\d+)?(e-?\d+)?/g, (fraction) => {
    return `${Number((Number(fraction) * 100).toPrecision(12))}%`;
  });
}

/** What is wrong with a number, in the terms in which it is entered. */
function numberProblem(value: number, domain: Domain, format: NumberFormat): string | undefined {
  if (Number.isNaN(value)) return "Enter a number";
  if (isWithin(value, domain)) return undefined;
  const said = `Must be ${domainInWords(domain)}, got ${value}`;
  return format === "percent" ? inPercent(said) : said;
}

type Problem = readonly [key: string, message: string];

/** Inputs that lie outside what their cells allow. */
function disallowed(scenario: Scenario, model: Model, day: number): Problem[] {
  return [...model.entries].flatMap(([name, { definition, given = [] }]) => {
    const allowed = "allowed" in definition ? definition.allowed : undefined;
    if (!allowed) return [];
    return given.flatMap((value, place): Problem[] => {
      let message: string | undefined;
      if ("numbers" in allowed) {
        if (typeof value !== "number") return [];
        message = numberProblem(value, allowed.numbers, definition.format);
      } else if (allowed.oneOf === "prices.model") {
        message = modelProblem(scenario, String(value), day);
      } else if (!model.values(allowed.oneOf).includes(value)) {
        message = "Choose one of the list";
      }
      return message === undefined ? [] : [[problemKey(name, place), message]];
    });
  });
}

function empty(name: string, place: number, text: string): Problem[] {
  return text.trim() === "" ? [[problemKey(name, place), "Enter a name"]] : [];
}

/** Texts that a reader has to tell things apart by. */
function unnamed({ name, product, task, tariffs }: Scenario): Problem[] {
  return [
    ...empty("name", 0, name),
    ...empty("priceCurrency", 0, product.priceCurrency),
    ...empty("costCurrency", 0, product.costCurrency),
    ...task.legs.flatMap(({ role }, i) => empty("leg.role", i, role)),
    ...tariffs.flatMap((tariff, i) => empty("tariff.name", i, tariff.name)),
  ];
}

/** Tiers whose bounds do not lie above the ones before. */
function fallingTiers({ tariffs }: Scenario): Problem[] {
  return tariffs.flatMap(({ tiers }, place) =>
    tiers.flatMap(({ upTo }, i): Problem[] => {
      const before = tiers[i - 1]?.upTo ?? 0;
      if (upTo === null || upTo > before || Number.isNaN(upTo)) return [];
      const message = `Must be above ${i === 0 ? "0" : `the tier before (${before})`}, got ${upTo}`;
      return [[problemKey(`tariff.upTo.${i + 1}`, place), message]];
    }),
  );
}

/** Inputs that are fine alone and not together. */
function contradictions({ usage, targets, product, growth }: Scenario): Problem[] {
  const problems: Problem[] = [];
  const months = numberProblem(growth.months, FORECAST_MONTHS, "count");
  if (months !== undefined) problems.push([problemKey("months"), months]);
  if (usage.p99 < usage.p50) {
    const message = `Must be at least the usage at P50 (${usage.p50}), got ${usage.p99}`;
    problems.push([problemKey("usageP99"), message]);
  }
  if (targets.margin < 1 && targets.margin + product.paymentRate >= 1) {
    const message = "The target and the payment fee must leave something to cover costs";
    problems.push([problemKey("targetMargin"), message]);
  }
  if (targets.healthyFrom < targets.flagBelow) {
    problems.push([problemKey("healthyFrom"), "Must not lie below the limit before"]);
  }
  if (targets.saasFrom < targets.healthyFrom) {
    problems.push([problemKey("saasFrom"), "Must not lie below the limit before"]);
  }
  return problems;
}

/**
 * What is wrong with the inputs of a scenario, one message for each, by `problemKey`.
 *
 * @param model the scenario's model: its inputs say what they allow
 * @param day Excel date at which models are looked up that have no pinned price
 */
export function scenarioProblems(
  scenario: Scenario,
  model: Model,
  day: number,
): ReadonlyMap<string, string> {
  return new Map([
    ...contradictions(scenario),
    ...fallingTiers(scenario),
    ...unnamed(scenario),
    ...disallowed(scenario, model, day),
  ]);
}
