import { CalcError } from "../calc";
import { callName, findModel } from "../catalog";
import { legFromUse, listCost, type UsedLeg } from "./leg-from-use";
import { pinnedModel, withPrices } from "./pin-models";
import type { PinnedModel, Scenario } from "./scenario";
import { type ModelUse, type TaskUse, together } from "./task-use";

/** A scenario has so many models at most. */
const MOST = 4;

/** A scenario whose task is that of real usage, and what could not be taken over as it is. */
export interface TaskTakenOver {
  readonly scenario: Scenario;
  readonly legs: readonly UsedLeg[];
  /** What inference of a task cost, as far as all of it is known in the scenario's currency. */
  readonly cost: number | null;
  /** Models without any price: their calls are not in the task. */
  readonly leftOut: readonly string[];
}

/** A price for models that no list names: what their tokens cost on average. */
function averagePrice(use: ModelUse, cost: number): PinnedModel {
  const tokens = use.uncached + use.cacheRead + use.cacheWrite + use.output;
  const price = (cost * 1e6) / tokens;
  return {
    model: use.model ?? "(no model)",
    input: price,
    output: price,
    cacheRead: null,
    cacheWrite: null,
    negotiatedInput: null,
    negotiatedOutput: null,
    longContextFrom: null,
    validFrom: null,
    source: "What its tokens cost on average in the usage taken over, input and output alike",
  };
}

/** The list prices of a model; undefined where the catalog has none. */
function listPrice({ provider, model }: ModelUse, day: number): PinnedModel | undefined {
  if (model === null) return undefined;
  try {
    return pinnedModel(
      callName(findModel(provider === null ? model : `${provider}:${model}`)),
      day,
    );
  } catch (error) {
    if (error instanceof CalcError) return undefined;
    throw error;
  }
}

/** A model by the name that its price has, with its use. */
interface NamedUse {
  readonly name: string;
  readonly use: ModelUse;
  readonly list: PinnedModel | undefined;
}

/** Uses by the names of the catalog: a model and its dated release may be one there. */
function byName(models: readonly ModelUse[], day: number): NamedUse[] {
  const found = new Map<string, { uses: ModelUse[]; list: PinnedModel | undefined }>();
  for (const use of models) {
    const list = listPrice(use, day);
    const name = list?.model ?? use.model ?? "(no model)";
    const known = found.get(name) ?? { uses: [], list };
    known.uses.push({ ...use, cost: use.cost ?? (list ? listCost(use, list) : null) });
    found.set(name, known);
  }
  return [...found].map(([name, { uses, list }]) => ({ name, list, use: together(uses, name) }));
}

/** As many models as a scenario holds: the dearest by themselves, the others as one. */
function upToMost(models: readonly NamedUse[]): readonly NamedUse[] {
  const others = models.slice(MOST - 1);
  if (others.length < 2) return models;
  const name = `${others.length} other models`;
  const use = together(
    others.map((each) => each.use),
    name,
  );
  return [...models.slice(0, MOST - 1), { name, use, list: undefined }];
}

/**
 * The scenario with the task of real usage: its models, calls and tokens, so that inference
 * costs as much a task as it did. Retries are among the calls that were counted, so no step
 * fails in it. What usage does not tell, such as retrieval and tools, stays as it was.
 *
 * @param day Excel date on which list prices are pinned
 */
export function withTaskUse(
  scenario: Scenario,
  { currency, models }: TaskUse,
  day: number,
): TaskTakenOver {
  const { task, levers, product } = scenario;
  // Costs in another currency tell nothing of the scenario's prices.
  const isOwn = currency === product.costCurrency;
  const named = byName(isOwn ? models : models.map((use) => ({ ...use, cost: null })), day);
  const isPriced = ({ use }: NamedUse) => use.cost !== null;
  const leftOut = named.filter((each) => !isPriced(each)).map(({ name }) => name);
  const legs = upToMost(named.filter(isPriced)).map(({ use, list }) =>
    legFromUse(use, list ?? averagePrice(use, use.cost ?? 0), levers.cacheMissRate),
  );
  const costs = models.flatMap(({ cost: own }) => own ?? []);
  const isKnown = isOwn && costs.length === models.length;
  const cost = isKnown ? costs.reduce((sum, own) => sum + own, 0) : null;
  if (legs.length === 0) return { scenario, legs, cost, leftOut };
  const withLegs = {
    ...scenario,
    task: { ...task, legs: legs.map(({ leg }) => leg), failureRate: 0 },
  };
  const prices = legs.map(({ price }) => price);
  return { scenario: withPrices(withLegs, prices, day), legs, cost, leftOut };
}
