import { type Column, first, type Text } from "../column";
import type { UsageFormat } from "../format";

/** An attribute by its names, new and old, in OTLP and in rows of ClickHouse. */
function attribute(...names: readonly string[]): Text {
  return first(
    ...names.flatMap((name): Column[] => [
      ["attributes", name],
      ["SpanAttributes", name],
    ]),
  );
}

const INPUT = ["gen_ai.usage.input_tokens", "gen_ai.usage.prompt_tokens"] as const;
const OUTPUT = ["gen_ai.usage.output_tokens", "gen_ai.usage.completion_tokens"] as const;
const CUSTOMERS = ["tenant.id", "customer.id", "enduser.id", "user.id"] as const;
const OPERATION = attribute("gen_ai.operation.name");
const COUNTED = ["chat", "text_completion", "generate_content", "embeddings"] as const;

/**
 * Spans of OpenTelemetry's conventions for generative AI: OTLP as JSON, and rows of the table
 * otel_traces in ClickHouse, where every attribute is text. Input should include cached tokens,
 * but older instrumentations leave them out. Spans of agents and workflows may repeat the totals
 * of the spans in them, so of nested spans those that call a model count.
 * Source: semantic-conventions-genai.
 */
export const OPENTELEMETRY: UsageFormat = {
  id: "opentelemetry",
  name: "OpenTelemetry GenAI spans",
  holds: "usage",
  family: "opentelemetry",
  describes: "requests",
  shapes: [
    { in: "csv", has: ["SpanAttributes", "TraceId"] },
    { in: "json", rows: [], has: ["SpanAttributes", "TraceId"] },
    { in: "json", rows: ["data"], has: ["SpanAttributes", "TraceId"] },
    { in: "json", rows: ["resourceSpans", "scopeSpans", "spans"], has: ["traceId", "spanId"] },
  ],
  skips: [
    {
      when: OPERATION,
      is: ["create_agent", "invoke_agent", "invoke_workflow", "execute_tool"],
      because: "a span of an agent or tool: the calls of models in it count",
    },
    {
      blank: [...INPUT, ...OUTPUT].flatMap((name): Column[] => [
        ["attributes", name],
        ["SpanAttributes", name],
      ]),
      because: "a span without tokens",
    },
  ],
  nests: {
    id: [first("traceId", "TraceId"), first("spanId", "SpanId")],
    parent: [first("traceId", "TraceId"), first("parentSpanId", "ParentSpanId")],
    unless: { when: OPERATION, is: COUNTED },
  },
  rowId: [first("traceId", "TraceId"), first("spanId", "SpanId")],
  start: first("startTimeUnixNano", "Timestamp"),
  end: first("endTimeUnixNano"),
  zone: "UTC",
  currency: { constant: "USD" },
  customer: {
    columns: CUSTOMERS.flatMap((name): Column[] => [
      ["attributes", name],
      ["SpanAttributes", name],
      ["resource", "attributes", name],
      ["ResourceAttributes", name],
    ]),
    maps: ["attributes", "SpanAttributes"],
  },
  userId: attribute("enduser.id", "user.id"),
  feature: attribute("gen_ai.agent.name"),
  traceId: first("traceId", "TraceId"),
  model: attribute("gen_ai.response.model", "gen_ai.request.model"),
  provider: attribute("gen_ai.provider.name", "gen_ai.system"),
  tokens: {
    input: [attribute(...INPUT)],
    cacheRead: [
      attribute(
        "gen_ai.usage.cache_read.input_tokens",
        "gen_ai.usage.cache_read_input_tokens",
        "gen_ai.usage.prompt_tokens_details.cached_tokens",
      ),
    ],
    cacheWrite5m: [
      attribute(
        "gen_ai.usage.cache_creation.input_tokens",
        "gen_ai.usage.cache_creation_input_tokens",
      ),
    ],
    output: [attribute(...OUTPUT)],
    reasoning: [attribute("gen_ai.usage.reasoning.output_tokens", "gen_ai.usage.reasoning_tokens")],
    cached: "ask",
  },
  cost: {
    add: [attribute("gen_ai.usage.cost")],
    unit: "units",
    basis: "reported",
    zero: "unpriced",
  },
};
