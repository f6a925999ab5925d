import type { ClickHouseConnection } from "./connection";
import { type ServerTable, tableText } from "./sources/table";
import type { UnknownTable, WarehouseSource } from "./warehouse";

// Tables of the server itself hold no usage.
const OWN = "('system', 'INFORMATION_SCHEMA', 'information_schema')";

const COLUMNS = `SELECT database, table, name, type FROM system.columns
WHERE database NOT IN ${OWN} ORDER BY database, table, position`;
const ENGINES = `SELECT database, name, engine FROM system.tables WHERE database NOT IN ${OWN}`;

/** The tables and views that the user may read. */
export async function readTables(
  { query }: ClickHouseConnection,
  signal: AbortSignal,
): Promise<ServerTable[]> {
  const [columns, engines] = [await query(COLUMNS, { signal }), await query(ENGINES, { signal })];
  const key = (database: unknown, name: unknown) => JSON.stringify([database, name]);
  const engineOf = new Map(
    engines.rows.map(([database, name, engine]) => [key(database, name), String(engine)]),
  );
  const tables = new Map<string, ServerTable & { readonly columns: Map<string, string> }>();
  for (const [database, name, column, type] of columns.rows) {
    const at = key(database, name);
    const table = tables.get(at) ?? {
      database: String(database),
      name: String(name),
      engine: engineOf.get(at) ?? "",
      columns: new Map<string, string>(),
    };
    tables.set(at, table);
    table.columns.set(String(column), String(type));
  }
  // Those behind a materialized view stand beside it.
  return [...tables.values()].filter(({ engine }) => engine !== "MaterializedView");
}

interface Known {
  readonly kind: WarehouseSource["kind"];
  readonly name: string;
  readonly has: readonly string[];
  readonly lacks?: readonly string[];
  readonly notes?: readonly string[];
}

const KNOWN: readonly Known[] = [
  {
    kind: "langfuse-events",
    name: "Langfuse 4 events",
    has: ["span_id", "trace_id", "usage_details", "cost_details", "type", "event_ts"],
  },
  {
    kind: "langfuse-observations",
    name: "Langfuse observations",
    has: ["id", "trace_id", "usage_details", "cost_details", "type", "event_ts"],
    lacks: ["span_id"],
  },
  {
    kind: "otel-traces",
    name: "OpenTelemetry traces",
    has: ["Timestamp", "TraceId", "SpanId", "ParentSpanId", "SpanAttributes"],
    notes: ["The table keeps every span that was sent: one that was sent twice counts twice."],
  },
  {
    kind: "helicone",
    name: "Helicone requests",
    has: ["request_id", "request_created_at", "prompt_tokens", "completion_tokens", "model"],
  },
];

function sourceOf(table: ServerTable): WarehouseSource | undefined {
  const { columns } = table;
  const known = KNOWN.find(
    ({ has, lacks = [] }) =>
      has.every((name) => columns.has(name)) && !lacks.some((name) => columns.has(name)),
  );
  if (known === undefined) return undefined;
  // Attributes kept as JSON are read in another way.
  if (known.kind === "otel-traces" && !columns.get("SpanAttributes")?.startsWith("Map(")) {
    return undefined;
  }
  const { kind, name, has, notes = [] } = known;
  return {
    ...{ table: tableText(table), kind, name, because: has, notes },
    asksCached: kind === "otel-traces",
  };
}

/** Tables that hold usage as we know it, and those that the user can map. */
export function sourcesIn(tables: readonly ServerTable[]): {
  readonly sources: readonly WarehouseSource[];
  readonly others: readonly UnknownTable[];
} {
  const sources: WarehouseSource[] = [];
  const others: UnknownTable[] = [];
  for (const table of tables) {
    const source = sourceOf(table);
    if (source !== undefined) {
      sources.push(source);
      continue;
    }
    const columns = [...table.columns].map(([name, type]) => ({ name, type }));
    if (columns.some(({ type }) => /Date|^U?Int64|^String/.test(type))) {
      others.push({ table: tableText(table), columns });
    }
  }
  return { sources: [...sources].sort(byUse), others };
}

/** events_core is a part of events_full: the whole comes first, as does what is newer. */
function byUse(a: WarehouseSource, b: WarehouseSource): number {
  const place = ({ kind, table }: WarehouseSource) =>
    KNOWN.findIndex((known) => known.kind === kind) + (table.endsWith("events_core") ? 0.5 : 0);
  return place(a) - place(b);
}
