import { first } from "../column";
import type { Unusable, UsageFormat } from "../format";

const TIMES = ["start_time", "end_time", "start_time_iso", "end_time_iso"] as const;
const COUNTS = ["num_model_requests", "input_tokens", "output_tokens"] as const;

/**
 * Usage of OpenAI's API by bucket of time: the dashboard's completions_usage CSV (since 2025
 * with more columns) and GET /v1/organization/usage/completions, embeddings and moderations.
 * input_tokens includes cached tokens, and tokens written to a cache, and input_uncached_tokens
 * is what is left. Days without usage are rows without numbers. There is no cost and no
 * customer: a project or key has to stand for one.
 */
export const OPENAI_USAGE: UsageFormat = {
  id: "openai-usage",
  name: "OpenAI usage",
  holds: "usage",
  family: "openai",
  describes: "totals",
  shapes: [
    { in: "csv", has: ["start_time_iso", "input_tokens", "num_model_requests"] },
    {
      in: "json",
      rows: ["data", "results"],
      has: ["start_time", "input_tokens", "num_model_requests"],
    },
  ],
  skips: [{ blank: COUNTS, because: "no usage in this bucket" }],
  start: first("start_time", "start_time_iso"),
  end: first("end_time", "end_time_iso"),
  zone: "UTC",
  currency: first(),
  customer: { columns: ["project_id", "api_key_id", "user_id"] },
  userId: first("user_id"),
  feature: first("project_id"),
  model: first("model"),
  provider: { constant: "openai" },
  tokens: {
    input: [first("input_tokens")],
    uncached: [first("input_uncached_tokens")],
    cacheRead: [first("input_cached_tokens")],
    cacheWrite5m: [first("input_cache_write_tokens")],
    output: [first("output_tokens")],
    cached: "included",
  },
  requests: [first("num_model_requests")],
  serviceTier: first("service_tier"),
  batch: { when: first("batch"), is: ["true"] },
};

/** What OpenAI exports for a time without any usage, or for usage that is not of tokens. */
export const OPENAI_IDLE: Unusable = {
  name: "OpenAI export without tokens",
  shapes: [
    { in: "csv", has: TIMES, lacks: [...COUNTS, "amount_value"] },
    { in: "json", rows: ["data"], has: ["start_time", "end_time", "results"] },
  ],
  instead:
    "There was no usage in the exported time, or none that is counted in tokens. Export a longer time, the usage of completions, or the cost.",
};
