import type { LeftOut } from "../../read/outcome";
import type { UsageRow } from "../../usage-row";
import type { SqlColumns } from "../sql-database";
import type { CsvBytes } from "./csv-bytes";

/**
 * The table that holds rows of usage, whatever export they come from: the columns of UsageRow,
 * those with few different values behind the number of their kind. Amounts are whole billionths
 * and may exceed 64 bits (a commitment in dong). Ids of rows begin with their source.
 */
export const USAGE_COLUMNS = [
  ["file_no", "INTEGER"],
  ["row_no", "BIGINT"],
  ["kind_no", "INTEGER"],
  ["row_id", "VARCHAR"],
  ["row_version", "BIGINT"],
  ["cost_nano", "HUGEINT"],
  ["start_ms", "BIGINT"],
  ["end_ms", "BIGINT"],
  ["customer_id", "VARCHAR"],
  ["user_id", "VARCHAR"],
  ["feature", "VARCHAR"],
  ["trace_id", "VARCHAR"],
  ["in_uncached", "BIGINT"],
  ["in_cache_read", "BIGINT"],
  ["in_cache_write_5m", "BIGINT"],
  ["in_cache_write_1h", "BIGINT"],
  ["out_total", "BIGINT"],
  ["out_reasoning", "BIGINT"],
  ["requests", "BIGINT"],
  ["tool_calls", "BIGINT"],
  ["list_cost_nano", "HUGEINT"],
  ["invoiced_nano", "HUGEINT"],
] as const satisfies SqlColumns;

/** What all lines begin with: what tells a record from others, and its amount. */
function writeIdentity(
  csv: CsvBytes,
  file: number,
  row: number,
  kind: number,
  source: string,
  { rowId, rowVersion }: Pick<LeftOut, "rowId" | "rowVersion">,
  nano: bigint | null,
): void {
  csv.number(file);
  csv.number(row);
  csv.number(kind);
  csv.text(rowId === null ? null : `${source}:${rowId}`);
  csv.number(rowVersion);
  csv.number(nano);
}

/**
 * Writes a row as a line of CSV; blank is null.
 *
 * @param file the number of the file
 * @param line the number of the row in the table
 * @param kind the number of its kind
 */
export function writeRow(
  csv: CsvBytes,
  file: number,
  line: number,
  kind: number,
  row: UsageRow,
): void {
  writeIdentity(csv, file, line, kind, row.source, row, row.costNano);
  csv.number(row.start);
  csv.number(row.end);
  csv.text(row.customerId);
  csv.text(row.userId);
  csv.text(row.feature);
  csv.text(row.traceId);
  csv.number(row.inUncached);
  csv.number(row.inCacheRead);
  csv.number(row.inCacheWrite5m);
  csv.number(row.inCacheWrite1h);
  csv.number(row.outTotal);
  csv.number(row.outReasoning);
  csv.number(row.requests);
  csv.number(row.toolCalls);
  csv.number(row.listCostNano);
  csv.number(row.invoicedNano);
  csv.endLine();
}

/** Writes a record that is left out as a line of CSV; numbers as for `writeRow`. */
export function writeLeftOut(
  csv: CsvBytes,
  file: number,
  line: number,
  kind: number,
  source: string,
  out: LeftOut,
): void {
  writeIdentity(csv, file, line, kind, source, out, out.nano);
  for (let column = 6; column < USAGE_COLUMNS.length; column++) csv.text(null);
  csv.endLine();
}
