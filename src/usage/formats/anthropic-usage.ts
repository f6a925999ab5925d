import { first } from "../column";
import type { UsageFormat } from "../format";

/**
 * Usage of Anthropic's API: the Console's usage CSV (older ones with a single column of cache
 * writes) and GET /v1/organizations/usage_report/messages. Classes of input exclude each other;
 * cache writes stand under cache_creation in the report, and nowhere else. There is no cost.
 */
export const ANTHROPIC_USAGE: UsageFormat = {
  id: "anthropic-usage",
  name: "Anthropic usage",
  holds: "usage",
  family: "anthropic",
  describes: "totals",
  shapes: [
    { in: "csv", has: ["usage_date_utc", "usage_input_tokens_no_cache"] },
    {
      in: "json",
      rows: ["data", "results"],
      has: ["starting_at", "uncached_input_tokens", "output_tokens"],
    },
  ],
  start: first("usage_date_utc", "starting_at"),
  end: first("ending_at"),
  zone: "UTC",
  currency: first(),
  customer: {
    columns: [
      "workspace",
      "workspace_id",
      "api_key",
      "api_key_id",
      "account_id",
      "service_account_id",
    ],
  },
  userId: first("account_id"),
  feature: first("workspace", "workspace_id"),
  model: first("model_version", "model"),
  provider: { constant: "anthropic" },
  tokens: {
    input: [first("usage_input_tokens_no_cache", "uncached_input_tokens")],
    cacheRead: [first("usage_input_tokens_cache_read", "cache_read_input_tokens")],
    cacheWrite5m: [
      first("usage_input_tokens_cache_write_5m", "usage_input_tokens_cache_write", [
        "cache_creation",
        "ephemeral_5m_input_tokens",
      ]),
    ],
    cacheWrite1h: [
      first("usage_input_tokens_cache_write_1h", ["cache_creation", "ephemeral_1h_input_tokens"]),
    ],
    output: [first("usage_output_tokens", "output_tokens")],
    cached: "apart",
  },
  requests: [],
  toolCalls: [first("web_search_count", ["server_tool_use", "web_search_requests"])],
  serviceTier: first("service_tier", "usage_type"),
  batch: { when: first("service_tier", "usage_type"), is: ["batch"] },
};
