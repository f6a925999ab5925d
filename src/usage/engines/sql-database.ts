/** A value in the result of a query. */
export type SqlValue = string | number | boolean | null;

/** A database in which usage is held; the engine says what it needs of one. */
export interface SqlDatabase {
  /** Runs a statement without a result. */
  readonly run: (sql: string, signal?: AbortSignal) => Promise<void>;
  /** The rows of a result; whole numbers beyond a double's come as text. */
  readonly query: (sql: string, signal?: AbortSignal) => Promise<readonly (readonly SqlValue[])[]>;
  /** Appends CSV without a header, whose columns are some of the table's. */
  readonly append: (table: string, columns: SqlColumns, csv: Uint8Array) => Promise<void>;
  readonly close: () => void;
}

/** Names of columns and their types. */
export type SqlColumns = readonly (readonly [name: string, type: string])[];
