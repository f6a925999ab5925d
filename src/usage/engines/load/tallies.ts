import type { Tally } from "../../read/collect";
import type { Kinds } from "../kinds";
import type { SqlValue } from "../sql-database";
import type { Target } from "./load-file";

/** What the tables hold of a file. */
export interface FileTallies {
  readonly rows: Pick<Tally, "rows" | "amounts">;
  readonly leftOut: readonly Tally[];
  readonly duplicates: Tally;
  readonly start: number | null;
  readonly end: number | null;
  readonly providers: readonly string[];
}

type Row = readonly SqlValue[];

const DUPLICATE = "another record has the same id";

function text(value: SqlValue | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}

function number(value: SqlValue | undefined): number | null {
  return typeof value === "number" ? value : null;
}

/** Tallies by reason, of rows [file, kind, count, amount]. */
function tallies(rows: readonly Row[], kinds: Kinds, because?: string): Tally[] {
  const byReason = new Map<string, { rows: number; amounts: Record<string, bigint> }>();
  for (const [, kind, count, amount] of rows) {
    const { leftOut = null, currency = null } = kinds.all[Number(kind)] ?? {};
    const key = because ?? leftOut ?? "";
    const tally = byReason.get(key) ?? { rows: 0, amounts: {} };
    tally.rows += number(count) ?? 0;
    const nano = text(amount);
    if (currency !== null && nano !== null) {
      tally.amounts[currency] = (tally.amounts[currency] ?? 0n) + BigInt(nano);
    }
    byReason.set(key, tally);
  }
  return [...byReason].map(([reason, tally]) => ({ because: reason, ...tally }));
}

const AMOUNTS = "CAST(count(*) AS DOUBLE), CAST(sum(cost_nano) AS VARCHAR)";
const KEPT = `SELECT file_no, kind_no, ${AMOUNTS},
  CAST(min(start_ms) AS DOUBLE), CAST(max(end_ms) AS DOUBLE)
FROM usage GROUP BY file_no, kind_no ORDER BY file_no, kind_no`;
const SET_OFF = `SELECT file_no, kind_no, ${AMOUNTS}
FROM duplicates GROUP BY file_no, kind_no ORDER BY file_no, kind_no`;

/** What the tables hold of each file, by its number. */
export async function fileTallies(
  { database, kinds }: Target,
  signal?: AbortSignal,
): Promise<(file: number) => FileTallies> {
  const kept = await database.query(KEPT, signal);
  const setOff = await database.query(SET_OFF, signal);
  return (file) => {
    const mine = kept.filter(([of]) => of === file);
    const duplicates = setOff.filter(([of]) => of === file);
    const all = tallies(mine, kinds);
    const { rows, amounts } = all.find(({ because }) => because === "") ?? { rows: 0, amounts: {} };
    // What is left out has no times.
    const starts = mine.flatMap((row) => number(row[4]) ?? []);
    const ends = mine.flatMap((row) => number(row[5]) ?? []);
    const providers = mine.flatMap(([, kind]) => kinds.all[Number(kind)]?.provider ?? []);
    return {
      rows: { rows, amounts },
      leftOut: all.filter(({ because }) => because !== ""),
      duplicates: tallies(duplicates, kinds, DUPLICATE)[0] ?? {
        ...{ because: DUPLICATE, rows: 0, amounts: {} },
      },
      start: starts.length === 0 ? null : Math.min(...starts),
      end: ends.length === 0 ? null : Math.max(...ends),
      providers: [...new Set(providers)].sort(),
    };
  };
}
