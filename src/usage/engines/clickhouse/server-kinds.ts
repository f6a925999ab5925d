import { ClickHouseError } from "./connection";
import type { CachedConvention } from "../../format";
import { withoutPersonalData } from "../../personal-data";
import type { Tally } from "../../read/collect";
import { cachedConvention } from "../../read/token-classes";
import type { Kind } from "../kinds";
import type { SqlRows } from "../prices/price-rows";
import type { SqlValue } from "../sql-database";
import type { Ask } from "./raw-rows-of";
import type { RawRows } from "./sources/raw-rows";
import { KIND_COLUMNS, kindsQuery } from "./sources/usage-rows";

/** The kinds of usage on the server, by number, with what tells them apart there. */
export interface ServerKinds {
  readonly kinds: readonly Kind[];
  /** The texts of each kind as they stand on the server, in the order of KIND_COLUMNS. */
  readonly keys: readonly (readonly SqlValue[])[];
  readonly leftOut: readonly Tally[];
  /** How many rows count. */
  readonly rows: number;
  readonly cached: CachedConvention;
  readonly notes: readonly string[];
  readonly start: number;
  readonly end: number;
}

/** Columns beside those of rates, by which the rows of a kind are found. */
const RATE_KEYS = [
  ["r_model", "VARCHAR"],
  ["r_provider", "VARCHAR"],
  ["r_tier", "VARCHAR"],
  ["r_tokens", "INTEGER"],
  ["r_cost", "INTEGER"],
] as const;

/** The columns of usage and of rates that are equal for the rows of a kind. */
export const BY_TEXTS = RATE_KEYS.map(
  ([rate], index) => [KIND_COLUMNS[index] ?? "", rate] as const,
);

/** The rates of kinds with what tells their rows on the server. */
export function keyedRates(
  { columns, rows }: SqlRows,
  keys: readonly (readonly SqlValue[])[],
): SqlRows {
  // Every kind of the server counts, so that rates and kinds have one order.
  return {
    columns: [...columns, ...RATE_KEYS],
    rows: rows.map((row, kind) => [...row, ...(keys[kind] ?? [])]),
  };
}

type Row = readonly SqlValue[];

function kindOf([model, provider, tier, tokens, cost]: Row, { format, currency }: RawRows): Kind {
  const text = (value: SqlValue | undefined) =>
    value === "" || value == null ? null : withoutPersonalData(String(value));
  const hasCost = Number(cost) === 1;
  return {
    ...{ source: format, leftOut: null, batch: false, charge: "usage" },
    ...{ provider: text(provider), model: text(model), serviceTier: text(tier) },
    hasTokens: Number(tokens) === 1,
    costBasis: hasCost ? "reported" : null,
    currency: hasCost ? currency : null,
  };
}

function tallies(rows: readonly Row[], currency: string): Tally[] {
  const found = new Map<string, { because: string; rows: number; nano: bigint | null }>();
  for (const row of rows) {
    const because = String(row[5]);
    const known = found.get(because) ?? { because, rows: 0, nano: null };
    const cost = row[9] ?? null;
    known.rows += Number(row[6]);
    if (cost !== null) known.nano = (known.nano ?? 0n) + BigInt(cost);
    found.set(because, known);
  }
  return [...found.values()].map(({ because, rows: count, nano }) => ({
    ...{ because, rows: count },
    amounts: nano === null ? {} : { [currency]: nano },
  }));
}

const sum = (rows: readonly Row[], column: number) =>
  rows.reduce((total, row) => total + Number(row[column]), 0);

/**
 * Finds out which kinds of usage there are, and whether input includes cached tokens where the
 * source does not say: as the user answers, or as the rows prove.
 *
 * @throws Error where neither tells
 */
export async function serverKinds(
  raw: RawRows,
  answer: CachedConvention | undefined,
  ask: Ask,
): Promise<ServerKinds> {
  const stated = raw.cached === "ask" ? (answer ?? "apart") : raw.cached;
  const rows = await ask(kindsQuery(raw, stated));
  let cached = stated;
  const notes: string[] = [];
  if (raw.cached === "ask" && answer === undefined) {
    const counted = rows.filter((row) => row[5] === "");
    const evidence = { open: sum(counted, 10), above: sum(counted, 11), contradictory: 0 };
    const proven = cachedConvention("ask", evidence);
    if (proven === "ask") {
      throw new ClickHouseError(
        "query",
        `${evidence.open} rows have cached tokens, and neither the table nor its numbers say whether the input includes them. Say whether it does: it can double the cost.`,
      );
    }
    // Without cached tokens either says the same.
    cached = proven;
    if (evidence.above > 0) {
      notes.push(
        `${evidence.above} rows have more cached tokens than input, so cached tokens stand beside the input.`,
      );
    }
  }
  const counted = rows.filter((row) => row[5] === "");
  const instants = (column: number) => counted.map((row) => Number(row[column]));
  return {
    kinds: counted.map((row) => kindOf(row, raw)),
    keys: counted.map((row) => row.slice(0, KIND_COLUMNS.length)),
    leftOut: tallies(
      rows.filter((row) => row[5] !== ""),
      raw.currency,
    ),
    rows: sum(counted, 6),
    ...{ cached, notes },
    start: counted.length === 0 ? 0 : instants(7).reduce((a, b) => Math.min(a, b)),
    end: counted.length === 0 ? 0 : instants(8).reduce((a, b) => Math.max(a, b)),
  };
}
