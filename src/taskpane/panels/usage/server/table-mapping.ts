import { suggestUsageMapping } from "../../../../usage";
import type { TableMapping, UnknownTable } from "../../../../usage/engines/clickhouse/warehouse";
import type { MappingField } from "../mapping";

/** What the form holds: a column, or the choice of a field, by the field's key. */
export type MappedColumns = Readonly<Record<string, string>>;

const COST_UNITS = [
  ["dollars", "Whole units, such as dollars"],
  ["cents", "Hundredths, such as cents"],
  ["nano-dollars", "Billionths"],
] as const satisfies readonly (readonly [TableMapping["costUnit"], string])[];

const CACHED = [
  ["included", "with cached"],
  ["apart", "without cached"],
] as const satisfies readonly (readonly [NonNullable<TableMapping["cached"]>, string])[];

export const TABLE_FIELDS: {
  readonly first: readonly MappingField[];
  readonly more: readonly MappingField[];
} = {
  first: [
    { key: "start", label: "Time", isNeeded: true },
    { key: "customer", label: "Customer" },
    { key: "model", label: "Model" },
    { key: "input", label: "Input tokens" },
    { key: "cacheRead", label: "Cached tokens" },
    { key: "cached", label: "Input tokens are", choices: CACHED },
    { key: "output", label: "Output tokens" },
    { key: "cost", label: "Cost" },
  ],
  more: [
    { key: "costUnit", label: "Cost is in", choices: COST_UNITS },
    {
      key: "currency",
      label: "Currency",
      hint: "Three letters; USD where it is left blank",
      isText: true,
    },
    { key: "trace", label: "Task or trace" },
    { key: "provider", label: "Provider" },
    { key: "cacheWrite", label: "Tokens written to a cache" },
    { key: "reasoning", label: "Reasoning tokens", hint: "A part of the output tokens" },
  ],
};

/** What the columns of a table probably are, by their names. */
export function suggestedColumns({ columns }: UnknownTable): MappedColumns {
  const suggested = suggestUsageMapping(columns.map(({ name }) => name));
  const keys = [...TABLE_FIELDS.first, ...TABLE_FIELDS.more].map(({ key }) => key);
  return Object.fromEntries(Object.entries(suggested).filter(([key]) => keys.includes(key)));
}

/** The mapping that the form stands for; undefined as long as the time has no column. */
export function tableMapping(columns: MappedColumns): TableMapping | undefined {
  const column = (key: string) => columns[key] || null;
  const start = column("start");
  if (start === null) return undefined;
  const [cacheRead, cacheWrite] = [column("cacheRead"), column("cacheWrite")];
  const cached = CACHED.find(([value]) => value === columns.cached)?.[0] ?? "included";
  return {
    start,
    customer: column("customer"),
    model: column("model"),
    provider: column("provider"),
    trace: column("trace"),
    input: column("input"),
    cacheRead,
    cacheWrite,
    output: column("output"),
    reasoning: column("reasoning"),
    cached: cacheRead === null && cacheWrite === null ? null : cached,
    cost: column("cost"),
    costUnit: COST_UNITS.find(([value]) => value === columns.costUnit)?.[0] ?? "dollars",
    currency: (column("currency") ?? "USD").trim().toUpperCase(),
  };
}
