import type { SqlRows } from "../prices/price-rows";
import type { Dialect } from "./dialect";

/** The SQL of an engine to which nothing is written: what a query needs stands in its text. */
export interface QueryDialect extends Dialect {
  /** The name of a table or column, whatever characters it has. */
  readonly name: (name: string) => string;
  /** A text as a value, whatever characters it has. */
  readonly literal: (text: string) => string;
  /** Rows as a query in brackets. */
  readonly inlined: (rows: SqlRows) => string;
}

/** A value in the text of a query. */
export function valueText(
  value: SqlRows["rows"][number][number] | undefined,
  literal: QueryDialect["literal"],
): string {
  if (value === null || value === undefined) return "NULL";
  return typeof value === "string" ? literal(value) : String(value);
}

/** Rows put together by UNION ALL, which every engine has; the first says their types. */
export function inlinedByUnion({ columns, rows }: SqlRows, literal: QueryDialect["literal"]) {
  const values = (row: SqlRows["rows"][number]) =>
    columns.map((_, index) => valueText(row[index], literal));
  const typed = (texts: readonly string[]) =>
    columns.map(([name, type], index) => `CAST(${texts[index]} AS ${type}) AS ${name}`).join(", ");
  const [first, ...others] = rows;
  if (first === undefined) {
    return `(SELECT ${typed(columns.map(() => "NULL"))} WHERE 1 = 0)`;
  }
  const selects = [typed(values(first)), ...others.map((row) => values(row).join(", "))];
  return `(SELECT ${selects.join("\n  UNION ALL SELECT ")})`;
}
