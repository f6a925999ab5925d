import type { Charge, CostBasis, UsageRow } from "../usage-row";

/**
 * What rows have in common, and there are few of: where they come from, what was used, what
 * their cost is. Rows carry its number alone, so that millions of them are joined and grouped by
 * a number.
 */
export interface Kind {
  readonly source: string;
  /** Why the rows are left out; null for those that count. */
  readonly leftOut: string | null;
  readonly provider: string | null;
  readonly model: string | null;
  readonly serviceTier: string | null;
  readonly batch: boolean;
  readonly hasTokens: boolean;
  /** Null exactly where the rows state no cost. */
  readonly costBasis: CostBasis | null;
  readonly currency: string | null;
  readonly charge: Charge;
}

/** All kinds that were met, by number. */
export interface Kinds {
  readonly all: readonly Kind[];
  readonly ofRow: (row: UsageRow) => number;
  readonly ofLeftOut: (source: string, because: string, currency: string | null) => number;
}

export function startKinds(): Kinds {
  const all: Kind[] = [];
  const numbers = new Map<string, number>();
  const add = (key: string, kind: Kind): number => {
    const number = all.push(kind) - 1;
    numbers.set(key, number);
    return number;
  };
  return {
    all,
    ofRow(row) {
      const { source, provider, model, serviceTier, batch, hasTokens } = row;
      const { costBasis, currency, charge } = row;
      const key = `${provider}\0${model}\0${serviceTier}\0${batch}\0${hasTokens}\0${costBasis}\0${currency}\0${charge}\0${source}`;
      const known = numbers.get(key);
      if (known !== undefined) return known;
      const names = { source, leftOut: null, provider, model, serviceTier };
      return add(key, { ...names, batch, hasTokens, costBasis, currency, charge });
    },
    ofLeftOut(source, leftOut, currency) {
      const key = `${currency}\0${leftOut}\0${source}`;
      const names = { source, leftOut, provider: null, model: null, serviceTier: null };
      const flags = { batch: false, hasTokens: false, costBasis: null, charge: "usage" } as const;
      return numbers.get(key) ?? add(key, { ...names, ...flags, currency });
    },
  };
}
