import type { SqlColumns, SqlValue } from "../sql-database";

/** Nothing is fetched: what an extension would be needed for fails with a clear message. */
export const PREPARATIONS = [
  "SET autoload_known_extensions = false",
  "SET autoinstall_known_extensions = false",
];

/** Appends the CSV in a registered file, every column of which is declared. */
export function appendStatement(table: string, columns: SqlColumns, file: string): string {
  const types = columns.map(([name, type]) => `'${name}': '${type}'`).join(", ");
  const names = columns.map(([name]) => name).join(", ");
  return `INSERT INTO ${table} (${names}) SELECT * FROM read_csv('${file}', columns = {${types}},
  auto_detect = false, header = false, delim = ',', quote = '"', escape = '"', new_line = '\\n',
  nullstr = '', allow_quoted_nulls = false, max_line_size = 16777216)`;
}

/** A part of a result as Arrow gives it, with as much as is needed of it. */
export interface ArrowRows {
  readonly numRows: number;
  readonly numCols: number;
  readonly getChildAt: (column: number) => { readonly get: (row: number) => unknown } | null;
}

function sqlValue(value: unknown): SqlValue {
  if (typeof value === "bigint") return String(value);
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
    return value;
  }
  if (value === null || value === undefined) return null;
  throw new Error("a column of the result has to be cast to a double or to text");
}

/** The rows of a part of a result. */
export function rowsOf(part: ArrowRows): SqlValue[][] {
  const columns = Array.from({ length: part.numCols }, (_, index) => part.getChildAt(index));
  return Array.from({ length: part.numRows }, (_, row) =>
    columns.map((column) => sqlValue(column?.get(row))),
  );
}
