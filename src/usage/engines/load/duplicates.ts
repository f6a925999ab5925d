import type { SqlDatabase } from "../sql-database";

/** Records that do not count because another has their id. */
export const CREATE_DUPLICATES =
  "CREATE TABLE duplicates (file_no INTEGER, kind_no INTEGER, cost_nano HUGEINT)";

// Hashes of the ids are grouped first, and then only those that meet: texts of millions of ids
// would take gigabytes.
const SUSPECTS = `CREATE OR REPLACE TEMP TABLE suspects AS
SELECT hash(row_id) AS id FROM usage WHERE row_id IS NOT NULL GROUP BY ALL HAVING count(*) > 1`;

const SET_OFF = `CREATE OR REPLACE TEMP TABLE set_off AS
SELECT row_no FROM (
  SELECT row_no, row_number() OVER (
    PARTITION BY row_id ORDER BY row_version DESC NULLS LAST, row_no DESC
  ) AS place
  FROM usage WHERE row_id IS NOT NULL AND hash(row_id) IN (SELECT id FROM suspects)
) WHERE place > 1`;

/**
 * Sets off all but one of the records of a source that have the same id, whichever files hold
 * them: the one with the greatest version counts, or else the last, even where it is left out.
 */
export async function setOffDuplicates(database: SqlDatabase, signal: AbortSignal): Promise<void> {
  await database.run(SUSPECTS, signal);
  await database.run(SET_OFF, signal);
  await database.run(
    "INSERT INTO duplicates SELECT file_no, kind_no, cost_nano FROM usage WHERE row_no IN (SELECT row_no FROM set_off)",
    signal,
  );
  await database.run("DELETE FROM usage WHERE row_no IN (SELECT row_no FROM set_off)", signal);
}
