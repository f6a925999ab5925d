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
  /** The numbers of kinds of rows by their models, and of those left out by their reasons. */
  const numbers = new Map<string | null, number[]>();
  const reasons = new Map<string, number>();
  // Fields are compared, which is quicker than a key made of them for each of a million rows.
  const isOf = (kind: Kind | undefined, row: UsageRow): boolean =>
    kind !== undefined &&
    kind.provider === row.provider &&
    kind.serviceTier === row.serviceTier &&
    kind.batch === row.batch &&
    kind.hasTokens === row.hasTokens &&
    kind.costBasis === row.costBasis &&
    kind.currency === row.currency &&
    kind.charge === row.charge &&
    kind.source === row.source;
  return {
    all,
    ofRow(row) {
      const { source, provider, model, serviceTier, batch, hasTokens } = row;
      const { costBasis, currency, charge } = row;
      const known = numbers.get(model) ?? [];
      for (const number of known) if (isOf(all[number], row)) return number;
      const names = { source, leftOut: null, provider, model, serviceTier };
      const number = all.push({ ...names, batch, hasTokens, costBasis, currency, charge }) - 1;
      numbers.set(model, [number, ...known]);
      return number;
    },
    ofLeftOut(source, leftOut, currency) {
      const key = `${currency}\0${leftOut}\0${source}`;
      const known = reasons.get(key);
      if (known !== undefined) return known;
      const names = { source, leftOut, provider: null, model: null, serviceTier: null };
      const flags = { batch: false, hasTokens: false, costBasis: null, charge: "usage" } as const;
      const number = all.push({ ...names, ...flags, currency }) - 1;
      reasons.set(key, number);
      return number;
    },
  };
}
