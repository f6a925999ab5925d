import { CalcError } from "../calc";
import { asOf, type PriceKind, priceRecords } from "../catalog";
import type { PinnedModel, Scenario } from "./scenario";

const MS_PER_DAY = 86_400_000;
/** Excel counts the days from 30 December 1899. */
const EXCEL_EPOCH = Date.UTC(1899, 11, 30);

/** The names of the models that a scenario works with, each once. */
export function modelsOf({ task, levers }: Scenario): string[] {
  const named = [...task.legs.map(({ model }) => model), levers.routedModel, levers.studentModel];
  return [...new Set(named)];
}

/**
 * The prices of a model of the catalog, as they are pinned.
 *
 * @param day Excel date on which they have to hold
 * @throws CalcError `#N/A` where the catalog has no such model, or has no price of its input or output
 */
export function pinnedModel(model: string, day: number): PinnedModel {
  const records = priceRecords(model, day);
  const price = (kind: PriceKind): number | null =>
    records.find((record) => record.kind === kind && record.aboveTokens === 0)?.price ?? null;
  const [input, output] = [price("input"), price("output")];
  if (input === null || output === null) {
    throw new CalcError("#N/A", `"${model}" has no price of both input and output tokens`);
  }
  const dearer = records.flatMap(({ aboveTokens }) => (aboveTokens > 0 ? [aboveTokens] : []));
  return {
    model,
    input,
    output,
    cacheRead: price("cacheRead"),
    cacheWrite: price("cacheWrite"),
    negotiatedInput: null,
    negotiatedOutput: null,
    longContextFrom: dearer.length > 0 ? Math.min(...dearer) : null,
    validFrom: records[0]?.validFrom ?? null,
    source: records[0]?.source ?? "",
  };
}

/** Why a model cannot be pinned, or its prices. */
function pinnedOrError(model: string, day: number): PinnedModel | CalcError {
  try {
    return pinnedModel(model, day);
  } catch (error) {
    if (error instanceof CalcError) return error;
    throw error;
  }
}

/** Why the scenario has no price for a model and the catalog has none either; undefined where there is one. */
export function modelProblem({ prices }: Scenario, model: string, day: number): string | undefined {
  if (prices.some((price) => price.model === model)) return undefined;
  const pinned = pinnedOrError(model, day);
  return pinned instanceof CalcError ? pinned.message : undefined;
}

/**
 * The scenario with prices pinned in the place of those that it has for the same models.
 *
 * @param day Excel date on which they are pinned
 */
export function withPrices(
  scenario: Scenario,
  prices: readonly PinnedModel[],
  day: number,
): Scenario {
  const named = new Set(prices.map(({ model }) => model));
  return {
    ...scenario,
    prices: [...scenario.prices.filter(({ model }) => !named.has(model)), ...prices],
    pinnedOn: day,
    catalogDate: (Date.parse(asOf) - EXCEL_EPOCH) / MS_PER_DAY,
  };
}

/**
 * The scenario with the prices of every model that it names and the catalog knows. Prices that
 * are pinned already stay as they are.
 *
 * @param day Excel date on which the prices are pinned
 */
export function pinModels(scenario: Scenario, day: number): Scenario {
  const known = new Set(scenario.prices.map(({ model }) => model));
  const added = modelsOf(scenario)
    .filter((model) => !known.has(model))
    .map((model) => pinnedOrError(model, day))
    .filter((pinned): pinned is PinnedModel => !(pinned instanceof CalcError));
  return added.length === 0 ? scenario : withPrices(scenario, added, day);
}
