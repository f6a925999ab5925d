import type { Tally } from "../../read/collect";
import type { SqlDatabase, SqlValue } from "../sql-database";

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

/** Tallies by reason, of rows [file, reason, currency, count, amount]. */
function tallies(rows: readonly Row[]): Tally[] {
  const byReason = new Map<string, { rows: number; amounts: Record<string, bigint> }>();
  for (const [, because, currency, count, amount] of rows) {
    const key = text(because) ?? "";
    const tally = byReason.get(key) ?? { rows: 0, amounts: {} };
    tally.rows += number(count) ?? 0;
    const [name, nano] = [text(currency), text(amount)];
    if (name !== null && nano !== null) tally.amounts[name] = BigInt(nano);
    byReason.set(key, tally);
  }
  return [...byReason].map(([because, tally]) => ({ because, ...tally }));
}

const AMOUNTS = "CAST(count(*) AS DOUBLE), CAST(sum(cost_nano) AS VARCHAR)";
const KEPT = `SELECT file_no, left_out, currency, ${AMOUNTS} FROM usage GROUP BY ALL ORDER BY ALL`;
const SET_OFF = `SELECT file_no, '${DUPLICATE}', currency, ${AMOUNTS} FROM duplicates GROUP BY ALL ORDER BY ALL`;
const SPANS = `SELECT file_no, CAST(min(start_ms) AS DOUBLE), CAST(max(end_ms) AS DOUBLE)
FROM usage WHERE left_out IS NULL GROUP BY file_no`;
const PROVIDERS = `SELECT DISTINCT file_no, provider FROM usage
WHERE left_out IS NULL AND provider IS NOT NULL ORDER BY ALL`;

/** What the tables hold of each file, by its number. */
export async function fileTallies(
  database: SqlDatabase,
  signal?: AbortSignal,
): Promise<(file: number) => FileTallies> {
  const kept = await database.query(KEPT, signal);
  const setOff = await database.query(SET_OFF, signal);
  const spans = await database.query(SPANS, signal);
  const providers = await database.query(PROVIDERS, signal);
  return (file) => {
    const of = (rows: readonly Row[]) => rows.filter(([number]) => number === file);
    const all = tallies(of(kept));
    const { rows, amounts } = all.find(({ because }) => because === "") ?? { rows: 0, amounts: {} };
    const [span] = of(spans);
    return {
      rows: { rows, amounts },
      leftOut: all.filter(({ because }) => because !== ""),
      duplicates: tallies(of(setOff))[0] ?? { because: DUPLICATE, rows: 0, amounts: {} },
      start: number(span?.[1]),
      end: number(span?.[2]),
      providers: of(providers).flatMap(([, provider]) => text(provider) ?? []),
    };
  };
}
