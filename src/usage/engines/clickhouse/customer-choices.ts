import { personalColumns, withoutPersonalData } from "../../personal-data";
import type { Ask } from "./raw-rows-of";
import { OF_TRACES } from "./sources/langfuse";
import { column } from "./sources/selected";
import { type ServerTable, tableName } from "./sources/table";
import { textValue } from "./sources/values";
import type { CustomerChoice, WarehouseSource } from "./warehouse";

/** As many rows as tell what a column holds. */
const SAMPLE = 200_000;
// What is mostly longer is a text that someone wrote, and no id.
const LONGEST_ID = 100;
const EXAMPLES = 3;

/** As long as nine of ten texts are at most: a single odd one hides no column of ids. */
const usualLength = (text: string) => `quantileExact(0.9)(lengthUTF8(${text}))`;

/** Some of the texts, as a list in JSON. */
const examplesOf = (text: string) =>
  `toJSONString(groupUniqArrayIf(${EXAMPLES})(${text}, lengthUTF8(${text}) <= ${LONGEST_ID}))`;
const MOST_KEYS = 40;

/** Names that tell a customer, the likeliest first. */
const LIKELY = [
  /customer/,
  /tenant/,
  /account|company/,
  /org/,
  /workspace|team/,
  /enduser/,
  /user/,
];

function likelihood({ label }: CustomerChoice): number {
  const found = LIKELY.findIndex((pattern) => pattern.test(label.toLowerCase()));
  return found === -1 ? LIKELY.length : found;
}

/** Where names can stand in the tables of a source. */
interface Places {
  readonly columns: readonly string[];
  readonly maps: readonly string[];
  readonly tags: readonly string[];
}

const PLACES: Readonly<Record<Exclude<WarehouseSource["kind"], "mapped">, Places>> = {
  "langfuse-observations": { columns: [], maps: ["metadata"], tags: [] },
  "langfuse-events": { columns: ["user_id", "session_id"], maps: ["metadata"], tags: ["tags"] },
  "otel-traces": {
    columns: ["ServiceName"],
    maps: ["SpanAttributes", "ResourceAttributes"],
    tags: [],
  },
  helicone: { columns: ["user_id"], maps: ["properties"], tags: [] },
};
const TRACES: Places = { columns: ["user_id", "session_id"], maps: ["metadata"], tags: ["tags"] };

function mappedPlaces({ columns }: ServerTable): Places {
  const ofType = (pattern: RegExp) =>
    [...columns].flatMap(([name, type]) => (pattern.test(type) ? [name] : []));
  return {
    columns: ofType(/String|^Nullable\(UUID|^UUID/).filter(
      (name) => !/^Map|^Array/.test(columns.get(name) ?? ""),
    ),
    maps: ofType(/^Map\(/),
    tags: ofType(/^Array\((?:LowCardinality\()?String/),
  };
}

/** An example's pseudonyms for persons; nothing of what they wrote is shown. */
const shown = (values: unknown): string[] =>
  Array.isArray(values) ? values.map((value) => withoutPersonalData(String(value))) : [];

/** @param before what columns of the table are called in choices */
async function choicesIn(
  table: ServerTable,
  places: Places,
  before: string,
  ask: Ask,
): Promise<CustomerChoice[]> {
  const has = (name: string) => table.columns.has(name);
  const typeOf = (name: string) => table.columns.get(name) ?? "String";
  const from = (select: string) =>
    `(SELECT ${select} FROM ${tableName(table)} AS t LIMIT ${SAMPLE})`;
  const found: CustomerChoice[] = [];
  const columns = places.columns.filter(has);
  const personal = new Set(personalColumns(columns));
  for (const name of columns.filter((each) => !personal.has(each))) {
    const [row] = await ask(`SELECT toFloat64(${usualLength("value")}), ${examplesOf("value")}
FROM ${from(`${textValue(column(name), typeOf(name))} AS value`)} WHERE value != ''`);
    const longest = Number(row?.[0] ?? 0);
    if (longest === 0 || longest > LONGEST_ID) continue;
    const examples = shown(JSON.parse(String(row?.[1] ?? "[]")));
    found.push({ label: `${before}${name}`, column: `${before}${name}`, examples });
  }
  const lists = table.columns.has("metadata_names");
  for (const name of places.maps) {
    const isListed = name === "metadata" && lists;
    if (!isListed && !has(name)) continue;
    const [keys, values] = isListed
      ? [column("metadata_names"), column("metadata_values")]
      : [`mapKeys(${column(name)})`, `mapValues(${column(name)})`];
    const rows = await ask(`SELECT key, ${examplesOf("toString(value)")}
FROM ${from(`${keys} AS names, ${values} AS held`)} ARRAY JOIN names AS key, held AS value
WHERE toString(value) != '' AND NOT startsWith(key, 'gen_ai.')
GROUP BY key HAVING ${usualLength("toString(value)")} <= ${LONGEST_ID} ORDER BY count() DESC, key LIMIT ${MOST_KEYS}`);
    const named = rows.map(([key]) => String(key));
    const hidden = new Set(personalColumns(named));
    for (const [key, examples] of rows) {
      if (hidden.has(String(key))) continue;
      found.push({
        label: `${before}${name}: ${String(key)}`,
        column: isListed ? "metadata_names" : `${before}${name}`,
        within: { key: String(key) },
        examples: shown(JSON.parse(String(examples))),
      });
    }
  }
  for (const name of places.tags.filter(has)) {
    // A tag such as customer:acme: what stands before the mark is what it tells.
    const rows = await ask(`SELECT concat(splitByChar(':', tag)[1], ':') AS start,
  ${examplesOf("substring(tag, length(start) + 1)")}
FROM ${from(`arrayJoin(${column(name)}) AS tag`)} WHERE position(tag, ':') > 1
GROUP BY start HAVING ${usualLength("tag")} <= ${LONGEST_ID} ORDER BY count() DESC, start LIMIT ${MOST_KEYS}`);
    for (const [start, examples] of rows) {
      found.push({
        label: `${before}${name}: ${String(start)}…`,
        column: `${before}${name}`,
        within: { tag: String(start) },
        examples: shown(JSON.parse(String(examples))),
      });
    }
  }
  return found;
}

/** What can name the customer, the likeliest first. */
export async function customerChoices(
  source: WarehouseSource,
  table: ServerTable,
  traces: ServerTable | undefined,
  ask: Ask,
): Promise<CustomerChoice[]> {
  const places = source.kind === "mapped" ? mappedPlaces(table) : PLACES[source.kind];
  const own = await choicesIn(table, places, "", ask);
  const ofTraces =
    source.kind === "langfuse-observations" && traces
      ? await choicesIn(traces, TRACES, OF_TRACES, ask)
      : [];
  return [...own, ...ofTraces].sort((a, b) => likelihood(a) - likelihood(b));
}
