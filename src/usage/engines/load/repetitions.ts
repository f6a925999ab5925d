import type { SqlDatabase } from "../sql-database";
import { USAGE_COLUMNS } from "./usage-table";

const IDENTITY = USAGE_COLUMNS.map(([name]) => name).filter(
  (name) => name !== "file_no" && name !== "row_no",
);

const REPEATED = `SELECT file_no, other_no, CAST(count(*) AS DOUBLE) FROM (
  SELECT one.file_no AS file_no, other.file_no AS other_no, one.row_no AS row_no
  FROM (SELECT file_no, row_no, hash(${IDENTITY.join(", ")}) AS content FROM usage
        WHERE row_id IS NULL AND start_ms IS NOT NULL) AS one
  JOIN (SELECT DISTINCT file_no, hash(${IDENTITY.join(", ")}) AS content FROM usage
        WHERE row_id IS NULL AND start_ms IS NOT NULL) AS other
  ON one.content = other.content AND one.file_no > other.file_no
) GROUP BY file_no, other_no ORDER BY file_no, other_no`;

/** [file, earlier file, rows of the file that the earlier one holds too] of rows without ids. */
export async function repeatedRows(
  database: SqlDatabase,
  signal: AbortSignal,
): Promise<readonly (readonly [file: number, other: number, rows: number])[]> {
  const rows = await database.query(REPEATED, signal);
  return rows.map(([file, other, count]) => [Number(file), Number(other), Number(count)]);
}
