import { clickHouseDialect } from "../dialect";

const { name: quoted } = clickHouseDialect();

/** A table or view as the server describes it. */
export interface ServerTable {
  readonly database: string;
  readonly name: string;
  readonly engine: string;
  /** Types by the names of columns, in the order of the table. */
  readonly columns: ReadonlyMap<string, string>;
}

const PLAIN = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** A table as people write it: in backticks where its names need them. */
export function tableText({ database, name }: Pick<ServerTable, "database" | "name">): string {
  return [database, name].map((part) => (PLAIN.test(part) ? part : quoted(part))).join(".");
}

/** A table in the text of a query. */
export function tableName({ database, name }: Pick<ServerTable, "database" | "name">): string {
  return `${quoted(database)}.${quoted(name)}`;
}

/** Whether the table keeps several versions of a row, of which it tells the last by itself. */
export function isReplacing({ engine }: ServerTable): boolean {
  return engine.includes("Replacing");
}
