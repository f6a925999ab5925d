import { type Column, first } from "../column";
import type { UsageFormat } from "../format";

/** Where builds of LiteLLM keep what its columns do not hold. */
function details(...keys: [string, ...string[]]): Column[] {
  return ["additional_usage_values", "usage_object"].map((place): Column => [
    "metadata",
    place,
    ...keys,
  ]);
}

const HAS = ["request_id", "spend", "prompt_tokens"] as const;

/**
 * Spend logs of LiteLLM's proxy: the table LiteLLM_SpendLogs as CSV, JSON or JSON lines, or the
 * answer of /spend/logs. prompt_tokens includes cached tokens, which stand in metadata alone.
 * Spend is LiteLLM's own figure, after its discounts and margins.
 */
export const LITELLM_LOGS: UsageFormat = {
  id: "litellm-logs",
  name: "LiteLLM spend logs",
  holds: "usage",
  family: "litellm",
  describes: "requests",
  notes: [
    "If cost_margin_config is set in LiteLLM, spend includes that margin and is not your cost.",
  ],
  shapes: [
    { in: "csv", has: HAS },
    { in: "json", rows: [], has: HAS },
    { in: "json", rows: ["data"], has: HAS },
  ],
  rowId: [first("request_id")],
  start: first("startTime", "start_time"),
  end: first("endTime", "end_time"),
  zone: "UTC",
  currency: { constant: "USD" },
  customer: {
    columns: ["end_user", "user", "team_id", "organization_id", "api_key", "agent_id"],
    usual: first("end_user"),
  },
  userId: first("user"),
  feature: first("call_type"),
  traceId: first("session_id"),
  model: first("model", "model_group"),
  provider: first("custom_llm_provider"),
  tokens: {
    input: [first("prompt_tokens")],
    cacheRead: [
      first(
        ...details("cache_read_input_tokens"),
        ...details("prompt_tokens_details", "cached_tokens"),
      ),
    ],
    cacheWrite5m: [
      first(
        ...details("cache_creation_input_tokens"),
        ...details("prompt_tokens_details", "cache_creation_tokens"),
      ),
    ],
    output: [first("completion_tokens")],
    reasoning: [first(...details("completion_tokens_details", "reasoning_tokens"))],
    cached: "included",
  },
  cost: {
    add: [first("spend")],
    unit: "units",
    basis: "reported",
    // An unknown model costs 0 in LiteLLM; an answer from its own cache really costs nothing.
    zero: "unpriced",
    freeWhen: { when: first("cache_hit"), is: ["true"] },
  },
};
