import type { Dialect } from "./dialect";
import { pricedRows, type Relations } from "./priced-rows";
import { customersQuery, linesQuery, monthsQuery, rowsByParty, taskRows } from "./summary-queries";

/** What is asked of an engine to which nothing is written: each query holds all that it needs. */
export interface SummaryStatements {
  readonly lines: string;
  readonly months: string;
  readonly customers: string;
  /** Undefined without customers of several ids. */
  readonly parties: string | undefined;
}

/** @param parties customers with several ids, as a query in brackets; undefined for none */
export function summaryStatements(
  dialect: Dialect,
  relations: Relations,
  parties: string | undefined,
): SummaryStatements {
  const priced = `(${pricedRows(dialect, relations)})`;
  const tasks = `(${taskRows(priced)})`;
  return {
    lines: linesQuery(dialect, priced),
    months: monthsQuery(dialect, tasks),
    customers: customersQuery(dialect, tasks),
    parties:
      parties && customersQuery(dialect, `(${taskRows(`(${rowsByParty(priced, parties)})`)})`),
  };
}
