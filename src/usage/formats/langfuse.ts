import { type Column, first } from "../column";
import type { Shape, Unusable, UsageFormat } from "../format";

const COUNTED = ["GENERATION", "EMBEDDING"];

/** The shapes of an export that comes as CSV, JSON, JSON lines or a page of the API. */
function shapes(has: readonly Column[], lacks: readonly Column[] = []): Shape[] {
  return [
    { in: "csv", has, lacks },
    { in: "json", rows: [], has, lacks },
    { in: "json", rows: ["data"], has, lacks },
  ];
}

const SHARED = {
  holds: "usage",
  family: "langfuse",
  describes: "requests",
  zone: "UTC",
  currency: { constant: "USD" },
  skips: [
    { when: first("is_deleted"), is: ["1", "true"], because: "deleted" },
    {
      when: first("type"),
      isNot: COUNTED,
      because: "not a generation: its usage and cost are those of the generations in it",
    },
  ],
  feature: first("traceName", "trace_name", "name"),
  traceId: first("traceId", "trace_id"),
  model: first("model", "providedModelName", "provided_model_name"),
  tokens: { map: ["usageDetails", "usage_details"] },
  cost: {
    add: [first("totalCost", "total_cost")],
    unit: "units",
    basis: "reported",
    // Langfuse shows 0 where it knows no price for the model.
    zero: "unpriced",
  },
  serviceTier: first(["modelParameters", "service_tier"], ["model_parameters", "service_tier"]),
} as const;

/**
 * Observations of Langfuse: exported from its tables (CSV with quotes inside the quotes, JSON or
 * JSON lines), from its API, or rows of its ClickHouse table and blob storage. Kinds of usage
 * exclude each other by Langfuse's contract; senders that break it are found by their total.
 */
export const LANGFUSE_OBSERVATIONS: UsageFormat = {
  ...SHARED,
  id: "langfuse-observations",
  name: "Langfuse observations",
  shapes: [
    ...shapes(["traceId", "usageDetails", "costDetails"], ["latencyMs"]),
    ...shapes(["trace_id", "usage_details", "cost_details"], ["span_id"]),
  ],
  rowId: [first("id")],
  rowVersion: first("event_ts", "updatedAt", "updated_at"),
  start: first("startTime", "start_time"),
  end: first("endTime", "end_time"),
  customer: {
    columns: ["userId", "user_id"],
    maps: ["metadata"],
  },
  userId: first("userId", "user_id"),
};

/** Events of Langfuse 4, exported or from its table events_full; one row per span. */
export const LANGFUSE_EVENTS: UsageFormat = {
  ...SHARED,
  id: "langfuse-events",
  name: "Langfuse events",
  shapes: [
    ...shapes(["traceId", "usageDetails", "costDetails", "latencyMs"]),
    ...shapes(["span_id", "trace_id", "usage_details", "cost_details"]),
  ],
  rowId: [first("id", "span_id")],
  rowVersion: first("event_ts"),
  start: first("startTime", "start_time"),
  end: first("endTime", "end_time"),
  customer: {
    columns: ["userId", "user_id", "sessionId", "session_id"],
    maps: ["metadata"],
  },
  userId: first("userId", "user_id"),
};

/** Traces of Langfuse, which hold neither tokens nor cost. */
export const LANGFUSE_TRACES: Unusable = {
  name: "Langfuse traces",
  shapes: [
    ...shapes(["bookmarked", "sessionId"], ["usageDetails", "traceId"]),
    ...shapes(["bookmarked", "session_id"], ["usage_details", "trace_id"]),
  ],
  instead: "Traces hold no tokens and no cost. Export the observations instead.",
};
