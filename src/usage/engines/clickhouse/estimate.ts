import { type ClickHouseConnection, ClickHouseError } from "./connection";
import { clickHouseDialect } from "./dialect";
import type { FoundRows } from "./raw-rows-of";
import { column } from "./sources/selected";
import { usageRows } from "./sources/usage-rows";
import type { Estimate } from "./warehouse";

const { literal } = clickHouseDialect();

/** What EXPLAIN ESTIMATE says of a query: database, table, parts, rows, marks. */
const ROWS = 3;

/**
 * What one pass over the rows of a selection reads, by the server's own estimate: the rows of
 * the parts of the table that its times touch, and the size of the columns that are read.
 *
 * @returns null where the user may not ask, or the table is a view that has no parts
 */
export async function estimate(
  { query }: ClickHouseConnection,
  { table, raw }: FoundRows,
  signal: AbortSignal,
): Promise<Estimate | null> {
  const usage = usageRows(raw, "apart");
  try {
    const explained = await query(
      `EXPLAIN ESTIMATE SELECT count(), max(start_ms), max(out_total) FROM ${usage} AS read`,
      { signal },
    );
    if (explained.rows.length === 0) return null;
    const rows = explained.rows.reduce((sum, row) => sum + Number(row[ROWS]), 0);
    const read = [...table.columns.keys()].filter((name) => usage.includes(column(name)));
    const of = `database = ${literal(table.database)}`;
    const sizes = await query(
      `SELECT toFloat64((SELECT sum(data_uncompressed_bytes) FROM system.columns
  WHERE ${of} AND table = ${literal(table.name)} AND name IN (${read.map(literal).join(", ")}))),
  toFloat64((SELECT max(total_rows) FROM system.tables WHERE ${of} AND name = ${literal(table.name)}))`,
      { signal },
    );
    const [bytes, all] = (sizes.rows[0] ?? []).map(Number);
    return { rows, bytes: bytes && all ? Math.round((bytes / all) * rows) : null };
  } catch (error) {
    if (error instanceof ClickHouseError && !signal.aborted) return null;
    throw error;
  }
}
