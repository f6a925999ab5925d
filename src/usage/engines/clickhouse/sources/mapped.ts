import { ClickHouseError } from "../connection";
import type { TableMapping, UnknownTable, WarehouseSelection, WarehouseSource } from "../warehouse";
import { NOTHING, type RawRows } from "./raw-rows";
import { chosenText, column, withinTime } from "./selected";
import { type ServerTable, tableName } from "./table";
import { countValue, moneyValue, textValue, timeValue } from "./values";

/** A table of the user's own as a source. */
export function mappedSource({ table }: UnknownTable): WarehouseSource {
  return { table, kind: "mapped", name: table, because: [], notes: [], asksCached: false };
}

const PLACES = { dollars: 0, cents: 2, "nano-dollars": 9 } as const;

/** Rows of any table or view, by a mapping of its columns; see formats/plain-usage.ts. */
export function mappedRows(
  table: ServerTable,
  selection: WarehouseSelection,
  mapping: TableMapping,
): RawRows {
  const typeOf = (name: string) => {
    const type = table.columns.get(name);
    if (type === undefined)
      throw new ClickHouseError("missing", `The table has no column "${name}".`);
    return type;
  };
  const text = (name: string | null) =>
    name === null ? "''" : textValue(column(name), typeOf(name));
  const count = (name: string | null) =>
    name === null ? "NULL" : countValue(column(name), typeOf(name));
  const start = timeValue(column(mapping.start), typeOf(mapping.start));
  if (start === null) {
    throw new ClickHouseError(
      "query",
      `The column "${mapping.start}" holds no times: it is ${typeOf(mapping.start)}.`,
    );
  }
  const { cost, customer } = mapping;
  const money =
    cost === null ? "NULL" : moneyValue(column(cost), typeOf(cost), PLACES[mapping.costUnit]);
  const chosen = selection.customer ?? (customer === null ? null : { column: customer });
  const { input, cacheRead, cacheWrite, output, reasoning } = mapping;
  const unreadable = [
    ...[input, cacheRead, cacheWrite, output, reasoning].map(
      (name) => [name, count(name)] as const,
    ),
    [cost, money] as const,
  ].flatMap(([name, value]) => {
    if (name === null) return [];
    const isFilled = typeOf(name).includes("String")
      ? `${text(name)} != ''`
      : `${column(name)} IS NOT NULL`;
    return [`(${isFilled} AND ${value} IS NULL)`];
  });
  const stated = [input, output].flatMap((name) =>
    name === null ? [] : [`${count(name)} IS NOT NULL`],
  );
  const isTime = /DateTime/.test(typeOf(mapping.start));
  // Other types are compared by what is read from them.
  const at = isTime ? column(mapping.start) : `fromUnixTimestamp64Milli(${start})`;
  const within = withinTime(at, selection);
  // Rows whose time cannot be read are of no period: they are told of in each.
  const isSure = isTime && !typeOf(mapping.start).includes("Nullable");
  return {
    format: "plain-usage",
    columns: {
      ...NOTHING,
      start,
      end: start,
      customer: chosen
        ? chosenText(column(chosen.column), typeOf(chosen.column), chosen.within)
        : "''",
      trace: text(mapping.trace),
      model: text(mapping.model),
      provider: text(mapping.provider),
      input: count(input),
      cacheRead: count(cacheRead),
      cacheWrite5m: count(cacheWrite),
      output: count(output),
      reasoning: count(reasoning),
      stated: stated.length === 0 ? "false" : stated.join(" OR "),
      cost: money,
      isUnreadable: unreadable.length === 0 ? "false" : unreadable.join(" OR "),
    },
    from: `${tableName(table)} AS t`,
    where:
      isSure || within.length === 0 ? within : [`(${within.join(" AND ")} OR ${start} IS NULL)`],
    skips: [],
    cached: mapping.cached ?? "ask",
    zero: "free",
    currency: mapping.currency,
  };
}
