import { units } from "../customers/margin-figures";
import type { Ledger } from "../customers/ledger";

/** A column for a model, or for all that have none of their own. */
export interface ModelColumn {
  readonly key: string;
  readonly label: string;
  /** Its part of costs by model, in units of the currency. */
  readonly costIn: (byModel: Ledger["inferenceByModel"]) => number;
}

const LONGEST = 60;
const MOST_COLUMNS = 5;

function distinct(label: string, taken: Set<string>): string {
  for (let number = 1; ; number++) {
    const one = number === 1 ? label : `${label} (${number})`;
    // Excel takes headings of a table for the same whatever their case.
    if (taken.has(one.toLowerCase())) continue;
    taken.add(one.toLowerCase());
    return one;
  }
}

/** The dearest models, and one column for all others where there are more. */
export function modelColumns({ inferenceByModel }: Ledger): ModelColumn[] {
  const models = [...inferenceByModel]
    .sort(([a, one], [b, other]) => (other > one ? 1 : other < one ? -1 : a < b ? -1 : 1))
    .map(([model]) => model);
  const own = models.slice(0, models.length > MOST_COLUMNS + 1 ? MOST_COLUMNS : MOST_COLUMNS + 1);
  const taken = new Set(["other models"]);
  const columns = own.map((model, i): ModelColumn => ({
    key: `${i + 1}`,
    label: distinct(model.slice(0, LONGEST), taken),
    costIn: (byModel) => units(byModel.get(model) ?? 0n),
  }));
  if (own.length === models.length && columns.length > 0) return columns;
  return [...columns, otherModels(new Set(own))];
}

function otherModels(own: ReadonlySet<string>): ModelColumn {
  return {
    key: "others",
    label: "Other models",
    costIn: (byModel) => {
      let nano = 0n;
      for (const [model, cost] of byModel) if (!own.has(model)) nano += cost;
      return units(nano);
    },
  };
}
