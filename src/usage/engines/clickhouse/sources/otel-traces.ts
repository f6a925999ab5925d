import { firstText, moneyValue, textCount, textValue, timeValue } from "./values";
import { clickHouseDialect } from "../dialect";
import type { WarehouseSelection } from "../warehouse";
import { NOTHING, type RawRows } from "./raw-rows";
import { chosenText, column, withinTime } from "./selected";
import { type ServerTable, tableName } from "./table";

const { literal } = clickHouseDialect();

/** The first of an attribute's names, new and old, that is filled. */
function attribute(...names: readonly string[]): string {
  return firstText(
    ...names.map((name) => textValue(`${column("SpanAttributes")}[${literal(name)}]`, "String")),
  );
}

const OPERATION = attribute("gen_ai.operation.name");
const INPUT = attribute("gen_ai.usage.input_tokens", "gen_ai.usage.prompt_tokens");
const OUTPUT = attribute("gen_ai.usage.output_tokens", "gen_ai.usage.completion_tokens");
const COST = attribute("gen_ai.usage.cost");
const CACHE_READ = attribute(
  "gen_ai.usage.cache_read.input_tokens",
  "gen_ai.usage.cache_read_input_tokens",
  "gen_ai.usage.prompt_tokens_details.cached_tokens",
);
const CACHE_WRITE = attribute(
  "gen_ai.usage.cache_creation.input_tokens",
  "gen_ai.usage.cache_creation_input_tokens",
);
const REASONING = attribute(
  "gen_ai.usage.reasoning.output_tokens",
  "gen_ai.usage.reasoning_tokens",
);

const among = (texts: readonly string[]) =>
  `lower(${OPERATION}) IN (${texts.map(literal).join(", ")})`;
const IS_AGENT = among(["create_agent", "invoke_agent", "invoke_workflow", "execute_tool"]);
const IS_CALL = among(["chat", "text_completion", "generate_content", "embeddings"]);
const HAS_TOKENS = `(${INPUT} != '' OR ${OUTPUT} != '')`;
const IS_USAGE = `(${HAS_TOKENS} AND NOT ${IS_AGENT})`;
/** A span with usage that does not say that it calls a model may be the total of others. */
const MAY_BE_TOTAL = `(${IS_USAGE} AND NOT ${IS_CALL})`;

/** Whether spans may be totals of others, which takes two more passes to find out. */
export function possibleTotalsQuery(table: ServerTable, selection: WarehouseSelection): string {
  const where = withinTime(column("Timestamp"), selection);
  return `SELECT toFloat64(count()) FROM ${tableName(table)} AS t WHERE ${[...where, MAY_BE_TOTAL].join(" AND ")}`;
}

/** The deepest nesting that is followed. */
const DEPTH = 64;

/** Spans that hold, at any depth, one with usage: from child to parent, as far as it goes. */
function isTotal(table: ServerTable, { from, until }: WarehouseSelection): string {
  const [trace, span, parent] = [column("TraceId"), column("SpanId"), column("ParentSpanId")];
  const where = [...withinTime(column("Timestamp"), { from, until }), MAY_BE_TOTAL];
  const ofTraces = `${trace} IN (SELECT ${trace} FROM ${tableName(table)} AS t WHERE ${where.join(" AND ")})`;
  const grown = `arrayDistinct(arrayConcat(found, arrayMap(each -> each.2, arrayFilter(each -> has(found, each.1), spans))))`;
  return `(NOT ${IS_CALL} AND (${trace}, ${span}) IN (SELECT trace, arrayJoin(holders) FROM (
      SELECT ${trace} AS trace, groupArray((${span}, ${parent})) AS spans,
        arrayFold((found, step) -> ${grown}, range(toUInt64(least(length(spans), ${DEPTH}))),
          groupArrayIf(${parent}, ${IS_USAGE} AND ${parent} != '')) AS holders
      FROM ${tableName(table)} AS t WHERE ${ofTraces} GROUP BY ${trace})))`;
}

/**
 * Spans of otel_traces, where every attribute is text, as formats/opentelemetry.ts reads them
 * from a file. The table keeps every span that was sent, also one that was sent twice.
 * Source: github.com/open-telemetry/opentelemetry-collector-contrib, exporter/clickhouseexporter.
 */
export function otelRows(
  table: ServerTable,
  selection: WarehouseSelection,
  mayHoldTotals: boolean,
): RawRows {
  const { customer } = selection;
  const type = (name: string) => table.columns.get(name) ?? "String";
  const start = timeValue(column("Timestamp"), type("Timestamp")) ?? "NULL";
  const counts = [INPUT, OUTPUT, CACHE_READ, CACHE_WRITE, REASONING];
  const cost = moneyValue(COST, "String", 0);
  return {
    format: "opentelemetry",
    columns: {
      ...NOTHING,
      start,
      end: start,
      customer: customer
        ? chosenText(column(customer.column), type(customer.column), customer.within)
        : "''",
      trace: textValue(column("TraceId"), type("TraceId")),
      model: attribute("gen_ai.response.model", "gen_ai.request.model"),
      provider: attribute("gen_ai.provider.name", "gen_ai.system"),
      input: textCount(INPUT),
      cacheRead: textCount(CACHE_READ),
      cacheWrite5m: textCount(CACHE_WRITE),
      output: textCount(OUTPUT),
      reasoning: textCount(REASONING),
      stated: HAS_TOKENS,
      cost,
      isUnreadable: [
        ...counts.map((text) => `(${text} != '' AND ${textCount(text)} IS NULL)`),
        `(${COST} != '' AND ${cost} IS NULL)`,
      ].join(" OR "),
    },
    from: `${tableName(table)} AS t`,
    where: withinTime(column("Timestamp"), selection),
    skips: [
      {
        when: IS_AGENT,
        because: "a span of an agent or tool: the calls of models in it count",
      },
      { when: `NOT ${HAS_TOKENS}`, because: "a span without tokens" },
      ...(mayHoldTotals
        ? [{ when: isTotal(table, selection), because: "the total of records inside it" }]
        : []),
    ],
    cached: "ask",
    zero: "unpriced",
    currency: "USD",
  };
}
