import { usageKind } from "../../../read/usage-map";
import { clickHouseDialect } from "../dialect";
import type { WarehouseSelection } from "../warehouse";
import { NOTHING, type RawRows } from "./raw-rows";
import { chosenText, column, withinTime } from "./selected";
import { isReplacing, type ServerTable, tableName } from "./table";
import { detailColumns } from "./usage-details";
import { moneyValue, textValue, timeValue } from "./values";

const { literal } = clickHouseDialect();

/** Columns of Langfuse's table traces are called so among those of its observations. */
export const OF_TRACES = "traces.";

/** The keys of the maps of usage, of which there are few. */
export function detailKeysQuery(table: ServerTable, selection: WarehouseSelection): string {
  const where = withinTime(column("start_time"), selection);
  const which = where.length === 0 ? "" : ` WHERE ${where.join(" AND ")}`;
  return `SELECT DISTINCT arrayJoin(mapKeys(${column("usage_details")})) AS key FROM ${tableName(table)} AS t${which} ORDER BY key`;
}

/** What of the maps of usage is not counted. */
export function detailNotes(keys: readonly string[]): string[] {
  const uncounted = keys.filter((key) => usageKind(key) === undefined);
  if (uncounted.length === 0) return [];
  return [`Kinds of usage that are no tokens are not counted: ${uncounted.join(", ")}.`];
}

type Customer = NonNullable<WarehouseSelection["customer"]>;

/**
 * The customer that the trace of an observation names: the one of its last version. A trace has
 * a row for each day on which it was written to, so that its rows are grouped and not joined one
 * by one, which would count observations twice.
 */
function joinedTraces(traces: ServerTable, { column: named, within }: Customer): string {
  const name = named.slice(OF_TRACES.length);
  const text = chosenText(column(name), traces.columns.get(name) ?? "String", within);
  return `
  LEFT JOIN (SELECT ${column("project_id")} AS project, ${column("id")} AS trace,
      argMax(nullIf(${text}, ''), ${column("event_ts")}) AS customer
    FROM ${tableName(traces)} AS t GROUP BY project, trace) AS traces
  ON ${column("project_id")} = traces.project AND ${column("trace_id")} = traces.trace`;
}

/** Langfuse 4 keeps metadata as two lists. */
function metadataValue(key: string): string {
  const at = `indexOf(${column("metadata_names")}, ${literal(key)})`;
  return textValue(`${column("metadata_values")}[${at}]`, "String");
}

function customerText(table: ServerTable, { customer }: WarehouseSelection): string {
  if (customer === null) return "''";
  if (customer.column.startsWith(OF_TRACES)) return "ifNull(traces.customer, '')";
  const { column: name, within } = customer;
  if (name === "metadata_names" && within && "key" in within) return metadataValue(within.key);
  return chosenText(column(name), table.columns.get(name) ?? "String", within);
}

/**
 * Observations of Langfuse, or events of Langfuse 4, as formats/langfuse.ts reads them from a
 * file. Both tables are a ReplacingMergeTree(event_ts, is_deleted) with the id at the end of
 * what they are sorted by: FINAL takes the last version of each and none that is deleted, part
 * by part while it reads. Grouping by id would say the same in memory for every id.
 * Source: github.com/langfuse/langfuse, packages/shared/clickhouse.
 *
 * @param traces the table of traces; undefined where there is none
 * @param keys those in the maps of usage
 */
export function langfuseRows(
  table: ServerTable,
  traces: ServerTable | undefined,
  selection: WarehouseSelection,
  keys: readonly string[],
): RawRows {
  const { customer } = selection;
  const type = (name: string) => table.columns.get(name) ?? "String";
  const isEvents = table.columns.has("span_id");
  // Senders choose ids themselves: another project may have the same.
  const ids = ["project_id", isEvents ? "span_id" : "id"].filter((id) => table.columns.has(id));
  const time = (name: string) => timeValue(column(name), type(name)) ?? "NULL";
  const parameters = textValue(column("model_parameters"), type("model_parameters"));
  const join =
    customer?.column.startsWith(OF_TRACES) && traces ? joinedTraces(traces, customer) : "";
  return {
    format: isEvents ? "langfuse-events" : "langfuse-observations",
    columns: {
      ...NOTHING,
      ...detailColumns(column("usage_details"), type("usage_details"), keys),
      start: time("start_time"),
      end: `ifNull(${time("end_time")}, ${time("start_time")})`,
      customer: customerText(table, selection),
      trace: textValue(column("trace_id"), type("trace_id")),
      model: textValue(column("provided_model_name"), type("provided_model_name")),
      tier: `if(position(${parameters}, 'service_tier') > 0, trim(BOTH ' ' FROM JSONExtractString(${parameters}, 'service_tier')), '')`,
      cost: table.columns.has("total_cost")
        ? moneyValue(column("total_cost"), type("total_cost"), 0)
        : moneyValue(`${column("cost_details")}['total']`, "Decimal(18, 12)", 0),
    },
    from: `${tableName(table)} AS t${isReplacing(table) ? " FINAL" : ""}${join}`,
    ...(isReplacing(table)
      ? {}
      : { lastOf: { by: ids.map((id) => column(id)), version: column("event_ts") } }),
    where: withinTime(column("start_time"), selection),
    skips: [
      ...(table.columns.has("is_deleted")
        ? [{ when: `${column("is_deleted")} = 1`, because: "deleted" }]
        : []),
      {
        when: `upper(${column("type")}) NOT IN ('GENERATION', 'EMBEDDING')`,
        because: "not a generation: its usage and cost are those of the generations in it",
      },
    ],
    cached: "apart",
    zero: "unpriced",
    currency: "USD",
  };
}
